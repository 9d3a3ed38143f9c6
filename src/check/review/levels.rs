//! Whether somebody decided what becomes of baseline and targets after a breaking change.

use super::case::{Case, Spoken, listed};
use super::verdict::Shortfall;
use crate::catalog::Catalog;
use crate::diff::rules::governance;
use crate::model::baseline::BaselineState;
use crate::model::decision::DecisionState;
use crate::model::target::TargetState;
use crate::model::{Baseline, Date, Id, RecordRef, Target};
use crate::source::Record;

/// The metrics whose levels were made for the old definition and nobody has looked at since.
pub(super) fn undecided(case: &Case<'_>, spoken: &Spoken<'_>, affected: &[Id]) -> Option<Shortfall> {
    let open: Vec<String> =
        affected.iter().filter(|metric| !is_decided(case, spoken, metric)).flat_map(|metric| stale(case, spoken, metric)).collect();
    if open.is_empty() {
        return None;
    }
    let message =
        format!("expected a level set anew or a decision for {} after `{}`, found neither", listed(&open), spoken.record.reference());
    let help = "set them anew for the new definition, or add a decision that names the metric under `affects`".to_owned();
    Some(case.shortfall(&governance::LEVELS_UNDECIDED, "baseline", case.place("effective_from"), message, help))
}

/// Whether a decision about the change, or one about the metric that is as new as the change, is there.
fn is_decided(case: &Case<'_>, spoken: &Spoken<'_>, metric: &Id) -> bool {
    let change = spoken.record.reference();
    let since = spoken.change.submitted_on(&spoken.record.id).unwrap_or(spoken.change.effective);
    case.after.decisions().filter(|(_, decision)| decision.state == DecisionState::Decided).any(|(_, decision)| {
        let names = |record: &RecordRef| *record == change || (record.kind == crate::model::Kind::Metric && record.id == *metric);
        decision.date >= since && decision.affects.iter().map(crate::model::reference::Reference::record).any(names)
    })
}

/// The current baseline and the targets of a metric that are the same as before and hold after the change.
fn stale(case: &Case<'_>, spoken: &Spoken<'_>, metric: &Id) -> Vec<String> {
    let start = case.new_start().unwrap_or(spoken.change.effective);
    let baselines = baselines(case.after, metric).filter(|record| is_as_before(case, record));
    let targets = targets(case.after, metric, start).filter(|record| is_as_before(case, record));
    baselines.chain(targets).map(|record| format!("`{}`", record.reference())).collect()
}

fn is_as_before(case: &Case<'_>, record: &Record) -> bool {
    case.before.record(&record.reference()).is_some_and(|before| before.source.text() == record.source.text())
}

fn baselines<'a>(catalog: &'a Catalog, metric: &'a Id) -> impl Iterator<Item = &'a Record> {
    let current = move |baseline: &Baseline| baseline.state == BaselineState::Current && baseline.metric.id() == metric;
    catalog.baselines().filter(move |(_, baseline)| current(baseline)).map(|(record, _)| record)
}

fn targets<'a>(catalog: &'a Catalog, metric: &'a Id, start: Date) -> impl Iterator<Item = &'a Record> {
    let calendar = *catalog.calendar();
    let holds = move |target: &Target| {
        let lasts = target.to.is_none_or(|to| to.last_day(&calendar) >= start);
        target.state == TargetState::Agreed && target.metric.id() == metric && lasts
    };
    catalog.targets().filter(move |(_, target)| holds(target)).map(|(record, _)| record)
}
