//! One line of an `allowed_signers` file: `principals [options] type key [comment]`.
//!
//! Every range stays inside the line and on the boundaries of characters, whatever the line holds.

use std::ops::Range;

use super::pattern::{LONGEST, Patterns};
use super::public_key::{is_kind, kinds, read_key};
use super::signers::Signer;
use crate::diag::did_you_mean;
use crate::model::{Date, Instant};

/// The options that a line may have.
const OPTIONS: [&str; 4] = ["cert-authority", "namespaces", "valid-after", "valid-before"];

/// Characters of a foreign name that are quoted in a message.
const QUOTED: usize = 60;

/// What is wrong with a line.
#[derive(Debug)]
pub(super) struct Fault {
    /// Bytes of the line that are meant.
    pub(super) range: Range<usize>,
    /// What is wrong.
    pub(super) message: String,
    /// One step that mends it.
    pub(super) help: String,
}

fn fault<T>(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { range, message: message.into(), help: help.into() })
}

/// Reads one line; nothing where it is blank or a comment.
pub(super) fn read_line(line: &str) -> Result<Option<Signer>, Fault> {
    let start = skip_space(line, 0);
    if line[start..].is_empty() || line[start..].starts_with('#') {
        return Ok(None);
    }
    let (principals, next) = read_principals(line, start)?;
    let word = word_at(line, next);
    let (options, kind) = if is_kind(&line[word.clone()]) {
        (Options::default(), word)
    } else {
        let behind = word_at(line, word.end);
        if line[behind.clone()].starts_with("AAAA") && !line[word.clone()].contains(['=', '"', ',']) && !is_option(&line[word.clone()]) {
            return unknown_kind(line, word);
        }
        let (options, end) = read_options(line, next)?;
        let kind = word_at(line, end);
        if kind.is_empty() {
            return fault(
                start..line.trim_end().len(),
                "a line with options has no key",
                "put the type of the key and the key behind the options",
            );
        }
        (options, kind)
    };
    if !is_kind(&line[kind.clone()]) {
        return unknown_kind(line, kind);
    }
    let key = word_at(line, kind.end);
    let Some(bytes) = read_key(&line[kind.clone()], &line[key.clone()]) else {
        let name = &line[kind.clone()];
        let range = if key.is_empty() { kind } else { key };
        return fault(range, format!("this is no key of the type `{name}`"), "copy the line of the `.pub` file as a whole");
    };
    Ok(Some(Signer {
        principals,
        namespaces: options.namespaces,
        valid_after: options.valid_after,
        valid_before: options.valid_before,
        authority: options.authority,
        key: bytes,
        line: 0,
    }))
}

