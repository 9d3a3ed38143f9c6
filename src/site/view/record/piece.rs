//! One written value as people read it, before it is decided whether it stands in a line or in a table.

use crate::model::Unit;
use crate::site::view::{Cell, Span, StatusWord};

/// What is known of the place at which a value stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'a> {
    /// Name of the field.
    pub(super) name: &'a str,
    /// Description of the field; it says in which unit a number is.
    pub(super) description: &'a str,
    /// Unit of the metric that the record or entry is about.
    pub(super) unit: Option<Unit>,
}

impl Slot<'_> {
    /// The unit of a number that stands here, from the words with which the field is described.
    pub(super) fn number_unit(&self) -> Option<Unit> {
        if self.description.contains("in per cent") {
            return Unit::parse("percent").ok();
        }
        let unit = self.unit.filter(|_| self.description.contains("in the unit of"))?;
        // What lies between two shares is no share but points.
        Some(if self.description.contains("ifference") { unit.of_difference() } else { unit })
    }
}

/// A single value as people read it.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text(String),
    Choice { word: String, meaning: String },
    Code(String),
    Number { text: String, key: String },
    Time { iso: String, label: String },
    Link { href: String, label: String, note: String },
    Prose(String),
    Status(StatusWord),
}

impl Piece {
    /// The value as pieces of a line.
    pub(super) fn spans(self) -> Vec<Span> {
        let remark = |text: String| {
            if text.is_empty() { None } else { Some(Span::Remark { text }) }
        };
        match self {
            Self::Text(text) => vec![Span::Text { text }],
            Self::Choice { word, meaning } => std::iter::once(Span::Text { text: word }).chain(remark(meaning)).collect(),
            Self::Code(text) => vec![Span::Code { text }],
            Self::Number { text, .. } => vec![Span::Number { text }],
            Self::Time { iso, label } => vec![Span::Time { iso, label }],
            Self::Link { href, label, note } => std::iter::once(Span::Link { href, label }).chain(remark(note)).collect(),
            Self::Prose(markdown) => vec![Span::Prose { markdown }],
            Self::Status(status) => vec![Span::Status(status)],
        }
    }

    /// The value as a cell; nothing where it needs more room than a cell has.
    pub(super) fn cell(self) -> Option<Cell> {
        Some(match self {
            Self::Text(text) | Self::Choice { word: text, .. } => Cell::Text(text),
            Self::Code(text) => Cell::Code(text),
            Self::Number { text, key } => Cell::number(text, key),
            Self::Time { iso, label } => Cell::Time { iso, label },
            Self::Link { href, label, note } => Cell::Link { href, label, note },
            Self::Prose(markdown) => Cell::Text(plain(&markdown)?),
            Self::Status(status) => Cell::Status(status),
        })
    }

    /// The value as plain words; nothing where it is Markdown.
    pub(super) fn words(self) -> Option<String> {
        Some(match self {
            Self::Text(text) | Self::Choice { word: text, .. } | Self::Code(text) | Self::Number { text, .. } => text,
            Self::Time { label, .. } | Self::Link { label, .. } => label,
            Self::Prose(markdown) => plain(&markdown)?,
            Self::Status(status) => status.word,
        })
    }
}
/// Markdown as plain words, where it is one short paragraph without any mark.
pub(super) fn plain(markdown: &str) -> Option<String> {
    let text = markdown.trim();
    let marks = ['*', '_', '`', '[', '<', '&', '\\', '#', '|', '~', '!'];
    let opens_a_block = text.starts_with(['-', '+', '>'])
        || text.split_once(['.', ')']).is_some_and(|(start, _)| start.bytes().all(|byte| byte.is_ascii_digit()));
    if text.contains("\n\n") || text.contains("\n-") || text.contains(marks) || opens_a_block || text.chars().count() > 160 {
        return None;
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_prose_without_marks_is_plain() {
        assert_eq!(plain("Simple; one rule\nfor all.\n"), Some("Simple; one rule for all.".to_owned()));
        for text in ["two\n\nparagraphs", "**strong**", "- a list", "1. a list", "<b>", "a\n- list", &"long ".repeat(40)] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
