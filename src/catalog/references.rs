//! Every reference of a record, found by walking what was written along the shape of its kind.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Kind, RecordRef, RecordShape, Shape, Version, parse_reference};
use crate::source::{Node, NodeValue};

/// Where a reference stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// In a record.
    Record(RecordRef),
    /// In `release.yaml` of a release.
    Release(crate::model::Id),
    /// In the settings.
    Settings,
}

/// The path of a field, such as `items.metric`; cheap to clone, since few fields hold very many references.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath(Arc<str>);

impl FieldPath {
    /// Takes a path.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for FieldPath {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for FieldPath {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

/// One reference, seen from either end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// What refers.
    pub from: Origin,
    /// The field in which it does, such as `items.metric`.
    pub field: FieldPath,
    /// What is referred to.
    pub to: RecordRef,
    /// The version that is pinned.
    pub pinned: Option<Version>,
}

/// A reference as it is written.
pub(super) struct Written<'s> {
    pub(super) field: String,
    pub(super) to: RecordRef,
    pub(super) pinned: Option<Version>,
    pub(super) kinds: &'s [Kind],
    pub(super) span: Range<usize>,
}

/// All references below a node.
pub(super) fn collect<'s>(node: &Node, shape: &'s RecordShape) -> Vec<Written<'s>> {
    let mut found = Vec::new();
    record(node, shape, "", &mut found);
    found
}

fn record<'s>(node: &Node, shape: &'s RecordShape, path: &str, found: &mut Vec<Written<'s>>) {
    for entry in node.entries() {
        if let Some(field) = shape.field(&entry.key).filter(|field| may_refer(&field.shape)) {
            let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
            value(&entry.value, &field.shape, &path, found);
        }
    }
}

/// Whether a field may hold a reference; most hold words and numbers, and nobody needs the paths of those.
fn may_refer(shape: &Shape) -> bool {
    match shape {
        Shape::Record(_) | Shape::Reference(_) => true,
        Shape::List(inner) | Shape::Map(inner) => may_refer(inner),
        _ => false,
    }
}

fn value<'s>(node: &Node, shape: &'s Shape, path: &str, found: &mut Vec<Written<'s>>) {
    match (shape, &node.value) {
        (Shape::Record(shape), _) => record(node, shape, path, found),
        (Shape::List(inner), NodeValue::List(items)) => items.iter().for_each(|item| value(item, inner, path, found)),
        (Shape::Map(inner), NodeValue::Mapping(entries)) => entries.iter().for_each(|entry| value(&entry.value, inner, path, found)),
        (Shape::Reference(kinds), NodeValue::Scalar { text, .. }) => {
            // The reader has refused references that cannot be parsed.
            if let Ok((to, pinned)) = parse_reference(text, kinds) {
                found.push(Written { field: path.to_owned(), to, pinned, kinds, span: node.span() });
            }
        }
        _ => {}
    }
}
