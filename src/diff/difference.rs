//! Where two trees of values differ: one entry for each field, and for each item of a list by its key.

use std::collections::BTreeSet;
use std::ops::Range;

use super::canonical::Canonical;
use super::part::{Part, PartValue, Parts};
use crate::model::{RecordShape, Shape};

/// One place at which two records differ, before anybody judges it.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    /// Path with keys: `codes[north].label`.
    pub(super) path: String,
    /// Path without keys: `codes.label`.
    pub(super) field: String,
    /// The first key on the path.
    pub(super) key: Option<String>,
    /// The value before.
    pub(super) before: Option<Canonical>,
    /// The value after.
    pub(super) after: Option<Canonical>,
    /// Where it was written before.
    pub(super) before_span: Option<Range<usize>>,
    /// Where it is written now.
    pub(super) after_span: Option<Range<usize>>,
}

impl Difference {
    /// The text before, where it was a scalar.
    pub(super) fn text_before(&self) -> Option<&str> {
        self.before.as_ref()?.text()
    }

    /// The text after, where it is a scalar.
    pub(super) fn text_after(&self) -> Option<&str> {
        self.after.as_ref()?.text()
    }

    /// Whether something came that was not there.
    pub(super) fn is_added(&self) -> bool {
        self.before.is_none()
    }

    /// Whether something went that was there.
    pub(super) fn is_removed(&self) -> bool {
        self.after.is_none()
    }
}

/// Where a path stands: with keys, without them, and its first key.
#[derive(Clone, Default)]
struct At {
    path: String,
    field: String,
    key: Option<String>,
}

impl At {
    fn field(&self, name: &str) -> Self {
        let join = |path: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        Self { path: join(&self.path), field: join(&self.field), key: self.key.clone() }
    }

    fn item(&self, key: &str) -> Self {
        let first = self.key.clone().or_else(|| Some(key.to_owned()));
        Self { path: format!("{}[{key}]", self.path), field: self.field.clone(), key: first }
    }
}

/// Lists where two records differ, in the order of their fields and then of their keys.
pub(super) fn differences(before: &Parts, after: &Parts, shape: &RecordShape) -> Vec<Difference> {
    let mut found = Vec::new();
    fields(before, after, shape, &At::default(), &mut found);
    found
}

fn fields(before: &Parts, after: &Parts, shape: &RecordShape, at: &At, found: &mut Vec<Difference>) {
    for field in &shape.fields {
        differ(before.get(&field.name), after.get(&field.name), &field.shape, &at.field(&field.name), found);
    }
}

fn differ(before: Option<&Part>, after: Option<&Part>, shape: &Shape, at: &At, found: &mut Vec<Difference>) {
    let (old, new) = (before.map(Part::canonical), after.map(Part::canonical));
    if old == new {
        return;
    }
    match shape {
        Shape::Record(inner) => {
            if let Some((before, after)) = before.and_then(Part::parts).zip(after.and_then(Part::parts)) {
                return fields(before, after, inner, at, found);
            }
        }
        Shape::List(inner) | Shape::Map(inner) if has_keys(before) && has_keys(after) => {
            let (before, after) = (before.and_then(Part::parts), after.and_then(Part::parts));
            let keys: BTreeSet<&String> = before.into_iter().chain(after).flat_map(Parts::keys).collect();
            for key in keys {
                let item = |parts: Option<&Parts>| parts.and_then(|parts| parts.get(key)).cloned();
                differ(item(before).as_ref(), item(after).as_ref(), inner, &at.item(key), found);
            }
            return;
        }
        _ => {}
    }
    let span = |part: Option<&Part>| part.and_then(|part| part.span.clone());
    found.push(Difference {
        path: at.path.clone(),
        field: at.field.clone(),
        key: at.key.clone(),
        before: old,
        after: new,
        before_span: span(before),
        after_span: span(after),
    });
}

/// Whether a list is compared by key; one that is not there has no say.
fn has_keys(part: Option<&Part>) -> bool {
    part.is_none_or(|part| matches!(part.value, PartValue::Map(_)))
}
