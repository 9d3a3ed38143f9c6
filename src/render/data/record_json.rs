//! A record as data: what was written, the defaults that hold besides, and the digest of its file.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::model::{FieldShape, RecordRef, RecordShape, Shape};
use crate::site::Site;
use crate::source::{Node, NodeValue};

/// The record as indented JSON; empty where there is no such record.
#[must_use]
pub fn record_json(site: &Site, reference: &RecordRef) -> String {
    let Some(record) = site.catalog().record(reference) else {
        return String::new();
    };
    let shape = record.kind.shape();
    let defaults: Map<String, Value> = shape
        .fields
        .iter()
        .filter(|field| record.node.entry(&field.name).is_none())
        .filter_map(|field| Some((field.name.clone(), default_value(field)?)))
        .collect();
    let value = json!({
        "kind": record.kind.name(),
        "id": record.id.as_str(),
        "path": record.source.path(),
        "file_digest": format!("sha256:{}", hexadecimal(&Sha256::digest(record.source.text().as_bytes()))),
        "record": mapping(&record.node, shape),
        "defaults": defaults,
    });
    // A value made of strings, numbers and lists can always be written.
    serde_json::to_string_pretty(&value).map_or_else(|_| String::new(), |text| text + "\n")
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

fn default_value(field: &FieldShape) -> Option<Value> {
    let text = field.default.as_deref()?;
    Some(match &field.shape {
        Shape::Boolean | Shape::Integer { .. } | Shape::Record(_) | Shape::List(_) => serde_json::from_str(text).ok()?,
        _ => Value::String(text.to_owned()),
    })
}

fn mapping(node: &Node, shape: &RecordShape) -> Value {
    let fields = node.entries().iter().filter_map(|entry| {
        let field = shape.field(&entry.key)?;
        Some((entry.key.to_string(), value(&entry.value, &field.shape)))
    });
    Value::Object(fields.collect())
}

/// Decimals stay text, so that no reader rounds them; counts, truth values and lists are what they are.
fn value(node: &Node, shape: &Shape) -> Value {
    match (shape, &node.value) {
        (Shape::Record(shape), _) => mapping(node, shape),
        (Shape::List(inner), NodeValue::List(items)) => items.iter().map(|item| value(item, inner)).collect(),
        (Shape::Map(inner), NodeValue::Mapping(entries)) => {
            Value::Object(entries.iter().map(|entry| (entry.key.to_string(), value(&entry.value, inner))).collect())
        }
        (Shape::Boolean, NodeValue::Scalar { text, .. }) => Value::Bool(&**text == "true"),
        (Shape::Integer { .. }, NodeValue::Scalar { text, .. }) => text.parse::<i64>().map_or_else(|_| Value::Null, Value::from),
        (_, NodeValue::Scalar { text, .. }) => Value::String(text.to_string()),
        (_, NodeValue::List(_) | NodeValue::Mapping(_)) => Value::Null,
    }
}