fn unknown_kind<T>(line: &str, range: Range<usize>) -> Result<T, Fault> {
    let found = quoted(&line[range.clone()]);
    let help = did_you_mean(&found, kinds()).map_or_else(
        || format!("use one of {}", kinds().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ")),
        |kind| format!("write `{kind}`"),
    );
    fault(range, format!("`{found}` is no type of key that signs"), help)
}

/// The principals: up to white space, or up to the closing quote where one opens before.
fn read_principals(line: &str, start: usize) -> Result<(Patterns, usize), Fault> {
    let end = line[start..].find([' ', '\t', '\r', '"']).map_or(line.len(), |at| start + at);
    let (written, end) = if line[end..].starts_with('"') {
        let Some(length) = line[end + 1..].find('"') else {
            return fault(end..end + 1, "a quotation mark is never closed", "close it with `\"` behind the last name");
        };
        let closing = end + 1 + length;
        (format!("{}{}", &line[start..end], &line[end + 1..closing]), closing + 1)
    } else {
        (line[start..end].to_owned(), end)
    };
    let range = start..end;
    let next = skip_space(line, end);
    if line[next..].is_empty() {
        return fault(range, "a line has no key", "put the type of the key and the key behind the names");
    }
    let patterns = Patterns::new(&written);
    if !patterns.admits() {
        return fault(range, "a line names nobody who holds its key", "begin the line with a name, such as an address of electronic mail");
    }
    if patterns.is_too_long() {
        return fault(range, format!("a name is longer than {LONGEST} bytes"), "shorten it");
    }
    Ok((patterns, next))
}

/// What the options of a line say.
#[derive(Default)]
struct Options {
    namespaces: Option<Patterns>,
    valid_after: Option<Instant>,
    valid_before: Option<Instant>,
    authority: bool,
}

/// Reads the options from `start` up to white space outside quotation marks; gives where they end.
fn read_options(line: &str, start: usize) -> Result<(Options, usize), Fault> {
    let mut options = Options::default();
    let mut at = start;
    loop {
        let end = line[at..].find([' ', '\t', '\r', ',', '=']).map_or(line.len(), |found| at + found);
        let name = line[at..end].to_ascii_lowercase();
        let given = line[end..].starts_with('=');
        let next = match (name.as_str(), given) {
            ("cert-authority", false) => {
                options.authority = true;
                end
            }
            ("namespaces", true) => {
                let (value, next) = read_value(line, at, end)?;
                let patterns = Patterns::new(&value);
                if options.namespaces.is_some() {
                    return twice(at..next, &name);
                }
                if patterns.is_too_long() {
                    return fault(at..next, format!("a namespace is longer than {LONGEST} bytes"), "shorten it");
                }
                options.namespaces = Some(patterns);
                next
            }
            ("valid-after" | "valid-before", true) => {
                let (value, next) = read_value(line, at, end)?;
                let time = read_time(&value, at..next)?;
                let slot = if name == "valid-after" { &mut options.valid_after } else { &mut options.valid_before };
                if slot.replace(time).is_some() {
                    return twice(at..next, &name);
                }
                next
            }
            _ => return unknown_option(line, at..end),
        };
        let Some(rest) = line[next..].strip_prefix(',') else {
            if line[next..].is_empty() || line[next..].starts_with([' ', '\t', '\r']) {
                return checked(options, start..next);
            }
            return fault(next..line.trim_end().len(), "something stands behind an option", "separate options by a comma without a space");
        };
        at = line.len() - rest.len();
    }
}

/// Refuses a time that ends before it begins.
fn checked(options: Options, range: Range<usize>) -> Result<(Options, usize), Fault> {
    let end = range.end;
    match (options.valid_after, options.valid_before) {
        (Some(after), Some(before)) if before <= after => {
            fault(range, "`valid-before` does not come after `valid-after`", "exchange the two times")
        }
        _ => Ok((options, end)),
    }
}

fn twice<T>(range: Range<usize>, name: &str) -> Result<T, Fault> {
    fault(range, format!("the option `{name}` stands twice"), "leave one out")
}

fn is_option(word: &str) -> bool {
    OPTIONS.iter().any(|option| option.eq_ignore_ascii_case(word))
}

fn unknown_option<T>(line: &str, range: Range<usize>) -> Result<T, Fault> {
    let found = quoted(&line[range.clone()]);
    let name = found.to_ascii_lowercase();
    if name == "cert-authority" {
        return fault(range, "the option `cert-authority` takes no value", "write `cert-authority` alone");
    }
    if is_option(&name) {
        return fault(range, format!("the option `{name}` has no value"), format!("write `{name}=\"…\"`"));
    }
    let help = did_you_mean(&name, OPTIONS).map_or_else(
        || format!("use one of {}", OPTIONS.map(|option| format!("`{option}`")).join(", ")),
        |option| format!("write `{option}`"),
    );
    fault(range, format!("`{found}` is neither an option nor a type of key"), help)
}

/// Reads `="…"` behind the name of an option; `\"` stands for a quotation mark.
fn read_value(line: &str, name: usize, equals: usize) -> Result<(String, usize), Fault> {
    let open = equals + 1;
    if !line[open..].starts_with('"') {
        return fault(name..open, "the value of an option has no quotation marks", "write it as `name=\"value\"`");
    }
    let mut value = String::new();
    let mut characters = line[open + 1..].char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Ok((value, open + 1 + at + 1)),
            '\\' if characters.peek().is_some_and(|(_, next)| *next == '"') => {
                characters.next();
                value.push('"');
            }
            _ => value.push(character),
        }
    }
    fault(open..open + 1, "a quotation mark is never closed", "close it with `\"` behind the value")
}

/// Reads `YYYYMMDD[HHMM[SS]]`, always in universal time, whether `Z` stands behind it or not.
fn read_time(text: &str, range: Range<usize>) -> Result<Instant, Fault> {
    let found = || quoted(text);
    let digits = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let shaped = matches!(digits.len(), 8 | 12 | 14) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = |from: usize, to: usize| digits.get(from..to).map_or(Some(0), |part| part.parse::<u32>().ok());
    let read = || {
        let date = Date::new(i32::try_from(number(0, 4)?).ok()?, number(4, 6)?, number(6, 8)?).ok()?;
        let (hour, minute, second) = (number(8, 10)?, number(10, 12)?, number(12, 14)?);
        let clock = (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)?;
        Instant::from_unix(i64::from(date.day_number()) * 86_400 + i64::from(clock), 0).ok()
    };
    match shaped.then(read).flatten() {
        Some(time) => Ok(time),
        None => fault(range, format!("`{}` is no time", found()), "write it as `YYYYMMDDZ`, `YYYYMMDDHHMMZ` or `YYYYMMDDHHMMSSZ`"),
    }
}

fn skip_space(line: &str, at: usize) -> usize {
    line[at..].find(|character: char| !matches!(character, ' ' | '\t' | '\r')).map_or(line.len(), |found| at + found)
}

/// The next word: from what is no space to white space.
fn word_at(line: &str, at: usize) -> Range<usize> {
    let start = skip_space(line, at);
    start..line[start..].find([' ', '\t', '\r']).map_or(line.len(), |found| start + found)
}

/// A foreign name as far as a message quotes it.
fn quoted(text: &str) -> String {
    text.char_indices().nth(QUOTED).map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", &text[..end]))
}

#[cfg(test)]
mod tests {
    use super::super::signers::Signers;
    use super::*;

