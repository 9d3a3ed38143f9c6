//! The rows of results, held compactly.

use std::collections::BTreeMap;
use std::sync::Arc;

pub use super::columns::NumberColumn;
use super::number_column::ColumnValues;
use crate::diag::Place;
use crate::model::{Confidentiality, Decimal, Id, ObservationStatus, Period, Version};

/// One row: what it is about, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The period.
    pub period: Period,
    /// Position in the table's cells.
    pub cell: u32,
    /// Line in the file, counted from 1.
    pub line: u32,
}

/// What only few rows have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowNote {
    /// The version of the definition, where it is pinned.
    pub version: Option<Version>,
    /// Status of the observation, where it is not the normal one.
    pub status: ObservationStatus,
    /// Confidentiality.
    pub confidentiality: Option<Confidentiality>,
    /// What the producer says.
    pub comment: Option<Box<str>>,
}

/// The distinct cells of a table: for each of the metric's segments the position of the code, counted from 1, or 0
/// where the row is for all of it.
pub type CellTable = Vec<Box<[u16]>>;

/// The rows of one metric in one release.
#[derive(Clone, Debug)]
pub struct ResultTable {
    /// The metric.
    pub metric: Id,
    /// The release.
    pub release: Id,
    /// The file.
    pub path: Arc<str>,
    /// Headings of the columns of numbers.
    pub columns: Vec<NumberColumn>,
    /// The distinct cells, in the order in which they were met.
    pub cells: CellTable,
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
    numbers: Vec<ColumnValues>,
    notes: BTreeMap<u32, RowNote>,
}

impl ResultTable {
    /// An empty table.
    #[must_use]
    pub(super) fn new(metric: Id, release: Id, path: &str, columns: Vec<NumberColumn>) -> Self {
        Self {
            metric,
            release,
            path: path.into(),
            columns,
            cells: Vec::new(),
            rows: Vec::new(),
            numbers: Vec::new(),
            notes: BTreeMap::new(),
        }
    }

    /// Makes room for so many rows.
    pub(super) fn expect(&mut self, rows: usize) {
        self.rows.reserve_exact(rows);
        self.numbers = self.columns.iter().map(|_| ColumnValues::expecting(rows)).collect();
    }

    /// Adds a row with one number for each column.
    pub(super) fn push(&mut self, row: Row, numbers: &[Option<Decimal>], note: RowNote) {
        if note != RowNote::default() {
            self.notes.insert(u32::try_from(self.rows.len()).unwrap_or(u32::MAX), note);
        }
        self.rows.push(row);
        self.numbers.resize_with(self.columns.len(), ColumnValues::default);
        for (column, number) in self.numbers.iter_mut().zip(numbers) {
            column.push(*number);
        }
    }

    /// Gives back what was reserved beyond need.
    pub(super) fn shrink(&mut self) {
        self.rows.shrink_to_fit();
        self.numbers.iter_mut().for_each(ColumnValues::shrink);
        self.cells.shrink_to_fit();
    }

    /// The number of a row in a column, by the column's position.
    #[must_use]
    pub fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        self.numbers.get(column)?.get(row)
    }

    /// What only few rows have.
    #[must_use]
    pub fn note(&self, row: usize) -> Option<&RowNote> {
        self.notes.get(&u32::try_from(row).ok()?)
    }

    /// What only few rows have, by row.
    pub fn notes(&self) -> impl Iterator<Item = (usize, &RowNote)> {
        self.notes.iter().map(|(row, note)| (*row as usize, note))
    }

    /// The place of a row, without an excerpt: tables are not kept as text.
    #[must_use]
    pub fn place(&self, row: usize) -> Place {
        let line = self.rows.get(row).map_or(0, |row| row.line as usize);
        Place { line, column: usize::from(line > 0), ..Place::file(Arc::clone(&self.path)) }
    }
}

/// All results of a project, by metric and release.
pub type Results = Vec<Arc<ResultTable>>;
