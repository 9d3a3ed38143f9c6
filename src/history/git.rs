//! The git repository around a project.
//!
//! The only file that knows how git keeps things; all others are given bytes.
#![expect(clippy::disallowed_methods, reason = "this file is the door to the repository and to the work tree that belongs to it")]

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use git2::{DiffOptions, ErrorClass, ErrorCode, ObjectType, Odb, Oid, Patch, Repository, TreeWalkMode, TreeWalkResult};

use super::commit::CommitId;
use super::compare::{PathEvent, Uncommitted, WATCHED};
use super::files::{Blob, FileReader};
use super::object_hash::hash;
use super::objects::{ObjectId, ObjectKind, ObjectStore, Objects};
use super::past::FileState;
use super::refusal::{lost, refusal};
use super::revision::{Revision, fetch_command};
use super::tree::{Pointer, Trees};
use super::walk::{Grafts, read_grafts};
use crate::diag::{Failure, did_you_mean};
use crate::source::{EntryKind, ListedEntry, Workspace};

/// The parts of a project folder that decide what its report says; of the last one only files that a release names, which are never listed.
const PARTS: [&str; 5] = ["tickmark.yaml", "metrics", "content", "themes", "extracts"];

/// Largest file that is read, in bytes; no record and no table may be larger.
const LARGEST: usize = 128 << 20;

/// The folder in which a repository keeps what belongs to this work tree, and the one that all of them share; `None` without a repository.
///
/// Fails when there is a repository that cannot be read.
pub fn repository_folders(project: &Path) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
    Ok(Place::find(project)?.map(|(place, _)| (place.git, place.shared)))
}

/// The folder in which a repository keeps what belongs to this work tree, found without opening it; `None` without a repository.
pub fn work_tree_folder(project: &Path) -> Option<PathBuf> {
    Repository::discover_path(project, std::iter::empty::<&Path>()).ok()
}

/// Where a project lies in its repository.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The project, as it was named.
    project: String,
    pub(super) git: PathBuf,
    shared: PathBuf,
    /// The project in the work tree; nothing in a bare repository.
    work_tree: Option<PathBuf>,
    /// The folders from the root of the repository down to the project.
    pub(super) folder: Vec<Vec<u8>>,
    partial: bool,
    /// Commits that the repository gives other parents, or none.
    pub(super) grafts: Grafts,
    /// Whether the history was cut when it was fetched.
    pub(super) shallow: bool,
    /// Whether somebody gave commits other parents than they name.
    pub(super) grafted: bool,
}

impl Place {
    /// Finds the repository around a project.
    pub(super) fn find(project: &Path) -> Result<Option<(Self, Repository)>, Failure> {
        // Objects are kept by whoever asks for them, within bounds of their own.
        git2::opts::enable_caching(false);
        // They are held to their ids here, by a faster digest.
        git2::opts::strict_hash_verification(false);
        let name = project.display().to_string();
        let repository = match Repository::discover(project) {
            Ok(repository) => repository,
            Err(error) if error.code() == ErrorCode::NotFound && error.class() == ErrorClass::Repository => return Ok(None),
            Err(error) => return Err(refused(project, &error)),
        };
        let mut place = Self {
            project: name,
            git: repository.path().to_owned(),
            shared: repository.commondir().to_owned(),
            work_tree: None,
            folder: Vec::new(),
            partial: is_partial(&repository),
            grafts: Grafts::new(),
            shallow: false,
            grafted: false,
        };
        if let Some(root) = repository.workdir() {
            let inside = inside(root, project);
            place.folder = inside.components().map(|part| part.as_os_str().as_encoded_bytes().to_vec()).collect();
            place.work_tree = Some(root.join(inside));
        }
        if let Ok(text) = std::fs::read(place.shared.join("info/grafts")) {
            read_grafts(&text, &mut place.grafts);
            place.grafted = !place.grafts.is_empty();
        }
        if let Ok(text) = std::fs::read(place.shared.join("shallow")) {
            read_grafts(&text, &mut place.grafts);
            place.shallow = !text.trim_ascii().is_empty();
        }
        Ok(Some((place, repository)))
    }

