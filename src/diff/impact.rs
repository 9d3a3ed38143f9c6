//! What a change reaches through the graph, with the way there. Each record and each link is looked at once.

use std::collections::{BTreeSet, VecDeque};

use super::comparison::{Reached, RecordChange};
use crate::catalog::{Catalog, Origin};
use crate::model::{Kind, RecordRef};

/// Links along which a change travels: the kind of the record that refers, and the field in which it does.
const CARRIES: &[(Kind, &str)] = &[
    (Kind::Metric, "sources"),
    (Kind::Metric, "transforms"),
    (Kind::Metric, "exclusions"),
    (Kind::Metric, "segments"),
    (Kind::Metric, "survey"),
    (Kind::Metric, "calendar"),
    (Kind::Metric, "suppression"),
    (Kind::Metric, "revision_policy"),
    (Kind::Metric, "terms.metric"),
    (Kind::Metric, "variant_of"),
    (Kind::Transform, "inputs"),
    (Kind::Survey, "taxonomy"),
    (Kind::Scorecard, "items.metric"),
    (Kind::Target, "metric"),
    (Kind::Baseline, "metric"),
    (Kind::Commitment, "metric"),
    (Kind::Commitment, "exclusions_allowed"),
    (Kind::Commitment, "supports"),
    (Kind::Objective, "measures"),
];

/// Lists what the change of a record reaches, nearest first.
pub(super) fn reach(change: &RecordChange, before: &Catalog, after: &Catalog) -> Vec<Reached> {
    // What is gone is seen in the state in which it was there.
    let (catalog, start) = match (&change.after, &change.before) {
        (Some(_), _) | (None, None) => (after, change.record.clone()),
        (None, Some(record)) => (before, record.reference()),
    };
    let mut seen: BTreeSet<RecordRef> = BTreeSet::from([start.clone()]);
    let mut waiting: VecDeque<(RecordRef, Vec<(RecordRef, String)>)> = VecDeque::from([(start, Vec::new())]);
    let mut reached = Vec::new();
    while let Some((record, path)) = waiting.pop_front() {
        for link in catalog.backlinks(&record) {
            let Origin::Record(from) = &link.from else {
                continue;
            };
            let carries = CARRIES.iter().any(|(kind, field)| *kind == from.kind && link.field == *field);
            if carries && seen.insert(from.clone()) {
                let mut path = path.clone();
                path.push((from.clone(), link.field.as_str().to_owned()));
                reached.push(Reached { record: from.clone(), path: path.clone() });
                waiting.push_back((from.clone(), path));
            }
        }
    }
    reached
}
