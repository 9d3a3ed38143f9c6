//! Reads the tags of a page, as far as it takes to see what a browser would fetch.
//!
//! No parser of HTML: it knows tags, attributes, comments and the two elements whose content is no mark-up.

use std::borrow::Cow;

/// Bytes of the longest entity that is read.
const LONGEST_ENTITY: usize = 12;

/// A tag with the place behind it.
#[derive(Clone, Debug)]
pub(super) struct Tag<'a> {
    /// Its name, as written.
    pub(super) name: &'a str,
    /// Its attributes, as written.
    attributes: &'a str,
    /// What stands in it, where that is no mark-up: a script or a style sheet.
    pub(super) raw: &'a str,
}

impl<'a> Tag<'a> {
    /// The attributes: names as written, values without quotes and with entities read.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|letter: char| letter.is_ascii_whitespace() || letter == '=').unwrap_or(rest.len()).max(1);
            let name = rest.get(..end)?;
            rest = rest.get(end..)?.trim_start();
            let Some(value) = rest.strip_prefix('=') else {
                return Some((name, Cow::Borrowed("")));
            };
            let value = value.trim_start();
            let (value, after) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value.get(1..)?.split_once(quote).unwrap_or((value.get(1..)?, "")),
                _ => value.split_at(value.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(value.len())),
            };
            rest = after;
            Some((name, entities_read(value)))
        })
    }
}

/// Every opening tag of a page.
pub(super) fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once('<')?;
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            if !after.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                rest = after;
                continue;
            }
            let inside = after.get(..end_of_tag(after))?;
            rest = after.get(inside.len()..)?.strip_prefix('>').unwrap_or("");
            let end = inside.find(|letter: char| letter.is_ascii_whitespace() || letter == '/').unwrap_or(inside.len());
            let (name, attributes) = inside.split_at(end);
            let raw = if name.eq_ignore_ascii_case("script") || name.eq_ignore_ascii_case("style") { raw(rest, name) } else { "" };
            rest = rest.get(raw.len()..)?;
            return Some(Tag { name, attributes, raw });
        }
    })
}

/// Where the tag ends: at a `>` outside of quotes.
fn end_of_tag(after: &str) -> usize {
    let mut quote = None;
    for (place, byte) in after.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return place,
            _ => {}
        }
    }
    after.len()
}

/// What stands before the end tag of an element whose content is no mark-up.
fn raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let ends = rest
        .match_indices("</")
        .find(|(place, _)| rest.get(place + 2..place + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)));
    ends.and_then(|(place, _)| rest.get(..place)).unwrap_or(rest)
}

/// Reads the entities of a text, as far as pages need them.
pub(super) fn entities_read(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        read.push_str(before);
        let end = after.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((letter(after.get(..end)?)?, after.get(end + 1..)?)));
        if let Some((letter, after)) = known {
            read.push(letter);
            rest = after;
        } else {
            read.push('&');
            rest = after;
        }
    }
    read.push_str(rest);
    Cow::Owned(read)
}

fn letter(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "colon" => Some(':'),
        "sol" => Some('/'),
        "nbsp" => Some('\u{a0}'),
        _ => match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(name.strip_prefix('#')?, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn tags_are_read_with_their_attributes() {
        let page = r#"<!-- <img src="no"> --><a href='x&amp;y' hidden data-a=b><script src="s">if (a < b) "<img>"</script><br/>"#;
        let read: Vec<(String, Vec<_>, &str)> = tags(page)
            .map(|tag| (tag.name.to_owned(), tag.attributes().map(|(n, v)| (n.to_owned(), v.into_owned())).collect::<Vec<_>>(), tag.raw))
            .collect();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            read,
            [
                ("a".to_owned(), vec![pair("href", "x&y"), pair("hidden", ""), pair("data-a", "b")], ""),
                ("script".to_owned(), vec![pair("src", "s")], r#"if (a < b) "<img>""#),
                ("br".to_owned(), vec![], ""),
            ]
        );
    }

    #[test]
    fn entities_hide_no_letter() {
        assert_eq!(entities_read("&#104;ttp&#x3a;&sol;/&nope;&"), "http://&nope;&");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "[<>!/'\"&;= a-z-]{0,80}|.{0,40}") {
            for tag in tags(&text) {
                tag.attributes().for_each(drop);
            }
        }
    }
}