    /// The id of the checked out commit; nothing where there is none yet.
    ///
    /// The commit itself is not read: git's library refuses some that git itself takes, such as those without an author.
    pub(super) fn head(&self, repository: &Repository) -> Result<Option<ObjectId>, Failure> {
        match repository.head() {
            Ok(head) => Ok(head.target().and_then(|id| ObjectId::from_bytes(id.as_bytes()))),
            Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => Ok(None),
            Err(error) => Err(self.failed(&error)),
        }
    }

    /// A path of the project as the repository names it.
    pub(super) fn in_repository(&self, path: &str) -> String {
        let mut whole = String::new();
        for part in &self.folder {
            whole.push_str(&String::from_utf8_lossy(part));
            whole.push('/');
        }
        whole + path
    }

    /// What stands in the work tree and differs from a commit's tree.
    pub(super) fn uncommitted(&self, repository: &Repository, root: ObjectId) -> Result<Uncommitted, Failure> {
        let Some(work_tree) = &self.work_tree else {
            return Ok(Uncommitted::default());
        };
        let objects = GitObjects { place: self, repository: self.repository()? };
        let mut trees = Trees::new(&objects, 1 << 20);
        let paths = self.changed_paths(repository, root).map_err(|error| self.failed(&error))?;
        let mut found = Uncommitted { changed: !paths.is_empty(), events: Vec::new() };
        let is_watched = |path: &&String| WATCHED.contains(&path.split('/').next().unwrap_or_default().as_bytes());
        for path in paths.iter().filter(is_watched) {
            let mut before = Some(Pointer { mode: 0o040_000, id: root });
            for part in self.folder.iter().map(Vec::as_slice).chain(path.split('/').map(str::as_bytes)) {
                before = match before {
                    Some(tree) if tree.is_tree() => trees.entry(tree.id, part)?,
                    _ => None,
                };
            }
            let after = file_in(&work_tree.join(path));
            if before != after {
                found.events.push(PathEvent { path: path.as_bytes().into(), before, after, in_merge: false });
            }
        }
        Ok(found)
    }

    /// Paths of the project at which the work tree may differ from a commit's tree, in order.
    fn changed_paths(&self, repository: &Repository, root: ObjectId) -> Result<Vec<String>, git2::Error> {
        let tree = repository.find_tree(Oid::from_bytes(root.as_bytes())?)?;
        let mut options = DiffOptions::new();
        // A project that git is told to ignore is in no commit, so what it ignores counts as changed.
        options.include_untracked(true).recurse_untracked_dirs(true).include_ignored(true).recurse_ignored_dirs(true);
        options.include_typechange(true).disable_pathspec_match(true).skip_binary_check(true);
        for part in PARTS {
            options.pathspec(self.in_repository(part));
        }
        let diff = repository.diff_tree_to_workdir_with_index(Some(&tree), Some(&mut options))?;
        let above = self.in_repository("");
        let paths = diff.deltas().flat_map(|delta| [delta.old_file().path_bytes(), delta.new_file().path_bytes()]);
        let inside = paths.flatten().map(|path| String::from_utf8_lossy(path.strip_prefix(above.as_bytes()).unwrap_or(path)));
        let mut paths: Vec<String> = inside.map(|path| path.trim_end_matches('/').to_owned()).collect();
        paths.sort();
        paths.dedup();
        Ok(paths)
    }

    fn repository(&self) -> Result<Repository, Failure> {
        Repository::open(&self.git).map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &git2::Error) -> Failure {
        Failure::Git { path: self.project.clone(), message: error.message().to_owned() }
    }

    fn missing(&self, object: &str) -> Failure {
        lost(&self.project, object, self.partial, self.shallow)
    }
}

impl ObjectStore for Place {
    fn open(&self) -> Result<Box<dyn Objects + '_>, Failure> {
        Ok(Box::new(GitObjects { place: self, repository: self.repository()? }))
    }
}

struct GitObjects<'p> {
    place: &'p Place,
    repository: Repository,
}

