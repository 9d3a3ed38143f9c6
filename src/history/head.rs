//! The commit from which a report is built.

use std::path::Path;

use super::git::Place;
use super::objects::{ObjectId, ObjectKind, ObjectStore as _};
use super::raw_commit::RawCommit;
use super::walk::instant;
use crate::diag::Failure;
use crate::model::Instant;

/// A commit, and whether the work tree differs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its id, as hexadecimal digits.
    pub id: String,
    /// When it was committed, with the committer's offset.
    pub committed: Instant,
    /// Id of the tree of the whole repository at it, as hexadecimal digits.
    pub tree: String,
    /// Folder of the project in the repository, `/` between its parts; empty at its root.
    pub folder: String,
    /// Whether files of the project differ from it.
    pub changed: bool,
    /// Whether the history before it was cut when it was fetched.
    pub shallow: bool,
    /// Whether the repository gives commits other parents than they name.
    pub grafted: bool,
}

impl Head {
    /// The id as people quote it: its first twelve digits.
    #[must_use]
    pub fn short(&self) -> &str {
        self.id.get(..12).unwrap_or(&self.id)
    }
}

/// The commit that is checked out around a project, as if nothing were edited since; `None` where the folder is in no repository, or in one
/// without commits.
///
/// Fails when there is a repository that cannot be read.
pub fn head_commit(project: &Path) -> Result<Option<Head>, Failure> {
    let Some((place, repository)) = Place::find(project)? else {
        return Ok(None);
    };
    place.head(&repository)?.map(|id| head_at(&place, id, false)).transpose()
}

pub(super) fn head_at(place: &Place, id: ObjectId, changed: bool) -> Result<Head, Failure> {
    let objects = place.open()?;
    let bytes = objects.object(ObjectKind::Commit, id)?;
    let commit = RawCommit::parse(&bytes).map_err(|what| objects.damaged(ObjectKind::Commit, id, what))?;
    Ok(Head {
        id: id.to_string(),
        committed: instant(commit.committer),
        tree: commit.tree.to_string(),
        folder: place.in_repository("").trim_end_matches('/').to_owned(),
        changed,
        shallow: place.shallow,
        grafted: place.grafted,
    })
}
