//! Command lines in texts, split into words as a shell does it, as far as examples need that.

use std::ffi::OsString;

/// The command lines of `tickmark` in a text: lines that begin with it, after a prompt or not, without what a shell does with them.
pub(crate) fn command_lines(text: &str) -> Vec<String> {
    let joined = text.replace("\\\n", " ");
    let lines = joined.lines().map(|line| line.trim().trim_start_matches("$ ")).filter(|line| line.starts_with("tickmark "));
    // Examples are followed by what they do, behind a gap; comments and placeholders are no arguments.
    lines.map(|line| line.split("   ").next().unwrap_or(line).trim().to_owned()).collect()
}

/// What is wrong with a command line; nothing where it is understood.
pub(crate) fn misunderstood(line: &str) -> Option<String> {
    let words = words(line);
    tickmark::cli::misunderstood(words.into_iter().map(OsString::from))
        .map(|said| format!("`{line}`: {}", said.lines().next().unwrap_or("")))
}

/// The words of the first command of a line; redirections and what comes behind a pipe, `&&`, `||`, `;` or `#` are left out.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut begun = false;
    let mut quote = None;
    for letter in line.chars().chain([' ']) {
        match quote {
            Some(end) if letter == end => quote = None,
            None if letter == '"' || letter == '\'' => {
                quote = Some(letter);
                begun = true;
            }
            None if letter.is_whitespace() || letter == ';' => {
                if begun || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
                if letter == ';' {
                    break;
                }
            }
            _ => word.push(letter),
        }
    }
    let ends = |word: &String| ["|", "||", "&&", "#"].contains(&word.as_str());
    let mut kept = Vec::new();
    let mut skip = false;
    for word in words.into_iter().take_while(|word| !ends(word)) {
        let redirects = word.trim_start_matches(|letter: char| letter.is_ascii_digit()).starts_with(['<', '>']);
        if redirects {
            skip = word.ends_with(['<', '>']);
        } else if skip {
            skip = false;
        } else {
            kept.push(word);
        }
    }
    kept
}

#[test]
fn words_are_those_of_the_first_command() {
    assert_eq!(words("tickmark diff \"$BASE\" HEAD --fail-on never || true"), ["tickmark", "diff", "$BASE", "HEAD", "--fail-on", "never"]);
    assert_eq!(words("tickmark schema > schemas.json # all"), ["tickmark", "schema"]);
    assert_eq!(words("tickmark sign x --passphrase-fd 3 3< file"), ["tickmark", "sign", "x", "--passphrase-fd", "3"]);
}