impl Objects for GitObjects<'_> {
    fn object(&self, kind: ObjectKind, id: ObjectId) -> Result<Arc<[u8]>, Failure> {
        let read = || -> Result<Arc<[u8]>, git2::Error> {
            let object = self.repository.odb()?;
            let object = object.read(Oid::from_bytes(id.as_bytes())?)?;
            let expected = if kind == ObjectKind::Commit { ObjectType::Commit } else { ObjectType::Tree };
            if object.kind() != expected {
                return Err(git2::Error::from_str("the object is of another kind"));
            }
            if hash(kind.name(), object.data()) != *id.as_bytes() {
                return Err(git2::Error::from_str("its bytes are not those of its id"));
            }
            Ok(object.data().into())
        };
        read().map_err(|error| match error.code() {
            ErrorCode::NotFound => self.place.missing(&format!("{} {id}", kind.name())),
            _ => self.damaged(kind, id, error.message()),
        })
    }

    fn damaged(&self, kind: ObjectKind, id: ObjectId, what: &str) -> Failure {
        Failure::Git { path: self.place.project.clone(), message: format!("the {} {id} is damaged: {what}", kind.name()) }
    }
}

/// The files of a project as its repository keeps them, and as they stand in the work tree where they are not committed yet.
#[derive(Clone, Debug)]
pub struct GitFiles(Place);

impl GitFiles {
    /// Opens the repository around a project; `None` where the folder is in none.
    ///
    /// Fails when there is a repository that cannot be read.
    pub fn open(project: &Path) -> Result<Option<Self>, Failure> {
        Ok(Place::find(project)?.map(|(place, _)| Self(place)))
    }

    fn blob(&self, objects: &Odb<'_>, file: &FileState) -> Blob {
        let Ok(id) = Oid::from_str(file.blob.as_str()) else {
            return Blob::Missing;
        };
        match objects.read_header(id) {
            Ok((size, ObjectType::Blob)) if size > LARGEST => return Blob::TooLarge { size },
            Ok((_, ObjectType::Blob)) => {}
            Ok(_) => return Blob::Missing,
            Err(_) => return self.in_work_tree(id, file),
        }
        match objects.read(id) {
            Ok(blob) if hash("blob", blob.data()) == id.as_bytes() => Blob::Read(blob.data().into()),
            _ => Blob::Missing,
        }
    }

    /// The file as it stands in the work tree, if it is still the one that is asked for.
    fn in_work_tree(&self, id: Oid, file: &FileState) -> Blob {
        let path = self.0.work_tree.as_ref().map(|folder| folder.join(&*file.path));
        let bytes = path.filter(|path| file_in(path).is_some()).and_then(|path| std::fs::read(path).ok());
        match bytes {
            Some(bytes) if Oid::hash_object(ObjectType::Blob, &bytes).is_ok_and(|found| found == id) => Blob::Read(bytes.into()),
            _ => Blob::Missing,
        }
    }
}

impl FileReader for GitFiles {
    fn read(&self, files: &[FileState], each: &mut dyn FnMut(usize, Blob)) -> Result<(), Failure> {
        let repository = self.0.repository()?;
        let objects = repository.odb().map_err(|error| self.0.failed(&error))?;
        for (index, file) in files.iter().enumerate() {
            each(index, self.blob(&objects, file));
        }
        Ok(())
    }
}

/// What stands at a path of the work tree, as git would take it in; nothing where there is no ordinary file.
fn file_in(path: &Path) -> Option<Pointer> {
    let metadata = std::fs::symlink_metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    let id = if metadata.len() > LARGEST as u64 {
        Oid::hash_file(ObjectType::Blob, path).ok()?
    } else {
        Oid::hash_object(ObjectType::Blob, &std::fs::read(path).ok()?).ok()?
    };
    Some(Pointer { mode: 0o100_644, id: ObjectId::from_bytes(id.as_bytes())? })
}

/// The path of a project below the root of its work tree.
fn inside(root: &Path, project: &Path) -> PathBuf {
    let real = |path: &Path| std::fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    real(project).strip_prefix(real(root)).map(Path::to_owned).unwrap_or_default()
}

fn is_partial(repository: &Repository) -> bool {
    let Ok(config) = repository.config().and_then(|mut config| config.snapshot()) else {
        return false;
    };
    let mut found = config.get_str("extensions.partialclone").is_ok();
    if let Ok(entries) = config.entries(Some("^remote\\..*\\.promisor$")) {
        let _ = entries.for_each(|_| found = true);
    }
    found
}

/// Why a repository was not opened, and what to do about it.
fn refused(project: &Path, error: &git2::Error) -> Failure {
    let owned = (error.code() == ErrorCode::Owner).then(|| {
        let found = Repository::discover_path(project, [] as [&Path; 0]).unwrap_or_else(|_| project.to_owned());
        let root = if found.ends_with(".git") { found.parent().unwrap_or(&found) } else { &found };
        std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned())
    });
    refusal(&project.display().to_string(), error.message(), owned.as_deref())
}

