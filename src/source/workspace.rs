//! The one door through which a project is seen.

use std::collections::BTreeMap;
use std::io;

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A file of this many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A symbolic link; never followed.
    Link,
    /// Something that is neither, such as a pipe.
    Other,
    /// Something that could not be looked at, and what the system said.
    Unreadable(String),
}

/// One entry of a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedEntry {
    /// Path relative to the project, `/` between its parts. Names that are no UTF-8 are given with replacement characters.
    pub path: String,
    /// What stands there.
    pub kind: EntryKind,
}

/// The SHA-256 of the bytes of a file.
pub type Stamp = [u8; 32];

/// A project as a set of named bytes.
pub trait Workspace: Sync {
    /// Everything below `metrics`, `content` and `themes`, and the settings file, sorted by path as bytes.
    fn list(&self) -> Vec<ListedEntry>;

    /// The bytes of a file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// What stands at a path of these parts or of `extracts`, which is not listed; never what lies behind a link.
    fn look(&self, path: &str) -> Option<EntryKind>;

    /// What [`Workspace::read`] gives, where that is known without reading: that of the bytes that were read last, if they are the same still.
    ///
    /// A workspace that does not follow its files knows of none.
    fn stamp(&self, _path: &str) -> Option<Stamp> {
        None
    }
}

/// Where a project in memory has files of source data, which are no part of a listing.
const EXTRACTS: &str = "extracts/";

/// A project in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryWorkspace {
    files: BTreeMap<String, Vec<u8>>,
    special: BTreeMap<String, EntryKind>,
}

impl MemoryWorkspace {
    /// An empty project.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same project with a file more, or with other bytes in it.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// The same project without a file.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    /// The same project with an entry that is no ordinary file.
    #[must_use]
    pub fn with_entry(mut self, path: &str, kind: EntryKind) -> Self {
        self.special.insert(path.to_owned(), kind);
        self
    }
}

impl Workspace for MemoryWorkspace {
    fn list(&self) -> Vec<ListedEntry> {
        let files =
            self.files.iter().filter(|(path, _)| !self.special.contains_key(*path) && !path.starts_with(EXTRACTS)).map(|(path, bytes)| {
                ListedEntry { path: path.clone(), kind: EntryKind::File(u64::try_from(bytes.len()).unwrap_or(u64::MAX)) }
            });
        let special = self.special.iter().map(|(path, kind)| ListedEntry { path: path.clone(), kind: kind.clone() });
        let mut entries: Vec<ListedEntry> = files.chain(special).collect();
        entries.sort_by(|one, other| one.path.as_bytes().cmp(other.path.as_bytes()));
        entries
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        if let Some(EntryKind::Unreadable(message)) = self.special.get(path) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, message.clone()));
        }
        self.files.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        let links = self.special.iter().filter(|(_, kind)| **kind == EntryKind::Link);
        let is_behind = |link: &str| path.strip_prefix(link).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if links.into_iter().any(|(link, _)| is_behind(link)) {
            return Some(EntryKind::Link);
        }
        let size = |bytes: &Vec<u8>| EntryKind::File(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.special.get(path).cloned().or_else(|| self.files.get(path).map(size))
    }
}
