//! One published figure and how it was computed: from a row, from the rows of other cells, or from other metrics.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::model::{Period, Rollup};
use crate::stats::{Absence, Basis, Calculation, CellKey, Figure, RolledPart, column};

/// How the value of a figure comes about, before it is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Working {
    /// By the formula of the definition, from counts.
    Formula,
    /// As the producer reported it.
    Reported,
    /// As the mean of the values of its parts, each with the weight of its number of observations.
    Weighted,
    /// As the sum of the values of its parts.
    Values,
    /// There is no value: the status says so.
    Withheld,
    /// There is no value: what it would be made from was not reported.
    Lacking,
}

/// One published figure.
pub(super) struct Line<'a> {
    pub(super) key: &'a CellKey,
    pub(super) vintage: usize,
    pub(super) newest: bool,
    pub(super) figure: &'a Figure,
    /// The figures of rows from which it was rolled up; none where it has a row of its own.
    pub(super) parts: Vec<RolledPart<'a>>,
    pub(super) calculation: &'a Calculation,
    pub(super) working: Working,
}

/// Every figure with every vintage, by cell, period and vintage.
pub(super) fn lines<'a>(subject: &Subject<'a>, margins: &'a BTreeMap<CellKey, Vec<CellKey>>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (key, points) in &subject.series.cells {
        for (period, point) in points.iter().filter(|(period, _)| subject.asks_for(**period)) {
            for (vintage, figure) in point.vintages() {
                let parts = parts(subject, margins, key, *period, figure);
                let pinned = figure.pinned;
                let calculation = subject.series.calculation_of(*period, pinned);
                let working = working(figure, &parts, calculation);
                lines.push(Line { key, vintage, newest: vintage == point.revisions(), figure, parts, calculation, working });
            }
        }
    }
    lines
}

fn parts<'a>(
    subject: &Subject<'a>,
    margins: &'a BTreeMap<CellKey, Vec<CellKey>>,
    key: &CellKey,
    period: Period,
    figure: &Figure,
) -> Vec<RolledPart<'a>> {
    match (figure.basis, margins.get(key)) {
        (Basis::Cells(_), Some(cells)) if !subject.is_composite() => subject.series.parts(cells, period, figure.release),
        _ => Vec::new(),
    }
}

fn working(figure: &Figure, parts: &[RolledPart<'_>], calculation: &Calculation) -> Working {
    let withheld = figure.status.is_missing() || parts.iter().any(|part| part.figure.status.is_missing());
    let from_counts = parts.iter().all(|part| part.figure.recomputed);
    match calculation.rollup() {
        _ if withheld => Working::Withheld,
        _ if figure.value == Err(Absence::Overflow) => Working::Lacking,
        _ if parts.is_empty() && figure.recomputed => Working::Formula,
        _ if parts.is_empty() => Working::Reported,
        Rollup::Weighted => Working::Weighted,
        _ if from_counts => Working::Formula,
        Rollup::Sum | Rollup::Last => Working::Values,
        Rollup::Recompute | Rollup::None => Working::Lacking,
    }
}

impl Line<'_> {
    /// The number of a named column.
    pub(super) fn number(&self, subject: &Subject<'_>, name: &str) -> Option<crate::model::Decimal> {
        column(&subject.series.columns, &self.figure.numbers, name)
    }
}
