//! The versions of a record through time, read from the files of its main log.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::{Blob, FileReader, read_each};
use super::past::{FileState, LogEntry};
use crate::diag::{Failure, Findings};
use crate::model::{Date, RecordRef, Version};
use crate::source::{Record, parse_record};

/// One version of a record: the last text that was in force under its number.
#[derive(Clone, Debug)]
pub struct RecordVersion {
    /// Its number.
    pub version: Version,
    /// First day on which it is in force.
    pub from: Date,
    /// The last day on which it is in force: the day before the next version begins; nothing for the last. It lies before `from`
    /// where the next version begins on the same day, so that this one never was in force.
    pub to: Option<Date>,
    /// The record as its newest file under this number says it.
    pub record: Arc<Record>,
    /// Position in the main log of the entry that brought the number in; nothing where no history is known.
    pub first: Option<usize>,
    /// Position in the main log of the newest entry under this number.
    pub last: Option<usize>,
}

/// The text of a record after one entry of its main log.
#[derive(Clone, Debug)]
pub enum Text {
    /// It was read.
    Read(Arc<Record>),
    /// The record was removed.
    Removed,
    /// It is no record as this version of the program knows them.
    Unreadable(Arc<Findings>),
    /// Git has lost it, or never fetched it.
    Missing,
}

/// Reads the text of each record after each entry of its main log, in the order of the logs and of their entries.
///
/// Each file is read once and files are read in parallel. Fails when the store cannot be opened; a lost file is [`Text::Missing`].
pub fn read_texts(logs: &[(&RecordRef, &[LogEntry])], reader: &dyn FileReader) -> Result<Vec<Vec<Text>>, Failure> {
    let mut places: BTreeMap<(usize, &str, &str), usize> = BTreeMap::new();
    let mut files: Vec<FileState> = Vec::new();
    let mut owners: Vec<&RecordRef> = Vec::new();
    let mut wanted: Vec<Vec<Option<usize>>> = Vec::with_capacity(logs.len());
    for (log, (record, entries)) in logs.iter().enumerate() {
        let place = |entry: &'_ LogEntry| entry.edit.after.clone();
        wanted.push(Vec::with_capacity(entries.len()));
        for entry in *entries {
            let Some(after) = &entry.edit.after else {
                wanted[log].push(None);
                continue;
            };
            let position = *places.entry((log, &after.path, after.blob.as_str())).or_insert_with(|| {
                files.extend(place(entry));
                owners.push(record);
                files.len() - 1
            });
            wanted[log].push(Some(position));
        }
    }
    let texts = read_each(&files, reader, |index, blob| text(owners[index], &files[index].path, blob))?;
    Ok(wanted.iter().map(|log| log.iter().map(|place| place.map_or(Text::Removed, |place| texts[place].clone())).collect()).collect())
}

fn text(record: &RecordRef, path: &str, blob: Blob) -> Text {
    let bytes = match blob {
        Blob::Read(bytes) => bytes,
        // A record may not be that large, and what is said of one that is says the same of this one.
        Blob::TooLarge { size } => vec![0; size.min(2 << 20)].into(),
        Blob::Missing => return Text::Missing,
    };
    match parse_record(record.kind, &record.id, path, bytes.to_vec()) {
        (Some(record), _) => Text::Read(Arc::new(record)),
        (None, findings) => Text::Unreadable(Arc::new(findings)),
    }
}

