//! Makes every check of a project, and writes nothing.

use std::path::PathBuf;

use super::as_of::as_of;
use super::disk::DiskWorkspace;
use super::past::with_past;
use super::pipeline::{Linked, Progress, read_and_link};
use crate::check::{Facts, Ledger};
use crate::diag::{Failure, Finding};
use crate::history::head_commit;
use crate::model::Date;

/// What to check.
#[derive(Clone, Debug)]
pub struct CheckOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// The day as of which the checks speak; found as for a report where it is not given.
    pub as_of: Option<Date>,
}

/// What came of it.
#[derive(Debug)]
pub struct CheckOutcome {
    /// Everything that was found, in order.
    pub findings: Vec<Finding>,
    /// All results; nothing where mistakes kept the project from being read.
    pub ledger: Option<Ledger>,
}

/// Makes every check of a project.
///
/// Fails when the work cannot be done; mistakes in the project are findings of the outcome.
pub fn check(options: &CheckOptions, progress: &dyn Progress) -> Result<CheckOutcome, Failure> {
    let workspace = DiskWorkspace::open(&options.project)?;
    progress.begin("reading", 0);
    let linked = read_and_link(&workspace, |_| ());
    progress.end();
    let (catalog, mut findings) = match linked {
        Linked::Catalog(catalog, findings) => (catalog, findings),
        Linked::Stopped(findings) => return Ok(CheckOutcome { findings: findings.sorted(), ledger: None }),
    };
    progress.begin("reading the history", 0);
    let (catalog, found) = with_past(*catalog, &options.project, &workspace)?;
    progress.end();
    findings.append(found);
    progress.begin("checking", 0);
    let day = as_of(&catalog, options.as_of, head_commit(&options.project)?.as_ref())?;
    let (ledger, _) = Ledger::of(&catalog, &Facts::of(&catalog, day), |_| ());
    progress.end();
    findings.append(ledger.findings(&catalog));
    Ok(CheckOutcome { findings: findings.sorted(), ledger: Some(ledger) })
}
