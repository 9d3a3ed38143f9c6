//! Where files of a project may have changed, and what did.

use std::collections::BTreeSet;

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