    use proptest::prelude::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIADOCCUoN3Q1UPQqUvp845fKy7haJH17qsSkVXzWXilW";

    fn signer(line: &str) -> Signer {
        read_line(line).expect("a line without fault").expect("a signer")
    }

    fn said(line: &str) -> String {
        let (signers, findings) = Signers::parse(line, "signers");
        assert!(signers.all().is_empty());
        let findings = findings.sorted();
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].code.id, findings[0].place.line, findings[0].help.is_some()), ("R54", 1, true));
        findings[0].message.clone()
    }

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("an instant")
    }

    #[test]
    fn comments_and_blank_lines_name_nobody() {
        let (signers, findings) = Signers::parse("\n  \t\n# a comment\n   # another\n", "signers");
        assert!(signers.all().is_empty() && findings.is_empty());
    }

    #[test]
    fn a_line_is_read_with_all_its_options() {
        let line =
            format!("alice@example.org namespaces=\"git,tick*\",valid-after=\"20260101\",VALID-BEFORE=\"20261231235959Z\" {KEY} a comment");
        let signer = signer(&line);
        assert_eq!(&**signer.principals(), "alice@example.org");
        assert_eq!(signer.valid_after(), Some(at("2026-01-01T00:00:00Z")));
        assert_eq!(signer.valid_before(), Some(at("2026-12-31T23:59:59Z")));
        assert!(signer.may_sign_in("git") && signer.may_sign_in("tickmark-report") && !signer.may_sign_in("file"));
    }

    #[test]
    fn quoted_principals_may_hold_spaces() {
        assert_eq!(&**signer(&format!("\"Alice Example,bob\"  {KEY}")).principals(), "Alice Example,bob");
        assert!(signer(&format!("\"Alice Example,bob\" {KEY}")).is_held_by("Alice Example"));
    }

    #[test]
    fn both_ends_of_the_valid_time_belong_to_it() {
        let signer = signer(&format!("a valid-after=\"202601011200Z\",valid-before=\"202601011300\" {KEY}"));
        for (time, valid) in [("11:59:59", false), ("12:00:00", true), ("13:00:00", true), ("13:00:01", false)] {
            assert_eq!(signer.is_valid_at(at(&format!("2026-01-01T{time}Z"))), valid, "{time}");
        }
    }

    #[test]
    fn lines_that_are_wrong_say_what_is() {
        let key = KEY.split_once(' ').expect("two words").1;
        for (line, expected) in [
            ("alice".to_owned(), "a line has no key"),
            (format!("\"alice {KEY}"), "a quotation mark is never closed"),
            (format!("!alice {KEY}"), "a line names nobody who holds its key"),
            (format!("\"\" {KEY}"), "a line names nobody who holds its key"),
            (format!("alice ssh-ed25518 {key}"), "`ssh-ed25518` is no type of key that signs"),
            (format!("alice ssh-rsa {key}"), "this is no key of the type `ssh-rsa`"),
            ("alice ssh-ed25519".to_owned(), "this is no key of the type `ssh-ed25519`"),
            ("alice cert-authority".to_owned(), "a line with options has no key"),
            (format!("alice namespace=\"git\" {KEY}"), "`namespace` is neither an option nor a type of key"),
            (format!("alice namespaces=git {KEY}"), "the value of an option has no quotation marks"),
            (format!("alice namespaces=\"git {KEY}"), "a quotation mark is never closed"),
            (format!("alice namespaces {KEY}"), "the option `namespaces` has no value"),
            (format!("alice cert-authority=\"yes\" {KEY}"), "the option `cert-authority` takes no value"),
            (format!("alice valid-after=\"20260230\" {KEY}"), "`20260230` is no time"),
            (format!("alice valid-after=\"2026-01-01\" {KEY}"), "`2026-01-01` is no time"),
            (format!("alice valid-after=\"20260102\",valid-before=\"20260101\" {KEY}"), "`valid-before` does not come after `valid-after`"),
            (format!("alice valid-after=\"20260102\",valid-after=\"20260101\" {KEY}"), "the option `valid-after` stands twice"),
            (format!("alice cert-authority, {KEY}"), "`` is neither an option nor a type of key"),
        ] {
            assert_eq!(said(&line), expected, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "(?s).{0,200}") {
            let _ = Signers::parse(&text, "signers");
        }

        #[test]
        fn lines_of_the_right_words_in_any_order_are_read_without_a_panic(
            words in proptest::collection::vec(
                proptest::sample::select(vec![
                    "a", "é", "\"", "\\\"", " ", "\t", "\r", ",", "=", "!", "*", "namespaces=\"", "valid-after=", "20260101", "Z\"", "cert-authority",
                    "ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIADOCCUoN3Q1UPQqUvp845fKy7haJH17qsSkVXzWXilW", "#", "\n",
                ]),
                0..16,
            )
        ) {
            let text = words.concat();
            let (_, findings) = Signers::parse(&text, "signers");
            for finding in findings {
                let line = text.lines().nth(finding.place.line - 1).unwrap_or_default();
                prop_assert!(finding.place.column <= line.chars().count() + 1, "{}", finding.place);
            }
        }
    }
}
