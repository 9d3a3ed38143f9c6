//! Which metrics somebody has judged or steered by within a year, on a scorecard or beside one.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::model::commitment::CommitmentState;
use crate::model::objective::ObjectiveState;
use crate::model::reference::Reference;
use crate::model::target::TargetState;
use crate::model::{AnyRecord, Date, Id, Kind, State};
use crate::source::Record;

/// Days of the year that is looked back.
const YEAR: i32 = 365;

/// The metrics that were in use on some day of the year before the report.
#[derive(Debug)]
pub(in crate::check) struct MetricUses(BTreeSet<Id>);

impl MetricUses {
    /// Gathers the uses of a project.
    #[must_use]
    pub(in crate::check) fn of(catalog: &Catalog, as_of: Date) -> Self {
        let since = as_of.add_days(-YEAR);
        let mut used: BTreeSet<Id> = BTreeSet::new();
        for (record, _) in catalog.scorecards() {
            used.extend(on_scorecard(&in_force_since(catalog, record, since, as_of)));
        }
        let targets = catalog.targets().filter(|(_, target)| target.state != TargetState::Draft);
        let calendar = catalog.calendar();
        let targets = targets
            .filter(|(_, target)| target.from.first_day(calendar) <= as_of && target.to.is_none_or(|to| to.last_day(calendar) >= since));
        used.extend(targets.map(|(_, target)| target.metric.id().clone()));
        let commitments = catalog.commitments().filter(|(_, commitment)| commitment.state == CommitmentState::Published);
        used.extend(commitments.map(|(_, commitment)| commitment.metric.id().clone()));
        for record in catalog.of_kind(Kind::Objective) {
            if let AnyRecord::Objective(objective) = &record.fields
                && objective.state == ObjectiveState::Active
            {
                used.extend(objective.measures.iter().map(|metric| metric.id().clone()));
            }
        }
        for (_, metric) in catalog.metrics().filter(|(_, metric)| metric.state != State::Retired) {
            let parts = metric.terms.values().filter_map(|term| term.metric.as_ref());
            let beside = metric.counter_metrics.iter().chain(&metric.drivers).chain(&metric.variant_of).chain(parts);
            used.extend(beside.map(Reference::id).cloned());
        }
        Self(used)
    }

    /// Whether a metric was in use.
    #[must_use]
    pub(in crate::check) fn contains(&self, metric: &Id) -> bool {
        self.0.contains(metric)
    }
}

/// The texts of a scorecard that were in force on some day between two.
fn in_force_since<'a>(catalog: &'a Catalog, record: &'a Record, since: Date, until: Date) -> Vec<&'a Record> {
    let starts = |text: &Record| text.versioning.map(|versioning| versioning.effective_from);
    let texts = catalog.texts(record);
    let ended = texts.iter().skip(1).map(|next| starts(next).is_some_and(|from| from <= since)).chain([false]).collect::<Vec<_>>();
    let begun = |text: &&Record| starts(text).is_none_or(|from| from <= until);
    texts.into_iter().zip(ended).filter(|(_, ended)| !ended).map(|(text, _)| text).filter(begun).collect()
}

fn on_scorecard(texts: &[&Record]) -> Vec<Id> {
    let mut ids = Vec::new();
    for text in texts {
        if let AnyRecord::Scorecard(scorecard) = &text.fields {
            ids.extend(scorecard.items.iter().map(|item| item.metric.id().clone()));
        }
    }
    ids
}
