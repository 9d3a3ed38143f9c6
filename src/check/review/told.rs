//! A change as its own record tells it: who made it, who agreed, and what its bridge shows, without any history.
//!
//! The record before and after is that of today under the versions that the change names, so that nothing is said here of single fields.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bridge;
use super::case::{Case, Spoken};
use super::verdict::BridgeTest;
use super::{affected, approvals, parties, quorum};
use crate::catalog::Catalog;
use crate::diff::RecordChange;
use crate::model::change::{Approval, Change, ChangeTarget};
use crate::model::{Date, Id, RecordRef, Version};
use crate::source::Record;

/// A change of one record, as the record of the change tells it.
#[derive(Debug)]
pub(in crate::check) struct Told<'a> {
    catalog: &'a Catalog,
    record: &'a Record,
    change: &'a Change,
    target: &'a ChangeTarget,
    edited: RecordChange,
}

impl<'a> Told<'a> {
    /// The change of one of its targets; nothing where that record is gone.
    pub(in crate::check) fn of(catalog: &'a Catalog, record: &'a Record, change: &'a Change, target: &'a ChangeTarget) -> Option<Self> {
        let now = catalog.record(target.record.record())?;
        let at = |version: Option<Version>, start: Option<Date>| {
            let mut text = now.clone();
            if let (Some(versioning), Some(version)) = (&mut text.versioning, version) {
                versioning.effective_from = start.filter(|_| versioning.version != version).unwrap_or(versioning.effective_from);
                versioning.version = version;
            }
            Arc::new(text)
        };
        let edited = RecordChange {
            record: now.reference(),
            renamed_from: None,
            title: now.envelope.title.clone(),
            before: (target.from.is_some() || target.to.is_none()).then(|| at(target.from, None)),
            after: Some(at(target.to, Some(change.effective))),
            edits: Vec::new(),
            class: None,
            impact: Vec::new(),
        };
        Some(Self { catalog, record, change, target, edited })
    }

    fn case(&self) -> Case<'_> {
        Case { before: self.catalog, after: self.catalog, edited: &self.edited }
    }

    fn spoken(&self) -> Spoken<'_> {
        Spoken { record: self.record, change: self.change, target: self.target }
    }

    /// The people under whose address the new version was written, in the history that counts.
    pub(in crate::check) fn committers(&self) -> BTreeSet<RecordRef> {
        parties::committers(&self.case())
    }

    /// Why the agreement of a committee does not hold; nothing where it does.
    pub(in crate::check) fn quorum_missed(&self, approval: &Approval) -> Option<String> {
        let (case, spoken) = (self.case(), self.spoken());
        quorum::missed(&case, &spoken, &parties::Authors::of(&case, &spoken), approval)
    }

    /// The day on which everybody had agreed who has to for the declared class; nothing where somebody has not.
    pub(in crate::check) fn agreed_on(&self) -> Option<Date> {
        approvals::agreed_on(&self.case(), &self.spoken(), self.change.declared_class.class())
    }

    /// The metrics whose figures the changed record decides.
    pub(in crate::check) fn affected(&self) -> Vec<Id> {
        affected::affected(&self.case())
    }

    /// What the bridge shows; nothing where there is none.
    pub(in crate::check) fn bridge(&self, affected: &[Id]) -> Option<BridgeTest> {
        bridge::test(&self.case(), &self.spoken(), affected)
    }

    /// The metric with too few periods of its total in the bridge, with their number.
    pub(in crate::check) fn too_few_periods(bridge: Option<&BridgeTest>, affected: &[Id]) -> Option<(Id, usize)> {
        bridge::too_few(bridge.map_or(&[], |bridge| &bridge.rows), affected)
    }
}
