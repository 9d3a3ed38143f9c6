//! The past of a project, put beside what it says today.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use super::repository_cache::RepositoryCache;
use crate::catalog::Catalog;
use crate::diag::{Failure, Findings};
use crate::history::{
    Blob, BlobId, CommitId, Counted, FileState, GitFiles, History, HistoryBefore, LogEntry, Part, Past, RecordVersion, Text, Texts, Until,
    blobs_of_releases, read_blobs, read_history, resolve, silent_revisions, unknown_revision, versions,
};
use crate::model::{Date, Id, RecordRef};
use crate::source::Workspace;
use crate::trust::Signers;

/// Where the keys that may sign usually stand.
pub(super) const SIGNERS: &str = "content/signers";

/// What was read of a repository before.
#[derive(Debug, Default)]
pub(super) struct PastBefore {
    history: HistoryBefore,
    texts: Texts,
}

/// The history of a project: that of what stands in its folder, or up to a commit, as if it were checked out and nothing were edited since.
///
/// A folder that is in no repository, or in one without commits, has none. Fails when there is a repository that cannot be read.
pub(super) fn history(project: &Path, at: Option<&CommitId>, before: Option<&mut PastBefore>) -> Result<Option<History>, Failure> {
    let until = at.map_or(Until::WorkTree, |at| Until::Commit(at.clone()));
    read_history(project, &until, before.map(|before| &mut before.history), &RepositoryCache::of_history(project))
}

/// The catalogue with its past: logs, the texts of records, their versions, and what was done to final releases.
///
/// What `before` holds is not read again. The findings are those of the file of allowed signers. Fails when the repository
/// cannot be read.
pub(super) fn with_past(
    catalog: Catalog,
    project: &Path,
    workspace: &dyn Workspace,
    history: Option<History>,
    before: Option<&mut PastBefore>,
) -> Result<(Catalog, Findings), Failure> {
    let since = match &catalog.settings().history.since {
        Some(name) => moment(project, "history.since", name)?,
        None => Moment::Beginning,
    };
    let (signers, findings) = signers(catalog.settings().signers.as_deref(), workspace)?;
    let Some((history, files)) = history.zip(GitFiles::open(project)?) else {
        return Ok((catalog, findings));
    };
    // Nobody is asked about signatures of OpenPGP: the answer depends on the keyring of the machine.
    let past = history.judged(signers.as_deref(), None)?;
    let counted = since.counted(&past);
    let (texts, versions) = match before {
        Some(before) => {
            let read = texts_and_versions(&past, &files, &before.texts)?;
            before.texts.clone_from(&read.0);
            read
        }
        None => texts_and_versions(&past, &files, &Texts::default())?,
    };
    let silent = {
        let states: Vec<FileState> = blobs_of_releases(&past);
        let blobs = read_blobs(&states, &files)?;
        let known: BTreeMap<&BlobId, Option<Arc<str>>> =
            states.iter().map(|state| &state.blob).zip(blobs.into_iter().map(as_text)).collect();
        let found = silent_revisions(&past, &|blob| known.get(blob)?.clone(), &|metric| segments(&catalog, metric));
        found.into_iter().filter(|revision| counted.counts(&past, catalog.settings().timezone, revision.commit)).collect()
    };
    Ok((catalog.with_past(past, versions).with_texts(texts).with_silent_revisions(silent).with_counted(counted), findings))
}

/// The text of the file of allowed signers: the one that the settings name, else the usual one where it is there.
pub(super) fn signers(named: Option<&str>, workspace: &dyn Workspace) -> Result<(Option<String>, Findings), Failure> {
    let path = named.unwrap_or(SIGNERS);
    let bytes = match workspace.read(path) {
        Ok(bytes) => bytes,
        Err(error) if named.is_none() && error.kind() == ErrorKind::NotFound => return Ok((None, Findings::new())),
        Err(source) => return Err(Failure::Io { action: "read", path: path.to_owned(), source }),
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (_, findings) = Signers::parse(&text, path);
    Ok((Some(text), findings))
}

/// From when on changes count.
pub(super) enum Moment {
    /// All do.
    Beginning,
    /// From a day on.
    Day(Date),
    /// From a commit on.
    Commit(CommitId),
}

impl Moment {
    /// The commits that count from this moment on; all where the past does not hold it.
    fn counted(&self, past: &Past) -> Counted {
        match self {
            Self::Beginning => Counted::All,
            Self::Day(day) => Counted::FromDay(*day),
            Self::Commit(id) => past.commits.iter().position(|commit| commit.id == *id).map_or(Counted::All, Counted::FromCommit),
        }
    }
}

/// The day or the commit of a name; `said` is where the name was given.
///
/// Fails where it names neither.
pub(super) fn moment(project: &Path, said: &str, name: &str) -> Result<Moment, Failure> {
    if let Ok(day) = Date::parse(name) {
        return Ok(Moment::Day(day));
    }
    match resolve(project, name)? {
        Some(revision) => Ok(Moment::Commit(revision.commit)),
        None => Err(match unknown_revision(project, name) {
            Failure::Revision { message, help } => Failure::Revision { message: format!("`{said}`: {message}"), help },
            other => other,
        }),
    }
}

/// What the files of records said in every state that a log names, and the versions that come of the main logs.
fn texts_and_versions(past: &Past, files: &GitFiles, before: &Texts) -> Result<(Texts, BTreeMap<RecordRef, Vec<RecordVersion>>), Failure> {
    let texts = Texts::read_again(past, files, before)?;
    let mut known = BTreeMap::new();
    for (part, entries) in &past.logs {
        let Part::Record(record) = part else { continue };
        // A text that was not read is that of a record which nobody ever changed: it says today what it always said.
        let after = |entry: &LogEntry| match &entry.edit.after {
            Some(state) => texts.text(record, Some(state)).cloned(),
            None => Some(Text::Removed),
        };
        let read: Option<Vec<Text>> = entries.iter().map(after).collect();
        let found = read.map_or_else(Vec::new, |read| versions(&read));
        if !found.is_empty() {
            known.insert(record.clone(), found);
        }
    }
    Ok((texts, known))
}

fn segments(catalog: &Catalog, metric: &Id) -> Vec<String> {
    let known = catalog.metric(metric);
    known.map_or_else(Vec::new, |(_, metric)| metric.segments.iter().map(|reference| reference.id().to_string()).collect())
}

fn as_text(blob: Blob) -> Option<Arc<str>> {
    match blob {
        Blob::Read(bytes) => std::str::from_utf8(&bytes).ok().map(Arc::from),
        Blob::TooLarge { .. } | Blob::Missing => None,
    }
}
