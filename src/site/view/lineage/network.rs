//! Which record feeds which, read off the references of the catalogue.
//!
//! A step costs as much as the record has references of its own; nothing here walks all records.

use std::sync::Arc;

use crate::catalog::{Backlink, Catalog, Origin};
use crate::model::{Kind, RecordRef};
use crate::site::graph::NodeKind;

/// The fields in which a record names what it reads.
const READS: &[(Kind, &str)] = &[
    (Kind::Metric, "sources"),
    (Kind::Metric, "transforms"),
    (Kind::Metric, "terms.metric"),
    (Kind::Metric, "survey"),
    (Kind::Transform, "inputs"),
    (Kind::Scorecard, "items.metric"),
];

/// The fields in which a record names what bears on it from the side.
const BESIDE: &[(Kind, &str)] = &[(Kind::Metric, "exclusions"), (Kind::Transform, "tested_by")];

/// What a record reads, once each, in the order in which it is written.
pub(super) fn inputs(catalog: &Catalog, record: &RecordRef) -> Vec<RecordRef> {
    named(catalog, record, READS)
}

/// What reads a record, by kind and id.
pub(super) fn readers(catalog: &Catalog, record: &RecordRef) -> Vec<RecordRef> {
    let mut readers = Vec::new();
    for kind in [Kind::Metric, Kind::Transform, Kind::Scorecard] {
        let reading = from_kind(catalog, record, kind).iter().filter(|link| READS.contains(&(kind, link.field.as_str())));
        readers.extend(reading.filter_map(|link| origin(link)).cloned());
    }
    readers.dedup();
    readers
}

/// How many records read a record.
pub(super) fn has_readers(catalog: &Catalog, record: &RecordRef) -> bool {
    !readers(catalog, record).is_empty()
}

/// What bears on a record from the side: its exclusions, and the rules that test its data.
pub(super) fn beside(catalog: &Catalog, record: &RecordRef) -> Vec<RecordRef> {
    let mut found = named(catalog, record, BESIDE);
    let rules = from_kind(catalog, record, Kind::QualityRule).iter().filter(|link| link.field == "scope");
    for rule in rules.filter_map(|link| origin(link)) {
        if !found.contains(rule) {
            found.push(rule.clone());
        }
    }
    found
}

fn named(catalog: &Catalog, record: &RecordRef, fields: &[(Kind, &str)]) -> Vec<RecordRef> {
    let mut found: Vec<RecordRef> = Vec::new();
    for link in catalog.links(record) {
        if fields.contains(&(record.kind, link.field.as_str())) && !found.contains(&link.to) {
            found.push(link.to.clone());
        }
    }
    found
}

fn origin(link: &Backlink) -> Option<&RecordRef> {
    if let Origin::Record(from) = &link.from { Some(from) } else { None }
}

/// The references from records of one kind; they stand together, since references are sorted by where they come from.
fn from_kind<'a>(catalog: &'a Catalog, record: &RecordRef, kind: Kind) -> &'a [Arc<Backlink>] {
    let links = catalog.backlinks(record);
    let before = |link: &Arc<Backlink>| matches!(&link.from, Origin::Record(from) if from.kind < kind);
    let start = links.partition_point(before);
    let end = links.partition_point(|link| matches!(&link.from, Origin::Record(from) if from.kind <= kind));
    &links[start..end]
}

/// The outline of a record in a picture.
pub(super) const fn node_kind(kind: Kind) -> NodeKind {
    match kind {
        Kind::Source => NodeKind::Source,
        Kind::Transform => NodeKind::Transform,
        Kind::Metric => NodeKind::Metric,
        Kind::Exclusion => NodeKind::Exclusion,
        Kind::QualityRule => NodeKind::QualityRule,
        Kind::Target => NodeKind::Target,
        Kind::Scorecard => NodeKind::Scorecard,
        Kind::Survey => NodeKind::Survey,
        _ => NodeKind::Other,
    }
}
