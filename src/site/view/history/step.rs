//! One step from a version of a record to the next: what it meant, and which change speaks for it.

use std::sync::Arc;

use crate::catalog::{Catalog, Origin};
use crate::check::review::review_past;
use crate::diff::{RecordChange, compare_record};
use crate::model::change::{Change, ChangeState};
use crate::model::{AnyRecord, ChangeClass, Kind, RecordRef, Version};
use crate::source::Record;

/// A step from one text to the next.
pub(in crate::site::view) struct Step<'a> {
    /// What changed; nothing where nothing did, or where it could not be read.
    pub(in crate::site::view) change: Option<RecordChange>,
    /// The record of the change that speaks for it.
    pub(in crate::site::view) agreed: Option<(&'a Record, &'a Change)>,
    /// The class that holds: that of the fields, unless a bridge or the word of two people shows another.
    class: Option<ChangeClass>,
}

impl Step<'_> {
    /// The class by the fields alone.
    pub(in crate::site::view) fn computed(&self) -> Option<ChangeClass> {
        self.change.as_ref()?.class
    }

    /// The class that holds: that of the fields, unless a bridge or the word of two people shows another.
    pub(in crate::site::view) const fn class(&self) -> Option<ChangeClass> {
        self.class
    }
}

/// The step between two texts of a record.
pub(in crate::site::view) fn step_of<'a>(
    catalog: &'a Catalog,
    record: &RecordRef,
    before: Option<&Arc<Record>>,
    after: Option<&Arc<Record>>,
) -> Step<'a> {
    let version = |record: Option<&Arc<Record>>| Some(record?.versioning?.version);
    let change = compare_record(before, after);
    let agreed = agreed(catalog, record, version(before), version(after));
    let proves = agreed.is_some_and(|(_, change)| !change.bridge.is_empty() || change.meaning_unchanged.is_some());
    let class = match &change {
        Some(change) if proves => review_past(catalog, change).class,
        Some(change) => change.class,
        None => None,
    };
    Step { change, agreed, class }
}

/// The change that speaks for a step from one version to another.
pub(super) fn agreed<'a>(
    catalog: &'a Catalog,
    record: &RecordRef,
    from: Option<Version>,
    to: Option<Version>,
) -> Option<(&'a Record, &'a Change)> {
    let fits = |change: &Change| {
        let target = |target: &&crate::model::change::ChangeTarget| target.record.record() == record;
        let steps = change.targets.iter().filter(target).any(|target| {
            target.to == to && (to.is_some() || from.is_some()) && (target.from == from || target.from.is_none() || from.is_none())
        });
        steps && !matches!(change.state, ChangeState::Draft | ChangeState::Rejected)
    };
    catalog.backlinks(record).iter().find_map(|link| {
        let Origin::Record(from) = &link.from else { return None };
        let found = catalog.record(from).filter(|found| found.kind == Kind::Change)?;
        match &found.fields {
            AnyRecord::Change(change) if fits(change) => Some((found, &**change)),
            _ => None,
        }
    })
}
