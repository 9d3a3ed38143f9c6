//! Compares two states of a project and reviews what changed between them.

use std::path::{Path, PathBuf};

use super::built_report::Carried;
use super::disk::{DiskWorkspace, Folder, folder_kind};
use super::pipeline::{Linked, read_and_link};
use crate::catalog::Catalog;
use crate::check::review::{Review, review};
use crate::diag::{Failure, Finding, did_you_mean};
use crate::diff::compare;
use crate::history::{Revision, RevisionWorkspace, merge_base, project_folder, resolve, unknown_revision};
use crate::model::{Kind, RecordRef};
use crate::source::Workspace;

/// What is to be compared.
#[derive(Clone, Debug)]
pub struct DiffOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// The state to compare with, as it was typed; where it is left out, the commit that is checked out.
    pub base: Option<String>,
    /// The state that is looked at, as it was typed; where it is left out, the working tree.
    pub head: Option<String>,
    /// Whether a branch stands for the commit at which the other one left it.
    pub merge_base: bool,
    /// The records to be looked at; all where it is empty.
    pub only: Vec<RecordRef>,
}

/// How a state of the project is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateName {
    /// For people: `main (1a2b3c4d5e6f)`, `the working tree`.
    pub label: String,
    /// The commit, where it is one.
    pub commit: Option<String>,
    /// What stands before the path of a file in this state: `1a2b3c4d5e6f:`; nothing for the working tree.
    pub prefix: String,
    /// Whether lines of its files can be looked up; a built report carries values without their lines.
    pub has_lines: bool,
}

/// What came of comparing.
#[derive(Debug)]
pub struct DiffOutcome {
    /// The state before.
    pub before: StateName,
    /// The state after.
    pub after: StateName,
    /// Folder of the project in its repository, `/` at its end; empty at the root.
    pub folder: String,
    /// What a reader has to know of the comparison itself.
    pub notes: Vec<String>,
    /// The review, or why there is none.
    pub compared: Result<Compared, Vec<Unreadable>>,
}

/// Two states that were compared.
#[derive(Debug)]
pub struct Compared {
    /// What changed, and what is said of it.
    pub review: Review,
    /// The state before.
    pub before: Box<Catalog>,
    /// The state after.
    pub after: Box<Catalog>,
}

/// A state that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Which.
    pub state: StateName,
    /// Why.
    pub findings: Vec<Finding>,
}

/// Compares what the options name.
///
/// Fails when a state cannot be found; mistakes in a state are part of the outcome.
pub fn diff(options: &DiffOptions) -> Result<DiffOutcome, Failure> {
    let project = &options.project;
    let (before, after, mut notes) = states(options)?;
    let (one, two) = (open(project, &before, &mut notes)?, open(project, &after, &mut notes)?);
    let (before_name, after_name) = (before.name(), after.name());
    let compared = match (read_and_link(&*one, |_| ()), read_and_link(&*two, |_| ())) {
        (Linked::Catalog(before, _), Linked::Catalog(after, _)) => {
            for record in &options.only {
                check_known(record, &before, &after)?;
            }
            let mut comparison = compare(&before, &after);
            if !before_name.has_lines || !after_name.has_lines {
                // A report carries neither; what stands in for them says nothing.
                comparison.settings.clear();
                comparison.releases.clear();
            }
            let review = narrowed(review(&before, &after, comparison), &options.only);
            Ok(Compared { review, before, after })
        }
        (one, two) => {
            let stopped = |linked: Linked, name: &StateName| match linked {
                Linked::Stopped(findings) => Some(Unreadable { state: name.clone(), findings: findings.sorted() }),
                Linked::Catalog(..) => None,
            };
            Err([stopped(one, &before_name), stopped(two, &after_name)].into_iter().flatten().collect())
        }
    };
    let folder = project_folder(project).unwrap_or_default();
    Ok(DiffOutcome { before: before_name, after: after_name, folder, notes, compared })
}

