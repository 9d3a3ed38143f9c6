//! Which records of changes name a record, so that no check reads all changes for each of its subjects.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::change::ChangeState;
use crate::model::{Date, Id, RecordRef, Version};

/// A record of a change, seen from one record that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamingChange {
    /// The record of the change.
    pub change: Id,
    /// Place of the named record among its targets.
    pub target: usize,
    /// Where the change stands in its life.
    pub state: ChangeState,
    /// Version before the change.
    pub from: Option<Version>,
    /// Version after the change.
    pub to: Option<Version>,
    /// First day on which it holds.
    pub effective: Date,
}

impl NamingChange {
    /// Whether those who have to agree have done so.
    #[must_use]
    pub const fn is_agreed(&self) -> bool {
        matches!(self.state, ChangeState::Approved | ChangeState::Effective | ChangeState::Reviewed)
    }
}

/// The records of changes by the record that they name.
#[derive(Debug)]
pub struct ChangesByRecord(BTreeMap<RecordRef, Vec<NamingChange>>);

impl ChangesByRecord {
    /// Turns the targets of all changes round.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let mut by_record: BTreeMap<RecordRef, Vec<NamingChange>> = BTreeMap::new();
        for (record, change) in catalog.changes() {
            for (target, named) in change.targets.iter().enumerate() {
                by_record.entry(named.record.record().clone()).or_default().push(NamingChange {
                    change: record.id.clone(),
                    target,
                    state: change.state,
                    from: named.from,
                    to: named.to,
                    effective: change.effective,
                });
            }
        }
        Self(by_record)
    }

    /// The changes that name a record, by their ids.
    #[must_use]
    pub fn naming(&self, record: &RecordRef) -> &[NamingChange] {
        self.0.get(record).map_or(&[], Vec::as_slice)
    }
}
