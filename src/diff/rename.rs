//! Records that were given another id, so that what refers to them is seen to say the same as before.

use std::collections::BTreeMap;

use crate::model::RecordRef;

/// The new id of each record that was renamed, by the old one.
#[derive(Clone, Debug, Default)]
pub(super) struct Renames(BTreeMap<RecordRef, RecordRef>);

impl Renames {
    /// Remembers that a record was renamed.
    pub(super) fn insert(&mut self, before: RecordRef, now: RecordRef) {
        self.0.insert(before, now);
    }

    /// The record as it is called now.
    pub(super) fn now<'a>(&'a self, record: &'a RecordRef) -> &'a RecordRef {
        self.0.get(record).unwrap_or(record)
    }
}
