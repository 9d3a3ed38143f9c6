//! Releases side by side: what they say of themselves, and their rows.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::canonical::Canonical;
use super::comparison::{FieldEdit, ReleaseChange};
use super::difference::differences;
use super::digest::fingerprint;
use super::part::parts_of;
use super::rename::Renames;
use super::restated::restated_rows;
use super::rows::compare_tables;
use super::rule::ChangeRule;
use super::rules::results;
use crate::catalog::Catalog;
use crate::model::{Id, RecordShape, Release, record_shape, schema_of};
use crate::source::{ReleaseRecord, ResultTable};

fn shape() -> &'static RecordShape {
    static SHAPE: OnceLock<RecordShape> = OnceLock::new();
    SHAPE.get_or_init(|| record_shape(&schema_of::<Release>()))
}

/// The tables of a project by release and metric.
pub(super) type Tables<'a> = BTreeMap<(&'a Id, &'a Id), &'a ResultTable>;

pub(super) fn tables(catalog: &Catalog) -> Tables<'_> {
    catalog.metrics().flat_map(|(record, _)| catalog.results(&record.id)).map(|table| ((&table.release, &table.metric), &**table)).collect()
}

/// Lists the releases that differ, by the instant of their release.
pub(super) fn compare_releases(before: &Catalog, after: &Catalog, renames: &Renames) -> Vec<ReleaseChange> {
    let find = |catalog: &'_ Catalog, id: &Id| catalog.releases().iter().any(|release| release.id == *id);
    let (old, new) = (tables(before), tables(after));
    let mut changes: Vec<(crate::model::Instant, ReleaseChange)> = Vec::new();
    for release in before.releases().iter().filter(|release| !find(after, &release.id)) {
        let edit = whole(&results::RELEASE_REMOVED, Some(release), None);
        changes.push((release.release.released, ReleaseChange { release: release.id.clone(), edits: vec![edit], rows: Vec::new() }));
    }
    for release in after.releases() {
        let change = match before.releases().iter().find(|earlier| earlier.id == release.id) {
            None => ReleaseChange {
                release: release.id.clone(),
                edits: vec![whole(&results::RELEASE_ADDED, None, Some(release))],
                rows: restated_rows(release, after, &new),
            },
            Some(earlier) => ReleaseChange {
                release: release.id.clone(),
                edits: field_edits(earlier, release, renames),
                rows: compare_tables(earlier, (before, &old), (after, &new), renames),
            },
        };
        if !change.edits.is_empty() || !change.rows.is_empty() {
            changes.push((release.release.released, change));
        }
    }
    changes.sort_by(|one, other| (one.0, &one.1.release).cmp(&(other.0, &other.1.release)));
    changes.into_iter().map(|(_, change)| change).collect()
}

fn name(release: &ReleaseRecord) -> String {
    format!("release/{}", release.id)
}

fn whole(rule: &'static ChangeRule, before: Option<&ReleaseRecord>, after: Option<&ReleaseRecord>) -> FieldEdit {
    let value = |release: Option<&ReleaseRecord>| release.map(|release| Canonical::Text(name(release)));
    let place = |release: Option<&ReleaseRecord>| {
        release.map(|release| {
            let start = release.node.entries().first().map_or(0..0, crate::source::Entry::key_span);
            release.source.place(start)
        })
    };
    let (old, new) = (value(before), value(after));
    let named = before.or(after).map(name).unwrap_or_default();
    FieldEdit {
        rule,
        class: None,
        field: String::new(),
        fingerprint: fingerprint(rule.id, &named, "", old.as_ref(), new.as_ref()),
        before: old,
        after: new,
        before_place: place(before),
        after_place: place(after),
    }
}

fn field_edits(before: &ReleaseRecord, after: &ReleaseRecord, renames: &Renames) -> Vec<FieldEdit> {
    if before.source.text() == after.source.text() {
        return Vec::new();
    }
    let old = parts_of("release", &before.node, shape(), renames);
    let new = parts_of("release", &after.node, shape(), &Renames::default());
    let rule = &results::RELEASE_CHANGED;
    let edit = |difference: super::difference::Difference| {
        let place = |release: &ReleaseRecord, span: Option<std::ops::Range<usize>>| release.source.place(span.unwrap_or(0..0));
        FieldEdit {
            rule,
            class: None,
            fingerprint: fingerprint(rule.id, &name(after), &difference.path, difference.before.as_ref(), difference.after.as_ref()),
            before_place: difference.before.as_ref().map(|_| place(before, difference.before_span)),
            after_place: difference.after.as_ref().map(|_| place(after, difference.after_span)),
            field: difference.path,
            before: difference.before,
            after: difference.after,
        }
    };
    differences(&old, &new, shape()).into_iter().map(edit).collect()
}
