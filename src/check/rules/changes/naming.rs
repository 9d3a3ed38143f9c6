//! The records of changes that name a record, and what a record of a change says.

use crate::catalog::{Catalog, NamingChange};
use crate::model::change::{Change, ChangeState};
use crate::model::{AnyRecord, RecordRef};
use crate::source::Record;

/// Every line of a record of a change that names a record, by the ids of the changes; rejected ones and drafts decide nothing and are left out.
pub(super) fn naming<'a>(catalog: &'a Catalog, record: &'a RecordRef) -> impl Iterator<Item = NamingChange<'a>> {
    let decides = |naming: &NamingChange<'_>| !matches!(naming.change.state, ChangeState::Draft | ChangeState::Rejected);
    catalog.changes_naming(record).filter(decides)
}

/// What a record of a change says; nothing for records of other kinds.
pub(super) fn change(record: &Record) -> Option<&Change> {
    if let AnyRecord::Change(change) = &record.fields { Some(change) } else { None }
}
