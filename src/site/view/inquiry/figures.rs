//! The project's own figure of a metric in a period, and what a reconciliation makes of it.

use crate::model::reconciliation::Reconciliation;
use crate::model::{Decimal, Id, Metric, Period};
use crate::site::view::TickMark;
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::Reconciled;

/// A reconciliation with the figure that it starts from.
pub(in crate::site::view) struct Compared<'a> {
    /// The metric's record.
    pub(in crate::site::view) record: &'a Record,
    /// Its definition.
    pub(in crate::site::view) metric: &'a Metric,
    /// The published figure of the project.
    pub(in crate::site::view) internal: Decimal,
    /// What came of it.
    pub(in crate::site::view) sums: Reconciled,
}

/// Sets a reconciliation against the published figure; nothing where there is no such figure.
pub(in crate::site::view) fn compared<'a>(writer: &Writer<'a>, reconciliation: &Reconciliation) -> Option<Compared<'a>> {
    let (record, metric) = writer.site.catalog().metric(reconciliation.metric.id())?;
    let internal = published(writer, reconciliation.metric.id(), reconciliation.period)?;
    Some(Compared { record, metric, internal, sums: Reconciled::of(internal, reconciliation)? })
}

impl Compared<'_> {
    /// The marks of the project's own figure.
    pub(in crate::site::view) fn marks(&self, writer: &Writer<'_>, period: Period) -> Vec<TickMark> {
        writer.figure_marks(&self.record.id, &vec![0; self.metric.segments.len()], period)
    }
}

/// The newest published value of a metric's total in a period; rolled up where the period is longer than the metric's own.
pub(in crate::site::view) fn published(writer: &Writer<'_>, metric: &Id, period: Period) -> Option<Decimal> {
    let series = writer.site.series(metric)?;
    if let Some(point) = series.total()?.get(&period) {
        return point.latest.published;
    }
    let coarser = series.coarser(writer.site.catalog(), series.total_key()?, period.frequency());
    coarser.into_iter().find(|figure| figure.period == period)?.published
}
