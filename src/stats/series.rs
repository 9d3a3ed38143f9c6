//! All figures of a metric: every cell, period and vintage.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::calculation::Calculation;
use super::figure::{Absence, Basis, Figure, Point};
use super::governed::Governed;
use super::rolled::{add_margins, roll_periods};
use crate::catalog::Catalog;
use crate::model::{Exact, Frequency, Id, Metric, ObservationStatus, Period, Version};
use crate::source::{NumberColumn, ResultTable};

/// For each of the metric's segments the position of a code, counted from 1, or 0 where all of it is meant.
pub type CellKey = Box<[u16]>;

/// The figures of one cell, by period.
pub type Points = BTreeMap<Period, Point>;

/// All figures of a metric.
#[derive(Clone, Debug)]
pub struct MetricSeries {
    /// The metric.
    pub metric: Id,
    /// How its values are computed by the definition as it stands in its file.
    pub calculation: Calculation,
    /// How they are computed by each version that is known.
    pub governed: Governed,
    /// Headings of the columns of numbers, over all releases.
    pub columns: Vec<NumberColumn>,
    /// The figures by cell; the total comes first.
    pub cells: BTreeMap<CellKey, Points>,
}

impl MetricSeries {
    /// Computes every figure of a metric.
    ///
    /// `None` where the catalogue has no such metric.
    #[must_use]
    pub fn build(catalog: &Catalog, id: &Id) -> Option<Self> {
        let (record, metric) = catalog.metric(id)?;
        let tables = catalog.results(id);
        let calculation = Calculation::of(metric);
        let governed = Governed::of(catalog, record);
        let mut series = Self { metric: record.id.clone(), calculation, governed, columns: all_columns(tables), cells: BTreeMap::new() };
        let components = Components::build(catalog, metric);
        for (position, table) in tables.iter().enumerate() {
            series.add_table(catalog, position, table, &components);
        }
        series.add_composite_points(metric, &components);
        add_margins(catalog, metric, &mut series, &components);
        Some(series)
    }

    /// The calculation of a period: by the version that a row is pinned to, else by the version in force.
    #[must_use]
    pub fn calculation_of(&self, period: Period, pinned: Option<Version>) -> &Calculation {
        self.governed.calculation(period, pinned).unwrap_or(&self.calculation)
    }

    /// The key of the total.
    #[must_use]
    pub fn total_key(&self) -> Option<&CellKey> {
        self.cells.keys().next().filter(|key| key.iter().all(|code| *code == 0))
    }

    /// The figures of the total.
    #[must_use]
    pub fn total(&self) -> Option<&Points> {
        self.cells.get(self.total_key()?)
    }

    /// The figures of a cell.
    #[must_use]
    pub fn cell(&self, key: &[u16]) -> Option<&Points> {
        self.cells.get(key)
    }

    /// The figure that stands for a term of a composite: that of the same cell, else the total where the total is asked for.
    #[must_use]
    pub fn component(&self, cell: &[u16], period: Period) -> Option<&Figure> {
        let points = self.cells.get(cell).or_else(|| if cell.iter().all(|code| *code == 0) { self.total() } else { None })?;
        points.get(&period).map(|point| &point.latest)
    }

    /// The first and last period with a figure, over all cells.
    #[must_use]
    pub fn span(&self) -> Option<(Period, Period)> {
        let first = self.cells.values().filter_map(|points| points.keys().next()).min()?;
        let last = self.cells.values().filter_map(|points| points.keys().next_back()).max()?;
        Some((*first, *last))
    }

    /// The figures of a cell over coarser periods, by the definition's rule; only periods that are complete.
    #[must_use]
    pub fn coarser(&self, catalog: &Catalog, key: &[u16], frequency: Frequency) -> Vec<Figure> {
        self.cells.get(key).map_or_else(Vec::new, |points| roll_periods(catalog, self, points, frequency))
    }

