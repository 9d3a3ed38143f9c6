//! A metric by both definitions, with all that decides how large an effect may be before it matters.

use super::case::Case;
use crate::catalog::Catalog;
use crate::model::commitment::CommitmentState;
use crate::model::{Commitment, Decimal, Id, Kind, Metric, Period, Rounding, Scorecard};
use crate::source::Record;
use crate::stats::{CellKey, MetricSeries, MetricTargets, Point, cell_key};

/// A metric in one of the two projects.
pub(super) struct Side<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) id: Id,
    pub(super) metric: &'a Metric,
    pub(super) targets: MetricTargets<'a>,
}

impl<'a> Side<'a> {
    fn of(catalog: &'a Catalog, id: &Id) -> Option<Self> {
        let (_, metric) = catalog.metric(id)?;
        Some(Self { catalog, id: id.clone(), metric, targets: MetricTargets::of(catalog, id, metric) })
    }

    /// A value at published precision.
    pub(super) fn published(&self, value: Decimal) -> Decimal {
        value.with_scale(self.metric.decimals, self.metric.rounding).unwrap_or(value)
    }

    /// The published promises that are held to the metric over periods of this length, by id.
    pub(super) fn promises(&self, period: Period) -> impl Iterator<Item = (&'a Record, &'a Commitment)> {
        self.catalog.commitments().filter(move |(_, commitment)| {
            let in_force = commitment.state == CommitmentState::Published;
            in_force && *commitment.metric.id() == self.id && commitment.window == period.frequency()
        })
    }

    /// The scorecards, by id.
    pub(super) fn scorecards(&self) -> impl Iterator<Item = (&'a Record, &'a Scorecard)> {
        self.catalog.scorecards()
    }
}

/// A metric by both definitions, with the figures that were published by the old one.
pub(super) struct Measured<'a> {
    pub(super) before: Side<'a>,
    pub(super) after: Side<'a>,
    pub(super) series: MetricSeries,
}

impl<'a> Measured<'a> {
    /// The metric of an id that it has now.
    pub(super) fn of(case: &Case<'a>, id: &Id) -> Option<Self> {
        let renamed = case.edited.record.kind == Kind::Metric && case.edited.record.id == *id;
        let earlier = if renamed { case.earlier().id } else { id.clone() };
        Some(Self {
            before: Side::of(case.before, &earlier)?,
            after: Side::of(case.after, id)?,
            series: MetricSeries::build(case.before, &earlier)?,
        })
    }

    /// The key of a cell in the project before, and now.
    pub(super) fn keys(&self, scope: &crate::catalog::CellScope) -> Option<(CellKey, CellKey)> {
        let before = cell_key(self.before.catalog, self.before.metric, scope)?;
        Some((before, cell_key(self.after.catalog, self.after.metric, scope)?))
    }

    /// The figures that were published for a period of a cell by the old definition.
    pub(super) fn point(&self, key: &[u16], period: Period) -> Option<&Point> {
        self.series.cell(key)?.get(&period)
    }

    /// The published value that a value by the old definition is not; nothing where they agree, or nothing was published.
    ///
    /// Both are compared at published precision. A figure that was revised agrees with a value that is any of its vintages.
    pub(super) fn contradiction(&self, key: &[u16], period: Period, old: Decimal) -> Option<Decimal> {
        let point = self.point(key, period)?;
        let agrees = |published: Decimal| {
            let rounded = old.with_scale(published.scale(), self.before.metric.rounding);
            rounded.is_some_and(|rounded| rounded == published)
        };
        let known = point.vintages().any(|(_, figure)| figure.published.is_some_and(agrees));
        point.latest.published.filter(|_| !known)
    }
}

/// One decimal minus another, with the places of the finer of the two.
pub(super) fn difference(value: Decimal, from: Decimal) -> Option<Decimal> {
    value.exact().checked_sub(from.exact())?.round(value.scale().max(from.scale()), Rounding::HalfEven)
}
