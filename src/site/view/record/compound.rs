//! Lists and mappings of a record, short enough for a line or a cell, or as blocks of their own.

use super::nested;
use super::piece::{Piece, Slot, piece, unit_of};
use crate::model::{Kind, RecordShape, Scalar, Shape};
use crate::site::view::naming::field_title;
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Link, Row, RowGroup, Span, Table};
use crate::site::writer::Writer;
use crate::source::{Node, NodeValue};

/// Values of a list that still stand in a line.
const MOST_IN_LINE: usize = 8;

/// References of a section that still stand in one column.
const MOST_IN_COLUMN: usize = 12;

/// Characters of plain text that still stand in a line.
const LONGEST_IN_LINE: usize = 160;

/// A value as pieces of a line; nothing where it needs a section of its own.
pub(super) fn line(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Option<Vec<Span>> {
    match (shape, &node.value) {
        (Shape::Scalar(Scalar::Prose), _) => None,
        (Shape::Text, NodeValue::Scalar { text, .. }) if text.chars().count() > LONGEST_IN_LINE || text.trim().contains('\n') => None,
        (Shape::List(_), NodeValue::List(items)) if items.is_empty() => Some(vec![none()]),
        (Shape::Map(_), NodeValue::Mapping(entries)) if entries.is_empty() => Some(vec![none()]),
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
            let words = |entry: &crate::source::Entry| Some(format!("{}: {}", entry.key, piece(writer, slot, inner, &entry.value)?.words()?));
            let all: Option<Vec<String>> = entries.iter().map(words).collect();
            Some(text_or_none(all?.join("; ")))
        }
        (Shape::Record(shape), _) => as_phrase(writer, slot, shape, node).map(Cell::Text),
        _ => piece(writer, slot, shape, node)?.cell(),
    }
}

fn list_cell(writer: &Writer<'_>, slot: Slot<'_>, inner: &Shape, items: &[Node]) -> Option<Cell> {
    let pieces: Option<Vec<Piece>> = items.iter().map(|item| piece(writer, slot, inner, item)).collect();
    let pieces = pieces?;
    if matches!(inner, Shape::Reference(_)) && !pieces.is_empty() {
        let link = |piece| if let Piece::Link { href, label, .. } = piece { Some((href, label)) } else { None };
        return pieces.into_iter().map(link).collect::<Option<Vec<_>>>().map(Cell::Links);
    }
    let words: Option<Vec<String>> = pieces.into_iter().map(Piece::words).collect();
    Some(text_or_none(words?.join(", ")))
}

fn text_or_none(text: String) -> Cell {
    if text.is_empty() { Cell::Absent("none".to_owned()) } else { Cell::Text(text) }
}

/// The word for an empty list.
fn none() -> Span {
    Span::Absent { text: "none".to_owned() }
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
        return Some(format!("{} to {}", words("from")?, words("to")?));
    }
    if only(&["operator", "value", "unit"]) {
        let phrase = format!("{} {}", words("operator")?, words("value")?);
        return Some(words("unit").map_or_else(|| phrase.clone(), |unit| format!("{phrase} {unit}")));
    }
    None
}

/// A value as blocks of a section; `id` is the anchor of the section and unique on the page.
pub(super) fn blocks(writer: &mut Writer<'_>, id: &str, slot: Slot<'_>, shape: &Shape, node: &Node) -> Vec<Block> {
    match (shape, &node.value) {
        (Shape::Scalar(Scalar::Prose), NodeValue::Scalar { text, .. }) => vec![Block::Prose { markdown: text.to_string(), lede: false }],
        (Shape::List(inner), NodeValue::List(items)) => list_blocks(writer, id, slot, inner, items),
        (Shape::Map(inner), NodeValue::Mapping(_)) => map_blocks(writer, id, slot, inner, node),
        (Shape::Record(shape), _) => {
            let slot = Slot { unit: unit_of(writer, shape, node, slot.unit), ..slot };
            nested::entry_blocks(writer, slot, shape, node, &[])
        }
        (_, NodeValue::Scalar { text, .. }) => vec![Block::Intro { text: text.to_string() }],
        _ => Vec::new(),
    }
}

