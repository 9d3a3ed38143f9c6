//! A YAML document as a tree in which every part knows where it stands.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use crate::model::{Kind, RecordShape, Shape};

/// One value and its place, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// First byte.
    start: u32,
    /// Byte after the last.
    end: u32,
    /// What stands there.
    pub value: NodeValue,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeValue {
    /// A scalar after escapes and folding.
    Scalar {
        /// The text.
        text: Box<str>,
        /// Whether it was written without quotes and not as a block.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping in the order in which it was written.
    Mapping(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key; a scalar.
    pub key: Cow<'static, str>,
    /// Whether the key was written without quotes.
    pub plain_key: bool,
    key_start: u32,
    key_end: u32,
    /// The value.
    pub value: Node,
}

/// A key without memory of its own where it is the name of a field; nearly every key of a project is.
fn known_key(key: &str) -> Cow<'static, str> {
    static NAMES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = BTreeSet::new();
        for kind in Kind::ALL {
            collect_names(kind.shape(), &mut names);
        }
        names
    });
    names.get(key).map_or_else(|| Cow::Owned(key.to_owned()), |name| Cow::Borrowed(*name))
}

fn collect_names(shape: &'static RecordShape, names: &mut BTreeSet<&'static str>) {
    for field in &shape.fields {
        names.insert(&field.name);
        let mut inner = &field.shape;
        while let Shape::List(item) | Shape::Map(item) = inner {
            inner = item;
        }
        if let Shape::Record(fields) = inner {
            collect_names(fields, names);
        }
    }
}

fn offset(bytes: usize) -> u32 {
    // Files beyond a few mebibytes are refused before they are parsed, so this never saturates.
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn range(start: u32, end: u32) -> Range<usize> {
    start as usize..end as usize
}

impl Node {
    /// A node at a range of bytes.
    #[must_use]
    pub fn new(span: Range<usize>, value: NodeValue) -> Self {
        Self { start: offset(span.start), end: offset(span.end), value }
    }

    /// The range of bytes it covers.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        range(self.start, self.end)
    }

    /// The text, where it is a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The entries, where it is a mapping; none otherwise.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            NodeValue::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items, where it is a list; none otherwise.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match &self.value {
            NodeValue::List(items) => items,
            _ => &[],
        }
    }

    /// The entry of a key, where it is a mapping that has it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| &*entry.key == key)
    }

    /// The value at a path of keys and list positions, such as `items.0.metric`.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, |node, step| match &node.value {
            NodeValue::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => node.entry(step).map(|entry| &entry.value),
        })
    }

    /// What it is, in words.
    #[must_use]
    pub const fn describe(&self) -> &'static str {
        match &self.value {
            NodeValue::Scalar { .. } => "a single value",
            NodeValue::List(_) => "a list",
            NodeValue::Mapping(_) => "a mapping",
        }
    }
}

impl Entry {
    /// A key at a range of bytes, with its value.
    #[must_use]
    pub fn new(key: &str, plain_key: bool, span: Range<usize>, value: Node) -> Self {
        Self { key: known_key(key), plain_key, key_start: offset(span.start), key_end: offset(span.end), value }
    }

    /// The range of bytes that the key covers.
    #[must_use]
    pub fn key_span(&self) -> Range<usize> {
        range(self.key_start, self.key_end)
    }
}
