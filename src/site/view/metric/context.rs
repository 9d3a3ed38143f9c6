//! What every part of a metric's pages needs.

use std::sync::Arc;

use super::cell::CellStory;
use crate::catalog::Catalog;
use crate::check::{Figures, MetricTests};
use crate::language::{Fill, Language};
use crate::model::{Decimal, Frequency, Id, Metric, Period, Segment};
use crate::site::view::TickMark;
use crate::site::view::words::absence_words;
use crate::site::{MetricAddresses, Site, Writer};
use crate::source::Record;
use crate::stats::{Absence, Figure, MetricSeries, MetricTargets, column};

/// A metric with its figures, targets and addresses.
pub(super) struct MetricContext<'a> {
    pub(super) site: &'a Site,
    pub(super) language: &'a Language,
    pub(super) catalog: &'a Catalog,
    pub(super) record: &'a Record,
    pub(super) metric: &'a Metric,
    pub(super) series: Arc<MetricSeries>,
    pub(super) tests: Arc<MetricTests>,
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
            language: site.language(),
            catalog,
            record,
            metric,
            series: site.series(id)?,
            tests: site.tests(id)?,
            targets: MetricTargets::of(catalog, &record.id, metric),
            addresses: MetricAddresses::of(catalog, &record.id, metric),
        })
    }

    /// The story of the total, where it has a figure.
    pub(super) fn total(&self) -> Option<CellStory<'_>> {
        let key = self.series.total_key()?;
        CellStory::of(self, key, "p", String::new())
    }

    /// Its figures, each with a number.
    pub(super) fn figures(&self) -> Figures<'_> {
        Figures::of(self.record, self.metric, &self.series)
    }

    /// The marks of a figure; `N` where it is none of those that are tested.
    pub(super) fn marks(&self, writer: &Writer<'_>, figures: &Figures<'_>, key: &[u16], period: Period) -> Vec<TickMark> {
        writer.marks(&self.record.id, &self.tests, figures.at(key, period))
    }

    /// A segment of the metric, by its position.
    pub(super) fn segment(&self, position: usize) -> Option<(&'a Record, &'a Segment)> {
        self.catalog.segment(self.metric.segments.get(position)?.id())
    }

    /// A value of the metric with its unit.
    pub(super) fn value(&self, value: Decimal) -> String {
        self.language.with_unit(value, self.metric.unit)
    }

    /// The published value of a figure with its unit, or why there is none.
    pub(super) fn published(&self, figure: &Figure) -> String {
        match (figure.published, figure.value) {
            (Some(value), _) => self.value(value),
            (None, Err(absence)) => absence_words(self.language, absence).to_owned(),
            (None, Ok(_)) => absence_words(self.language, Absence::Overflow).to_owned(),
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
    pub(super) fn short(&self, period: Period) -> (String, String) {
        let label = self.language.short_period(period);
        match label.rsplit_once(' ') {
            Some((own, shared)) => (own.to_owned(), shared.to_owned()),
            None => (label, String::new()),
        }
    }

    /// Whether the definition gives a formula of its own.
    pub(super) fn calculation_is_stated(&self) -> bool {
        let plain = self.series.calculation.formula().to_string() == "numerator / denominator";
        self.series.calculation.stated && !plain
    }

    /// A message of the catalogue without gaps.
    pub(super) fn say(&self, key: &'static str) -> String {
        self.language.say(key).to_owned()
    }

    /// A message of the catalogue with its gaps filled.
    pub(super) fn fill(&self, key: &'static str, fills: &[(&str, Fill<'_>)]) -> String {
        self.language.fill(key, fills)
    }

    /// A message that depends on the length of the metric's periods.
    pub(super) fn by_frequency(&self, key: &'static str) -> String {
        self.fill(key, &[("frequency", frequency_key(self.metric.frequency).into())])
    }

    /// The long name of the metric's unit.
    pub(super) fn unit_name(&self) -> &'a str {
        self.language.unit_name(self.metric.unit)
    }

    /// A share in per cent.
    pub(super) fn percent(&self, share: Decimal) -> String {
        self.fill("metric-percent", &[("number", self.language.number(share).into())])
    }
}

/// The case of a length of periods in messages that depend on it.
pub(super) const fn frequency_key(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Day => "day",
        Frequency::Week => "week",
        Frequency::Month => "month",
        Frequency::Quarter => "quarter",
        Frequency::Year => "year",
        Frequency::FiscalMonth => "fiscal-month",
        Frequency::FiscalQuarter => "fiscal-quarter",
        Frequency::FiscalYear => "fiscal-year",
    }
}
