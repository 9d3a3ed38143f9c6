//! Silent revisions: rows of a final release that a later commit changed or removed.
//!
//! A release is append-only from the moment it is final. A correction belongs into a new release, where it has a vintage and a reason;
//! an edit of what is final leaves no trace on any page but this one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::commit::BlobId;
use super::past::{Edit, FileState, LogEntry, Part, Past};
use crate::diag::SourceText;
use crate::model::release::ReleaseStatus;
use crate::model::{Decimal, Id};
use crate::source::{parse_release, read_rows};

/// A row as text, by the names of its columns.
type RawRow = BTreeMap<String, String>;

/// A value before and after, by the name of its column.
pub type ChangedColumn = (String, Option<String>, Option<String>);

/// What was done to a final release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SilentRevision {
    /// The release.
    pub release: Id,
    /// The metric whose rows were touched; nothing where `release.yaml` was.
    pub metric: Option<Id>,
    /// Path of the file, relative to the project.
    pub path: Arc<str>,
    /// Position of the commit in [`Past::commits`]; nothing for what is not committed yet.
    pub commit: Option<usize>,
    /// The row: its period and its cell, as `2026-03` or `2026-03 region=north`; empty for `release.yaml`.
    pub row: String,
    /// What differs; empty where the row was removed.
    pub columns: Vec<ChangedColumn>,
}

/// Everything that was done to releases after they were final, by release, metric and commit.
///
/// `read` gives the bytes of a file of the past, `segments` the columns that tell the cells of a metric apart. What cannot be read any more is
/// left out: whoever lost it is told elsewhere.
#[must_use]
pub fn silent_revisions(
    past: &Past,
    read: &dyn Fn(&BlobId) -> Option<Arc<str>>,
    segments: &dyn Fn(&Id) -> Vec<String>,
) -> Vec<SilentRevision> {
    let mut found = Vec::new();
    for (part, entries) in &past.logs {
        match part {
            Part::Results { release, metric } => {
                let keys = segments(metric);
                for entry in entries.iter().filter(|entry| entry.edit.before.is_some()) {
                    if was_final(past, release, entry.edit.commit, read) {
                        found.extend(rows(release, metric, &entry.edit, read, &keys));
                    }
                }
            }
            Part::Release(release) => {
                let edits = entries.iter().map(|entry| &entry.edit).filter(|edit| edit.before.is_some());
                found.extend(edits.filter_map(|edit| of_release(release, edit, read)));
            }
            _ => {}
        }
    }
    found
}

/// The files that [`silent_revisions`] will ask for, each once.
#[must_use]
pub fn blobs_of_releases(past: &Past) -> Vec<FileState> {
    let wanted = past.logs.iter().filter(|(part, entries)| match part {
        Part::Release(_) => true,
        // Rows that were written once and never touched cannot have been revised.
        Part::Results { .. } => entries.iter().any(|entry| entry.edit.before.is_some()),
        _ => false,
    });
    let states = wanted.flat_map(|(_, entries)| entries).flat_map(|entry: &LogEntry| [&entry.edit.before, &entry.edit.after]);
    let by_blob: BTreeMap<&BlobId, &FileState> = states.flatten().map(|state| (&state.blob, state)).collect();
    by_blob.into_values().cloned().collect()
}

/// Whether a release was final before a commit touched it.
fn was_final(past: &Past, release: &Id, commit: Option<usize>, read: &dyn Fn(&BlobId) -> Option<Arc<str>>) -> bool {
    let entries = past.log(&Part::Release(release.clone()));
    // Positions count from the newest commit; what is not committed yet is newer than all.
    let age = |commit: Option<usize>| commit.map_or(0, |position| position + 1);
    let at = |entry: &&LogEntry| age(entry.edit.commit) == age(commit);
    let state = match entries.iter().find(at) {
        Some(entry) => entry.edit.before.as_ref(),
        None => entries.iter().find(|entry| age(entry.edit.commit) > age(commit)).and_then(|entry| entry.edit.after.as_ref()),
    };
    state.is_some_and(|state| is_final(release, state, read))
}

