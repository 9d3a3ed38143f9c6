//! What a preview knows of its project: what was read, and the commit that was checked out then.

use super::PreviewOptions;
use super::followed::FollowedWorkspace;
use super::planned::{Planned, plan};
use super::state::Problem;
use super::touched::{FileChange, Touched};
use crate::app::disk::DiskWorkspace;
use crate::app::pipeline::{Before, Progress};
use crate::diag::Failure;
use crate::history::{Head, head_commit};

/// What is known of a project.
#[derive(Debug, Default)]
pub(super) struct Known {
    workspace: Option<FollowedWorkspace>,
    before: Before,
    head: Option<Head>,
    /// Whether looking failed the last time, so that looking well is news.
    failed: bool,
}

/// What was seen of a project where it may have changed.
#[derive(Debug)]
pub(super) struct Seen {
    /// Whether anything did, or nothing was seen before.
    pub(super) is_new: bool,
    /// Files that did.
    pub(super) changes: Vec<FileChange>,
}

impl Known {
    /// Looks where the project may have changed.
    ///
    /// Fails when it is gone, or its repository cannot be read.
    pub(super) fn follow(&mut self, options: &PreviewOptions, touched: &Touched) -> Result<Seen, Failure> {
        let seen = self.look(options, touched);
        let recovered = std::mem::replace(&mut self.failed, seen.is_err());
        seen.map(|seen| Seen { is_new: seen.is_new || recovered, ..seen })
    }

    fn look(&mut self, options: &PreviewOptions, touched: &Touched) -> Result<Seen, Failure> {
        let disk = DiskWorkspace::open(&options.project)?;
        let Some(workspace) = &mut self.workspace else {
            self.head = head_commit(&options.project)?;
            self.workspace = Some(FollowedWorkspace::new(disk));
            return Ok(Seen { is_new: true, changes: Vec::new() });
        };
        let changes = workspace.look_again(touched);
        let mut is_new = !changes.is_empty();
        if !matches!(touched, Touched::Paths(_)) {
            let head = head_commit(&options.project)?;
            is_new |= head != self.head;
            self.head = head;
            // The report before this one is no file of the project, and nobody else tells that another one took its place.
            is_new |= options.previous.is_some() && *touched == Touched::Everything;
        }
        Ok(Seen { is_new, changes })
    }

    /// Plans the report of what was seen last.
    pub(super) fn plan(&mut self, options: &PreviewOptions, progress: &dyn Progress) -> Result<Planned, Problem> {
        let no_project = || Problem::Failed(Failure::NoProject { folder: options.project.display().to_string() });
        let workspace = self.workspace.as_ref().ok_or_else(no_project)?;
        plan(options, workspace, &mut self.before, progress)
    }
}