/// A state of the project that was found.
enum Named {
    WorkTree,
    Folder(PathBuf),
    Report(PathBuf),
    Package(PathBuf),
    Revision { revision: Revision, of: Option<String> },
}

impl Named {
    fn name(&self) -> StateName {
        match self {
            Self::WorkTree => StateName { label: "the working tree".to_owned(), commit: None, prefix: String::new(), has_lines: true },
            Self::Folder(path) => StateName {
                label: format!("the folder {}", path.display()),
                commit: None,
                prefix: format!("{}/", path.display()),
                has_lines: true,
            },
            Self::Report(path) => StateName {
                label: format!("the report {}", path.display()),
                commit: None,
                prefix: format!("{}:", path.display()),
                has_lines: false,
            },
            Self::Package(path) => StateName {
                label: format!("the package {}", path.display()),
                commit: None,
                prefix: format!("{}:", path.display()),
                has_lines: true,
            },
            Self::Revision { revision, of } => StateName {
                label: of.as_ref().map_or_else(|| revision.label(), |of| format!("{of} as of {}", revision.commit.short())),
                commit: Some(revision.commit.as_str().to_owned()),
                prefix: format!("{}:", revision.commit.short()),
                has_lines: true,
            },
        }
    }
}

fn states(options: &DiffOptions) -> Result<(Named, Named, Vec<String>), Failure> {
    let project = &options.project;
    let mut notes = Vec::new();
    let range = options.base.as_deref().filter(|base| options.head.is_none() && !is_path(project, base)).and_then(range);
    let (base, head, mode) = match (range, &options.base, &options.head) {
        (Some((base, head, mode)), ..) => (base.to_owned(), head.to_owned(), Some(mode)),
        (None, None, None) => ("HEAD".to_owned(), ".".to_owned(), Some(Mode::AsItIs)),
        (None, base, head) => (base.clone().unwrap_or_else(|| "HEAD".to_owned()), head.clone().unwrap_or_else(|| ".".to_owned()), None),
    };
    let (before, after) = (find(project, &base)?, find(project, &head)?);
    let Named::Revision { revision, .. } = &before else {
        return Ok((before, after, notes));
    };
    let checked_out = matches!(after, Named::WorkTree).then(|| find(project, "HEAD")).transpose()?;
    let (other, usual) = match (&after, &checked_out) {
        (_, Some(Named::Revision { revision: other, .. })) => (other, true),
        (Named::Revision { revision: other, .. }, _) => (other, revision.is_branch && other.is_branch),
        _ => return Ok((before, after, notes)),
    };
    let wanted = match mode {
        Some(Mode::MergeBase) => true,
        Some(Mode::AsItIs) => false,
        None => usual,
    };
    if !wanted || !options.merge_base {
        return Ok((before, after, notes));
    }
    let base = merge_base(project, revision, other)?;
    if base.commit == revision.commit {
        return Ok((before, after, notes));
    }
    notes.push(format!(
        "`{}` has moved on; this compares with {}, where the two part (`--no-merge-base` compares with `{}` itself)",
        revision.name,
        base.commit.short(),
        revision.name
    ));
    let before = Named::Revision { of: Some(revision.name.clone()), revision: base };
    Ok((before, after, notes))
}

#[derive(Clone, Copy)]
enum Mode {
    AsItIs,
    MergeBase,
}

/// `A..B` and `A...B`, as git reads them; an end that is left out is what is checked out.
fn range(text: &str) -> Option<(&str, &str, Mode)> {
    let (one, two, mode) = match text.split_once("...") {
        Some((one, two)) => (one, two, Mode::MergeBase),
        None => text.split_once("..").map(|(one, two)| (one, two, Mode::AsItIs))?,
    };
    let or_head = |name: &'static str| move |text: &str| text.is_empty().then_some(name);
    let head = or_head("HEAD");
    Some((head(one).unwrap_or(one), head(two).unwrap_or(two), mode))
}

