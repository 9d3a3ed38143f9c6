//! A record as a tree of canonical values in which every part still knows where it was written.

use std::collections::BTreeMap;
use std::ops::Range;

use super::canonical::Canonical;
use super::list_keys::{is_ordered, keys_of};
use super::rename::Renames;
use super::scalar::canonical_scalar;
use crate::model::{FieldShape, RecordShape, Shape};
use crate::source::{Node, NodeValue};

/// The fields of a record or mapping, by name; what is empty or left out without a default is not there.
pub(super) type Parts = BTreeMap<String, Part>;

/// One value.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What it says.
    pub(super) value: PartValue,
    /// The bytes at which it is written; nothing for a default.
    pub(super) span: Option<Range<usize>>,
}

/// What a part holds.
#[derive(Clone, Debug)]
pub(super) enum PartValue {
    /// A scalar.
    Text(String),
    /// A list by position.
    List(Vec<Part>),
    /// A mapping, or a list by key.
    Map(Parts),
}

impl Part {
    /// The value without its places.
    pub(super) fn canonical(&self) -> Canonical {
        match &self.value {
            PartValue::Text(text) => Canonical::Text(text.clone()),
            PartValue::List(items) => Canonical::List(items.iter().map(Self::canonical).collect()),
            PartValue::Map(parts) => Canonical::Map(parts.iter().map(|(key, part)| (key.clone(), part.canonical())).collect()),
        }
    }

    /// The parts by key; none where it is a scalar or has no keys.
    pub(super) fn parts(&self) -> Option<&Parts> {
        if let PartValue::Map(parts) = &self.value { Some(parts) } else { None }
    }

    fn is_empty(&self) -> bool {
        match &self.value {
            PartValue::Text(text) => text.is_empty(),
            PartValue::List(items) => items.is_empty(),
            PartValue::Map(parts) => parts.is_empty(),
        }
    }
}

/// Makes the tree of a record of a kind; `renames` tells what the records that it refers to are called now.
pub(super) fn parts_of(kind: &str, node: &Node, shape: &RecordShape, renames: &Renames) -> Parts {
    Reading { kind, renames }.fields(Some(node), shape, "")
}

struct Reading<'a> {
    kind: &'a str,
    renames: &'a Renames,
}

impl Reading<'_> {
    fn fields(&self, node: Option<&Node>, shape: &RecordShape, path: &str) -> Parts {
        let mut parts = Parts::new();
        for field in &shape.fields {
            let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
            let written = node.and_then(|node| node.entry(&field.name)).map(|entry| &entry.value);
            let part = written.map_or_else(|| self.left_out(field, &path), |node| self.part(node, &field.shape, &path));
            if let Some(part) = part.filter(|part| !part.is_empty()) {
                parts.insert(field.name.clone(), part);
            }
        }
        parts
    }

    /// What holds where a field is left out: its default, or those of the fields of a mapping that needs none of them.
    fn left_out(&self, field: &FieldShape, path: &str) -> Option<Part> {
        if let Shape::Record(inner) = &field.shape {
            let optional = !field.required && inner.fields.iter().all(|field| !field.required);
            return optional.then(|| Part { value: PartValue::Map(self.fields(None, inner, path)), span: None });
        }
        let plain = !matches!(field.shape, Shape::List(_) | Shape::Map(_));
        let default = field.default.as_ref().filter(|_| plain)?;
        Some(Part { value: PartValue::Text(canonical_scalar(&field.shape, default, self.renames)), span: None })
    }

    fn part(&self, node: &Node, shape: &Shape, path: &str) -> Option<Part> {
        let value = match (shape, &node.value) {
            (Shape::Record(fields), _) => PartValue::Map(self.fields(Some(node), fields, path)),
            (Shape::Map(inner), NodeValue::Mapping(entries)) => {
                let parts = entries.iter().filter_map(|entry| Some((entry.key.to_string(), self.part(&entry.value, inner, path)?)));
                PartValue::Map(parts.collect())
            }
            (Shape::List(inner), NodeValue::List(items)) => self.list(items, inner, path),
            (_, NodeValue::Scalar { text, .. }) => PartValue::Text(canonical_scalar(shape, text, self.renames)),
            _ => return None,
        };
        Some(Part { value, span: Some(node.span()) })
    }

    fn list(&self, items: &[Node], inner: &Shape, path: &str) -> PartValue {
        let parts = items.iter().filter_map(|item| self.part(item, inner, path));
        let keys = keys_of(self.kind, path);
        let keyed = match inner {
            Shape::Record(_) => keys.is_some(),
            Shape::Scalar(crate::model::Scalar::Prose) => false,
            _ => !is_ordered(path),
        };
        if !keyed {
            return PartValue::List(parts.collect());
        }
        let mut by_key = Parts::new();
        for part in parts {
            let key = key_of(&part, keys.unwrap_or_default());
            let mut free = key.clone();
            let mut count = 1;
            while by_key.contains_key(&free) {
                count += 1;
                free = format!("{key} #{count}");
            }
            by_key.insert(free, part);
        }
        PartValue::Map(by_key)
    }
}

fn key_of(part: &Part, keys: &[&str]) -> String {
    match &part.value {
        PartValue::Text(text) => text.clone(),
        PartValue::List(_) => part.canonical().to_string(),
        PartValue::Map(parts) => {
            let values: Vec<String> = keys.iter().filter_map(|key| Some(parts.get(*key)?.canonical().to_string())).collect();
            values.join(" ")
        }
    }
}
