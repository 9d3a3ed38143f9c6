//! Text from a project, made fit for a terminal: it stays on its line, is no longer than people read, and shows what it holds.

use std::borrow::Cow;

use crate::diag::{Finding, Place};

/// Characters of the longest message.
const LONGEST: usize = 600;

/// The same finding with every text fit to be shown.
pub(in crate::cli) fn fit(finding: &Finding) -> Finding {
    Finding {
        code: finding.code,
        level: finding.level,
        message: text(&finding.message).into_owned(),
        place: place(&finding.place),
        related: finding.related.iter().map(|(at, says)| (place(at), text(says).into_owned())).collect(),
        help: finding.help.as_deref().map(|help| text(help).into_owned()),
    }
}

/// Excerpts are left as they are: they are lines already, and columns are counted in them.
pub(in crate::cli) fn place(place: &Place) -> Place {
    Place { path: text(&place.path).into(), ..place.clone() }
}

/// Writes control and invisible characters as escapes, and cuts what is too long.
pub(in crate::cli) fn text(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST && !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len().min(LONGEST));
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        if is_hidden(character) { shown.extend(character.escape_unicode()) } else { shown.push(character) }
    }
    Cow::Owned(shown)
}

/// The same without a limit to its length, for what is read by machines or may be long.
pub(in crate::cli) fn whole(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) { shown.extend(character.escape_unicode()) } else { shown.push(character) }
    }
    Cow::Owned(shown)
}

/// Control characters, and those that move, join or hide others.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_stays_on_its_line() {
        assert_eq!(text("a\nb\u{202e}c"), "a\\u{a}b\\u{202e}c");
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        assert!(matches!(text("`grösse` → 1"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(text(&"é".repeat(2000)).chars().count(), LONGEST + 1);
    }
}
