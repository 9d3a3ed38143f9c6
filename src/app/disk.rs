//! A project in a folder.
#![expect(clippy::disallowed_methods, reason = "this file is the door to the files of a project")]

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use walkdir::WalkDir;

use crate::diag::Failure;
use crate::seal::package::DESCRIPTION;
use crate::source::{EntryKind, ListedEntry, Workspace};

/// The parts of a folder that belong to a project.
const ROOTS: [&str; 3] = ["content", "metrics", "themes"];
/// The file of settings.
const SETTINGS: &str = "tickmark.yaml";

/// A project in a folder; symbolic links are seen and not followed.
#[derive(Clone, Debug)]
pub struct DiskWorkspace {
    folder: PathBuf,
}

impl DiskWorkspace {
    /// Opens the project in a folder.
    ///
    /// Fails when the folder has no settings file.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        if std::fs::symlink_metadata(folder.join("tickmark.yaml")).is_err() {
            return Err(Failure::NoProject { folder: folder.display().to_string() });
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What stands at a path of the project and below it, as [`Workspace::list`] gives it; nothing where the path is no part of a listing.
    pub(super) fn list_below(&self, path: &str) -> Vec<ListedEntry> {
        let top = path.split('/').next().unwrap_or_default();
        let is_listed = (ROOTS.contains(&top) || path == SETTINGS) && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        // Nothing behind a link is part of the project.
        let is_behind_link = || {
            path.match_indices('/')
                .any(|(end, _)| std::fs::symlink_metadata(self.folder.join(&path[..end])).is_ok_and(|found| found.is_symlink()))
        };
        let place = self.folder.join(path);
        if !is_listed || std::fs::symlink_metadata(&place).is_err() || is_behind_link() {
            return Vec::new();
        }
        self.walk(&place)
    }

    fn walk(&self, place: &Path) -> Vec<ListedEntry> {
        let walk = WalkDir::new(place).follow_links(false).follow_root_links(false).sort_by_file_name();
        walk.into_iter().map(|entry| self.entry(entry)).collect()
    }

    fn relative(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn entry(&self, entry: Result<walkdir::DirEntry, walkdir::Error>) -> ListedEntry {
        match entry {
            Ok(entry) => ListedEntry { path: self.relative(entry.path()), kind: kind_of(&entry) },
            Err(error) => {
                let path = error.path().map_or_else(String::new, |path| self.relative(path));
                ListedEntry { path, kind: EntryKind::Unreadable(error.to_string()) }
            }
        }
    }
}

fn kind_of(entry: &walkdir::DirEntry) -> EntryKind {
    let kind = entry.file_type();
    if kind.is_symlink() {
        EntryKind::Link
    } else if kind.is_dir() {
        EntryKind::Folder
    } else if kind.is_file() {
        entry.metadata().map_or_else(|error| EntryKind::Unreadable(error.to_string()), |metadata| EntryKind::File(metadata.len()))
    } else {
        EntryKind::Other
    }
}

/// Everything below a folder, sorted by name; symbolic links are not followed.
pub(super) fn entries_below(folder: &Path) -> Result<Vec<(PathBuf, EntryKind)>, Failure> {
    let failed = |error: walkdir::Error| {
        let path = error.path().unwrap_or(folder).display().to_string();
        let source = error.into_io_error().unwrap_or_else(|| io::Error::other("folders form a loop"));
        Failure::Io { action: "read", path, source }
    };
    let entries = WalkDir::new(folder).min_depth(1).follow_links(false).follow_root_links(false).sort_by_file_name();
    entries.into_iter().map(|entry| entry.map_err(failed).map(|entry| (entry.path().to_owned(), kind_of(&entry)))).collect()
}

/// What a path that was named for a comparison holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folder {
    /// A project.
    Project,
    /// A report that was built.
    Report,
    /// An evidence package, or a report in one file.
    Package,
    /// A folder that is neither.
    Other,
}

/// What stands at a path; `None` where it is neither a folder nor a packed report.
pub(super) fn folder_kind(path: &Path) -> Option<Folder> {
    let is_packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if is_packed && path.is_file() {
        return Some(Folder::Package);
    }
    if !path.is_dir() {
        return None;
    }
    Some(if path.join("tickmark.yaml").is_file() {
        Folder::Project
    } else if path.join(DESCRIPTION).is_file() {
        Folder::Package
    } else if path.join("data/records").is_dir() {
        Folder::Report
    } else {
        Folder::Other
    })
}

/// A path as if it had been typed in a folder; in the working folder it stays as it was typed, which is how messages name it.
pub(super) fn from(folder: &Path, path: &Path) -> PathBuf {
    if folder == Path::new(".") { path.to_owned() } else { folder.join(path) }
}

/// What tells two states of a file apart without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: Option<Duration>,
    file: u64,
}

/// Every file and folder at these places and below them, with its stamp; places where nothing stands have none.
pub(super) fn stamps(places: &[PathBuf]) -> BTreeMap<PathBuf, Stamp> {
    let walks = places.iter().flat_map(|place| WalkDir::new(place).follow_links(false).follow_root_links(false));
    let stamped = walks.filter_map(Result::ok).filter_map(|entry| {
        let metadata = entry.metadata().ok()?;
        // A folder changes with what is in it, which has stamps of its own.
        let (size, modified) = if metadata.is_dir() { (0, None) } else { (metadata.len(), metadata.modified().ok()) };
        let modified = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Some((entry.into_path(), Stamp { size, modified, file: file_number(&metadata) }))
    });
    stamped.collect()
}

/// The number by which the system knows a file; the same for all where it has none.
#[cfg(unix)]
pub(super) fn file_number(metadata: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

/// The number by which the system knows a file; the same for all where it has none.
#[cfg(not(unix))]
pub(super) fn file_number(_: &std::fs::Metadata) -> u64 {
    0
}

/// The bytes of a file.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|source| Failure::Io { action: "read", path: path.display().to_string(), source })
}

impl Workspace for DiskWorkspace {
    fn list(&self) -> Vec<ListedEntry> {
        let mut entries = Vec::new();
        for root in ROOTS.map(|root| self.folder.join(root)).iter().chain([&self.folder.join(SETTINGS)]) {
            if std::fs::symlink_metadata(root).is_ok() {
                entries.extend(self.walk(root));
            }
        }
        entries.sort_by(|one, other| one.path.as_bytes().cmp(other.path.as_bytes()));
        entries
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.folder.join(path))
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        let mut place = self.folder.clone();
        let mut found = None;
        for part in path.split('/') {
            place.push(part);
            let metadata = match std::fs::symlink_metadata(&place) {
                Ok(metadata) => metadata,
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return None,
                Err(error) => return Some(EntryKind::Unreadable(error.to_string())),
            };
            if metadata.is_symlink() {
                return Some(EntryKind::Link);
            }
            found = Some(match (metadata.is_file(), metadata.is_dir()) {
                (true, _) => EntryKind::File(metadata.len()),
                (_, true) => EntryKind::Folder,
                _ => EntryKind::Other,
            });
        }
        found
    }
}
