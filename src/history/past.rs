//! The past of a project: its commits, and for each record and release what became of its files.
//!
//! A value like any other: `git` makes it from a repository, tests make it by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::commit::{BlobId, Commit};
use crate::model::{Id, Kind, RecordRef};
use crate::source::NamedPart;

/// What a file of the project belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The settings.
    Settings,
    /// A record.
    Record(RecordRef),
    /// The `release.yaml` of a release.
    Release(Id),
    /// The rows of a metric in a release.
    Results {
        /// The release.
        release: Id,
        /// The metric.
        metric: Id,
    },
}

impl Part {
    /// The record of a kind and id.
    #[must_use]
    pub fn record(kind: Kind, id: &Id) -> Self {
        Self::Record(RecordRef { kind, id: id.clone() })
    }
}

impl From<NamedPart> for Part {
    fn from(named: NamedPart) -> Self {
        match named {
            NamedPart::Settings => Self::Settings,
            NamedPart::Record { kind, id } => Self::Record(RecordRef { kind, id }),
            NamedPart::Release { release } => Self::Release(release),
            NamedPart::Results { release, metric } => Self::Results { release, metric },
        }
    }
}

/// The file of a part at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileState {
    /// Path relative to the project.
    pub path: Arc<str>,
    /// The bytes.
    pub blob: BlobId,
}

/// What one commit did to the file of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Position of the commit in [`Past::commits`]; nothing for what is not committed yet.
    pub commit: Option<usize>,
    /// The file before; nothing where the commit created it, or where the history ends here.
    pub before: Option<FileState>,
    /// The file after; nothing where the commit removed it. For what is not committed yet the blob's id is that which git would give.
    pub after: Option<FileState>,
    /// Whether a merge holds content that stands in none of what it merges.
    pub in_merge: bool,
}

/// What was in force, and since when: one entry of the main log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// What the commit did, compared with its first parent.
    pub edit: Edit,
    /// For a merge: what the commits that it brought in did, the newest first.
    pub side: Vec<Edit>,
}

/// The past of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Every commit that can be reached, each before what it follows; of several the newest committer's date first, then the greater id.
    pub commits: Vec<Commit>,
    /// The main log of each part, the newest entry first: the first-parent history of the checked out commit. A record is followed through
    /// moves within its kind. Parts that are gone are there too.
    pub logs: BTreeMap<Part, Vec<LogEntry>>,
    /// Whether the clone is shallow, so that the history ends before its beginning.
    pub shallow: bool,
}

impl Past {
    /// The main log of a part, the newest entry first; empty where nothing is known.
    #[must_use]
    pub fn log(&self, part: &Part) -> &[LogEntry] {
        self.logs.get(part).map_or(&[], Vec::as_slice)
    }

    /// The commit of an edit; nothing for what is not committed yet.
    #[must_use]
    pub fn commit(&self, edit: &Edit) -> Option<&Commit> {
        self.commits.get(edit.commit?)
    }
}
