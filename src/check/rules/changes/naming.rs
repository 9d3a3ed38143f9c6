//! The records of changes that name a record, and how far each of them has come.

use crate::catalog::{Catalog, Origin};
use crate::model::change::{Change, ChangeState, ChangeTarget};
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::source::Record;

/// A record of a change with the line that names a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Naming<'a> {
    /// The record of the change.
    pub(super) record: &'a Record,
    /// What it says.
    pub(super) change: &'a Change,
    /// The line that names the changed record.
    pub(super) target: &'a ChangeTarget,
    /// The position of that line.
    pub(super) position: usize,
}

/// Every line of a record of a change that names a record, by the ids of the changes; rejected ones and drafts decide nothing and are left out.
pub(super) fn naming<'a>(catalog: &'a Catalog, record: &RecordRef) -> Vec<Naming<'a>> {
    let mut from: Vec<&RecordRef> = catalog
        .backlinks(record)
        .iter()
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == Kind::Change => Some(from),
            _ => None,
        })
        .collect();
    from.sort_unstable();
    from.dedup();
    let changes = from.into_iter().filter_map(|from| catalog.record(from)).filter_map(|record| Some((record, change(record)?)));
    let decides = |change: &Change| !matches!(change.state, ChangeState::Draft | ChangeState::Rejected);
    changes.filter(|(_, change)| decides(change)).flat_map(|(found, change)| lines(found, change, record)).collect()
}

/// Every line of a record of a change.
pub(super) fn all_lines<'a>(record: &'a Record, change: &'a Change) -> impl Iterator<Item = Naming<'a>> {
    change.targets.iter().enumerate().map(move |(position, target)| Naming { record, change, target, position })
}

/// What a record of a change says; nothing for records of other kinds.
pub(super) fn change(record: &Record) -> Option<&Change> {
    if let AnyRecord::Change(change) = &record.fields { Some(change) } else { None }
}

/// Whether a change is said to be agreed: it holds, or waits only for its day.
pub(super) const fn is_agreed(change: &Change) -> bool {
    matches!(change.state, ChangeState::Approved | ChangeState::Effective | ChangeState::Reviewed)
}

fn lines<'a>(record: &'a Record, change: &'a Change, named: &RecordRef) -> Vec<Naming<'a>> {
    all_lines(record, change).filter(|naming| naming.target.record.record() == named).collect()
}
