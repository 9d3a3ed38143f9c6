//! Values without their spelling: two texts that mean the same have one canonical form.

use std::collections::BTreeMap;
use std::fmt;

/// A value after defaults are filled in, numbers are taken by value, and white space and Unicode are normalised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Canonical {
    /// A scalar. Prose has its runs of white space made one space; paragraphs stay apart.
    Text(String),
    /// A list whose order means something, or one without a key to its items.
    List(Vec<Canonical>),
    /// A mapping, or a list of items with keys.
    Map(BTreeMap<String, Canonical>),
}

impl Canonical {
    /// The text, where it is a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The value at a key, where it is a mapping or a list of items with keys.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Map(values) = self { values.get(key) } else { None }
    }

    /// Writes the value so that no two values have the same bytes: each part with its length before it.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Text(text) => {
                bytes.push(b't');
                write_text(text, bytes);
            }
            Self::List(items) => {
                bytes.push(b'l');
                write_length(items.len(), bytes);
                for item in items {
                    item.write(bytes);
                }
            }
            Self::Map(values) => {
                bytes.push(b'm');
                write_length(values.len(), bytes);
                for (key, value) in values {
                    write_text(key, bytes);
                    value.write(bytes);
                }
            }
        }
    }
}

/// Writes a text with its length before it.
pub(super) fn write_text(text: &str, bytes: &mut Vec<u8>) {
    write_length(text.len(), bytes);
    bytes.extend_from_slice(text.as_bytes());
}

fn write_length(length: usize, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(&u64::try_from(length).unwrap_or(u64::MAX).to_be_bytes());
}

/// On one line: a scalar as it is, the parts of anything else between commas. Items of a list that are nothing but their key are named once.
impl fmt::Display for Canonical {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => formatter.write_str(text),
            Self::List(items) => {
                for (position, item) in items.iter().enumerate() {
                    formatter.write_str(if position == 0 { "" } else { ", " })?;
                    write!(formatter, "{item}")?;
                }
                Ok(())
            }
            Self::Map(values) => {
                for (position, (key, value)) in values.iter().enumerate() {
                    formatter.write_str(if position == 0 { "" } else { ", " })?;
                    match value {
                        Self::Text(text) if text == key => formatter.write_str(key)?,
                        Self::Text(text) => write!(formatter, "{key}: {text}")?,
                        _ => write!(formatter, "{key}: ({value})")?,
                    }
                }
                Ok(())
            }
        }
    }
}