fn list_blocks(writer: &mut Writer<'_>, id: &str, slot: Slot<'_>, inner: &Shape, items: &[Node]) -> Vec<Block> {
    match inner {
        Shape::Record(shape) => nested::list_blocks(writer, id, slot, shape, items),
        Shape::Reference(_) => {
            let links: Vec<Link> = items
                .iter()
                .filter_map(|item| match piece(writer, slot, inner, item)? {
                    Piece::Link { href, label, note } => Some(Link { href, label, note }),
                    _ => None,
                })
                .collect();
            let columns = links.len() > MOST_IN_COLUMN;
            vec![Block::Links { links, columns }]
        }
        Shape::Scalar(Scalar::Prose) => {
            let facts = items.iter().enumerate().map(|(index, item)| Fact { label: (index + 1).to_string(), values: values(writer, slot, inner, item) });
            match items {
                [one] => blocks(writer, id, slot, inner, one),
                _ => vec![Block::Terms { facts: facts.collect() }],
            }
        }
        _ => {
            let words = items.iter().filter_map(|item| piece(writer, slot, inner, item)?.words());
            vec![Block::Intro { text: words.collect::<Vec<_>>().join(", ") }]
        }
    }
}

fn map_blocks(writer: &mut Writer<'_>, id: &str, slot: Slot<'_>, inner: &Shape, node: &Node) -> Vec<Block> {
    let cells: Option<Vec<Cell>> = node.entries().iter().map(|entry| cell(writer, slot, inner, &entry.value)).collect();
    let Some(cells) = cells else {
        let facts = node.entries().iter().map(|entry| Fact { label: entry.key.to_string(), values: values(writer, slot, inner, &entry.value) });
        return vec![Block::Terms { facts: facts.collect() }];
    };
    let (name, value) = map_headings(slot.name);
    let kind = if cells.iter().all(|cell| matches!(cell, Cell::Number { .. })) { ColumnKind::Number } else { ColumnKind::Text };
    let row = |(entry, cell): (&crate::source::Entry, Cell)| Row { cells: vec![key_cell(slot.name, &entry.key), cell], ..Row::default() };
    let rows = node.entries().iter().zip(cells).map(row).collect();
    vec![writer.table(Table {
        id: format!("{id}-table"),
        caption: field_title(slot.name),
        caption_hidden: true,
        narrow: true,
        columns: vec![Column::new(name, ColumnKind::Text), Column::new(value, kind)],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })]
}

/// What the names and the values of a mapping are.
fn map_headings(field: &str) -> (&'static str, &'static str) {
    match field {
        "scope" => ("Segment", "Code"),
        "seasonal" => ("Period", "Level"),
        "labels" => ("Answer", "Label"),
        "settings" | "pinned_settings" => ("Setting", "Value"),
        "prevalence" => ("Theme", "Share"),
        "wording" => ("Language", "Wording"),
        "required_segments" => ("Segment", "Codes"),
        _ => ("Name", "Value"),
    }
}

fn key_cell(field: &str, key: &str) -> Cell {
    match field {
        "seasonal" => crate::model::Period::parse(key).map_or_else(|_| Cell::Text(key.to_owned()), crate::site::view::places::period_cell),
        "scope" | "settings" | "pinned_settings" | "required_segments" => Cell::Code(key.to_owned()),
        _ => Cell::Text(key.to_owned()),
    }
}

/// A value as pieces one below the other, whatever it holds.
pub(super) fn values(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Vec<Span> {
    match (shape, &node.value) {
        (Shape::List(_), NodeValue::List(items)) if items.is_empty() => vec![none()],
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
