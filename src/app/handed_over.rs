//! A report or a package that was handed over, in a folder or in one file.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::package_output::{ArchiveFile, is_archive, open_archive_file};
use super::sealed_folder::SealedFolder;
use crate::diag::Failure;
use crate::seal::{Below, SealedFiles, Sha256Digest, top_folder};
use crate::source::EntryKind;

/// A report or a package that was handed over, in a folder or in one file.
pub struct HandedOver {
    kept: Kept,
    top: String,
}

enum Kept {
    Folder(SealedFolder),
    Archive(Box<ArchiveFile>),
}

impl HandedOver {
    fn all(&self) -> &dyn SealedFiles {
        match &self.kept {
            Kept::Folder(folder) => folder,
            Kept::Archive(archive) => &**archive,
        }
    }

    /// Its files; the one folder in which an archive has all of them is no part of their paths.
    #[must_use]
    pub fn files(&self) -> Below<'_> {
        Below::new(self.all(), &self.top)
    }

    /// The same, looked at from a folder inside.
    #[must_use]
    pub fn inside(self, folder: &str) -> Self {
        let top = if self.top.is_empty() { folder.to_owned() } else { format!("{}/{folder}", self.top) };
        Self { top, ..self }
    }
}

impl SealedFiles for HandedOver {
    fn entries(&self) -> io::Result<BTreeMap<String, EntryKind>> {
        self.files().entries()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files().read(path)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn io::Read + '_>> {
        let whole = if self.top.is_empty() { path.to_owned() } else { format!("{}/{path}", self.top) };
        self.all().open(&whole)
    }

    fn digest(&self, path: &str) -> io::Result<Sha256Digest> {
        self.files().digest(path)
    }
}

/// Opens what was handed over: a folder, or a file ending in `.zip`.
///
/// Fails where it cannot be read, or where an entry of an archive could do harm.
pub fn open_handed_over(path: &Path) -> Result<HandedOver, Failure> {
    if !is_archive(path) {
        return Ok(HandedOver { kept: Kept::Folder(SealedFolder::open(path)?), top: String::new() });
    }
    let archive = open_archive_file(path)?;
    let failed = |source| Failure::Io { action: "read", path: path.display().to_string(), source };
    let top = top_folder(&archive).map_err(failed)?.unwrap_or_default();
    Ok(HandedOver { kept: Kept::Archive(Box::new(archive)), top })
}
