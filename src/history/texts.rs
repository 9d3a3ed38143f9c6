//! The records of the past as they were read: one text for each state of a file that a log names.
//!
//! A value like any other: `app` fills it from the blobs of a repository, tests make it by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::commit::BlobId;
use super::past::FileState;
use super::versions::Text;
use crate::model::RecordRef;
use crate::source::Record;

/// What was read of the files of records, by record and by the bytes.
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<RecordRef, BTreeMap<BlobId, Text>>);

impl Texts {
    /// Keeps what the bytes of a record's file say.
    pub fn insert(&mut self, record: RecordRef, blob: BlobId, text: Text) {
        self.0.entry(record).or_default().insert(blob, text);
    }

    /// What the file of a record said in a state; nothing where there was no file, or where its bytes were never read.
    #[must_use]
    pub fn text(&self, record: &RecordRef, state: Option<&FileState>) -> Option<&Text> {
        self.0.get(record)?.get(&state?.blob)
    }

    /// The record in a state of its file; nothing where there was no file, or where it could not be read.
    #[must_use]
    pub fn record(&self, record: &RecordRef, state: Option<&FileState>) -> Option<&Arc<Record>> {
        if let Text::Read(found) = self.text(record, state)? { Some(found) } else { None }
    }
}
