//! The history of a project in one file: a bundle of git, version 2, from which anybody can clone.
//!
//! The format is `gitformat-bundle(5)`: a signature, the references with the commits that they name, an empty line, and a pack with everything
//! that these reach. Nothing is left out, so that it needs no other repository.

use std::path::Path;

use super::commit::CommitId;
use super::git::pack;
use crate::diag::Failure;

/// The branch of a bundle. The one that is checked out has no say: the same history is the same bundle, wherever it is made.
pub const BUNDLE_BRANCH: &str = "report";

/// The history up to a commit as a bundle.
///
/// Fails where the repository does not hold the whole history.
pub fn bundle(project: &Path, commit: &CommitId) -> Result<Vec<u8>, Failure> {
    let Some(pack) = pack(project, commit)? else {
        return Err(Failure::Revision {
            message: "the history cannot be handed over: this clone does not hold all of it, or gives commits other parents than they name"
                .to_owned(),
            help: Some("run `git fetch --unshallow`, or work in a full clone".to_owned()),
        });
    };
    let mut bytes = format!("# v2 git bundle\n{commit} refs/heads/{BUNDLE_BRANCH}\n{commit} HEAD\n\n").into_bytes();
    bytes.extend(pack);
    Ok(bytes)
}
