//! Makes an evidence package of a built report and the project from which it was made.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::DiskWorkspace;
use super::handed_over::open_handed_over;
use super::package_output::{Delivery, PackageOutput};
use super::pipeline::Progress;
use super::plan_report::{Making, Plan, plan_report};
use super::sealed_folder::SealedFolder;
use super::timings::Timings;
use crate::diag::{Failure, Finding, plural};
use crate::history::{CommitId, bundle, resolve};
use crate::model::Date;
use crate::seal::package::{
    Asked, Earlier, Evidence, Origin, Package, PackageDescription, PackageError, check_report_files, earlier_reports, plan_package,
};
use crate::seal::{Input, MANIFEST, Manifest, PROVENANCE, Provenance, SealedFiles, Sha256Digest, Statement};
use crate::source::Workspace;

/// Files that one message names; more are counted.
const MOST_NAMED: usize = 5;

/// What is to be packed.
#[derive(Clone, Debug)]
pub struct PackageOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// Folder of the report, relative to that of the project.
    pub report: PathBuf,
    /// The folder or the file of the package, relative to the project.
    pub output: PathBuf,
    /// What goes in.
    pub asked: Asked,
    /// Whether the history goes in.
    pub history: bool,
    /// The report or the package before this one, relative to the project.
    pub previous: Option<PathBuf>,
    /// Figures that are drawn for whoever tests them.
    pub sample: usize,
}

/// A package that was written.
#[derive(Debug)]
pub struct Packed {
    /// What it says of itself.
    pub description: PackageDescription,
    /// Number of files.
    pub files: usize,
    /// Bytes of all files, before they are packed.
    pub bytes: u64,
    /// Entries in the list of what was left out.
    pub left_out: usize,
    /// What its readers have to know, each a sentence fragment.
    pub notes: Vec<String>,
}

/// Makes a package; the findings where the project cannot be read.
///
/// Fails when the report is not what its list says, when the project has moved on since, and when what was asked for is not there.
pub fn package(options: &PackageOptions, progress: &dyn Progress) -> Result<Result<Packed, Vec<Finding>>, Failure> {
    let folder = options.project.join(&options.report);
    let report = SealedFolder::open(&folder)?;
    let (manifest, provenance) = intact(&report, &folder)?;
    let workspace = DiskWorkspace::open(&options.project)?;
    hold_inputs(&workspace, &provenance)?;
    let commit = known_commit(&options.project, &provenance)?;
    let chain = chain(options, &provenance)?;
    let making = Making {
        project: &options.project,
        workspace: &workspace,
        at: commit.as_ref(),
        as_of: Some(as_of(&provenance)?),
        since: provenance.options.since.as_deref(),
        previous: None,
        allowed: provenance.options.allowed,
    };
    let plan = match plan_report(&making, progress, &mut Timings::start())? {
        Ok(plan) => plan,
        Err(findings) => return Ok(Err(findings)),
    };
    hold_no_others(&plan, &provenance)?;
    let history = if options.history { Some(history(&options.project, &provenance)?) } else { None };
    let evidence = Evidence {
        site: &plan.site,
        report: &report,
        manifest: &manifest,
        provenance: &provenance,
        project: &workspace,
        asked: &options.asked,
        sample: options.sample,
        bundle: history,
        chain: chain.reports,
    };
    progress.begin("packing", 0);
    let package = plan_package(&evidence).map_err(|error| refused(error, &provenance))?;
    write(&options.project.join(&options.output), &package, &report, &workspace)?;
    progress.end();
    let mut notes = chain.notes;
    notes.extend(notes_on(&package, &provenance, &plan.site.report().tool));
    let bytes = package.files.values().map(|piece| piece.size).sum();
    Ok(Ok(Packed { files: package.files.len(), bytes, left_out: package.left_out, description: package.description, notes }))
}

