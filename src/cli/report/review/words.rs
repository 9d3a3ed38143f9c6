//! Values as text, and what differs between two texts word by word.

use serde_json::Value;

use crate::diff::{Piece, words};

/// Characters of a value that any message shows.
const MESSAGE_SHOWS: usize = 40;

/// A value on one line, as a person would write it.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            // A list whose items are their own keys reads as a list.
            let field = |(key, value): (&String, &Value)| if value == key { key.clone() } else { format!("{key}: {}", plain(value)) };
            let fields: Vec<String> = fields.iter().map(field).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// Whether two values are prose, in which single words are worth marking.
pub(super) fn are_prose<'a>(before: Option<&'a Value>, after: Option<&'a Value>) -> Option<(&'a str, &'a str)> {
    let (Some(Value::String(before)), Some(Value::String(after))) = (before, after) else {
        return None;
    };
    let words = |text: &str| text.split_whitespace().take(3).count();
    (words(before) > 2 && words(after) > 2).then_some((before, after))
}

/// Whether a value is longer than the message of its edit shows it.
pub(super) fn is_long(value: Option<&Value>) -> bool {
    value.is_some_and(|value| plain(value).chars().count() > MESSAGE_SHOWS)
}

/// What differs, word by word; `None` where the texts have next to nothing in common, and are better shown whole.
pub(super) fn differences(before: &str, after: &str) -> Option<Vec<Piece>> {
    let pieces = words(before, after);
    let shared: usize = pieces.iter().map(|piece| if let Piece::Same(text) = piece { text.trim().len() } else { 0 }).sum();
    (shared * 4 >= before.len().max(after.len())).then_some(pieces)
}

/// The same with what is gone and what is new between marks, as `git diff --word-diff` has them.
pub(super) fn marked(pieces: &[Piece]) -> String {
    let mark = |piece: &Piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Removed(text) => format!("[-{text}-]"),
        Piece::Added(text) => format!("{{+{text}+}}"),
    };
    pieces.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_is_marked_alone() {
        let found = differences("answered within 20 seconds", "answered within 30 seconds").expect("prose");
        assert_eq!(marked(&found), "answered within [-20-]{+30+} seconds");
    }

    #[test]
    fn texts_with_nothing_in_common_are_shown_whole() {
        assert_eq!(differences("one two three", "four five six"), None);
    }

    #[test]
    fn nested_values_stay_on_one_line() {
        let value = serde_json::json!({ "codes": ["a", "b"], "label": "x" });
        assert_eq!(plain(&value), "{codes: [a, b], label: x}");
    }
}