fn is_final(release: &Id, state: &FileState, read: &dyn Fn(&BlobId) -> Option<Arc<str>>) -> bool {
    parsed(release, state, read).is_some_and(|record| record.release.status == ReleaseStatus::Final)
}

fn parsed(release: &Id, state: &FileState, read: &dyn Fn(&BlobId) -> Option<Arc<str>>) -> Option<crate::source::ReleaseRecord> {
    parse_release(release, SourceText::new(&*state.path, read(&state.blob)?.to_string()))
}

fn of_release(release: &Id, edit: &Edit, read: &dyn Fn(&BlobId) -> Option<Arc<str>>) -> Option<SilentRevision> {
    let before_state = edit.before.as_ref()?;
    let before = parsed(release, before_state, read).filter(|record| record.release.status == ReleaseStatus::Final)?;
    let mut columns = Vec::new();
    if let Some(after) = &edit.after {
        let after = parsed(release, after, read)?;
        if after.release.status != ReleaseStatus::Final {
            columns.push(("status".to_owned(), Some("final".to_owned()), Some("provisional".to_owned())));
        }
        if after.release.released != before.release.released {
            columns.push(("released".to_owned(), Some(before.release.released.to_string()), Some(after.release.released.to_string())));
        }
        if columns.is_empty() {
            return None;
        }
    }
    Some(SilentRevision {
        release: release.clone(),
        metric: None,
        path: before_state.path.clone(),
        commit: edit.commit,
        row: String::new(),
        columns,
    })
}

fn rows(release: &Id, metric: &Id, edit: &Edit, read: &dyn Fn(&BlobId) -> Option<Arc<str>>, keys: &[String]) -> Vec<SilentRevision> {
    let table = |state: &FileState| by_key(&read_rows(&read(&state.blob)?), keys);
    let Some((before_state, before)) = edit.before.as_ref().and_then(|state| Some((state, table(state)?))) else {
        return Vec::new();
    };
    let after = match &edit.after {
        None => BTreeMap::new(),
        Some(state) => match table(state) {
            Some(after) => after,
            None => return Vec::new(),
        },
    };
    let revision = |row: &String, columns: Vec<ChangedColumn>| SilentRevision {
        release: release.clone(),
        metric: Some(metric.clone()),
        path: before_state.path.clone(),
        commit: edit.commit,
        row: row.clone(),
        columns,
    };
    let changed = |(row, old): (&String, &RawRow)| match after.get(row) {
        None => Some(revision(row, Vec::new())),
        Some(new) => {
            let columns = differing(old, new);
            (!columns.is_empty()).then(|| revision(row, columns))
        }
    };
    before.iter().filter_map(changed).collect()
}

fn by_key(rows: &[RawRow], keys: &[String]) -> Option<BTreeMap<String, RawRow>> {
    let key = |row: &RawRow| {
        let cell = keys.iter().filter_map(|name| Some((name, row.get(name).filter(|code| !code.is_empty())?)));
        let cell: Vec<String> = cell.map(|(name, code)| format!("{name}={code}")).collect();
        Some([row.get("period")?.clone()].into_iter().chain(cell).collect::<Vec<_>>().join(" "))
    };
    rows.iter().map(|row| Some((key(row)?, row.clone()))).collect()
}

