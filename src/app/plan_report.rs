//! From the files of a project to a planned report, with its past and in its language.

use std::path::Path;
use std::sync::Arc;

use super::as_of::as_of;
use super::inputs::Witnessed;
use super::past::{Moment, moment, signers, with_past};
use super::pipeline::{Before, Linked, Progress, read_with_history};
use super::previous::previous_report;
use super::prose_links::find_unknown_links;
use super::timings::Timings;
use crate::catalog::Catalog;
use crate::diag::{Failure, Finding, Findings, SourceText};
use crate::history::{CommitId, Head, History};
use crate::language::Language;
use crate::model::Date;
use crate::render::Renderer;
use crate::seal::{Allowed, Input, NAMESPACE, SealedFiles};
use crate::site::{Exceptions, InputFile, LastReport, Report, ReportSigner, Site, link_table};
use crate::source::{ThemeFile, Workspace};
use crate::trust::{Signer, Signers};

/// Of what a report is to be made, and how.
pub(super) struct Making<'a> {
    /// Folder of the project, around which its repository is looked for.
    pub(super) project: &'a Path,
    /// The files of the project.
    pub(super) workspace: &'a dyn Workspace,
    /// The commit that the files are of; nothing where they are those of the work tree.
    pub(super) at: Option<&'a CommitId>,
    /// The day as of which the report speaks; found where it is not given.
    pub(super) as_of: Option<Date>,
    /// Commit, tag or day of the last report.
    pub(super) since: Option<&'a str>,
    /// The published report before this one.
    pub(super) previous: Option<&'a dyn SealedFiles>,
    /// Exceptions made on purpose.
    pub(super) allowed: Allowed,
}

/// A planned report.
#[derive(Debug)]
pub(super) struct Plan {
    /// Every file it will have.
    pub(super) site: Site,
    /// What draws them.
    pub(super) renderer: Renderer,
    /// The files that were read for it.
    pub(super) inputs: Vec<Input>,
}

/// Plans the report of a project with all its files; the findings where mistakes keep it from being made.
///
/// Fails when the work cannot be done.
pub(super) fn plan_report(
    making: &Making<'_>,
    progress: &dyn Progress,
    timings: &mut Timings,
) -> Result<Result<Plan, Vec<Finding>>, Failure> {
    let plan = match begin_report(making, &mut Before::once(), progress, timings)? {
        Ok(plan) => plan,
        Err(findings) => return Ok(Err(findings)),
    };
    progress.begin("computing", 0);
    plan.site.complete();
    progress.end();
    timings.lap("compute");
    Ok(Ok(plan))
}

/// Reads and links a project as far as any of its pages needs; figures and checks are computed when a page asks for them.
///
/// Fails when the work cannot be done.
pub(super) fn begin_report(
    making: &Making<'_>,
    before: &mut Before,
    progress: &dyn Progress,
    timings: &mut Timings,
) -> Result<Result<Plan, Vec<Finding>>, Failure> {
    let workspace = Witnessed::new(making.workspace);
    progress.begin("reading", 0);
    let (linked, history) = read_with_history((making.project, making.at), &workspace, before, |stage| timings.lap(stage));
    progress.end();
    let (catalog, mut findings) = match linked {
        Linked::Catalog(catalog, findings) => (catalog, findings),
        Linked::Stopped(findings) => return Ok(Err(findings.sorted())),
    };
    progress.begin("reading the history", 0);
    let history = history?;
    let commit = history.as_ref().map(History::head).cloned();
    let (catalog, found) = with_past(*catalog, making.project, &workspace, history, before.past.as_mut())?;
    findings.append(found);
    progress.end();
    timings.lap("history");
    let mut report = report(making, &catalog, commit)?;
    let (signers, _) = signers(catalog.settings().signers.as_deref(), &workspace)?;
    report.signers = report_signers(signers.as_deref());
    if let Some(files) = making.previous {
        report.previous = Some(previous_report(files, signers.as_deref(), report.as_of)?);
        timings.lap("previous report");
    }
    // Nothing is read any more.
    let inputs = workspace.inputs();
    let input_file = |input: &Input| InputFile { path: input.path.clone(), sha256: input.sha256.to_string() };
    let links = || {
        let links = link_table(&catalog);
        let unknown = find_unknown_links(&catalog, &links);
        (links, unknown)
    };
    let (input_files, (links, unknown)) = rayon::join(|| inputs.iter().map(input_file).collect(), links);
    report.inputs = input_files;
    findings.append(unknown);
    let speaking = language(&catalog).and_then(|(language, found)| {
        findings.append(found);
        Ok((Renderer::new(catalog.theme(), &language, links)?, language))
    });
    let outcome = match speaking {
        Ok((renderer, language)) if !findings.has_errors() => {
            let site = Site::plan(catalog, report, language, findings);
            Ok(Plan { site, renderer, inputs })
        }
        Ok(_) => Err(findings.sorted()),
        Err(found) => {
            findings.append(found);
            Err(findings.sorted())
        }
    };
    timings.lap("prepare");
    Ok(outcome)
}

/// The language of the report, with the catalogues of the project's theme over the built-in ones.
fn language(catalog: &Catalog) -> Result<(Arc<Language>, Findings), Findings> {
    let tag = catalog.settings().language.as_str();
    let base = tag.split('-').next().unwrap_or(tag);
    let names = |file: &&ThemeFile| file.language().is_some_and(|spoken| spoken == tag || spoken == base);
    let own: Vec<&SourceText> = catalog.theme().iter().filter(names).map(|file| &file.source).collect();
    let (language, findings) = Language::of(tag, &own, &catalog.settings_place("language"))?;
    Ok((Arc::new(language), findings))
}

fn report(making: &Making<'_>, catalog: &Catalog, commit: Option<Head>) -> Result<Report, Failure> {
    let as_of = as_of(catalog, making.as_of, commit.as_ref())?;
    let last = making.since.map(|name| last_report(making.project, catalog, name)).transpose()?;
    let exceptions = Exceptions { dirty: making.allowed.dirty, findings: making.allowed.findings };
    Ok(Report { commit, last, exceptions, ..Report::new(as_of) })
}

/// The keys that may sign reports, and those that may vouch for such keys.
fn report_signers(text: Option<&str>) -> Vec<ReportSigner> {
    let (signers, _) = Signers::parse(text.unwrap_or_default(), "signers");
    let may_sign = |signer: &&Signer| signer.may_sign_in(NAMESPACE);
    let told = |signer: &Signer| ReportSigner {
        principals: signer.principals().to_string(),
        authority: signer.is_authority(),
        fingerprint: signer.fingerprint(),
        valid_after: signer.valid_after(),
        valid_before: signer.valid_before(),
    };
    signers.all().iter().filter(may_sign).map(told).collect()
}

fn last_report(project: &Path, catalog: &Catalog, name: &str) -> Result<LastReport, Failure> {
    let unknown = |message: String| Failure::Usage { message };
    match moment(project, "--since", name)? {
        Moment::Day(day) => Ok(LastReport { day, commit: None }),
        Moment::Commit(id) => {
            let commit = catalog.past().commits.iter().find(|commit| commit.id == id);
            let commit = commit.ok_or_else(|| unknown(format!("`--since`: `{name}` is not part of the history of this report")))?;
            Ok(LastReport { day: commit.committer.at.date_in(catalog.settings().timezone), commit: Some(id) })
        }
        Moment::Beginning => Err(unknown("`--since` names nothing".to_owned())),
    }
}
