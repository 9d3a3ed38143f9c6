//! What every part of a metric's pages needs.

use std::sync::Arc;

use super::cell::CellStory;
use crate::catalog::Catalog;
use crate::model::{Decimal, Id, Metric, Period, Segment};
use crate::site::{MetricAddresses, Site, with_unit};
use crate::source::Record;
use crate::stats::{Figure, MetricSeries, MetricTargets, column};

/// A metric with its figures, targets and addresses.
pub(super) struct MetricContext<'a> {
    pub(super) site: &'a Site,
    pub(super) catalog: &'a Catalog,
    pub(super) record: &'a Record,
    pub(super) metric: &'a Metric,
    pub(super) series: Arc<MetricSeries>,
    pub(super) targets: MetricTargets<'a>,
    pub(super) addresses: MetricAddresses,
}

impl<'a> MetricContext<'a> {
    /// Computes the figures of a metric.
    pub(super) fn of(site: &'a Site, id: &Id) -> Option<Self> {
        let catalog = site.catalog();
        let (record, metric) = catalog.metric(id)?;
        Some(Self {
            site,
            catalog,
            record,
            metric,
            series: site.series(id)?,
            targets: MetricTargets::of(catalog, &record.id, metric),
            addresses: MetricAddresses::of(catalog, &record.id, metric),
        })
    }

    /// The story of the total, where it has a figure.
    pub(super) fn total(&self) -> Option<CellStory<'_>> {
        let key = self.series.total_key()?;
        CellStory::of(self, key, "p", String::new())
    }

    /// A segment of the metric, by its position.
    pub(super) fn segment(&self, position: usize) -> Option<(&'a Record, &'a Segment)> {
        self.catalog.segment(self.metric.segments.get(position)?.id())
    }

    /// A value of the metric with its unit.
    pub(super) fn value(&self, value: Decimal) -> String {
        with_unit(value, self.metric.unit)
    }

    /// The published value of a figure with its unit, or why there is none.
    pub(super) fn published(&self, figure: &Figure) -> String {
        match (figure.published, figure.value) {
            (Some(value), _) => self.value(value),
            (None, Err(absence)) => absence.describe().to_owned(),
            (None, Ok(_)) => crate::stats::Absence::Overflow.describe().to_owned(),
        }
    }

    /// A number that was reported.
    pub(super) fn number(&self, figure: &Figure, name: &str) -> Option<Decimal> {
        column(&self.series.columns, &figure.numbers, name)
    }

    /// Whether any figure has a number of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.series.columns.iter().any(|column| column.heading() == name)
    }

    /// A period as it is written below a chart: what is its own, and what it shares with its neighbours.
    pub(super) fn short(period: Period) -> (String, String) {
        let label = period.short_label();
        match label.rsplit_once(' ') {
            Some((own, shared)) => (own.to_owned(), shared.to_owned()),
            None => (label, String::new()),
        }
    }

    /// Whether the definition gives a formula of its own; a Wilson interval holds only for the plain proportion.
    pub(super) fn calculation_is_stated(&self) -> bool {
        let plain = self.series.calculation.formula().to_string() == "numerator / denominator";
        self.series.calculation.stated && !plain
    }

    /// The noun for one period, such as `month`.
    pub(super) fn period_noun(&self) -> &'static str {
        self.metric.frequency.noun()
    }
}
