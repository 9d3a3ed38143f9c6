//! Values rolled up over segments and periods, by the definition's rule.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Absence, Basis, Figure, Point};
use super::rollup::{RollupError, sum, weighted_mean};
use super::series::{CellKey, Components, MetricSeries, Points};
use crate::catalog::Catalog;
use crate::model::{Decimal, Exact, Frequency, Metric, ObservationStatus, Period, Rollup};

/// Adds the total and the margin of each code of each segment where no row gives them.
///
/// A margin is the sum over the cells of one pattern (the same segments broken down) in which every segment that is summed
/// over is a partition: the codes of an overlapping segment would be counted twice.
pub(super) fn add_margins(catalog: &Catalog, metric: &Metric, series: &mut MetricSeries, components: &Components) {
    if matches!(series.calculation.rollup(), Rollup::None) || metric.segments.is_empty() || !components.is_empty() {
        return;
    }
    let rows: Vec<CellKey> = series.cells.keys().cloned().collect();
    for (margin, cells) in margins(catalog, metric, &rows) {
        let reported = series.cells.get(&margin);
        let covered = |period: &Period| reported.is_some_and(|points| points.contains_key(period));
        if cells.iter().filter_map(|key| series.cells.get(key)).all(|points| points.keys().all(covered)) {
            continue;
        }
        let rolled = roll_cells(series, &cells);
        let points = series.cells.entry(margin).or_default();
        for (period, point) in rolled {
            points.entry(period).or_insert(point);
        }
    }
}

/// The cells of rows that sum to each margin.
fn margins(catalog: &Catalog, metric: &Metric, rows: &[CellKey]) -> BTreeMap<CellKey, Vec<CellKey>> {
    let partition: Vec<bool> =
        metric.segments.iter().map(|reference| catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition)).collect();
    let mut margins: BTreeMap<CellKey, BTreeMap<u64, Vec<CellKey>>> = BTreeMap::new();
    for key in rows {
        let pattern = pattern(key);
        for kept in std::iter::once(None).chain((0..key.len()).map(Some)) {
            let summed = (0..key.len()).filter(|position| key[*position] != 0 && Some(*position) != kept);
            let sums = summed.clone().count() > 0 && summed.clone().all(|position| partition[position]);
            if sums && kept.is_none_or(|position| key[position] != 0) {
                let margin: CellKey = (0..key.len()).map(|position| if Some(position) == kept { key[position] } else { 0 }).collect();
                margins.entry(margin).or_default().entry(pattern).or_default().push(key.clone());
            }
        }
    }
    // The coarsest breakdown has the fewest cells and so the least chance of one that is missing.
    let coarsest = |by_pattern: BTreeMap<u64, Vec<CellKey>>| {
        by_pattern.into_iter().min_by_key(|(pattern, _)| (pattern.count_ones(), *pattern)).map(|(_, cells)| cells)
    };
    margins.into_iter().filter_map(|(margin, by_pattern)| Some((margin, coarsest(by_pattern)?))).collect()
}

/// A figure from which another was rolled up.
#[derive(Clone, Copy, Debug)]
pub struct RolledPart<'a> {
    /// Its cell.
    pub cell: &'a CellKey,
    /// Which vintage of its point, counted from 0.
    pub vintage: usize,
    /// The figure.
    pub figure: &'a Figure,
}

impl MetricSeries {
    /// The cells of rows that sum to each margin, where a margin is not given by rows itself.
    #[must_use]
    pub fn margins(&self, catalog: &Catalog) -> BTreeMap<CellKey, Vec<CellKey>> {
        let is_row = |points: &Points| points.values().any(|point| matches!(point.latest.basis, Basis::Row { .. }));
        let rows: Vec<CellKey> = self.cells.iter().filter(|(_, points)| is_row(points)).map(|(key, _)| key.clone()).collect();
        catalog.metric(&self.metric).map_or_else(BTreeMap::new, |(_, metric)| margins(catalog, metric, &rows))
    }

    /// The figures of rows that these cells had in a period as of a release, from which their margin was rolled up then.
    #[must_use]
    pub fn parts<'a>(&'a self, cells: &'a [CellKey], period: Period, release: usize) -> Vec<RolledPart<'a>> {
        let part = |cell: &'a CellKey| {
            let point = self.cells.get(cell)?.get(&period).filter(|point| matches!(point.latest.basis, Basis::Row { .. }))?;
            let (vintage, figure) = point.vintages().filter(|(_, figure)| figure.release <= release).last()?;
            Some(RolledPart { cell, vintage, figure })
        };
        cells.iter().filter_map(part).collect()
    }
}

fn pattern(key: &[u16]) -> u64 {
    key.iter().enumerate().filter(|(_, code)| **code != 0).fold(0, |bits, (position, _)| bits | (1 << position.min(63)))
}

