//! The commit from which a report is built.

use crate::model::Instant;

/// A commit, and whether the work tree differs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its id, as hexadecimal digits.
    pub id: String,
    /// When it was committed, with the committer's offset.
    pub committed: Instant,
    /// Whether files of the project differ from it.
    pub changed: bool,
}

impl Head {
    /// The id as people quote it: its first twelve digits.
    #[must_use]
    pub fn short(&self) -> &str {
        self.id.get(..12).unwrap_or(&self.id)
    }
}
