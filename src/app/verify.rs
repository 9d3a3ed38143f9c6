//! Verifies a report that was handed over, against what the verifier brings along.

use std::path::{Path, PathBuf};

use super::clock::{now, source_date_epoch};
use super::disk::read_file;
use super::open_report::{OpenedReport, open_report};
use super::pipeline::Progress;
use super::provenance::tool;
use super::rebuild::rebuild;
use crate::diag::Failure;
use crate::model::Instant;
use crate::seal::verify::{Against, Rebuilt, TimeFrom, Trust, Uncovered, Verification, verify as weigh};
use crate::seal::{Authorities, PROVENANCE, SealedFiles, Statement};
use crate::trust::{Revoked, Signers};

/// What to verify, and by what.
#[derive(Clone, Debug)]
pub struct VerifyOptions {
    /// The report, or a package with one in it.
    pub path: PathBuf,
    /// The file of allowed signers, from another channel than the report.
    pub signers: Option<PathBuf>,
    /// The file of keys that do not count any more.
    pub revoked: Option<PathBuf>,
    /// Who is to have signed.
    pub identity: Option<String>,
    /// The time for which signers are judged where no trusted time says better.
    pub at: Option<Instant>,
    /// Files with certificates of authorities that count for the time.
    pub authorities: Vec<PathBuf>,
    /// The report that was published before it.
    pub previous: Option<PathBuf>,
    /// The repository in which the report is made again.
    pub rebuild: Option<PathBuf>,
}

/// Verifies a report.
///
/// Fails when what the verifier brings along cannot be read; whatever is wrong with the report is in the outcome.
pub fn verify(options: &VerifyOptions, progress: &dyn Progress) -> Result<Verification, Failure> {
    let (at, at_from) = time(options)?;
    let signers = options.signers.as_deref().map(signers).transpose()?;
    let revoked = options.revoked.as_deref().map(revoked).transpose()?;
    let authorities = authorities(&options.authorities)?;
    let report = open_report(&options.path)?;
    let previous = options.previous.as_deref().map(open_report).transpose()?;
    let previous = previous.as_ref().map(|previous| &*previous.files);
    let rebuilt = options.rebuild.as_deref().map(|repository| made_again(&*report.files, repository, previous, progress));
    let trust = Trust {
        signers: signers.as_ref(),
        revoked: revoked.as_ref(),
        identity: options.identity.as_deref(),
        at,
        at_from,
        authorities: &authorities,
    };
    progress.begin("verifying", 0);
    let package = report.package.as_ref().map(|package| package as &dyn SealedFiles);
    let against = Against { package, previous, rebuilt: rebuilt.as_ref() };
    let mut verification = weigh(&*report.files, &trust, against);
    progress.end();
    verification.uncovered.splice(0..0, beside(&report));
    Ok(verification)
}

/// What no signature covers of a package.
fn beside(report: &OpenedReport) -> Option<Uncovered> {
    let message = "what stands in the package beside the report in `data/report`: no signature covers it; its records, releases and settings are \
                   held against the digests in the report, and everything else against the lists of the package alone";
    report.package.as_ref().map(|_| Uncovered { name: "package-parts", message: message.to_owned() })
}

fn time(options: &VerifyOptions) -> Result<(Instant, TimeFrom), Failure> {
    if let Some(at) = options.at {
        return Ok((at, TimeFrom::Named));
    }
    match source_date_epoch()? {
        Some(at) => Ok((at, TimeFrom::Environment)),
        None => Ok((now()?, TimeFrom::Clock)),
    }
}

/// Reads who may sign; a line that is wrong stops the work, since it may be the one that matters.
fn signers(path: &Path) -> Result<Signers, Failure> {
    let shown = path.display().to_string();
    let bytes = read_file(path)?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::Usage { message: format!("`--signers`: `{shown}` is no text in UTF-8") })?;
    let (signers, findings) = Signers::parse(&text, &shown);
    match findings.sorted().first() {
        None => Ok(signers),
        Some(finding) => {
            let help = finding.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
            Err(Failure::Usage { message: format!("`--signers`: line {} of `{shown}`: {}{help}", finding.place.line, finding.message) })
        }
    }
}

fn revoked(path: &Path) -> Result<Revoked, Failure> {
    let wrong = |error| Failure::Usage { message: format!("`--revoked`: `{}`: {error}", path.display()) };
    Revoked::parse(&read_file(path)?).map_err(wrong)
}

fn authorities(paths: &[PathBuf]) -> Result<Authorities, Failure> {
    let mut all = Vec::new();
    for path in paths {
        let bytes = read_file(path)?;
        // Each file by itself, so that a mistake is told of the file that has it.
        Authorities::parse(&bytes)
            .map_err(|error| Failure::Usage { message: format!("`--time-authority`: `{}`: {error}", path.display()) })?;
        all.extend(bytes);
        all.push(b'\n');
    }
    if all.is_empty() {
        return Ok(Authorities::none());
    }
    Authorities::parse(&all).map_err(|error| Failure::Usage { message: format!("`--time-authority`: {error}") })
}

/// Makes the report again from the commit that it names; what keeps it from being made is part of the outcome.
fn made_again(files: &dyn SealedFiles, repository: &Path, previous: Option<&dyn SealedFiles>, progress: &dyn Progress) -> Rebuilt {
    let statement = files.read(PROVENANCE).map_err(|error| error.to_string());
    let statement = match statement.and_then(|bytes| Statement::parse(&bytes).map_err(|error| error.to_string())) {
        Ok(statement) => statement,
        Err(error) => return Rebuilt::Failed(format!("its provenance cannot be read: {error}")),
    };
    match rebuild(repository, &statement.predicate, previous, progress) {
        Ok(Ok(manifest)) => Rebuilt::Made { manifest, tool: tool() },
        Ok(Err(findings)) => {
            let first = findings.first().map_or_else(String::new, |finding| format!(": {}", finding.message));
            Rebuilt::Failed(format!("the project at that commit cannot be made into a report{first}"))
        }
        Err(failure) => {
            let help = failure.help().map_or_else(String::new, |help| format!("; {help}"));
            Rebuilt::Failed(format!("{failure}{help}"))
        }
    }
}
