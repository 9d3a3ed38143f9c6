//! Values as text, and what differs between two texts word by word.

use serde_json::Value;

/// Words beyond which two texts are shown whole: comparing costs the product of both lengths.
const MOST_WORDS: usize = 2000;

/// Characters of a value that any message shows.
const MESSAGE_SHOWS: usize = 40;

/// A stretch of text that two versions share, or that one of them has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// In both.
    Same(String),
    /// Only before.
    Gone(String),
    /// Only after.
    New(String),
}

/// A value on one line, as a person would write it.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {}", plain(value))).collect();
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

/// What differs, word by word; `None` where the texts are too long, or have next to nothing in common.
pub(super) fn differences(before: &str, after: &str) -> Option<Vec<Stretch>> {
    let (one, two): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    if one.len() > MOST_WORDS || two.len() > MOST_WORDS {
        return None;
    }
    let lengths = common_lengths(&one, &two);
    let width = two.len() + 1;
    if lengths[0] * 4 < one.len().max(two.len()) {
        return None;
    }
    let mut stretches = Vec::new();
    let (mut at, mut to) = (0, 0);
    while at < one.len() || to < two.len() {
        if at < one.len() && to < two.len() && one[at] == two[to] {
            push(&mut stretches, Stretch::Same(one[at].to_owned()));
            (at, to) = (at + 1, to + 1);
        } else if at < one.len() && (to == two.len() || lengths[(at + 1) * width + to] >= lengths[at * width + to + 1]) {
            push(&mut stretches, Stretch::Gone(one[at].to_owned()));
            at += 1;
        } else {
            push(&mut stretches, Stretch::New(two[to].to_owned()));
            to += 1;
        }
    }
    Some(stretches)
}

/// For each pair of ends the length of the longest run of words, gaps allowed, that both share from there on.
fn common_lengths(one: &[&str], two: &[&str]) -> Vec<usize> {
    let width = two.len() + 1;
    let mut lengths = vec![0; (one.len() + 1) * width];
    for at in (0..one.len()).rev() {
        for to in (0..two.len()).rev() {
            lengths[at * width + to] = if one[at] == two[to] {
                lengths[(at + 1) * width + to + 1] + 1
            } else {
                lengths[(at + 1) * width + to].max(lengths[at * width + to + 1])
            };
        }
    }
    lengths
}

fn push(stretches: &mut Vec<Stretch>, next: Stretch) {
    match (stretches.last_mut(), &next) {
        (Some(Stretch::Same(text)), Stretch::Same(more))
        | (Some(Stretch::Gone(text)), Stretch::Gone(more))
        | (Some(Stretch::New(text)), Stretch::New(more)) => {
            text.push(' ');
            text.push_str(more);
        }
        _ => stretches.push(next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_is_marked_alone() {
        let found = differences("answered within 20 seconds", "answered within 30 seconds");
        let expected = vec![
            Stretch::Same("answered within".to_owned()),
            Stretch::Gone("20".to_owned()),
            Stretch::New("30".to_owned()),
            Stretch::Same("seconds".to_owned()),
        ];
        assert_eq!(found, Some(expected));
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
