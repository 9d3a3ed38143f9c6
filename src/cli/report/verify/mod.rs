//! What came of verifying a report, for people and machines. Both say the same, in the same order; neither merges one verdict with another.

mod document;
mod text;

pub(in crate::cli) use document::{Document, compose, schema};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    /// For a terminal.
    Text,
    /// JSON.
    Json,
}

impl Format {
    /// Every name.
    pub(in crate::cli) const NAMES: [&'static str; 2] = ["text", "json"];

    /// The format of a name.
    pub(in crate::cli) fn from_name(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// Writes a document.
    pub(in crate::cli) fn render(self, document: &Document) -> String {
        match self {
            Self::Text => text::render(document),
            Self::Json => document::json(document),
        }
    }
}
