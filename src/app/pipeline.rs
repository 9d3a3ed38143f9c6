//! From a folder to a planned site: the stages that every command shares.

use std::path::Path;

use super::disk::DiskWorkspace;
use super::past::{PastBefore, history, with_past};
use crate::catalog::{Catalog, link};
use crate::check::check_settings;
use crate::diag::{Failure, Finding, Findings};
use crate::history::{CommitId, History};
use crate::source::{ReadBefore, Workspace, read_project_again};

/// Somebody who is told how far the work has come.
pub trait Progress: Sync {
    /// A stage begins, with this many steps.
    fn begin(&self, stage: &'static str, steps: usize);
    /// A step is done.
    fn advance(&self);
    /// The stage is over.
    fn end(&self);
}

/// What came of reading and linking.
pub(super) enum Linked {
    /// Errors were found; nothing further can be said.
    Stopped(Findings),
    /// A catalogue, with what was found on the way.
    Catalog(Box<Catalog>, Findings),
}

/// Reads and links a project; every error of a stage is found before the next one is left out.
pub(super) fn read_and_link(workspace: &dyn Workspace, watch: impl FnMut(&'static str)) -> Linked {
    read_again_and_link(workspace, &mut ReadBefore::default(), watch)
}

/// What was read of a project and of its repository before, so that what did not change since is not read again.
#[derive(Debug)]
pub(super) struct Before {
    files: ReadBefore,
    /// Nothing where nobody will ask again.
    pub(super) past: Option<PastBefore>,
}

impl Before {
    /// Nothing was read yet, and nobody will ask again.
    pub(super) fn once() -> Self {
        Self { files: ReadBefore::default(), past: None }
    }
}

impl Default for Before {
    /// Nothing was read yet; what is read is kept.
    fn default() -> Self {
        Self { files: ReadBefore::default(), past: Some(PastBefore::default()) }
    }
}

/// The same for a project that may have been read before, and its history, while its files are read.
pub(super) fn read_with_history(
    (project, at): (&Path, Option<&CommitId>),
    workspace: &dyn Workspace,
    before: &mut Before,
    watch: impl FnMut(&'static str) + Send,
) -> (Linked, Result<Option<History>, Failure>) {
    let Before { files, past } = before;
    rayon::join(|| read_again_and_link(workspace, files, watch), || history(project, at, past.as_mut()))
}

fn read_again_and_link(workspace: &dyn Workspace, before: &mut ReadBefore, mut watch: impl FnMut(&'static str)) -> Linked {
    let reading = read_project_again(workspace, before);
    watch("read");
    let mut findings = reading.findings;
    let Some(project) = reading.project else {
        return Linked::Stopped(findings);
    };
    findings.append(check_settings(&project));
    let linking = link(project);
    watch("link");
    findings.append(linking.findings);
    match linking.catalog {
        Some(catalog) if !findings.has_errors() => Linked::Catalog(Box::new(catalog), findings),
        _ => Linked::Stopped(findings),
    }
}

/// Reads and links the project in a folder and puts its past beside it; the findings where it cannot be read.
pub(super) fn read_with_past(project: &Path, progress: &dyn Progress) -> Result<Result<Catalog, Vec<Finding>>, Failure> {
    let workspace = DiskWorkspace::open(project)?;
    progress.begin("reading", 0);
    let (linked, history) = read_with_history((project, None), &workspace, &mut Before::once(), |_| ());
    let outcome = match linked {
        Linked::Stopped(findings) => Ok(Err(findings.sorted())),
        Linked::Catalog(catalog, _) => with_past(*catalog, project, &workspace, history?, None).map(|(catalog, _)| Ok(catalog)),
    };
    progress.end();
    outcome
}
