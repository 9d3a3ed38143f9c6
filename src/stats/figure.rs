//! One value of a metric: what it was made from, and what came out.

use crate::model::{Confidentiality, Decimal, Exact, ObservationStatus, Period, Version};

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// From a row of a release: position of the table among the metric's results, and of the row in it.
    Row {
        /// Position of the table among the metric's results.
        table: u32,
        /// Position of the row in the table.
        row: u32,
    },
    /// Rolled up from this many cells of a partition, by the definition's rule.
    Cells(u32),
    /// Rolled up from this many periods, by the definition's rule.
    Periods(u32),
}

/// Why a figure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The producer says that it is missing.
    Missing,
    /// A count that the formula needs was not reported.
    Incomplete,
    /// There was nothing to divide by.
    NothingCounted,
    /// The exact value has more digits than can be held.
    Overflow,
}

/// One value of a metric for a period and a cell, as one release gave it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The period.
    pub period: Period,
    /// What it was made from.
    pub basis: Basis,
    /// Position of the newest release that went into it, among the releases of the project.
    pub release: usize,
    /// Numbers reported, one for each column of the series.
    pub numbers: Vec<Option<Decimal>>,
    /// The exact value in the unit of measure, or why there is none.
    pub value: Result<Exact, Absence>,
    /// The value at published precision.
    pub published: Option<Decimal>,
    /// Whether the value was recomputed from counts; otherwise it stands as the producer reported it.
    pub recomputed: bool,
    /// The value as the producer reported it.
    pub reported: Option<Decimal>,
    /// Status of the observation.
    pub status: ObservationStatus,
    /// Confidentiality.
    pub confidentiality: Option<Confidentiality>,
    /// Version of the definition that the row is pinned to.
    pub pinned: Option<Version>,
    /// What the producer says.
    pub comment: Option<Box<str>>,
}

/// The figures of one period and cell: the newest, and those that it took the place of.
#[derive(Clone, Debug)]
pub struct Point {
    /// The newest vintage.
    pub latest: Figure,
    /// Earlier vintages, the oldest first.
    pub earlier: Vec<Figure>,
}

impl Point {
    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.latest.period
    }

    /// All vintages with their numbers, the oldest first.
    pub fn vintages(&self) -> impl Iterator<Item = (usize, &Figure)> {
        self.earlier.iter().chain([&self.latest]).enumerate()
    }

    /// How many times the figure was revised.
    #[must_use]
    pub fn revisions(&self) -> usize {
        self.earlier.len()
    }
}
