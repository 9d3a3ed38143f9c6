//! The metrics whose figures an edited record decides.

use std::collections::BTreeSet;

use super::case::Case;
use crate::catalog::{Catalog, Origin};
use crate::model::{Id, Kind, RecordRef};

/// The fields of a metric through which other records decide its figures.
const DECIDING: [&str; 6] = ["calendar", "exclusions", "segments", "sources", "survey", "transforms"];

/// The metrics, by id: the record itself where it is one, else those that read it, before or now. Only those that are reported, before and after.
///
/// None for what judges or groups figures without making them, such as scorecards and commitments.
pub(super) fn affected(case: &Case<'_>) -> Vec<Id> {
    if case.edited.record.kind == Kind::Metric {
        return if case.metrics().is_some() { vec![case.edited.record.id.clone()] } else { Vec::new() };
    }
    let earlier = case.earlier();
    let readers: BTreeSet<&Id> = readers(case.before, &earlier).chain(readers(case.after, &case.edited.record)).collect();
    let reported = |id: &&&Id| {
        let before = case.before.metric(id).is_some_and(|(_, metric)| metric.state.is_reported());
        before && case.after.metric(id).is_some_and(|(_, metric)| metric.state.is_reported())
    };
    readers.iter().filter(reported).map(|id| (*id).clone()).collect()
}

fn readers<'a>(catalog: &'a Catalog, record: &RecordRef) -> impl Iterator<Item = &'a Id> {
    catalog.backlinks(record).iter().filter_map(|link| match &link.from {
        Origin::Record(from) if from.kind == Kind::Metric && DECIDING.contains(&link.field.as_str()) => Some(&from.id),
        _ => None,
    })
}
