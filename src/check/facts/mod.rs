//! What checks look up, gathered once so that no check searches the project for each of its subjects.
//!
//! Each fact is gathered when a check first asks for it: a single page needs few of them.

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
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

pub(in crate::check) use lineage::{LineageFacts, is_retired};
pub(in crate::check) use release_days::ReleaseDays;
pub(in crate::check) use reported_periods::ReportedPeriods;
use scorecards::Scorecards;

use super::context::Context;
use super::published::Published;
use crate::model::{Date, Frequency, Id, Period, RecordRef};

/// One line a fact: its name, its type, and how it is gathered.
macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $gather:expr;)*) => {
        /// What was looked up once for all checks.
        #[derive(Debug)]
        pub struct Facts {
            /// The day as of which the report speaks.
            pub as_of: Date,
            /// The report before this one, where it was given.
            pub previous: Option<Arc<Published>>,
            $($name: OnceLock<$type>,)*
        }

        impl Facts {
            /// No facts yet, as of a day.
            #[must_use]
            pub fn new(as_of: Date) -> Self {
                Self { as_of, previous: None, $($name: OnceLock::new(),)* }
            }
        }

        impl<'a> Context<'a> {
            $(
                $(#[$doc])*
                #[must_use]
                pub(in crate::check) fn $name(&self) -> &'a $type {
                    let gather: fn(&Context<'a>) -> $type = $gather;
                    self.facts.$name.get_or_init(|| gather(self))
                }
            )*

            /// Gathers every fact, with all threads.
            pub fn gather(&self) {
                let gather: &[fn(&Self)] = &[$(|context| { let _ = context.$name(); },)*];
                gather.par_iter().for_each(|one| one(self));
            }
        }
    };
}

facts! {
    /// The words of the glossary.
    glossary: glossary::Glossary = |context| glossary::Glossary::of(context.catalog);
    /// Metrics that move themselves.
    circles: metric_circles::MetricCircles = |context| metric_circles::MetricCircles::of(context.catalog);
    /// Metrics that say the same twice.
    twins: metric_twins::MetricTwins = |context| metric_twins::MetricTwins::of(context.catalog);
    /// Metrics that were in use within a year.
    uses: metric_uses::MetricUses = |context| metric_uses::MetricUses::of(context.catalog, context.as_of());
    /// When the days begin of which each release reports.
    release_days: ReleaseDays = |context| ReleaseDays::of(context.catalog);
    /// How far the results reach.
    reported_periods: ReportedPeriods = |context| ReportedPeriods::of(context.catalog);
    /// The days of known events that may move results.
    known_days: calendar::KnownDays = |context| calendar::KnownDays::of(context.catalog);
    /// Each scorecard in each period that its version in the file governs, the oldest first.
    scorecards: Scorecards = |context| Scorecards::of(context.catalog);
    /// The values of each baseline.
    baselines: BTreeMap<Id, baselines::BaselineValues> = |context| baselines::baselines(context.catalog);
    /// The metrics that have a baseline in use.
    metrics_with_baseline: BTreeSet<Id> = |context| baselines::metrics_with_baseline(context.catalog);
    /// For each target the one that takes its place.
    next_targets: BTreeMap<Id, Id> = |context| successors::next_targets(context.catalog);
    /// The newest period of each frequency for which figures rest on a source, a transform or a metric.
    newest_figures: BTreeMap<RecordRef, BTreeMap<Frequency, Period>> = |context| quality_runs::newest_figures(context.catalog);
    /// The way of the data from sources to metrics.
    lineage: LineageFacts = |context| LineageFacts::of(context.catalog);
    /// Who met when, and what was published for whom.
    governance: governance::Governance = |context| governance::Governance::of(context.catalog);
    /// The changes of definitions in the history that counts, and what was restated.
    changes: changes::Changes = |context| changes::Changes::of(context.catalog);
}

impl Facts {
    /// The same with the report before this one.
    #[must_use]
    pub fn after(self, previous: Option<Arc<Published>>) -> Self {
        Self { previous, ..self }
    }
}