/// The columns that differ by value; an empty cell and a column that is not there are the same.
fn differing(old: &RawRow, new: &RawRow) -> Vec<ChangedColumn> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let value = |row: &RawRow, name: &String| row.get(name).filter(|text| !text.is_empty()).cloned();
    let same = |one: &Option<String>, other: &Option<String>| {
        let number =
            |text: &Option<String>| text.as_deref().and_then(|text| Decimal::parse(text).ok()).map(|number| number.exact().reduced());
        one == other || (number(one).is_some() && number(one) == number(other))
    };
    names
        .into_iter()
        .map(|name| (name.clone(), value(old, name), value(new, name)))
        .filter(|(_, before, after)| !same(before, after))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINAL: &str = "title: A\nstatus: final\nreleased: 2026-05-05T09:00:00Z\n";
    const PROVISIONAL: &str = "title: A\nstatus: provisional\nreleased: 2026-05-05T09:00:00Z\n";
    const ROWS: &str = "period,region,numerator\n2026-04,,10\n2026-04,north,4\n";

    fn id(text: &str) -> Id {
        text.parse().expect("an id")
    }

    /// A past in which a file went through texts, the newest first, each by the commit of that position.
    fn log(path: &str, texts: &[(usize, &str)]) -> Vec<LogEntry> {
        let state = |text: &str| FileState { path: path.into(), blob: BlobId::new(text) };
        let edit = |position: usize| Edit {
            commit: Some(texts[position].0),
            before: texts.get(position + 1).map(|(_, text)| state(text)),
            after: Some(state(texts[position].1)),
            in_merge: false,
        };
        (0..texts.len()).map(|position| LogEntry { edit: edit(position), side: Vec::new() }).collect()
    }

    fn found(release: &[(usize, &str)], rows: &[(usize, &str)]) -> Vec<(Option<usize>, String, Vec<ChangedColumn>)> {
        let mut past = Past::default();
        past.logs.insert(Part::Release(id("r")), log("metrics/snapshots/r/release.yaml", release));
        past.logs.insert(Part::Results { release: id("r"), metric: id("m") }, log("metrics/snapshots/r/m.csv", rows));
        // A test's blob has its text for its name.
        let read = |blob: &BlobId| Some(Arc::from(blob.as_str()));
        let revisions = silent_revisions(&past, &read, &|_| vec!["region".to_owned()]);
        revisions.into_iter().map(|revision| (revision.commit, revision.row, revision.columns)).collect()
    }

    fn changed(name: &str, before: &str, after: &str) -> ChangedColumn {
        (name.to_owned(), Some(before.to_owned()), Some(after.to_owned()))
    }

    #[test]
    fn a_row_that_changes_after_the_release_is_final_is_found_with_its_commit() {
        let edited = ROWS.replace("north,4", "north,5");
        let expected = vec![(Some(0), "2026-04 region=north".to_owned(), vec![changed("numerator", "4", "5")])];
        assert_eq!(found(&[(3, FINAL)], &[(0, &edited), (3, ROWS)]), expected);
    }

    #[test]
    fn a_row_that_is_taken_away_is_found() {
        assert_eq!(found(&[(3, FINAL)], &[(0, "period,region,numerator\n2026-04,,10\n"), (3, ROWS)]).len(), 1);
    }

    #[test]
    fn rows_may_be_added_and_columns_reordered() {
        let more = "region,period,numerator\n,2026-04,10.0\nnorth,2026-04,4\nsouth,2026-04,6\n";
        assert_eq!(found(&[(3, FINAL)], &[(0, more), (3, ROWS)]), Vec::new());
    }

    #[test]
    fn provisional_rows_may_change_until_the_commit_that_makes_them_final() {
        let edited = ROWS.replace("north,4", "north,5");
        assert_eq!(found(&[(1, FINAL), (3, PROVISIONAL)], &[(1, &edited), (3, ROWS)]), Vec::new());
        assert_eq!(found(&[(1, FINAL), (3, PROVISIONAL)], &[(0, &edited), (3, ROWS)]).len(), 1);
    }

    #[test]
    fn a_final_release_that_becomes_provisional_again_is_found() {
        let expected = vec![(Some(0), String::new(), vec![changed("status", "final", "provisional")])];
        assert_eq!(found(&[(0, PROVISIONAL), (3, FINAL)], &[(3, ROWS)]), expected);
    }
}
