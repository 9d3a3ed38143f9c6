//! Renders the site of a project.

use std::path::PathBuf;

use super::disk::{DiskWorkspace, from};
use super::may_sign::MaySign;
use super::open_report::open_report;
use super::output::{Staging, recover};
use super::pipeline::Progress;
use super::plan_report::{Making, plan_report};
use super::sealed_folder::SealedFolder;
use super::sign::{SignWith, Signed, signature};
use super::sink::Sink as _;
use super::timings::{Timing, Timings};
use super::write_report::{Written, write_report};
use crate::diag::{Failure, Finding};
use crate::model::Date;
use crate::seal::Allowed;

/// How a site is to be built.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// Folder of the report, relative to that of the project.
    pub output: PathBuf,
    /// The day as of which the report speaks; found from the environment or the commit where it is not given.
    pub as_of: Option<Date>,
    /// Commit, tag or day of the last report; the end of the period before where it is not given.
    pub since: Option<String>,
    /// The published report before this one, relative to the folder of the project; a package that is unpacked will do.
    pub previous: Option<PathBuf>,
    /// Exceptions made on purpose, which the report names.
    pub allowed: Allowed,
    /// With what the report is to be signed before it takes its place.
    pub sign: Option<SignWith>,
}

/// What came of a build.
#[derive(Debug)]
pub struct BuildOutcome {
    /// Everything that was found, in order.
    pub findings: Vec<Finding>,
    /// What was written; nothing where errors stopped the build before.
    pub written: Option<Written>,
    /// How many signatures the report bore that was replaced; they went with it.
    pub replaced_signatures: usize,
    /// The signature that was made; why there is none and nothing was written, where one was asked for.
    pub signed: Option<Result<Signed, Failure>>,
    /// How long each stage took.
    pub timings: Vec<Timing>,
}

/// Builds the report of a project.
///
/// Fails when the work cannot be done; mistakes in the project are findings of the outcome.
pub fn build(options: &BuildOptions, progress: &dyn Progress) -> Result<BuildOutcome, Failure> {
    let mut timings = Timings::start();
    let workspace = DiskWorkspace::open(&options.project)?;
    // Before anything can stop this run: the report that a killed run took away comes back.
    recover(&options.project, &options.output)?;
    let previous = options.previous.as_ref().map(|path| open_report(&from(&options.project, path))).transpose()?;
    let making = Making {
        project: &options.project,
        workspace: &workspace,
        at: None,
        as_of: options.as_of,
        since: options.since.as_deref(),
        previous: previous.as_ref().map(|report| &*report.files),
        allowed: options.allowed,
    };
    let plan = match plan_report(&making, progress, &mut timings)? {
        Ok(plan) => plan,
        Err(findings) => {
            return Ok(BuildOutcome { findings, written: None, replaced_signatures: 0, signed: None, timings: timings.stages });
        }
    };
    let staging = Staging::begin(&options.project, &options.output)?;
    let (written, _) = write_report(&plan.site, &plan.renderer, plan.inputs, &staging, progress, &mut timings)?;
    let findings = plan.site.findings().to_vec();
    let signed = options.sign.as_ref().map(|with| sign_staged(options, with, &staging));
    if signed.as_ref().is_some_and(Result::is_err) {
        return Ok(BuildOutcome { findings, written: None, replaced_signatures: 0, signed, timings: timings.stages });
    }
    let replaced = staging.finish()?;
    timings.lap("finish");
    Ok(BuildOutcome { findings, written: Some(written), replaced_signatures: replaced.signatures, signed, timings: timings.stages })
}

/// Signs a report that is not in its place yet, as it stands on the disk.
fn sign_staged(options: &BuildOptions, with: &SignWith, staging: &Staging) -> Result<Signed, Failure> {
    let may_sign = MaySign::read(&options.project, None)?;
    let report = SealedFolder::open(&staging.folder())?;
    let (signed, bytes) = signature(&report, &options.output.display().to_string(), &options.project, with, &may_sign)?;
    staging.write(&signed.file, bytes.as_bytes())?;
    Ok(signed)
}