/// The list and the provenance of a report that is what its list says.
fn intact(report: &SealedFolder, folder: &Path) -> Result<(Manifest, Provenance), Failure> {
    let shown = folder.display();
    let refused = |message: String| Failure::Evidence { message, help: Some("build the report again with `tickmark build`".to_owned()) };
    let read = |name: &str| {
        report.read(name).map_err(|_| Failure::Evidence {
            message: format!("`{shown}` is no built report: it has no `{name}`"),
            help: Some("name the folder of a built report with `--report`".to_owned()),
        })
    };
    let manifest = Manifest::parse(&read(MANIFEST)?).map_err(|error| refused(format!("`{MANIFEST}` of `{shown}` is damaged: {error}")))?;
    let faults = check_report_files(report, &manifest).map_err(|source| Failure::Io { action: "read", path: shown.to_string(), source })?;
    if !faults.is_empty() {
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        return Err(refused(format!("the report `{shown}` is not as it was made: {}", named(&said))));
    }
    let statement =
        Statement::parse(&read(PROVENANCE)?).map_err(|error| refused(format!("`{PROVENANCE}` of `{shown}` cannot be read: {error}")))?;
    Ok((manifest, statement.predicate))
}

/// The first of many things, and how many there are besides.
fn named(all: &[String]) -> String {
    let more = all.len().saturating_sub(MOST_NAMED);
    let first = all.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join("; ");
    if more == 0 { first } else { format!("{first}; and {more} more") }
}

/// Refuses a project in which a file is not the one from which the report was made.
fn hold_inputs(workspace: &dyn Workspace, provenance: &Provenance) -> Result<(), Failure> {
    let is_other = |input: &&Input| !workspace.read(&input.path).is_ok_and(|bytes| Sha256Digest::of(&bytes) == input.sha256);
    let moved: Vec<String> = provenance.inputs.iter().filter(is_other).map(|input| format!("`{}`", input.path)).collect();
    if moved.is_empty() { Ok(()) } else { Err(moved_on(&moved, provenance)) }
}

/// Refuses a project that has files which the report was not made from.
fn hold_no_others(plan: &Plan, provenance: &Provenance) -> Result<(), Failure> {
    let known: BTreeMap<&str, Sha256Digest> = provenance.inputs.iter().map(|input| (input.path.as_str(), input.sha256)).collect();
    let is_other = |input: &&Input| known.get(input.path.as_str()) != Some(&input.sha256);
    let others: Vec<String> = plan.inputs.iter().filter(is_other).map(|input| format!("`{}`", input.path)).collect();
    if others.is_empty() { Ok(()) } else { Err(moved_on(&others, provenance)) }
}

fn moved_on(files: &[String], provenance: &Provenance) -> Failure {
    let help = match &provenance.source {
        Some(source) if source.clean => {
            format!("check out the commit of the report, `git checkout {}`, or build the report again", source.commit)
        }
        _ => "build the report again: it was made from files that are in no commit".to_owned(),
    };
    let count = plural(files.len(), "file");
    let message = format!("the project is not the one from which the report was made: {count} differ, {}", named(files));
    Failure::Evidence { message: message.replace("1 file differ,", "1 file differs,"), help: Some(help) }
}

/// The commit of a report, where every file was as the commit has it: then the history is told up to it.
fn known_commit(project: &Path, provenance: &Provenance) -> Result<Option<CommitId>, Failure> {
    let Some(source) = provenance.source.as_ref().filter(|source| source.clean) else {
        return Ok(None);
    };
    match resolve(project, &source.commit)? {
        Some(revision) if revision.commit.as_str() == source.commit => Ok(Some(revision.commit)),
        _ => Err(Failure::Evidence {
            message: format!("the repository does not hold the commit from which the report was made, `{}`", source.commit),
            help: Some("fetch it, or name the repository of the report with `-C DIR`".to_owned()),
        }),
    }
}