fn is_path(project: &Path, text: &str) -> bool {
    text == "." || text == ".." || text.starts_with("./") || text.starts_with("../") || Path::new(text).is_absolute() || {
        folder_kind(&project.join(text)).is_some()
    }
}

fn find(project: &Path, text: &str) -> Result<Named, Failure> {
    if text.is_empty() || text == "." {
        return Ok(Named::WorkTree);
    }
    let path = project.join(text);
    let must_be_path = text.starts_with("./") || text.starts_with("../") || text == ".." || Path::new(text).is_absolute();
    let found = if must_be_path { Ok(None) } else { resolve(project, text) };
    match found {
        Ok(Some(revision)) => return Ok(Named::Revision { revision, of: None }),
        // What no repository knows may still be a folder.
        Err(failure) if !matches!(failure, Failure::Revision { .. }) || folder_kind(&path).is_none() => return Err(failure),
        Ok(None) | Err(_) => {}
    }
    match folder_kind(&path) {
        Some(Folder::Project) => Ok(Named::Folder(PathBuf::from(text))),
        // What a package leaves out cannot be compared, so that a narrowed one counts as the report inside.
        Some(Folder::Package) if Carried::open(&path)?.is_whole => Ok(Named::Package(PathBuf::from(text))),
        Some(Folder::Report | Folder::Package) => Ok(Named::Report(PathBuf::from(text))),
        Some(Folder::Other) => Err(Failure::Revision {
            message: format!("`{text}` is neither a project, which has a `tickmark.yaml`, nor a report, which has `data/records/`"),
            help: None,
        }),
        None if must_be_path => Err(Failure::Revision { message: format!("there is no folder `{text}`"), help: None }),
        None => Err(unknown_revision(project, text)),
    }
}

fn open(project: &Path, state: &Named, notes: &mut Vec<String>) -> Result<Box<dyn Workspace>, Failure> {
    Ok(match state {
        Named::WorkTree => Box::new(DiskWorkspace::open(project)?),
        Named::Folder(path) => Box::new(DiskWorkspace::open(&project.join(path))?),
        Named::Revision { revision, .. } => Box::new(RevisionWorkspace::open(project, revision)?),
        Named::Report(path) => {
            notes.push(format!(
                "the report `{}` carries its records but not its releases and settings: results are not compared, and places are files \
                 without lines",
                path.display()
            ));
            let path = project.join(path);
            Box::new(Carried::open(&path)?.read(&path)?)
        }
        Named::Package(path) => {
            let path = project.join(path);
            Box::new(Carried::open(&path)?.read(&path)?)
        }
    })
}

fn check_known(record: &RecordRef, before: &Catalog, after: &Catalog) -> Result<(), Failure> {
    if before.record(record).or_else(|| after.record(record)).is_some() {
        return Ok(());
    }
    let known: Vec<String> =
        [before, after].iter().flat_map(|state| state.of_kind(record.kind)).map(|known| known.reference().to_string()).collect();
    Err(Failure::Revision {
        message: format!("`--only`: there is no `{record}` in either state"),
        help: did_you_mean(&record.to_string(), known.iter().map(String::as_str)).map(|known| format!("did you mean `{known}`?")),
    })
}

/// The review of some records, and of the rows of the metrics among them.
fn narrowed(mut review: Review, only: &[RecordRef]) -> Review {
    if only.is_empty() {
        return review;
    }
    let records = std::mem::take(&mut review.comparison.records);
    let reviewed = std::mem::take(&mut review.reviewed);
    for (change, mut said) in records.into_iter().zip(reviewed) {
        if only.contains(&change.record) {
            said.position = review.comparison.records.len();
            review.comparison.records.push(change);
            review.reviewed.push(said);
        }
    }
    review.comparison.settings.clear();
    for release in &mut review.comparison.releases {
        release.edits.clear();
        release.rows.retain(|row| only.iter().any(|record| record.kind == Kind::Metric && record.id == row.metric));
    }
    review.comparison.releases.retain(|release| !release.rows.is_empty());
    review
}
