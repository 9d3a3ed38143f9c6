//! Every field of a definition, with defaults marked.

use crate::language::Language;
use crate::model::{FieldShape, Shape};
use crate::site::Writer;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table};
use crate::source::{Node, NodeValue, Record};

/// All fields that are written, and the defaults of those that are not, behind a fold.
pub(super) fn all_fields(writer: &mut Writer<'_>, record: &Record) -> Block {
    let language = writer.language();
    let mut rows = Vec::new();
    for field in &record.kind.shape().fields {
        let row = |value: String, from: &str| Row {
            cells: vec![Cell::Code(field.name.clone()), Cell::Text(value), Cell::Text(from.to_owned())],
            ..Row::default()
        };
        match (record.node.entry(&field.name), default_of(field)) {
            (Some(entry), _) => rows.push(row(in_words(language, &entry.value), language.say("metric-field-written"))),
            (None, Some(default)) => rows.push(row(default, language.say("metric-field-default"))),
            (None, None) => {}
        }
    }
    let count = rows.len();
    let table = Table {
        id: "t-fields".to_owned(),
        caption: writer.say("metric-fields-caption"),
        caption_hidden: true,
        columns: vec![
            Column::new(language.say("metric-column-field"), ColumnKind::Text),
            Column::new(language.say("metric-column-value"), ColumnKind::Text),
            Column::new(language.say("metric-column-where-from"), ColumnKind::Text),
        ],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    let table = writer.table(table);
    Block::Details { summary: writer.fill("metric-fields-summary", &[("count", count.into())]), open: false, blocks: vec![table] }
}

fn default_of(field: &FieldShape) -> Option<String> {
    match field.shape {
        Shape::Record(_) | Shape::List(_) | Shape::Map(_) => None,
        _ => field.default.clone(),
    }
}

/// A value on one line: lists with commas, mappings with their keys.
fn in_words(language: &Language, node: &Node) -> String {
    match &node.value {
        NodeValue::Scalar { text, .. } => text.split_whitespace().collect::<Vec<_>>().join(" "),
        NodeValue::List(items) if items.is_empty() => language.say("none").to_owned(),
        NodeValue::List(items) => {
            let separator = if items.iter().any(|item| !item.entries().is_empty()) { "; " } else { ", " };
            items.iter().map(|item| in_words(language, item)).collect::<Vec<_>>().join(separator)
        }
        NodeValue::Mapping(entries) => {
            entries.iter().map(|entry| format!("{}: {}", entry.key, in_words(language, &entry.value))).collect::<Vec<_>>().join(", ")
        }
    }
}