/// The versions of a record, by the day from which each is in force, from its texts, the newest first.
///
/// A number that a later text of the main log lowered was taken back and is no version. Texts without a version, and those that could not
/// be read, bring none in.
#[must_use]
pub fn versions(texts: &[Text]) -> Vec<RecordVersion> {
    let mut found: Vec<RecordVersion> = Vec::new();
    for (position, text) in texts.iter().enumerate() {
        let Text::Read(record) = text else {
            continue;
        };
        let Some(versioning) = &record.versioning else {
            continue;
        };
        match found.last_mut() {
            Some(next) if next.version == versioning.version => next.first = Some(position),
            Some(next) if next.version < versioning.version => {}
            _ => found.push(RecordVersion {
                version: versioning.version,
                from: versioning.effective_from,
                to: None,
                record: Arc::clone(record),
                first: Some(position),
                last: Some(position),
            }),
        }
    }
    found.sort_by_key(|version| (version.from, version.version));
    let next_days: Vec<Date> = found.iter().skip(1).map(|version| version.from).collect();
    for (version, next) in found.iter_mut().zip(next_days) {
        version.to = Some(next.add_days(-1));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{BlobId, Edit, MemoryFiles};
    use crate::model::{Id, Kind};

    fn policy(version: &str, from: &str, title: &str) -> String {
        format!(
            "title: {title}\nversion: {version}\neffective_from: {from}\ntype: access\napproved_by: team/board\n\
             review_by: 2030-01-01\nrules: Everything is open.\n"
        )
    }

    /// The texts of a record whose files, the newest first, are these; nothing stands for a removal.
    fn texts(files: &[Option<&str>]) -> Vec<Text> {
        let id = |index: usize| BlobId::new(&format!("{index:040}"));
        let record = RecordRef { kind: Kind::Policy, id: Id::parse("access").expect("an id") };
        let mut reader = MemoryFiles::default();
        let mut log = Vec::new();
        for (index, file) in files.iter().enumerate() {
            if let Some(text) = file.filter(|text| *text != "lost") {
                reader = reader.with(&id(index), text);
            }
            let after = file.map(|_| FileState { path: "content/policies/access.yaml".into(), blob: id(index) });
            log.push(LogEntry { edit: Edit { commit: Some(index), before: None, after, in_merge: false }, side: vec![] });
        }
        read_texts(&[(&record, &log)], &reader).expect("memory can be read").remove(0)
    }

    fn told(texts: &[Text]) -> Vec<String> {
        let place = |place: Option<usize>| place.map_or("-".to_owned(), |place| place.to_string());
        let line = |version: &RecordVersion| {
            let to = version.to.map_or("open".to_owned(), |to| to.to_string());
            let (first, last) = (place(version.first), place(version.last));
            format!("{} {} to {to}, entries {first} to {last}: {}", version.version, version.from, version.record.envelope.title)
        };
        versions(texts).iter().map(line).collect()
    }

    #[test]
    fn each_version_holds_until_the_day_before_the_next_one_begins() {
        let (first, worded, second) =
            (policy("1.0.0", "2025-01-01", "A"), policy("1.0.0", "2025-01-01", "B"), policy("1.1.0", "2026-03-01", "C"));
        let texts = texts(&[Some(&second), Some(&worded), Some(&first)]);
        assert_eq!(told(&texts), ["1.0.0 2025-01-01 to 2026-02-28, entries 2 to 1: B", "1.1.0 2026-03-01 to open, entries 0 to 0: C"]);
    }

    #[test]
    fn a_version_that_was_taken_back_is_none() {
        let (first, second) = (policy("1.0.0", "2025-01-01", "A"), policy("2.0.0", "2026-01-01", "B"));
        let texts = texts(&[Some(&first), Some(&second), Some(&first)]);
        assert_eq!(told(&texts), ["1.0.0 2025-01-01 to open, entries 2 to 0: A"]);
    }

    #[test]
    fn a_version_that_begins_with_the_next_one_was_never_in_force() {
        let (first, second) = (policy("1.0.0", "2026-01-01", "A"), policy("1.1.0", "2026-01-01", "B"));
        let texts = texts(&[Some(&second), Some(&first)]);
        assert_eq!(told(&texts), ["1.0.0 2026-01-01 to 2025-12-31, entries 1 to 1: A", "1.1.0 2026-01-01 to open, entries 0 to 0: B"]);
    }

    #[test]
    fn what_cannot_be_read_is_told_apart() {
        let whole = policy("1.0.0", "2025-01-01", "A");
        let texts = texts(&[None, Some("lost"), Some("title: [\n"), Some(&whole)]);
        assert!(matches!(texts.as_slice(), [Text::Removed, Text::Missing, Text::Unreadable(_), Text::Read(_)]), "{texts:?}");
        assert_eq!(told(&texts), ["1.0.0 2025-01-01 to open, entries 3 to 3: A"]);
    }
}
