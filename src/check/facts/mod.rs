//! What checks look up, gathered once so that no check searches the project for each of its subjects.

pub(in crate::check) mod changes_by_record;
pub(in crate::check) mod glossary;
pub(in crate::check) mod metric_circles;
pub(in crate::check) mod metric_twins;
pub(in crate::check) mod metric_uses;
mod release_days;
mod reported_periods;

pub(in crate::check) use release_days::ReleaseDays;
pub(in crate::check) use reported_periods::ReportedPeriods;

use crate::catalog::Catalog;
use crate::model::Date;

/// What was looked up once for all checks.
#[derive(Debug)]
pub struct Facts {
    /// The day as of which the report speaks.
    pub as_of: Date,
    /// Which changes name a record.
    pub changes: changes_by_record::ChangesByRecord,
    /// The words of the glossary.
    pub glossary: glossary::Glossary,
    /// Metrics that move themselves.
    pub circles: metric_circles::MetricCircles,
    /// Metrics that say the same twice.
    pub twins: metric_twins::MetricTwins,
    /// Metrics that were in use within a year.
    pub uses: metric_uses::MetricUses,
    /// When the days begin of which each release reports.
    pub(in crate::check) release_days: ReleaseDays,
    /// How far the results reach.
    pub(in crate::check) reported_periods: ReportedPeriods,
}

impl Facts {
    /// Gathers the facts of a project as of a day.
    #[must_use]
    pub fn of(catalog: &Catalog, as_of: Date) -> Self {
        Self {
            as_of,
            changes: changes_by_record::ChangesByRecord::of(catalog),
            glossary: glossary::Glossary::of(catalog),
            circles: metric_circles::MetricCircles::of(catalog),
            twins: metric_twins::MetricTwins::of(catalog),
            uses: metric_uses::MetricUses::of(catalog, as_of),
            release_days: ReleaseDays::of(catalog),
            reported_periods: ReportedPeriods::of(catalog),
        }
    }
}
