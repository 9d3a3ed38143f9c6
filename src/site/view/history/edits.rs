//! The edits of a record: each field with its rule, and what was there before and after.

use super::agreement::class_badge;
use super::marks::{marks, replaced};
use crate::diff::{Canonical, FieldEdit, RecordChange};
use crate::language::Language;
use crate::model::visible;
use crate::model::{Kind, Scalar, Shape};
use crate::site::view::naming::top_field_title;
use crate::site::view::{Block, EditBlock, Part};
use crate::site::writer::Writer;
use crate::source::parse_expression;

/// The edits of a change as blocks, the weightiest first.
pub(in crate::site::view) fn edit_blocks(writer: &mut Writer<'_>, change: &RecordChange) -> Vec<Block> {
    change.edits.iter().flat_map(|edit| edit_block(writer, change.record.kind, edit)).collect()
}

fn edit_block(writer: &mut Writer<'_>, kind: Kind, edit: &FieldEdit) -> Vec<Block> {
    let (before, after) = (text_of(edit.before.as_ref()), text_of(edit.after.as_ref()));
    let drawn = drawn_beside(writer, edit);
    let flow = match () {
        () if is_prose(kind, &edit.field) || before.len() > 60 && after.len() > 60 => marks(&before, &after),
        () => replaced(&before, &after),
    };
    let label = if edit.field.is_empty() { String::new() } else { field_words(writer.language(), kind, &edit.field) };
    let label = if label.is_empty() { whole_record(writer, edit) } else { label };
    let badge = edit.class.map(|class| class_badge(writer, class));
    let mut blocks = vec![Block::Edit(EditBlock { label, badge, rule: edit.rule.id.to_owned(), flow })];
    blocks.extend(drawn);
    blocks
}

/// What became of a record as a whole.
fn whole_record(writer: &Writer<'_>, edit: &FieldEdit) -> String {
    if edit.rule.id.ends_with("-added") {
        writer.say("history-record-added")
    } else if edit.rule.id.ends_with("-removed") {
        writer.say("history-record-removed")
    } else {
        writer.say("history-record-whole")
    }
}

/// A changed formula as two trees side by side, where both can be read.
fn drawn_beside(writer: &mut Writer<'_>, edit: &FieldEdit) -> Option<Block> {
    if edit.field != "formula" && !edit.field.ends_with(".formula") {
        return None;
    }
    let read = |side: Option<&Canonical>| match side {
        Some(Canonical::Text(text)) => Some((text.clone(), parse_expression(text).ok()?)),
        _ => None,
    };
    let (old, new) = read(edit.before.as_ref()).zip(read(edit.after.as_ref()))?;
    let (before, after) = (writer.say("history-before"), writer.say("history-after"));
    let mut side = |heading: String, (plain, formula): (String, crate::model::Formula)| {
        let part = writer.parts.add(Part::Formula { name: String::new(), formula, factor: 1 });
        vec![Block::Intro { text: heading }, Block::Formula { part, plain: visible(&plain) }]
    };
    Some(Block::Beside { left: side(before, old), right: side(after, new) })
}

/// Whether a field holds prose.
fn is_prose(kind: Kind, path: &str) -> bool {
    let field = kind.shape().fields.iter().find(|field| field.name == path);
    field.is_some_and(|field| matches!(field.shape, Shape::Scalar(Scalar::Prose)))
}

/// A value in one text, as it is written.
pub(in crate::site::view) fn text_of(value: Option<&Canonical>) -> String {
    value.map_or_else(String::new, |value| visible(&written(value)))
}

fn written(value: &Canonical) -> String {
    match value {
        Canonical::Text(text) => text.clone(),
        Canonical::List(items) => {
            let flat = items.iter().all(|item| matches!(item, Canonical::Text(_)));
            items.iter().map(written).collect::<Vec<_>>().join(if flat { ", " } else { "; " })
        }
        Canonical::Map(entries) => {
            let entry = |(key, value): (&String, &Canonical)| match value {
                Canonical::Map(_) => format!("{key} ({})", written(value)),
                _ => format!("{key}: {}", written(value)),
            };
            entries.iter().map(entry).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A path such as `items[first-contact].weight` in words: the fields in the language of the report, keys as they are written.
pub(in crate::site::view) fn field_words(language: &Language, kind: Kind, path: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut place = String::new();
    for step in steps(path) {
        match step {
            Step::Field(name) => {
                let title = if words.is_empty() { top_field_title(language, kind, name) } else { language.field_in(&place, name) };
                words.push(if words.is_empty() { title } else { language.inside(&title) });
                name.clone_into(&mut place);
            }
            Step::Key(key) => words.push(visible(key)),
        }
    }
    words.join(": ")
}

#[derive(Debug, PartialEq, Eq)]
enum Step<'a> {
    Field(&'a str),
    Key(&'a str),
}

/// The steps of a path; a key may hold points, so brackets are looked for first.
fn steps(path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            // A key may hold brackets of its own: its last one stands before another step, or at the end.
            let is_last = |(at, _): &(usize, &str)| matches!(inner.as_bytes().get(at + 1), None | Some(b'.' | b'['));
            let end = inner.match_indices(']').find(is_last).map_or(inner.len(), |(at, _)| at);
            steps.push(Step::Key(&inner[..end]));
            rest = inner.get(end + 1..).unwrap_or_default();
        } else if let Some(behind) = rest.strip_prefix('.') {
            rest = behind;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            steps.push(Step::Field(&rest[..end]));
            rest = &rest[end..];
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_in_words_and_its_keys_as_they_are_written() {
        let english = Language::built_in("en");
        assert_eq!(field_words(&english, Kind::Metric, "exclusions[test-calls]"), "Exclusions: test-calls");
        assert_eq!(field_words(&english, Kind::Scorecard, "items[a.b].weight"), "Items: a.b: weight");
        assert_eq!(field_words(&english, Kind::Segment, "codes[a]>b]"), "Codes: a]>b");
        assert_eq!(steps("terms.answered"), [Step::Field("terms"), Step::Field("answered")]);
    }

    #[test]
    fn values_read_as_they_are_written() {
        let text = |text: &str| Canonical::Text(text.to_owned());
        let list = Canonical::List(vec![text("a"), text("b\u{202e}")]);
        assert_eq!(text_of(Some(&list)), "a, b\\u{202e}");
        let map = Canonical::Map([("label".to_owned(), text("North")), ("code".to_owned(), text("N"))].into());
        assert_eq!(text_of(Some(&map)), "code: N, label: North");
    }
}
