//! One step from a version of a record to the next: what it meant, and which change speaks for it.

use std::sync::Arc;

use crate::catalog::{Catalog, Origin};
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
}

impl Step<'_> {
    /// The class by the fields alone.
    pub(in crate::site::view) fn computed(&self) -> Option<ChangeClass> {
        self.change.as_ref()?.class
    }

    /// The class that holds: the computed one, or a lower one that the change declares and shows by a bridge or by the word of two people.
    pub(in crate::site::view) fn class(&self) -> Option<ChangeClass> {
        let computed = self.computed()?;
        let shown = |(_, change): &(&Record, &Change)| {
            let carries = !change.bridge.is_empty() || change.meaning_unchanged.is_some();
            carries.then(|| change.declared_class.class())
        };
        Some(self.agreed.as_ref().and_then(shown).map_or(computed, |declared| declared.min(computed)))
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
    Step { change: compare_record(before, after), agreed: agreed(catalog, record, version(before), version(after)) }
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
