//! Makes a report once more from the commit that its provenance names, and keeps no byte of it but the list of its files.

use std::path::Path;

use super::pipeline::Progress;
use super::plan_report::{Making, plan_report};
use super::sink::Nowhere;
use super::timings::Timings;
use super::write_report::write_report;
use crate::diag::{Failure, Finding};
use crate::history::{CommitId, Revision, RevisionWorkspace, resolve, unknown_revision};
use crate::model::Date;
use crate::seal::{Manifest, Provenance};
use crate::site::PreviousReport;

/// Makes a report once more, in memory; the findings where the project at that commit cannot be made into one.
///
/// Fails when the provenance names no commit, or the repository does not hold it.
pub fn rebuild(
    repository: &Path,
    provenance: &Provenance,
    previous: Option<PreviousReport>,
    progress: &dyn Progress,
) -> Result<Result<Manifest, Vec<Finding>>, Failure> {
    let Some(source) = &provenance.source else {
        return Err(Failure::Usage { message: "the report was made from no commit, so that nobody can make it again".to_owned() });
    };
    let project = repository.join(&source.folder);
    let commit = CommitId::new(&source.commit);
    if resolve(&project, commit.as_str())?.is_none() {
        return Err(unknown_revision(&project, commit.as_str()));
    }
    let revision = Revision { name: source.commit.clone(), commit: commit.clone(), is_branch: false };
    let workspace = RevisionWorkspace::open(&project, &revision)?;
    let options = &provenance.options;
    let as_of = Date::parse(&options.as_of)
        .map_err(|error| Failure::Usage { message: format!("the provenance names no day as of which the report speaks: {error}") })?;
    let making = Making {
        project: &project,
        workspace: &workspace,
        at: Some(&commit),
        as_of: Some(as_of),
        since: options.since.as_deref(),
        previous,
        allowed: options.allowed,
    };
    let mut timings = Timings::start();
    let plan = match plan_report(making, progress, &mut timings)? {
        Ok(plan) => plan,
        Err(findings) => return Ok(Err(findings)),
    };
    let (_, manifest) = write_report(&plan.site, &plan.renderer, plan.inputs, &Nowhere, progress, &mut timings)?;
    Ok(Ok(manifest))
}
