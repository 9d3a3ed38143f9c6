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
use crate::seal::{MANIFEST, Manifest, Previous, Provenance, SealedFiles, Sha256Digest};

/// Makes a report once more, in memory; the findings where the project at that commit cannot be made into one.
///
/// Fails when the provenance names no commit, or the repository does not hold it; when it names a report before this one that is not the one given.
pub fn rebuild(
    repository: &Path,
    provenance: &Provenance,
    previous: Option<&dyn SealedFiles>,
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
    let previous = provenance.previous.as_ref().map(|named| before(named, previous)).transpose()?;
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
    let plan = match plan_report(&making, progress, &mut timings)? {
        Ok(plan) => plan,
        Err(findings) => return Ok(Err(findings)),
    };
    let (_, manifest) = write_report(&plan.site, &plan.renderer, plan.inputs, &Nowhere, progress, &mut timings)?;
    Ok(Ok(manifest))
}

/// The report that is named as the one before, where it is the one that was given.
fn before<'f>(named: &Previous, given: Option<&'f dyn SealedFiles>) -> Result<&'f dyn SealedFiles, Failure> {
    let unlike = |what: &str| Failure::Revision {
        message: format!("the report was made after the one whose list of files has the digest `{}`, and {what}", named.manifest_sha256),
        help: Some("give that report with `--previous`: what is told of it is part of the pages".to_owned()),
    };
    let files = given.ok_or_else(|| unlike("that one was not given"))?;
    let list = files.read(MANIFEST).map_err(|_| unlike("the one given has none"))?;
    if Sha256Digest::of(&list) == named.manifest_sha256 { Ok(files) } else { Err(unlike("the one given is another")) }
}