    fn add_table(&mut self, catalog: &Catalog, position: usize, table: &ResultTable, components: &Components) {
        let release = catalog.releases().iter().position(|release| release.id == table.release).unwrap_or(usize::MAX);
        let order: Vec<Option<usize>> = self.columns.iter().map(|column| table.columns.iter().position(|known| known == column)).collect();
        for (index, row) in table.rows.iter().enumerate() {
            let numbers: Vec<_> = order.iter().map(|source| table.number(index, (*source)?)).collect();
            let cell = &table.cells[row.cell as usize];
            let terms = components.values(cell, row.period);
            let note = table.note(index);
            let pinned = note.and_then(|note| note.version);
            let calculation = self.calculation_of(row.period, pinned);
            let outcome = calculation.apply(&self.columns, &numbers, &terms);
            let status = note.map_or_else(ObservationStatus::default, |note| note.status);
            let missing = status.is_missing();
            let value = if missing { Err(Absence::Missing) } else { outcome.value };
            let figure = Figure {
                period: row.period,
                basis: Basis::Row { table: u32::try_from(position).unwrap_or(u32::MAX), row: u32::try_from(index).unwrap_or(u32::MAX) },
                release,
                published: value.ok().and_then(|value| calculation.publish(value)),
                value,
                recomputed: outcome.recomputed,
                reported: super::calculation::column(&self.columns, &numbers, "value"),
                numbers,
                status,
                confidentiality: note.and_then(|note| note.confidentiality),
                pinned,
                comment: note.and_then(|note| note.comment.clone()),
            };
            self.insert(cell, figure);
        }
    }

    pub(super) fn insert(&mut self, cell: &[u16], figure: Figure) {
        if !self.cells.contains_key(cell) {
            self.cells.insert(cell.into(), Points::new());
        }
        let Some(points) = self.cells.get_mut(cell) else {
            return;
        };
        match points.get_mut(&figure.period) {
            Some(point) => {
                let earlier = std::mem::replace(&mut point.latest, figure);
                point.earlier.push(earlier);
            }
            None => {
                points.insert(figure.period, Point { latest: figure, earlier: Vec::new() });
            }
        }
    }

    /// A composite needs no rows of its own: it has a figure wherever all its components have one.
    fn add_composite_points(&mut self, metric: &Metric, components: &Components) {
        if components.terms.is_empty() || !self.cells.is_empty() {
            return;
        }
        let key: CellKey = vec![0; metric.segments.len()].into();
        for period in components.common_periods() {
            let calculation = self.calculation_of(period, None);
            let outcome = calculation.apply(&self.columns, &[], &components.values(&key, period));
            let figure = Figure {
                period,
                basis: Basis::Cells(u32::try_from(components.terms.len()).unwrap_or(u32::MAX)),
                release: components.newest_release(period),
                numbers: Vec::new(),
                published: outcome.value.ok().and_then(|value| calculation.publish(value)),
                value: outcome.value,
                recomputed: true,
                reported: None,
                status: ObservationStatus::default(),
                confidentiality: None,
                pinned: None,
                comment: None,
            };
            self.insert(&key, figure);
        }
    }
}

fn all_columns(tables: &[Arc<ResultTable>]) -> Vec<NumberColumn> {
    let mut columns: Vec<NumberColumn> = Vec::new();
    for table in tables {
        for column in &table.columns {
            if !columns.contains(column) {
                columns.push(column.clone());
            }
        }
    }
    columns
}

/// The metrics whose values stand for the terms of a composite.
pub(super) struct Components {
    terms: Vec<(String, MetricSeries)>,
}

impl Components {
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    fn build(catalog: &Catalog, metric: &Metric) -> Self {
        let of_term = |(name, term): (&String, &crate::model::TermMeaning)| {
            let series = MetricSeries::build(catalog, term.metric.as_ref()?.id())?;
            Some((name.clone(), series))
        };
        Self { terms: metric.terms.iter().filter_map(of_term).collect() }
    }

    /// The value of each term in a period: that of the same cell where both metrics have it, else of the total.
    pub(super) fn values(&self, cell: &[u16], period: Period) -> BTreeMap<&str, Option<Exact>> {
        let value = |series: &MetricSeries| series.component(cell, period)?.value.ok();
        self.terms.iter().map(|(name, series)| (name.as_str(), value(series))).collect()
    }

    fn common_periods(&self) -> Vec<Period> {
        let Some(((_, first), rest)) = self.terms.split_first() else {
            return Vec::new();
        };
        let has = |series: &MetricSeries, period: &Period| series.total().is_some_and(|points| points.contains_key(period));
        let periods = first.total().map(|points| points.keys().copied().collect::<Vec<_>>()).unwrap_or_default();
        periods.into_iter().filter(|period| rest.iter().all(|(_, series)| has(series, period))).collect()
    }

    fn newest_release(&self, period: Period) -> usize {
        let release = |series: &MetricSeries| series.total()?.get(&period).map(|point| point.latest.release);
        self.terms.iter().filter_map(|(_, series)| release(series)).max().unwrap_or_default()
    }
}
