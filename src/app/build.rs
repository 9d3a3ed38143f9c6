//! Renders the site of a project.

use std::path::PathBuf;

use super::disk::DiskWorkspace;
use super::output::{Staging, recover};
use super::pipeline::Progress;
use super::plan_report::{Making, plan_report};
use super::previous::open_report;
use super::timings::{Timing, Timings};
use super::write_report::{Written, write_report};
use crate::diag::{Failure, Finding};
use crate::model::Date;
use crate::seal::{Allowed, SealedFiles};

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
    let previous = options.previous.as_ref().map(|folder| open_report(&options.project.join(folder))).transpose()?;
    let making = Making {
        project: &options.project,
        workspace: &workspace,
        at: None,
        as_of: options.as_of,
        since: options.since.as_deref(),
        previous: previous.as_ref().map(|report| report as &dyn SealedFiles),
        allowed: options.allowed,
    };
    let plan = match plan_report(making, progress, &mut timings)? {
        Ok(plan) => plan,
        Err(findings) => return Ok(BuildOutcome { findings, written: None, replaced_signatures: 0, timings: timings.stages }),
    };
    let staging = Staging::begin(&options.project, &options.output)?;
    let (written, _) = write_report(&plan.site, &plan.renderer, plan.inputs, &staging, progress, &mut timings)?;
    let replaced = staging.finish()?;
    timings.lap("finish");
    let findings = plan.site.findings().to_vec();
    Ok(BuildOutcome { findings, written: Some(written), replaced_signatures: replaced.signatures, timings: timings.stages })
}
