//! A table as data.

use super::block::{PartNumber, StatusWord};
use super::tick::TickMark;

/// A table with a caption; drawn without a template.
#[expect(clippy::struct_excessive_bools, reason = "five independent ways in which a table may look")]
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Id of the caption; unique on the page.
    pub id: String,
    /// Caption.
    pub caption: String,
    /// Unit, order and the like, in a quieter voice; may be empty.
    pub note: String,
    /// Whether a heading above says what the caption says, so that only screen readers are told.
    pub caption_hidden: bool,
    /// Whether rows can be sorted.
    pub sortable: bool,
    /// Whether rows can be filtered: by a text, and by the values of the columns that say so.
    pub filterable: bool,
    /// Whether the table is long and its head should stay in view.
    pub long: bool,
    /// Whether the table is only as wide as what it holds.
    pub narrow: bool,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub groups: Vec<RowGroup>,
}

/// A column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// What the column holds; decides alignment and order.
    pub kind: ColumnKind,
    /// Whether a table that can be filtered offers the values of the column to choose from, where they are few.
    pub filter: bool,
}

impl Column {
    /// A column of a kind.
    #[must_use]
    pub fn new(label: impl Into<String>, kind: ColumnKind) -> Self {
        Self { label: label.into(), kind, filter: false }
    }

    /// The same column, with its values to choose from.
    #[must_use]
    pub fn filtered(self) -> Self {
        Self { filter: true, ..self }
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    #[default]
    Text,
    /// Figures.
    Number,
    /// Pictures; not sorted.
    Picture,
    /// Icons; not sorted.
    Icons,
    /// Marks beside figures; not sorted.
    Marks,
    /// Room for the marks of an auditor, on paper only; always empty.
    Auditor,
}

/// Rows under one heading, or under none.
#[derive(Clone, Debug, Default)]
pub struct RowGroup {
    /// Heading; empty for none.
    pub heading: String,
    /// Words behind it; may be empty.
    pub note: String,
    /// Rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Anchor; empty for none.
    pub id: String,
    /// Whether the row is the sum of the others.
    pub is_total: bool,
    /// One cell for each column; the first one heads the row.
    pub cells: Vec<Cell>,
}

/// A letter beside a value, with its meaning.
#[derive(Clone, Debug)]
pub struct Flag {
    /// The letter.
    pub letter: &'static str,
    /// What it means.
    pub meaning: String,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub enum Cell {
    /// Nothing to show.
    #[default]
    Empty,
    /// A word that says why there is nothing, such as `none`.
    Absent(String),
    /// Words.
    Text(String),
    /// Words that are English in a report of any other language.
    English(String),
    /// What a check says: English in a report of any other language, with names between backticks.
    Spoken(String),
    /// An id, path or code.
    Code(String),
    /// A figure as people read it, the key by which it is sorted, and letters beside it.
    Number {
        /// As people read it.
        text: String,
        /// As machines read it.
        key: String,
        /// Letters beside it.
        flags: Vec<Flag>,
    },
    /// A day, period or instant.
    Time {
        /// As machines read it; also the key by which it is sorted.
        iso: String,
        /// As people read it.
        label: String,
    },
    /// A link, with words below it that may be empty.
    Link {
        /// Address relative to the page.
        href: String,
        /// Words of the link.
        label: String,
        /// Words below.
        note: String,
    },
    /// Words with a remark below them.
    Noted {
        /// The words.
        text: String,
        /// The remark.
        note: String,
        /// Whether the remark asks for attention; it then stands behind a sign.
        alert: bool,
    },
    /// Several links, one below the other.
    Links(Vec<(String, String)>),
    /// Whether a target is met.
    Status(StatusWord),
    /// A picture of the page.
    Picture(PartNumber),
    /// Icons of the page.
    Icons(Vec<PartNumber>),
    /// The marks beside a figure, where they have a column of their own.
    Marks(Vec<TickMark>),
    /// A figure with its marks behind it.
    Ticked {
        /// The figure, as it would stand alone.
        figure: Box<Cell>,
        /// Its marks.
        marks: Vec<TickMark>,
    },
    /// Several cells, one below the other.
    Stack(Vec<Cell>),
    /// Words with an anchor of their own, beside that of the row.
    Anchored {
        /// The anchor.
        id: String,
        /// The words.
        text: String,
    },
    /// Messages in English with names in backticks, one below the other.
    Messages(Vec<String>),
    /// A share as a bar, in per cent from 0 to 100, with its text.
    Share {
        /// Per cent, from 0 to 100.
        percent: u8,
        /// As people read it.
        text: String,
    },
}

impl Cell {
    /// A figure without letters.
    #[must_use]
    pub fn number(text: impl Into<String>, key: impl Into<String>) -> Self {
        Self::Number { text: text.into(), key: key.into(), flags: Vec::new() }
    }

    /// The same cell with marks behind its figure.
    #[must_use]
    pub fn ticked(self, marks: Vec<TickMark>) -> Self {
        if marks.is_empty() { self } else { Self::Ticked { figure: Box::new(self), marks } }
    }
}
