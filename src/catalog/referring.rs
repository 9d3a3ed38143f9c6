//! The records that refer to a record, as records.

use super::Catalog;
use super::references::Origin;
use crate::model::change::{Change, ChangeTarget};
use crate::model::{AnyRecord, RecordRef};
use crate::source::Record;

/// A record of a change with a line that names a record.
#[derive(Clone, Copy, Debug)]
pub struct NamingChange<'a> {
    /// The record of the change.
    pub record: &'a Record,
    /// What it says.
    pub change: &'a Change,
    /// The line that names the record.
    pub target: &'a ChangeTarget,
    /// The position of that line.
    pub position: usize,
}

impl Catalog {
    /// The records that refer to one, each with the field in which it does.
    pub(super) fn referring<'a>(&'a self, to: &RecordRef) -> impl Iterator<Item = (&'a RecordRef, &'a str)> + use<'a> {
        self.backlinks(to).iter().filter_map(|link| match &link.from {
            Origin::Record(from) => Some((from, link.field.as_str())),
            Origin::Release(_) | Origin::Settings => None,
        })
    }

    /// The records that refer to a record in a field, each once, by kind and id.
    pub fn referring_in<'a>(&'a self, to: &RecordRef, field: &'static str) -> impl Iterator<Item = &'a Record> + use<'a> {
        let mut last = None;
        // One record's references stand next to each other.
        let of_field = self.referring(to).filter(move |(from, name)| *name == field && last.replace(*from) != Some(*from));
        of_field.filter_map(|(from, _)| self.record(from))
    }

    /// Every line of a record of a change that names a record, by the ids of the changes.
    pub fn changes_naming<'a>(&'a self, reference: &'a RecordRef) -> impl Iterator<Item = NamingChange<'a>> {
        let lines = move |record: &'a Record| {
            let change = if let AnyRecord::Change(change) = &record.fields { Some(&**change) } else { None };
            let lines = change.into_iter().flat_map(move |change| NamingChange::lines(record, change));
            lines.filter(move |line| line.target.record.record() == reference)
        };
        self.referring_in(reference, "targets.record").flat_map(lines)
    }
}

impl<'a> NamingChange<'a> {
    /// Every line of a record of a change.
    pub fn lines(record: &'a Record, change: &'a Change) -> impl Iterator<Item = Self> {
        change.targets.iter().enumerate().map(move |(position, target)| Self { record, change, target, position })
    }
}
