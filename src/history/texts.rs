//! The records of the past as they were read: one text for each state of a file that a log names.
//!
//! A value like any other: `app` fills it from the blobs of a repository, tests make it by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::commit::BlobId;
use super::files::FileReader;
use super::past::{Edit, FileState, LogEntry, Part, Past};
use super::versions::{Text, read_texts};
use crate::diag::Failure;
use crate::model::RecordRef;
use crate::source::Record;

/// What was read of the files of records, by record and by the bytes.
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<RecordRef, BTreeMap<BlobId, Text>>);

impl Texts {
    /// Reads every state of a record that a log names, before and after each edit.
    ///
    /// A record that one commit began and none changed is left out: there is nothing to compare it with, and most records of a young
    /// project are such. Fails when the store cannot be opened; a lost file is [`Text::Missing`].
    pub fn read(past: &Past, reader: &dyn FileReader) -> Result<Self, Failure> {
        Self::read_again(past, reader, &Self::default())
    }

    /// The same where much of it may have been read before.
    pub fn read_again(past: &Past, reader: &dyn FileReader, before: &Self) -> Result<Self, Failure> {
        let mut wanted: Vec<(&RecordRef, Vec<LogEntry>)> = past
            .logs
            .iter()
            .filter_map(|(part, log)| if let Part::Record(record) = part { Some((record, log)) } else { None })
            .filter(|(_, log)| !matches!(log.as_slice(), [only] if only.edit.before.is_none() && only.side.is_empty()))
            .map(|(record, log)| (record, states(log)))
            .collect();
        let mut texts = Self::default();
        for (record, states) in &mut wanted {
            states.retain(|state| {
                // What was lost may have been fetched since.
                let known = before.text(record, state.edit.after.as_ref()).filter(|text| !matches!(text, Text::Missing));
                if let Some((after, text)) = state.edit.after.as_ref().zip(known) {
                    texts.insert((*record).clone(), after.blob.clone(), text.clone());
                }
                known.is_none()
            });
        }
        wanted.retain(|(_, states)| !states.is_empty());
        let logs: Vec<(&RecordRef, &[LogEntry])> = wanted.iter().map(|(record, states)| (*record, states.as_slice())).collect();
        for ((record, states), read) in wanted.iter().zip(read_texts(&logs, reader)?) {
            for (state, text) in states.iter().zip(read) {
                if let Some(after) = &state.edit.after {
                    texts.insert((*record).clone(), after.blob.clone(), text);
                }
            }
        }
        Ok(texts)
    }

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

/// Every state that a log names, once each, as the outcome of an edit.
fn states(log: &[LogEntry]) -> Vec<LogEntry> {
    let mut seen: BTreeSet<&BlobId> = BTreeSet::new();
    let edits = log.iter().flat_map(|entry| std::iter::once(&entry.edit).chain(&entry.side));
    let states = edits.flat_map(|edit| [&edit.before, &edit.after]).flatten().filter(|state| seen.insert(&state.blob));
    let outcome = |state: &FileState| Edit { commit: None, before: None, after: Some(state.clone()), in_merge: false };
    states.map(|state| LogEntry { edit: outcome(state), side: Vec::new() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::MemoryFiles;
    use crate::model::{Id, Kind};

    fn policy(title: &str) -> String {
        format!(
            "title: {title}\nversion: 1.0.0\neffective_from: 2026-01-01\ntype: access\napproved_by: team/board\nreview_by: 2030-01-01\nrules: Open.\n"
        )
    }

    fn state(blob: &str) -> FileState {
        FileState { path: "content/policies/access.yaml".into(), blob: BlobId::new(blob) }
    }

    fn entry(before: Option<&str>, after: Option<&str>, side: Vec<Edit>) -> LogEntry {
        LogEntry { edit: Edit { commit: None, before: before.map(state), after: after.map(state), in_merge: false }, side }
    }

    #[test]
    fn every_state_of_a_changed_record_is_read_and_a_lone_beginning_is_not() {
        let record = |id: &str| RecordRef { kind: Kind::Policy, id: Id::parse(id).expect("an id") };
        let side = entry(Some("b1"), Some("b2"), Vec::new()).edit;
        let changed = vec![entry(Some("b1"), Some("b3"), vec![side]), entry(None, Some("b1"), Vec::new())];
        let logs = BTreeMap::from([
            (Part::Record(record("access")), changed),
            (Part::Record(record("young")), vec![entry(None, Some("b1"), Vec::new())]),
        ]);
        let past = Past { logs, ..Past::default() };
        let reader = MemoryFiles::default().with(&BlobId::new("b1"), policy("One")).with(&BlobId::new("b2"), "no: [record");
        let texts = Texts::read(&past, &reader).expect("memory can be read");
        let title = |blob: &str| Some(texts.record(&record("access"), Some(&state(blob)))?.envelope.title.clone());
        assert_eq!(title("b1"), Some("One".to_owned()));
        assert!(matches!(texts.text(&record("access"), Some(&state("b2"))), Some(Text::Unreadable(_))));
        assert!(matches!(texts.text(&record("access"), Some(&state("b3"))), Some(Text::Missing)));
        assert!(texts.text(&record("young"), Some(&state("b1"))).is_none());
    }

    #[test]
    fn only_what_was_not_read_before_is_read_again() {
        let record = RecordRef { kind: Kind::Policy, id: Id::parse("access").expect("an id") };
        let logs = |log: Vec<LogEntry>| Past { logs: BTreeMap::from([(Part::Record(record.clone()), log)]), ..Past::default() };
        let one = entry(None, Some("b1"), Vec::new());
        let before = logs(vec![entry(Some("b1"), Some("b2"), Vec::new()), one.clone()]);
        let reader = MemoryFiles::default().with(&BlobId::new("b1"), policy("One"));
        let read = Texts::read(&before, &reader).expect("memory can be read");
        let now = logs(vec![entry(Some("b2"), Some("b3"), Vec::new()), entry(Some("b1"), Some("b2"), Vec::new()), one]);
        // What was lost is there by now; what was read is not asked for.
        let reader = MemoryFiles::default().with(&BlobId::new("b2"), policy("Two")).with(&BlobId::new("b3"), policy("Three"));
        let again = Texts::read_again(&now, &reader, &read).expect("memory can be read");
        let title = |blob: &str| Some(again.record(&record, Some(&state(blob)))?.envelope.title.clone());
        assert_eq!(["b1", "b2", "b3"].map(title), ["One", "Two", "Three"].map(|title| Some(title.to_owned())));
    }
}
