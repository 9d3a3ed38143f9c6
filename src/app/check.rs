//! Makes every check of a project, and writes nothing.

use std::path::PathBuf;

use super::as_of::as_of;
use super::disk::DiskWorkspace;
use super::past::with_past;
use super::pipeline::{Before, Linked, Progress, read_with_history};
use crate::check::{Facts, Ledger};
use crate::diag::{Failure, Finding};
use crate::history::{Head, History, Revision, RevisionWorkspace, project_folder, resolve, unknown_revision};
use crate::model::Date;
use crate::source::Workspace;

/// What to check.
#[derive(Clone, Debug)]
pub struct CheckOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// The day as of which the checks speak; found as for a report where it is not given.
    pub as_of: Option<Date>,
    /// The revision that is checked; the working tree where it is not given.
    pub at: Option<String>,
}

/// What came of it.
#[derive(Debug)]
pub struct CheckOutcome {
    /// Everything that was found, in order.
    pub findings: Vec<Finding>,
    /// What was made of a project that could be read; nothing where mistakes kept it from that.
    pub made: Option<Made>,
    /// Folder of the project in its repository, `/` at its end; empty at the root and outside any repository.
    pub folder: String,
    /// What was checked, for people: a commit, one with changes that are not committed, or a folder without history.
    pub state: String,
}

/// The checks of a project.
#[derive(Debug)]
pub struct Made {
    /// All results.
    pub ledger: Ledger,
    /// The day as of which they speak.
    pub as_of: Date,
}

/// Makes every check of a project.
///
/// Fails when the work cannot be done; mistakes in the project are findings of the outcome.
pub fn check(options: &CheckOptions, progress: &dyn Progress) -> Result<CheckOutcome, Failure> {
    let project = &options.project;
    let revision = options.at.as_deref().map(|name| resolve(project, name)?.ok_or_else(|| unknown_revision(project, name))).transpose()?;
    let workspace: Box<dyn Workspace> = match &revision {
        Some(revision) => Box::new(RevisionWorkspace::open(project, revision)?),
        None => Box::new(DiskWorkspace::open(project)?),
    };
    let folder = project_folder(project)
        .filter(|folder| !folder.is_empty())
        .map_or_else(String::new, |folder| format!("{}/", folder.trim_end_matches('/')));
    progress.begin("reading", 0);
    let at = revision.as_ref().map(|revision| &revision.commit);
    let (linked, history) = read_with_history((project, at), &*workspace, &mut Before::once(), |_| ());
    progress.end();
    let history = history?;
    let head = history.as_ref().map(History::head).cloned();
    let state = state(revision.as_ref(), head.as_ref());
    let (catalog, mut findings) = match linked {
        Linked::Catalog(catalog, findings) => (catalog, findings),
        Linked::Stopped(findings) => return Ok(CheckOutcome { findings: findings.sorted(), made: None, folder, state }),
    };
    progress.begin("reading the history", 0);
    let (catalog, found) = with_past(*catalog, project, &*workspace, history, None)?;
    progress.end();
    findings.append(found);
    progress.begin("checking", 0);
    let day = as_of(&catalog, options.as_of, head.as_ref())?;
    let ledger = Ledger::of(&catalog, &Facts::new(day));
    progress.end();
    findings.append(ledger.findings(&catalog));
    Ok(CheckOutcome { findings: findings.sorted(), made: Some(Made { ledger, as_of: day }), folder, state })
}

fn state(revision: Option<&Revision>, head: Option<&Head>) -> String {
    match (revision, head) {
        (Some(revision), _) => revision.label(),
        (None, Some(head)) if head.changed => format!("commit {} with changes that are not committed", head.short()),
        (None, Some(head)) => format!("commit {}", head.short()),
        (None, None) => "a folder without history".to_owned(),
    }
}