fn as_of(provenance: &Provenance) -> Result<Date, Failure> {
    Date::parse(&provenance.options.as_of).map_err(|error| Failure::Evidence {
        message: format!("`{PROVENANCE}` names no day as of which the report speaks: {error}"),
        help: None,
    })
}

fn history(project: &Path, provenance: &Provenance) -> Result<Vec<u8>, Failure> {
    let Some(source) = &provenance.source else {
        return Err(Failure::Evidence {
            message: "`--history`: the report was made from no commit, so that there is no history to hand over".to_owned(),
            help: Some("leave `--history` out, or put the project under git and build the report again".to_owned()),
        });
    };
    bundle(project, &CommitId::new(&source.commit))
}

/// Earlier reports, and what is to be said of them.
#[derive(Default)]
struct Chain {
    reports: Vec<Earlier>,
    notes: Vec<String>,
}

fn chain(options: &PackageOptions, provenance: &Provenance) -> Result<Chain, Failure> {
    let Some(previous) = &options.previous else {
        let named = provenance.previous.as_ref().map(|previous| {
            format!(
                "the report names a report before it (`{}`), which is not in the package; `--previous` adds it",
                previous.manifest_sha256
            )
        });
        return Ok(Chain { reports: Vec::new(), notes: named.into_iter().collect() });
    };
    let path = options.project.join(previous);
    let handed = open_handed_over(&path)?;
    let reports =
        earlier_reports(&handed.files()).map_err(|source| Failure::Io { action: "read", path: path.display().to_string(), source })?;
    let given = reports.first().map(|earlier| earlier.manifest);
    match (&provenance.previous, given) {
        (Some(named), Some(given)) if named.manifest_sha256 != given => Err(Failure::Evidence {
            message: format!(
                "`--previous`: the report names another one before it: expected a manifest with the digest `{}`, found `{given}`",
                named.manifest_sha256
            ),
            help: Some("name the report that was given to `tickmark build --previous`".to_owned()),
        }),
        (None, _) => Ok(Chain {
            reports,
            notes: vec!["the report names no report before it; what `--previous` gives is in the package, and nothing links it".to_owned()],
        }),
        _ => Ok(Chain { reports, notes: Vec::new() }),
    }
}

fn refused(error: PackageError, provenance: &Provenance) -> Failure {
    match error {
        PackageError::Asked { message, help } => Failure::Evidence { message, help },
        PackageError::Read { path, source } => Failure::Io { action: "read", path, source },
        PackageError::Moved(path) => moved_on(&[format!("`{path}`")], provenance),
        other @ (PackageError::Report { .. } | PackageError::Path { .. }) => Failure::Evidence { message: other.to_string(), help: None },
    }
}

fn write(target: &Path, package: &Package, report: &SealedFolder, project: &DiskWorkspace) -> Result<(), Failure> {
    let mut output = PackageOutput::begin(target, &package.name)?;
    for (path, piece) in &package.files {
        let bytes = || -> io::Result<Vec<u8>> {
            match &piece.origin {
                Origin::Made(bytes) => Ok(bytes.clone()),
                Origin::Report(path) => report.read(path),
                Origin::Project(path) => project.read(path),
            }
        };
        output.take(&Delivery { path, size: piece.size, digest: piece.digest, bytes: &bytes })?;
    }
    output.finish()
}

fn notes_on(package: &Package, provenance: &Provenance, tool: &str) -> Vec<String> {
    let mut notes = Vec::new();
    if package.signatures == 0 {
        notes.push("the report is not signed; the package says so".to_owned());
    }
    let made_with = &provenance.tool;
    if !tool.ends_with(&format!(" {}", made_with.version)) {
        notes.push(format!("the report was made by {} {}, and the package by {tool}", made_with.name, made_with.version));
    }
    if package.description.sample_drawn < package.description.sample_of.min(1) {
        notes.push("no figure was drawn for testing".to_owned());
    }
    notes
}
