//! The newest figures of a metric in one order, so that each has a number of its own.

use crate::model::{Metric, Period};
use crate::source::Record;
use crate::stats::{CellKey, MetricSeries, Point, Points};

/// The number of a figure among those of its metric: by cell, then by period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureAt(pub(in crate::check) usize);

/// A metric with its figures.
#[derive(Debug)]
pub struct Figures<'a> {
    /// The record of the metric.
    pub record: &'a Record,
    /// The metric.
    pub metric: &'a Metric,
    /// Its figures with all vintages.
    pub series: &'a MetricSeries,
    cells: Vec<(&'a CellKey, &'a Points, usize)>,
}

impl<'a> Figures<'a> {
    /// Numbers the figures of a metric.
    #[must_use]
    pub fn of(record: &'a Record, metric: &'a Metric, series: &'a MetricSeries) -> Self {
        let mut start = 0;
        let cells = series.cells.iter().map(|(key, points)| {
            let first = start;
            start += points.len();
            (key, points, first)
        });
        Self { record, metric, series, cells: cells.collect() }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.last().map_or(0, |(_, points, first)| first + points.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Each figure with its number, its cell and its point, in order.
    pub fn each(&self) -> impl Iterator<Item = (FigureAt, &'a CellKey, &'a Point)> {
        self.cells.iter().flat_map(|(key, points, first)| points.values().zip(*first..).map(|(point, at)| (FigureAt(at), *key, point)))
    }

    /// The number of the figure of a cell and period.
    #[must_use]
    pub fn at(&self, key: &[u16], period: Period) -> Option<FigureAt> {
        let position = self.cells.binary_search_by(|(other, ..)| (***other).cmp(key)).ok()?;
        let (_, points, first) = self.cells[position];
        points.contains_key(&period).then(|| FigureAt(first + points.range(..period).count()))
    }
}
