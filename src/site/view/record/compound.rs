//! Lists and mappings of a record, where they are short enough for a line or a cell.

use super::nested;
use super::piece::{Piece, Slot};
use super::reading::{piece, unit_of};
use crate::model::{Kind, RecordShape, Scalar, Shape};
use crate::site::view::{Cell, Span};
use crate::site::writer::Writer;
use crate::source::{Node, NodeValue};

/// Values of a list that still stand in a line.
const MOST_IN_LINE: usize = 8;

/// Characters of plain text that still stand in a line.
const LONGEST_IN_LINE: usize = 160;

/// A value as pieces of a line; nothing where it needs a section of its own.
pub(super) fn line(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Option<Vec<Span>> {
    match (shape, &node.value) {
        (Shape::Scalar(Scalar::Prose), _) => None,
        (Shape::Text, NodeValue::Scalar { text, .. }) if text.chars().count() > LONGEST_IN_LINE || text.trim().contains('\n') => None,
        (Shape::List(_), NodeValue::List(items)) if items.is_empty() => Some(vec![none(writer)]),
        (Shape::Map(_), NodeValue::Mapping(entries)) if entries.is_empty() => Some(vec![none(writer)]),
        (Shape::List(inner), NodeValue::List(items)) if is_short_list(inner) && items.len() <= MOST_IN_LINE => {
            let lines: Option<Vec<Vec<Span>>> = items.iter().map(|item| line(writer, slot, inner, item)).collect();
            Some(lines?.into_iter().flatten().collect())
        }
        (Shape::Record(shape), _) => as_phrase(writer, slot, shape, node).map(|text| vec![Span::Text { text }]),
        _ => piece(writer, slot, shape, node).map(Piece::spans),
    }
}

/// A value as a cell; nothing where it needs more room than a cell has.
pub(super) fn cell(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Option<Cell> {
    match (shape, &node.value) {
        (Shape::List(inner), NodeValue::List(items)) => list_cell(writer, slot, inner, items),
        (Shape::Map(inner), NodeValue::Mapping(entries)) => {
            let words =
                |entry: &crate::source::Entry| Some(format!("{}: {}", entry.key, piece(writer, slot, inner, &entry.value)?.words()?));
            let all: Option<Vec<String>> = entries.iter().map(words).collect();
            Some(text_or_none(writer, all?.join("; ")))
        }
        (Shape::Record(shape), _) => as_phrase(writer, slot, shape, node).map(Cell::Text),
        _ => piece(writer, slot, shape, node)?.cell(),
    }
}

fn list_cell(writer: &Writer<'_>, slot: Slot<'_>, inner: &Shape, items: &[Node]) -> Option<Cell> {
    let pieces: Option<Vec<Piece>> = items.iter().map(|item| piece(writer, slot, inner, item)).collect();
    let pieces = pieces?;
    if matches!(inner, Shape::Reference(_)) && !pieces.is_empty() {
        let link = |piece| {
            if let Piece::Link { href, label, .. } = piece { Some((href, label)) } else { None }
        };
        return pieces.into_iter().map(link).collect::<Option<Vec<_>>>().map(Cell::Links);
    }
    let words: Option<Vec<String>> = pieces.into_iter().map(Piece::words).collect();
    Some(text_or_none(writer, words?.join(", ")))
}

fn text_or_none(writer: &Writer<'_>, text: String) -> Cell {
    if text.is_empty() { Cell::Absent(writer.say("none")) } else { Cell::Text(text) }
}

/// The word for an empty list.
fn none(writer: &Writer<'_>) -> Span {
    Span::Absent { text: writer.say("none") }
}

/// References to people and bodies stand among the short fields; lists of other records get a section.
fn is_short_list(inner: &Shape) -> bool {
    match inner {
        Shape::Reference(kinds) => kinds.iter().all(|kind| matches!(kind, Kind::Person | Kind::Team | Kind::Committee)),
        Shape::Scalar(Scalar::Prose) | Shape::List(_) | Shape::Map(_) | Shape::Record(_) => false,
        _ => true,
    }
}

/// A small mapping that reads as a phrase: a span of time, or a comparison with a value.
fn as_phrase(writer: &Writer<'_>, slot: Slot<'_>, shape: &RecordShape, node: &Node) -> Option<String> {
    let words = |name: &str| {
        let field = shape.field(name)?;
        let slot = Slot { name, description: &field.description, unit: slot.unit };
        piece(writer, slot, &field.shape, &node.entry(name)?.value)?.words()
    };
    let only = |names: &[&str]| node.entries().iter().all(|entry| names.contains(&&*entry.key));
    if only(&["from", "to"]) {
        return Some(writer.fill("span", &[("from", words("from")?.into()), ("to", words("to")?.into())]));
    }
    if only(&["operator", "value", "unit"]) {
        let phrase = format!("{} {}", words("operator")?, words("value")?);
        return Some(words("unit").map_or_else(|| phrase.clone(), |unit| format!("{phrase} {unit}")));
    }
    None
}
/// A value as pieces one below the other, whatever it holds.
pub(super) fn values(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Vec<Span> {
    match (shape, &node.value) {
        (Shape::List(_), NodeValue::List(items)) if items.is_empty() => vec![none(writer)],
        (Shape::List(inner), NodeValue::List(items)) => items.iter().flat_map(|item| values(writer, slot, inner, item)).collect(),
        (Shape::Map(inner), NodeValue::Mapping(entries)) => {
            let labelled = |entry: &crate::source::Entry| {
                let mut spans = vec![Span::Remark { text: entry.key.to_string() }];
                spans.extend(values(writer, slot, inner, &entry.value));
                spans
            };
            entries.iter().flat_map(labelled).collect()
        }
        (Shape::Record(shape), _) => as_phrase(writer, slot, shape, node).map_or_else(
            || nested::labelled(writer, Slot { unit: unit_of(writer, shape, node, slot.unit), ..slot }, shape, node),
            |text| vec![Span::Text { text }],
        ),
        _ => piece(writer, slot, shape, node).map_or_else(Vec::new, Piece::spans),
    }
}
