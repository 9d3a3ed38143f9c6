//! Finds the record of the change that speaks for an edited record.
//!
//! Of several that fit, the newest by the day on which it holds. A rejected one speaks for nothing.

use std::collections::BTreeSet;

use super::case::{Case, Spoken, listed};
use super::verdict::Shortfall;
use crate::catalog::Origin;
use crate::diff::rules::governance;
use crate::model::change::{ChangeState, ChangeTarget};
use crate::model::{AnyRecord, Kind, RecordRef, Version};
use crate::source::Record;

/// The record of the change that speaks for the edits.
pub(super) fn find<'a>(case: &Case<'a>) -> Option<Spoken<'a>> {
    let fitting = naming(case).filter(|spoken| spoken.change.state != ChangeState::Rejected && fits(case, spoken));
    fitting.max_by_key(|spoken| (spoken.change.effective, &spoken.record.id))
}

/// What is said where none does.
pub(super) fn missing(case: &Case<'_>) -> Shortfall {
    let name = case.name();
    let others: Vec<String> = naming(case).map(|spoken| why_not(&spoken)).collect();
    let found = if others.is_empty() { "none that names it".to_owned() } else { listed(&others) };
    let message = match case.edited.versions() {
        (Some(before), Some(after)) if before != after => {
            format!("expected a record of the change of {name} from `{before}` to `{after}`, found {found}")
        }
        (Some(before), _) => format!("expected a record of the change of {name} from `{before}`, found {found}"),
        _ => format!("expected a record of the change of {name}, found {found}"),
    };
    let help = if case.edited.after.is_none() {
        format!("put {name} back, and end or supersede it with a record of the change")
    } else {
        format!("add a record under `content/changes/` with {name} under `targets`")
    };
    case.shortfall(&governance::CHANGE_RECORD_MISSING, "", case.place("version"), message, help)
}

/// Every record of a change that names the record, by its id now or before; by their ids.
fn naming<'a>(case: &Case<'a>) -> impl Iterator<Item = Spoken<'a>> {
    let (now, earlier) = (&case.edited.record, case.earlier());
    let catalog = case.after;
    let links = catalog.backlinks(now).iter().chain(catalog.backlinks(&earlier));
    let from: BTreeSet<&RecordRef> = links
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == Kind::Change => Some(from),
            _ => None,
        })
        .collect();
    from.into_iter().filter_map(move |from| {
        let record = catalog.record(from)?;
        let AnyRecord::Change(change) = &record.fields else { return None };
        let names = |target: &&ChangeTarget| target.record.record() == now || *target.record.record() == earlier;
        Some(Spoken { record, change, target: change.targets.iter().find(names)? })
    })
}

fn fits(case: &Case<'_>, spoken: &Spoken<'_>) -> bool {
    match case.edited.versions() {
        (Some(before), Some(after)) if spoken.target.from.is_some() || spoken.target.to.is_some() => within(spoken.target, before, after),
        (Some(before), None) => spoken.target.from == Some(before) && spoken.target.to.is_none(),
        _ => !was_in_force(case, spoken.record),
    }
}

/// Whether the step that a record of the change names lies within the step that was made; several changes may lie between two states.
fn within(target: &ChangeTarget, before: Version, after: Version) -> bool {
    match (target.from, target.to) {
        // Where the version was not raised, what the record says of the version to come still tells which change is meant.
        (Some(from), Some(to)) if before == after => from == before && to > from,
        (Some(from), Some(to)) if after < before => from == before && to == after,
        (Some(from), Some(to)) => before <= from && from < to && to <= after,
        (Some(from), None) => before <= from && from <= after,
        (None, Some(to)) => before < to && to <= after,
        (None, None) => false,
    }
}

/// Whether the same record of the change was in force before; then it speaks of an earlier edit of a record without versions.
fn was_in_force(case: &Case<'_>, change: &Record) -> bool {
    let earlier = case.before.record(&change.reference()).map(|record| &record.fields);
    matches!(earlier, Some(AnyRecord::Change(earlier)) if matches!(earlier.state, ChangeState::Effective | ChangeState::Reviewed))
}

fn why_not(spoken: &Spoken<'_>) -> String {
    let name = format!("`{}`", spoken.record.reference());
    if spoken.change.state == ChangeState::Rejected {
        return format!("{name}, which was rejected");
    }
    let version = |version: Option<Version>| version.map_or_else(|| "no version".to_owned(), |version| format!("`{version}`"));
    match (spoken.target.from, spoken.target.to) {
        (None, None) => format!("{name}, which was in force before"),
        (from, to) => format!("{name}, which goes from {} to {}", version(from), version(to)),
    }
}
