//! Mappings inside a record, alone or in a list: a table where every value fits a cell, labelled fields otherwise.

use super::compound::{cell, values};
use super::piece::{Piece, Slot};
use super::reading::{piece, unit_of};
use crate::model::{FieldShape, RecordShape, Scalar, Shape};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Row, RowGroup, Span, Table};
use crate::site::writer::Writer;
use crate::source::{Node, NodeValue};

/// Rows from which a table can be sorted.
const SORTABLE_FROM: usize = 5;

/// Rows from which the head of a table stays in view.
const LONG_FROM: usize = 20;

/// A list of mappings as a table, or entry by entry.
pub(super) fn list_blocks(writer: &mut Writer<'_>, id: &str, slot: Slot<'_>, shape: &RecordShape, items: &[Node]) -> Vec<Block> {
    let shown = |field: &&FieldShape| field.default.is_some() || items.iter().any(|item| item.entry(&field.name).is_some());
    let columns: Vec<&FieldShape> = shape.fields.iter().filter(shown).collect();
    let rows: Option<Vec<Row>> = items.iter().map(|item| row(writer, slot, shape, &columns, item)).collect();
    let Some(rows) = rows else {
        return entries(writer, slot, shape, &columns, items);
    };
    let caption = writer.language().field(slot.name);
    let columns =
        columns.iter().map(|field| Column::new(writer.language().field_in(slot.name, &field.name), column_kind(&field.shape))).collect();
    vec![writer.table(Table {
        id: format!("{id}-table"),
        caption,
        caption_hidden: true,
        sortable: rows.len() >= SORTABLE_FROM,
        long: rows.len() >= LONG_FROM,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })]
}

fn row(writer: &Writer<'_>, slot: Slot<'_>, shape: &RecordShape, columns: &[&FieldShape], item: &Node) -> Option<Row> {
    let unit = unit_of(writer, shape, item, slot.unit);
    let cells: Option<Vec<Cell>> = columns
        .iter()
        .map(|field| {
            let slot = Slot { name: &field.name, description: &field.description, unit };
            match item.entry(&field.name) {
                Some(entry) => cell(writer, slot, &field.shape, &entry.value),
                None => Some(unset(writer, slot, field)),
            }
        })
        .collect();
    Some(Row { cells: cells?, ..Row::default() })
}

/// A cell for a field that is left out: its default where it has one.
fn unset(writer: &Writer<'_>, slot: Slot<'_>, field: &FieldShape) -> Cell {
    let Some(default) = &field.default else {
        return Cell::Empty;
    };
    let node = Node::new(0..0, NodeValue::Scalar { text: default.as_str().into(), plain: true });
    let value = piece(writer, slot, &field.shape, &node).and_then(Piece::words).unwrap_or_else(|| default.clone());
    Cell::Text(writer.fill("record-default-value", &[("value", value.into())]))
}

/// Whether a column holds words or figures.
pub(in crate::site::view) const fn column_kind(shape: &Shape) -> ColumnKind {
    match shape {
        Shape::Integer { .. } | Shape::Scalar(Scalar::Decimal) => ColumnKind::Number,
        _ => ColumnKind::Text,
    }
}

/// A list of mappings entry by entry: what names an entry stands on its left or above it.
fn entries(writer: &Writer<'_>, slot: Slot<'_>, shape: &RecordShape, columns: &[&FieldShape], items: &[Node]) -> Vec<Block> {
    let naming = columns
        .first()
        .filter(|field| !matches!(field.shape, Shape::Scalar(Scalar::Prose) | Shape::List(_) | Shape::Map(_) | Shape::Record(_)));
    let name = |index: usize, item: &Node| {
        let written = naming.and_then(|field| {
            let slot = Slot { name: &field.name, description: &field.description, unit: None };
            piece(writer, slot, &field.shape, &item.entry(&field.name)?.value)?.words()
        });
        written.unwrap_or_else(|| (index + 1).to_string())
    };
    let without: Vec<&str> = naming.iter().map(|field| field.name.as_str()).collect();
    let linked = |field: &&&FieldShape| matches!(field.shape, Shape::Reference(_));
    // A name that is a link is repeated below, so that it can be followed.
    let without = if naming.iter().any(linked) { Vec::new() } else { without };
    let one_more = columns.len() == without.len() + 1;
    if one_more {
        let facts = items.iter().enumerate().map(|(index, item)| {
            let unit = unit_of(writer, shape, item, slot.unit);
            let rest = columns.iter().filter(|field| !without.contains(&field.name.as_str()));
            Fact { label: name(index, item), values: rest.flat_map(|field| field_values(writer, unit, field, item)).collect() }
        });
        return vec![Block::Terms { facts: facts.collect() }];
    }
    let mut blocks = Vec::new();
    for (index, item) in items.iter().enumerate() {
        blocks.push(Block::Heading { text: name(index, item) });
        let unit = unit_of(writer, shape, item, slot.unit);
        blocks.extend(entry_blocks(writer, Slot { unit, ..slot }, shape, item, &without));
    }
    blocks
}

fn field_values(writer: &Writer<'_>, unit: Option<crate::model::Unit>, field: &FieldShape, item: &Node) -> Vec<Span> {
    let slot = Slot { name: &field.name, description: &field.description, unit };
    item.entry(&field.name).map_or_else(Vec::new, |entry| values(writer, slot, &field.shape, &entry.value))
}

/// One mapping as labelled fields, some of them left out.
pub(super) fn entry_blocks(writer: &Writer<'_>, slot: Slot<'_>, shape: &RecordShape, node: &Node, without: &[&str]) -> Vec<Block> {
    let written = shape.fields.iter().filter(|field| !without.contains(&field.name.as_str()) && node.entry(&field.name).is_some());
    let facts: Vec<Fact> = written
        .map(|field| Fact {
            label: writer.language().field_in(slot.name, &field.name),
            values: field_values(writer, slot.unit, field, node),
        })
        .collect();
    let has_prose = facts.iter().flat_map(|fact| &fact.values).any(|span| matches!(span, Span::Prose { .. }));
    match (facts.is_empty(), has_prose) {
        (true, _) => Vec::new(),
        (_, true) => vec![Block::Terms { facts }],
        (_, false) => vec![Block::Facts { facts }],
    }
}

/// One mapping as pieces one below the other, each after the name of its field.
pub(super) fn labelled(writer: &Writer<'_>, slot: Slot<'_>, shape: &RecordShape, node: &Node) -> Vec<Span> {
    let written = shape.fields.iter().filter_map(|field| Some((field, &node.entry(&field.name)?.value)));
    let mut spans = Vec::new();
    for (field, value) in written {
        let inner = Slot { name: &field.name, description: &field.description, unit: slot.unit };
        match piece(writer, inner, &field.shape, value).map(Piece::words) {
            Some(Some(words)) if !matches!(field.shape, Shape::Reference(_)) => {
                spans.push(Span::Text { text: format!("{}: {words}", writer.language().field_in(slot.name, &field.name)) });
            }
            _ => {
                spans.push(Span::Remark { text: writer.language().field_in(slot.name, &field.name) });
                spans.extend(values(writer, inner, &field.shape, value));
            }
        }
    }
    spans
}