fn roll_cells(series: &MetricSeries, cells: &[CellKey]) -> Points {
    let mut by_period: BTreeMap<Period, Vec<&Point>> = BTreeMap::new();
    for points in cells.iter().filter_map(|key| series.cells.get(key)) {
        for (period, point) in points {
            by_period.entry(*period).or_default().push(point);
        }
    }
    let mut rolled = Points::new();
    for (period, points) in by_period {
        let releases: BTreeSet<usize> = points.iter().flat_map(|point| point.vintages().map(|(_, figure)| figure.release)).collect();
        let mut figures: Vec<Figure> = Vec::new();
        for release in releases {
            let known: Vec<&Figure> = points.iter().filter_map(|point| as_of(point, release)).collect();
            // A release that only adds the last of several cells makes the first whole figure, not a revision.
            if known.len() < points.len() && points.iter().any(|point| first_release(point) > release) {
                continue;
            }
            figures.push(combine(series, period, release, &known, Basis::Cells(u32::try_from(known.len()).unwrap_or(u32::MAX))));
        }
        if let Some(latest) = figures.pop() {
            rolled.insert(period, Point { latest, earlier: figures });
        }
    }
    rolled
}

fn first_release(point: &Point) -> usize {
    point.earlier.first().unwrap_or(&point.latest).release
}

fn as_of(point: &Point, release: usize) -> Option<&Figure> {
    point.vintages().map(|(_, figure)| figure).filter(|figure| figure.release <= release).last()
}

fn combine(series: &MetricSeries, period: Period, release: usize, parts: &[&Figure], basis: Basis) -> Figure {
    let missing = parts.iter().any(|part| part.status.is_missing());
    let pinned = same(parts.iter().map(|part| part.pinned)).flatten();
    let calculation = series.calculation_of(period, pinned);
    let numbers: Vec<Option<Decimal>> = (0..series.columns.len()).map(|column| sum_column(parts, column)).collect();
    let outcome = match calculation.rollup() {
        Rollup::Weighted => weighted(series, parts),
        _ if parts.iter().all(|part| part.recomputed) => calculation.apply(&series.columns, &numbers, &BTreeMap::new()).value,
        Rollup::Sum | Rollup::Last => sum_values(parts),
        Rollup::Recompute | Rollup::None => Err(Absence::Incomplete),
    };
    let value = if missing { Err(Absence::Missing) } else { outcome };
    Figure {
        period,
        basis,
        release,
        published: value.ok().and_then(|value| calculation.publish(value)),
        value,
        recomputed: true,
        reported: None,
        numbers,
        status: parts.iter().map(|part| part.status).find(|status| *status != ObservationStatus::default()).unwrap_or_default(),
        confidentiality: parts.iter().find_map(|part| part.confidentiality),
        pinned,
        comment: None,
    }
}

/// The sum of a column, with as many places as its most precise part.
fn sum_column(parts: &[&Figure], column: usize) -> Option<Decimal> {
    let numbers = || parts.iter().map(|part| part.numbers.get(column).copied().flatten());
    let scale = numbers().flatten().map(|number| number.scale()).max()?;
    sum(numbers().map(|number| number.map(|number| number.exact()))).ok()??.round(scale, crate::model::Rounding::HalfEven)
}

fn sum_values(parts: &[&Figure]) -> Result<Exact, Absence> {
    settle(sum(parts.iter().map(|part| part.value.ok())))
}

fn weighted(series: &MetricSeries, parts: &[&Figure]) -> Result<Exact, Absence> {
    let n = |part: &Figure| super::calculation::column(&series.columns, &part.numbers, "n").map(|n| n.exact());
    let rows: Vec<(Option<Exact>, Option<Exact>)> = parts.iter().map(|part| (part.value.ok(), n(part))).collect();
    settle(weighted_mean(&rows))
}

fn settle(outcome: Result<Option<Exact>, RollupError>) -> Result<Exact, Absence> {
    outcome.map_err(|_| Absence::Overflow)?.ok_or(Absence::Incomplete)
}

fn same<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The figures of coarser periods that have all their finer ones.
pub(super) fn roll_periods(catalog: &Catalog, series: &MetricSeries, points: &Points, frequency: Frequency) -> Vec<Figure> {
    let calendar = catalog.calendar();
    let mut groups: BTreeMap<Period, Vec<&Figure>> = BTreeMap::new();
    for (period, point) in points {
        if let Some(coarse) = period.coarser(frequency, calendar) {
            groups.entry(coarse).or_default().push(&point.latest);
        }
    }
    let mut rolled = Vec::new();
    for (period, parts) in groups {
        let expected = parts.first().and_then(|part| period.finer(part.period.frequency(), calendar)).map_or(0, |finer| finer.len());
        if parts.len() != expected || series.calculation.rollup() == Rollup::None {
            continue;
        }
        let release = parts.iter().map(|part| part.release).max().unwrap_or_default();
        let basis = Basis::Periods(u32::try_from(parts.len()).unwrap_or(u32::MAX));
        let figure = match (series.calculation.rollup(), parts.last()) {
            (Rollup::Last, Some(last)) => Figure { period, basis, ..(*last).clone() },
            _ => combine(series, period, release, &parts, basis),
        };
        rolled.push(figure);
    }
    rolled
}
