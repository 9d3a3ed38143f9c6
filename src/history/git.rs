//! The git repository around a project.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use git2::{ErrorCode, ObjectType, Oid, Patch, Repository, StatusOptions, TreeWalkMode, TreeWalkResult};

use super::commit::CommitId;
use super::head::Head;
use super::revision::{Revision, fetch_command};
use crate::diag::{Failure, did_you_mean};
use crate::model::Instant;
use crate::source::{EntryKind, ListedEntry, Workspace};

/// The parts of a project folder that decide what its report says.
const PARTS: [&str; 4] = ["tickmark.yaml", "metrics", "content", "themes"];

/// The commit that is checked out around a project; `None` where the folder is in no repository, or in one without commits.
///
/// Fails when there is a repository that cannot be read.
pub fn head_commit(project: &Path) -> Result<Option<Head>, Failure> {
    let failed = |error: git2::Error| Failure::Git { path: project.display().to_string(), message: error.message().to_owned() };
    let repository = match Repository::discover(project) {
        Ok(repository) => repository,
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let head = match repository.head() {
        Ok(head) => head,
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            return Ok(None);
        }
        Err(error) => return Err(failed(error)),
    };
    let commit = head.peel_to_commit().map_err(failed)?;
    let time = commit.committer().when();
    let committed = Instant::from_unix(time.seconds(), time.offset_minutes())
        .map_err(|error| Failure::Git { path: project.display().to_string(), message: error.to_string() })?;
    let changed = is_changed(&repository, project).map_err(failed)?;
    Ok(Some(Head { id: commit.id().to_string(), committed, changed }))
}

fn is_changed(repository: &Repository, project: &Path) -> Result<bool, git2::Error> {
    let Some(root) = repository.workdir().and_then(|root| std::path::absolute(root).ok()) else {
        return Ok(false);
    };
    let project = std::path::absolute(project).unwrap_or_else(|_| project.to_owned());
    let inside = project.strip_prefix(&root).map(Path::to_owned).unwrap_or_default();
    let mut options = StatusOptions::new();
    // A project that git is told to ignore is in no commit, so what it ignores counts as changed.
    options.include_untracked(true).include_ignored(true).recurse_ignored_dirs(false).disable_pathspec_match(true);
    for part in PARTS {
        options.pathspec(inside.join(part));
    }
    Ok(!repository.statuses(Some(&mut options))?.is_empty())
}

// --- Revisions: what a comparison reads. ------------------------------------------------------------------------

/// The commit that a name leads to; `None` where the repository knows no such name.
///
/// Fails where the project is in no repository, where it cannot be read, and where a shallow clone has left out what is named.
pub fn resolve(project: &Path, name: &str) -> Result<Option<Revision>, Failure> {
    let repository = open(project)?;
    let object = match repository.revparse_single(name) {
        Ok(object) => object,
        Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec) => return Ok(None),
        Err(error) => return Err(unreadable(project, &error)),
    };
    let commit = object.peel_to_commit().map_err(|_| Failure::Revision {
        message: format!("`{name}` is no commit: it names a {}", object.kind().map_or("thing of another kind", |kind| kind.str())),
        help: None,
    })?;
    let is_branch =
        name == "HEAD" || repository.resolve_reference_from_short_name(name).is_ok_and(|found| found.is_branch() || found.is_remote());
    Ok(Some(Revision { name: name.to_owned(), commit: CommitId::new(&commit.id().to_string()), is_branch }))
}

/// What is said of a name that [`resolve`] did not find: the nearest known one, or what a shallow clone has to fetch.
pub fn unknown_revision(project: &Path, name: &str) -> Failure {
    let Ok(repository) = open(project) else {
        return Failure::Revision { message: format!("`{name}` is no folder, and the project is in no git repository"), help: None };
    };
    if repository.is_shallow() {
        return Failure::Revision {
            message: format!("this clone is shallow and does not hold `{name}`"),
            help: Some(format!("run `{}`", fetch_command(name, &remotes(&repository)))),
        };
    }
    let references = repository.references().ok();
    let names: Vec<String> =
        references.into_iter().flatten().filter_map(|reference| Some(reference.ok()?.shorthand().ok()?.to_owned())).collect();
    let help = did_you_mean(name, names.iter().map(String::as_str)).map(|known| format!("did you mean `{known}`?"));
    Failure::Revision { message: format!("`{name}` is no revision of this repository, and no folder"), help }
}

/// The newest commit from which two others both descend.
///
/// Fails where there is none: because the histories have nothing in common, or because a shallow clone ends before it.
pub fn merge_base(project: &Path, one: &Revision, other: &Revision) -> Result<Revision, Failure> {
    let repository = open(project)?;
    let id = |revision: &Revision| Oid::from_str(revision.commit.as_str()).map_err(|error| unreadable(project, &error));
    match repository.merge_base(id(one)?, id(other)?) {
        Ok(base) => {
            let name = if base.to_string() == one.commit.as_str() { one.name.clone() } else { base.to_string() };
            Ok(Revision { name, commit: CommitId::new(&base.to_string()), is_branch: false })
        }
        Err(error) if error.code() == ErrorCode::NotFound && repository.is_shallow() => Err(Failure::Revision {
            message: format!(
                "this clone is shallow and does not hold the commit from which `{}` and `{}` both descend",
                one.name, other.name
            ),
            help: Some(format!("run `{}`", fetch_command(&one.name, &remotes(&repository)))),
        }),
        Err(error) if error.code() == ErrorCode::NotFound => Err(Failure::Revision {
            message: format!("`{}` and `{}` have no commit in common", one.name, other.name),
            help: Some("compare them as they are with `--no-merge-base`".to_owned()),
        }),
        Err(error) => Err(unreadable(project, &error)),
    }
}

