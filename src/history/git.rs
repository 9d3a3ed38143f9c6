//! The git repository around a project.

use std::path::Path;

use git2::{ErrorCode, Repository, StatusOptions};

use super::head::Head;
use crate::diag::Failure;
use crate::model::Instant;

/// The parts of a project folder that decide what its report says.
const PARTS: [&str; 4] = ["tickmark.yaml", "metrics", "content", "themes"];

/// The commit that is checked out around a project; `None` where the folder is in no repository, or in one without commits.
///
/// Fails when there is a repository that cannot be read.
pub fn head_commit(project: &Path) -> Result<Option<Head>, Failure> {
    let failed = |error: git2::Error| Failure::Git { path: project.display().to_string(), message: error.message().to_owned() };
    let repository = match Repository::discover(project) {
        Ok(repository) => repository,
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let head = match repository.head() {
        Ok(head) => head,
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            return Ok(None);
        }
        Err(error) => return Err(failed(error)),
    };
    let commit = head.peel_to_commit().map_err(failed)?;
    let time = commit.committer().when();
    let committed = Instant::from_unix(time.seconds(), time.offset_minutes())
        .map_err(|error| Failure::Git { path: project.display().to_string(), message: error.to_string() })?;
    let changed = is_changed(&repository, project).map_err(failed)?;
    Ok(Some(Head { id: commit.id().to_string(), committed, changed }))
}

fn is_changed(repository: &Repository, project: &Path) -> Result<bool, git2::Error> {
    let Some(root) = repository.workdir().and_then(|root| std::path::absolute(root).ok()) else {
        return Ok(false);
    };
    let project = std::path::absolute(project).unwrap_or_else(|_| project.to_owned());
    let inside = project.strip_prefix(&root).map(Path::to_owned).unwrap_or_default();
    let mut options = StatusOptions::new();
    // A project that git is told to ignore is in no commit, so what it ignores counts as changed.
    options.include_untracked(true).include_ignored(true).recurse_ignored_dirs(false).disable_pathspec_match(true);
    for part in PARTS {
        options.pathspec(inside.join(part));
    }
    Ok(!repository.statuses(Some(&mut options))?.is_empty())
}
