//! Every field of a definition, with defaults marked.

use crate::model::{FieldShape, Shape};
use crate::site::Writer;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table};
use crate::source::{Node, NodeValue, Record};

/// All fields that are written, and the defaults of those that are not, behind a fold.
pub(super) fn all_fields(writer: &mut Writer<'_>, record: &Record) -> Block {
    let mut rows = Vec::new();
    for field in &record.kind.shape().fields {
        let row = |value: String, from: &str| Row {
            cells: vec![Cell::Code(field.name.clone()), Cell::Text(value), Cell::Text(from.to_owned())],
            ..Row::default()
        };
        match (record.node.entry(&field.name), default_of(field)) {
            (Some(entry), _) => rows.push(row(in_words(&entry.value), "written")),
            (None, Some(default)) => rows.push(row(default, "default")),
            (None, None) => {}
        }
    }
    let count = rows.len();
    let table = Table {
        id: "t-fields".to_owned(),
        caption: "All fields".to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::new("Field", ColumnKind::Text),
            Column::new("Value", ColumnKind::Text),
            Column::new("Where from", ColumnKind::Text),
        ],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    let table = writer.table(table);
    Block::Details { summary: format!("All {count} fields, with defaults marked"), open: false, blocks: vec![table] }
}

fn default_of(field: &FieldShape) -> Option<String> {
    match field.shape {
        Shape::Record(_) | Shape::List(_) | Shape::Map(_) => None,
        _ => field.default.clone(),
    }
}

/// A value on one line: lists with commas, mappings with their keys.
fn in_words(node: &Node) -> String {
    match &node.value {
        NodeValue::Scalar { text, .. } => text.split_whitespace().collect::<Vec<_>>().join(" "),
        NodeValue::List(items) if items.is_empty() => "none".to_owned(),
        NodeValue::List(items) => {
            let separator = if items.iter().any(|item| !item.entries().is_empty()) { "; " } else { ", " };
            items.iter().map(in_words).collect::<Vec<_>>().join(separator)
        }
        NodeValue::Mapping(entries) => {
            entries.iter().map(|entry| format!("{}: {}", entry.key, in_words(&entry.value))).collect::<Vec<_>>().join(", ")
        }
    }
}