/// The differing lines of two texts, as git shows them, without their head.
pub fn differing_lines(before: &[u8], after: &[u8]) -> String {
    let patch = Patch::from_buffers(before, None, after, None, None).and_then(|mut patch| patch.to_buf());
    let text = patch.map_or_else(|_| String::new(), |patch| String::from_utf8_lossy(&patch).into_owned());
    text.split_inclusive('\n').skip_while(|line| !line.starts_with("@@") && !line.starts_with("Binary")).collect()
}

/// A project as it stood in a commit.
pub struct RevisionWorkspace {
    // Objects are looked up by one thread at a time; the library is not made for more.
    repository: Mutex<Repository>,
    entries: BTreeMap<String, (EntryKind, Oid)>,
}

impl fmt::Debug for RevisionWorkspace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RevisionWorkspace").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

impl RevisionWorkspace {
    /// Opens the project as it stood in a commit, at the same place of the repository as now.
    ///
    /// Fails where the commit holds no project there.
    pub fn open(project: &Path, revision: &Revision) -> Result<Self, Failure> {
        let repository = open(project)?;
        let entries = entries(&repository, project, revision).map_err(|error| unreadable(project, &error))?;
        if !entries.contains_key("tickmark.yaml") {
            return Err(Failure::Revision {
                message: format!("`{}` holds no Tickmark project: it has no `tickmark.yaml`", revision.label()),
                help: Some("compare with a revision in which the project was there".to_owned()),
            });
        }
        Ok(Self { repository: Mutex::new(repository), entries })
    }
}

impl Workspace for RevisionWorkspace {
    fn list(&self) -> Vec<ListedEntry> {
        self.entries.iter().map(|(path, (kind, _))| ListedEntry { path: path.clone(), kind: kind.clone() }).collect()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let Some((EntryKind::File(_), id)) = self.entries.get(path) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let repository = self.repository.lock().unwrap_or_else(PoisonError::into_inner);
        let blob = repository.find_blob(*id).map_err(|error| io::Error::other(error.message().to_owned()))?;
        Ok(blob.content().to_vec())
    }
}

fn entries(repository: &Repository, project: &Path, revision: &Revision) -> Result<BTreeMap<String, (EntryKind, Oid)>, git2::Error> {
    let commit = repository.find_commit(Oid::from_str(revision.commit.as_str())?)?;
    let mut tree = commit.tree()?;
    for part in inside(repository, project).components() {
        let found = match tree.get_path(Path::new(part.as_os_str())) {
            Ok(entry) => entry.to_object(repository)?.into_tree().ok(),
            Err(error) if error.code() == ErrorCode::NotFound => None,
            Err(error) => return Err(error),
        };
        let Some(found) = found else {
            return Ok(BTreeMap::new());
        };
        tree = found;
    }
    let objects = repository.odb()?;
    let mut entries = BTreeMap::new();
    tree.walk(TreeWalkMode::PreOrder, |folder, entry| {
        let path = format!("{folder}{}", String::from_utf8_lossy(entry.name_bytes()));
        let top = path.split('/').next().unwrap_or_default();
        if !PARTS.contains(&top) {
            return TreeWalkResult::Skip;
        }
        let kind = match (entry.kind(), entry.filemode()) {
            (Some(ObjectType::Tree), _) => EntryKind::Folder,
            (Some(ObjectType::Blob), 0o12_0000) => EntryKind::Link,
            (Some(ObjectType::Blob), _) => match objects.read_header(entry.id()) {
                Ok((size, _)) => EntryKind::File(u64::try_from(size).unwrap_or(u64::MAX)),
                Err(_) => EntryKind::Unreadable("git has lost its bytes, or never fetched them".to_owned()),
            },
            _ => EntryKind::Unreadable("it is a submodule, whose files this repository does not hold".to_owned()),
        };
        entries.insert(path, (kind, entry.id()));
        TreeWalkResult::Ok
    })?;
    Ok(entries)
}

/// The folder of the project below the root of its repository.
#[expect(clippy::disallowed_methods, reason = "the place of a project in its repository is a question to the file system")]
fn inside(repository: &Repository, project: &Path) -> PathBuf {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let root = repository.workdir().map(real);
    root.and_then(|root| real(project).strip_prefix(root).map(Path::to_owned).ok()).unwrap_or_default()
}

/// The folder of the project in its repository, `/` between and after its parts; empty at the root, `None` outside any repository.
#[must_use]
pub fn project_folder(project: &Path) -> Option<String> {
    let repository = open(project).ok()?;
    Some(inside(&repository, project).components().map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect())
}

fn open(project: &Path) -> Result<Repository, Failure> {
    Repository::discover(project).map_err(|error| {
        if error.code() == ErrorCode::NotFound {
            let message = format!("`{}` is in no git repository, so there are no revisions to compare", project.display());
            return Failure::Revision { message, help: Some("name two folders, or put the project under git".to_owned()) };
        }
        unreadable(project, &error)
    })
}

fn remotes(repository: &Repository) -> Vec<String> {
    let names = repository.remotes().ok();
    names.iter().flat_map(|names| names.iter()).filter_map(|name| Some(name.ok()??.to_owned())).collect()
}

fn unreadable(project: &Path, error: &git2::Error) -> Failure {
    Failure::Git { path: project.display().to_string(), message: error.message().to_owned() }
}
