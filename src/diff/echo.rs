//! Edits that show in several records and are one edit, and edits that reach a record without touching its text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::canonical::Canonical;
use super::comparison::{FieldEdit, RecordChange};
use super::digest::{fingerprint, normative_digest};
use super::record_change::finished;
use super::rule::Area;
use super::rules::lineage::UPSTREAM_METRIC_CHANGED;
use super::rules::meaning::UNIT_CHANGED;
use crate::catalog::{Catalog, Origin};
use crate::model::{ChangeClass, Kind, RecordRef, parse_reference};
use crate::source::Record;

/// Fields of a metric or transform whose items come and go together with a record of their own.
const USES: [(Kind, &str, &[Kind]); 6] = [
    (Kind::Metric, "exclusions", &[Kind::Exclusion]),
    (Kind::Metric, "segments", &[Kind::Segment]),
    (Kind::Metric, "sources", &[Kind::Source]),
    (Kind::Metric, "transforms", &[Kind::Transform]),
    (Kind::Metric, "survey", &[Kind::Survey]),
    (Kind::Transform, "inputs", &[Kind::Source, Kind::Transform]),
];

/// Takes out records that came or went only because another record began or ceased to use them: the edit is told there.
pub(super) fn claim_echoes(records: &mut Vec<RecordChange>) {
    let (mut came, mut went) = (BTreeSet::new(), BTreeSet::new());
    for change in records.iter().filter(|change| change.before.is_some() && change.after.is_some()) {
        for edit in change.edits.iter().filter_map(|edit| Some((used(change.record.kind, &edit.field)?, edit))) {
            let (kinds, edit) = edit;
            came.extend(edit.after.as_ref().and_then(|value| reference(value, kinds)));
            went.extend(edit.before.as_ref().and_then(|value| reference(value, kinds)));
        }
    }
    records.retain(|change| match (&change.before, &change.after) {
        (None, Some(_)) => !came.contains(&change.record),
        (Some(_), None) => !went.contains(&change.record),
        _ => true,
    });
}

/// The kinds of records that a field leads to, where they come and go with it.
fn used(kind: Kind, field: &str) -> Option<&'static [Kind]> {
    let name = field.split_once('[').map_or(field, |(name, _)| name);
    USES.iter().find(|(user, known, _)| *user == kind && *known == name).map(|(_, _, kinds)| *kinds)
}

/// The record that a canonical reference leads to; the kind is written where several may stand.
fn reference(value: &Canonical, kinds: &[Kind]) -> Option<RecordRef> {
    parse_reference(value.text()?, kinds).ok().map(|(record, _)| record)
}

/// Adds an edit to every composite that is made of a metric which means something else now.
pub(super) fn upstream_edits(records: &mut Vec<RecordChange>, after: &Catalog) {
    let changed: Vec<(RecordRef, Arc<Record>, Arc<Record>)> = records
        .iter()
        .filter(|change| change.record.kind == Kind::Metric && change.edits.iter().any(moves_the_value))
        .filter_map(|change| Some((change.record.clone(), change.before.clone()?, change.after.clone()?)))
        .collect();
    let mut found: BTreeMap<RecordRef, Vec<FieldEdit>> = BTreeMap::new();
    for (record, before, now) in changed {
        for link in after.backlinks(&record).iter().filter(|link| link.field == "terms.metric") {
            if let Origin::Record(composite) = &link.from {
                found.entry(composite.clone()).or_default().push(upstream_edit(composite, &before, &now, after));
            }
        }
    }
    for (composite, edits) in found {
        if let Some(change) = records.iter_mut().find(|change| change.record == composite) {
            // A composite that is new, or that is written anew, has edits of its own.
            if change.before.is_some() {
                change.edits.extend(edits);
            }
        } else if let Some(record) = after.record(&composite).map(|record| Arc::new(record.clone())) {
            records.push(finished(Some(&record), Some(&record), edits));
        }
    }
}

/// Whether an edit may move the exact value, which is what a composite takes; rounding, for one, does not.
fn moves_the_value(edit: &FieldEdit) -> bool {
    match edit.rule.area {
        Area::Meaning => edit.class == Some(ChangeClass::Breaking) || *edit.rule == UNIT_CHANGED,
        Area::Exclusions | Area::Lineage => edit.class >= Some(ChangeClass::Material),
        _ => false,
    }
}

fn upstream_edit(composite: &RecordRef, before: &Record, now: &Record, after: &Catalog) -> FieldEdit {
    let name = |record: &Record| {
        let version = record.versioning.map(|versioning| format!("@{}", versioning.version)).unwrap_or_default();
        format!("{}{version}", record.id)
    };
    let (mut old, mut new) = (name(before), name(now));
    if old == new {
        // The same version with another meaning: only the digest tells them apart.
        let digest = |record: &Record| normative_digest(record).unwrap_or_default().chars().take(12).collect::<String>();
        old = format!("{old} {}", digest(before));
        new = format!("{new} {}", digest(now));
    }
    let (old, new) = (Canonical::Text(old), Canonical::Text(new));
    let field = format!("terms[{}].metric", now.id);
    FieldEdit {
        rule: &UPSTREAM_METRIC_CHANGED,
        class: None,
        fingerprint: fingerprint(UPSTREAM_METRIC_CHANGED.id, &composite.to_string(), &field, Some(&old), Some(&new)),
        field,
        before: Some(old),
        after: Some(new),
        before_place: None,
        after_place: after.record(composite).map(|record| record.key_place("terms")),
    }
}
