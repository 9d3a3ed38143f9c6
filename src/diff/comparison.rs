//! What came of comparing two states of a project.

use std::sync::Arc;

use super::canonical::Canonical;
use super::rule::ChangeRule;
use crate::diag::Place;
use crate::model::{ChangeClass, Id, Period, RecordRef, Version};
use crate::source::Record;

/// One edit by an author, reported once.
#[derive(Clone, Debug)]
pub struct FieldEdit {
    /// The rule that it meets.
    pub rule: &'static ChangeRule,
    /// What it means for the figures, by its field; nothing where the rule knows no class, as for new records.
    pub class: Option<ChangeClass>,
    /// Path of the field, list items by their key: `exclusions[test-calls]`, `codes[north].label`; empty for the record as a whole.
    pub field: String,
    /// The value before; nothing where there was none.
    pub before: Option<Canonical>,
    /// The value after; nothing where there is none.
    pub after: Option<Canonical>,
    /// Where it stood before.
    pub before_place: Option<Place>,
    /// Where it stands now.
    pub after_place: Option<Place>,
    /// First 12 hexadecimal digits of SHA-256 over rule id, record, field path, canonical old and new value.
    pub fingerprint: String,
}

/// A record that a change reaches through the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The record.
    pub record: RecordRef,
    /// The way there, from the changed record (left out) to the record reached (included): each step with the field that refers.
    pub path: Vec<(RecordRef, String)>,
}

/// All edits of one record.
#[derive(Clone, Debug)]
pub struct RecordChange {
    /// The record; where it was renamed, by its new id.
    pub record: RecordRef,
    /// The id that it had before, where it was renamed.
    pub renamed_from: Option<Id>,
    /// Its title now, else before.
    pub title: String,
    /// The record before; nothing where it is new.
    pub before: Option<Arc<Record>>,
    /// The record now; nothing where it is gone.
    pub after: Option<Arc<Record>>,
    /// The edits, the weightiest first.
    pub edits: Vec<FieldEdit>,
    /// The highest class of any edit; nothing where none has one.
    pub class: Option<ChangeClass>,
    /// What it reaches through the graph, nearest first.
    pub impact: Vec<Reached>,
}

impl RecordChange {
    /// The version before and the version now, for versioned kinds.
    #[must_use]
    pub fn versions(&self) -> (Option<Version>, Option<Version>) {
        let of = |record: &Option<Arc<Record>>| record.as_ref().and_then(|record| Some(record.versioning?.version));
        (of(&self.before), of(&self.after))
    }
}

/// A row of results that differs between two states of one release.
#[derive(Clone, Debug)]
pub struct RowEdit {
    /// The rule that it meets.
    pub rule: &'static ChangeRule,
    /// The metric.
    pub metric: Id,
    /// The period.
    pub period: Period,
    /// The cell, as codes by segment; empty for the total.
    pub cell: Vec<(Id, String)>,
    /// The columns that differ: name, text before, text now.
    pub columns: Vec<(String, Option<String>, Option<String>)>,
    /// Where the row stood before.
    pub before_place: Option<Place>,
    /// Where the row stands now.
    pub after_place: Option<Place>,
    /// As for an edit of a field.
    pub fingerprint: String,
}

/// All edits of one release.
#[derive(Clone, Debug)]
pub struct ReleaseChange {
    /// The release.
    pub release: Id,
    /// Edits of its `release.yaml`, or of the release as a whole.
    pub edits: Vec<FieldEdit>,
    /// Edits of its rows.
    pub rows: Vec<RowEdit>,
}

/// What changed between two states of a project.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The records that changed, the highest class first, then by kind and id.
    pub records: Vec<RecordChange>,
    /// The releases that changed, by the instant of their release.
    pub releases: Vec<ReleaseChange>,
    /// The settings that changed, by their name; they hold for every record that says nothing else.
    pub settings: Vec<FieldEdit>,
}

impl Comparison {
    /// The highest class of any record.
    #[must_use]
    pub fn class(&self) -> Option<ChangeClass> {
        self.records.iter().filter_map(|change| change.class).chain(self.settings.iter().filter_map(|edit| edit.class)).max()
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.releases.is_empty() && self.settings.is_empty()
    }
}
