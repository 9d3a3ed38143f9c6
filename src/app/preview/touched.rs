//! What changed among the files of a project since they were read.

use std::collections::{BTreeMap, BTreeSet};

use crate::seal::{Input, Sha256Digest};

/// Where something may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Anywhere: everything is looked at again.
    Everything,
    /// At these paths of the project and below them, `/` between their parts, and nowhere else; files that are not of the project may be among them.
    Paths(BTreeSet<String>),
    /// The commit that is checked out, and perhaps any file.
    Head,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileDeed {
    /// It was not there before.
    Added,
    /// It has other bytes.
    Changed,
    /// It is gone.
    Removed,
}

/// A file that differs from what was read before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileChange {
    /// Path in the project.
    pub path: String,
    /// What became of it.
    pub deed: FileDeed,
}

/// The digests of the files that were read last.
pub(super) type Digests = BTreeMap<String, Sha256Digest>;

/// The digests of what was read.
pub(super) fn digests(inputs: &[Input]) -> Digests {
    inputs.iter().map(|input| (input.path.clone(), input.sha256)).collect()
}

/// What changed from one reading to the next, by path.
pub(super) fn changes(before: &Digests, after: &Digests) -> Vec<FileChange> {
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let change = |path: &&String| {
        let deed = match (before.get(*path), after.get(*path)) {
            (None, _) => FileDeed::Added,
            (_, None) => FileDeed::Removed,
            (Some(one), Some(other)) if one != other => FileDeed::Changed,
            _ => return None,
        };
        Some(FileChange { path: (*path).clone(), deed })
    };
    paths.iter().filter_map(change).collect()
}
