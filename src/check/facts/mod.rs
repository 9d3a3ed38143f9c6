//! What checks look up, gathered once so that no check searches the project for each of its subjects.

mod baselines;
mod calendar;
pub(in crate::check) mod changes;
pub(in crate::check) mod glossary;
mod governance;
mod lineage;
pub(in crate::check) mod metric_circles;
pub(in crate::check) mod metric_twins;
pub(in crate::check) mod metric_uses;
mod quality_runs;
mod release_days;
mod reported_periods;
mod scorecards;
mod successors;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(in crate::check) use lineage::{LineageFacts, is_retired};
pub(in crate::check) use release_days::ReleaseDays;
pub(in crate::check) use reported_periods::ReportedPeriods;

use super::published::Published;
use crate::catalog::Catalog;
use crate::model::{Date, Frequency, Id, Period, RecordRef};
use crate::stats::ScorecardResult;

/// What was looked up once for all checks.
#[derive(Debug)]
pub struct Facts {
    /// The day as of which the report speaks.
    pub as_of: Date,
    /// The report before this one, where it was given.
    pub previous: Option<Arc<Published>>,
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
    /// The days of known events that may move results.
    pub known_days: calendar::KnownDays,
    /// Each scorecard in each period that its version in the file governs, the oldest first.
    pub scorecards: BTreeMap<Id, Vec<(Period, ScorecardResult)>>,
    /// The values of each baseline.
    pub baselines: BTreeMap<Id, baselines::BaselineValues>,
    /// The metrics that have a baseline in use.
    pub metrics_with_baseline: BTreeSet<Id>,
    /// For each target the one that takes its place.
    pub next_targets: BTreeMap<Id, Id>,
    /// The newest period of each frequency for which figures rest on a source, a transform or a metric.
    pub newest_figures: BTreeMap<RecordRef, BTreeMap<Frequency, Period>>,
    /// The way of the data from sources to metrics.
    pub lineage: LineageFacts,
    pub(in crate::check) governance: governance::Governance,
    /// The changes of definitions in the history that counts, and what was restated.
    pub(in crate::check) changes: changes::Changes,
}

impl Facts {
    /// Gathers the facts of a project as of a day.
    #[must_use]
    pub fn of(catalog: &Catalog, as_of: Date) -> Self {
        Self {
            as_of,
            previous: None,
            glossary: glossary::Glossary::of(catalog),
            circles: metric_circles::MetricCircles::of(catalog),
            twins: metric_twins::MetricTwins::of(catalog),
            uses: metric_uses::MetricUses::of(catalog, as_of),
            release_days: ReleaseDays::of(catalog),
            reported_periods: ReportedPeriods::of(catalog),
            lineage: LineageFacts::of(catalog),
            governance: governance::Governance::of(catalog),
            known_days: calendar::KnownDays::of(catalog),
            scorecards: scorecards::scorecards(catalog),
            baselines: baselines::baselines(catalog),
            metrics_with_baseline: baselines::metrics_with_baseline(catalog),
            next_targets: successors::next_targets(catalog),
            newest_figures: quality_runs::newest_figures(catalog),
            changes: changes::Changes::of(catalog),
        }
    }
    /// The same with the report before this one.
    #[must_use]
    pub fn after(self, previous: Option<Arc<Published>>) -> Self {
        Self { previous, ..self }
    }
}
