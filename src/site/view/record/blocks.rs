//! Lists and mappings of a record that need a section of their own.

use super::compound::{cell, values};
use super::nested;
use super::piece::{Piece, Slot};
use super::reading::{piece, unit_of};
use crate::model::{Period, Scalar, Shape};
use crate::site::view::places::period_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Link, Row, RowGroup, Table};
use crate::site::writer::Writer;
use crate::source::{Entry, Node, NodeValue};

/// References of a section that still stand in one column.
const MOST_IN_COLUMN: usize = 12;

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
        Shape::Scalar(Scalar::Prose) => match items {
            [one] => blocks(writer, id, slot, inner, one),
            _ => vec![Block::Prose { markdown: numbered(items), lede: false }],
        },
        _ => {
            let words = items.iter().filter_map(|item| piece(writer, slot, inner, item)?.words());
            vec![Block::Intro { text: words.collect::<Vec<_>>().join(", ") }]
        }
    }
}

/// Paragraphs as one numbered list; every further line is indented, so that it stays inside its entry.
fn numbered(items: &[Node]) -> String {
    let entry = |(index, item): (usize, &Node)| {
        let number = format!("{}. ", index + 1);
        let text = item.text().unwrap_or_default().trim();
        format!("{number}{}", text.replace('\n', &format!("\n{}", " ".repeat(number.len()))))
    };
    items.iter().enumerate().map(entry).collect::<Vec<_>>().join("\n")
}

fn map_blocks(writer: &mut Writer<'_>, id: &str, slot: Slot<'_>, inner: &Shape, node: &Node) -> Vec<Block> {
    let cells: Option<Vec<Cell>> = node.entries().iter().map(|entry| cell(writer, slot, inner, &entry.value)).collect();
    let Some(cells) = cells else {
        let facts =
            node.entries().iter().map(|entry| Fact { label: entry.key.to_string(), values: values(writer, slot, inner, &entry.value) });
        return vec![Block::Terms { facts: facts.collect() }];
    };
    let (name, value) = map_headings(writer, slot.name);
    let cells: Vec<Cell> = cells.into_iter().map(|cell| if slot.name == "scope" { scope_cell(writer, cell) } else { cell }).collect();
    let kind = if cells.iter().all(|cell| matches!(cell, Cell::Number { .. })) { ColumnKind::Number } else { ColumnKind::Text };
    let row = |(entry, cell): (&Entry, Cell)| Row { cells: vec![key_cell(writer, slot.name, &entry.key), cell], ..Row::default() };
    let rows = node.entries().iter().zip(cells).map(row).collect();
    vec![writer.table(Table {
        id: format!("{id}-table"),
        caption: writer.language().field(slot.name),
        caption_hidden: true,
        narrow: true,
        columns: vec![Column::new(name, ColumnKind::Text), Column::new(value, kind)],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })]
}

/// What the names and the values of a mapping are.
fn map_headings(writer: &Writer<'_>, field: &str) -> (String, String) {
    match field {
        "scope" => (writer.say("record-map-segment"), writer.say("record-map-code")),
        "seasonal" => (writer.say("record-map-period"), writer.say("record-map-level")),
        "labels" => (writer.say("record-map-answer"), writer.say("record-map-label")),
        "settings" | "pinned_settings" => (writer.say("record-map-setting"), writer.say("record-map-value")),
        "prevalence" => (writer.say("record-map-theme"), writer.say("record-map-share")),
        "wording" => (writer.say("record-map-language"), writer.say("record-map-wording")),
        "required_segments" => (writer.say("record-map-segment"), writer.say("record-map-codes")),
        _ => (writer.say("record-map-name"), writer.say("record-map-value")),
    }
}

/// The code of a scope; the sign for each code by itself is put in words.
fn scope_cell(writer: &Writer<'_>, cell: Cell) -> Cell {
    match cell {
        Cell::Text(code) | Cell::Code(code) if code == "*" => Cell::Text(writer.say("record-scope-each")),
        other => other,
    }
}

fn key_cell(writer: &Writer<'_>, field: &str, key: &str) -> Cell {
    match field {
        "seasonal" => Period::parse(key).map_or_else(|_| Cell::Text(key.to_owned()), |period| period_cell(writer.language(), period)),
        "scope" => {
            let segment = crate::model::Id::parse(key).ok().and_then(|id| writer.site.catalog().segment(&id));
            segment.map_or_else(|| Cell::Code(key.to_owned()), |(record, _)| Cell::Text(record.envelope.title.clone()))
        }
        "settings" | "pinned_settings" | "required_segments" => Cell::Code(key.to_owned()),
        _ => Cell::Text(key.to_owned()),
    }
}