/// The commit that a name leads to; `None` where the repository knows no such name.
///
/// Fails where the project is in no repository, where it cannot be read, and where a shallow clone has left out what is named.
pub fn resolve(project: &Path, name: &str) -> Result<Option<Revision>, Failure> {
    let (place, repository) = with_revisions(project)?;
    let object = match repository.revparse_single(name) {
        Ok(object) => object,
        Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec) => return Ok(None),
        Err(error) => return Err(place.failed(&error)),
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
    let Ok((place, repository)) = with_revisions(project) else {
        return Failure::Revision { message: format!("`{name}` is no folder, and the project is in no git repository"), help: None };
    };
    if place.shallow {
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
    let (place, repository) = with_revisions(project)?;
    let id = |revision: &Revision| Oid::from_str(revision.commit.as_str()).map_err(|error| place.failed(&error));
    match repository.merge_base(id(one)?, id(other)?) {
        Ok(base) => {
            let name = if base.to_string() == one.commit.as_str() { one.name.clone() } else { base.to_string() };
            Ok(Revision { name, commit: CommitId::new(&base.to_string()), is_branch: false })
        }
        Err(error) if error.code() == ErrorCode::NotFound && place.shallow => Err(Failure::Revision {
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
        Err(error) => Err(place.failed(&error)),
    }
}

/// Everything that a commit reaches, as git packs it; nothing where the repository does not hold it all as it was.
pub(super) fn pack(project: &Path, commit: &CommitId) -> Result<Option<Vec<u8>>, Failure> {
    let (place, repository) = with_revisions(project)?;
    let pack = || -> Result<Vec<u8>, git2::Error> {
        let (mut builder, mut walk, mut bytes) = (repository.packbuilder()?, repository.revwalk()?, git2::Buf::new());
        builder.set_threads(1); // One thread and one order, so that the same history is the same pack.
        walk.set_sorting(git2::Sort::TOPOLOGICAL | git2::Sort::TIME)?;
        walk.push(Oid::from_str(commit.as_str())?)?;
        builder.insert_walk(&mut walk)?;
        builder.write_buf(&mut bytes).map(|()| bytes.to_vec())
    };
    (!place.shallow && !place.grafted && !place.partial).then(pack).transpose().map_err(|error| place.failed(&error))
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
        let (place, repository) = with_revisions(project)?;
        let entries = entries(&repository, &place, revision).map_err(|error| place.failed(&error))?;
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
        let entries = self.entries.iter().filter(|(path, _)| !path.starts_with("extracts"));
        entries.map(|(path, (kind, _))| ListedEntry { path: path.clone(), kind: kind.clone() }).collect()
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        self.entries.get(path).map(|(kind, _)| kind.clone())
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

fn entries(repository: &Repository, place: &Place, revision: &Revision) -> Result<BTreeMap<String, (EntryKind, Oid)>, git2::Error> {
    let commit = repository.find_commit(Oid::from_str(revision.commit.as_str())?)?;
    let mut tree = commit.tree()?;
    for part in &place.folder {
        let entry = tree.iter().find(|entry| entry.name_bytes() == part.as_slice() && entry.kind() == Some(ObjectType::Tree));
        let Some(id) = entry.map(|entry| entry.id()) else {
            return Ok(BTreeMap::new());
        };
        tree = repository.find_tree(id)?;
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

/// The folder of the project in its repository, `/` between and after its parts; empty at the root, `None` outside any repository.
#[must_use]
pub fn project_folder(project: &Path) -> Option<String> {
    Place::find(project).ok()?.map(|(place, _)| place.in_repository(""))
}

/// The repository around a project of which revisions are compared.
fn with_revisions(project: &Path) -> Result<(Place, Repository), Failure> {
    Place::find(project)?.ok_or_else(|| Failure::Revision {
        message: format!("`{}` is in no git repository, so there are no revisions to compare", project.display()),
        help: Some("name two folders, or put the project under git".to_owned()),
    })
}

fn remotes(repository: &Repository) -> Vec<String> {
    let names = repository.remotes().ok();
    names.iter().flat_map(|names| names.iter()).filter_map(|name| Some(name.ok()??.to_owned())).collect()
}
