//! A built report in a folder, as it was handed over.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to reports that were handed over")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::entries_below;
use crate::diag::Failure;
use crate::seal::{Hashing, SealedFiles, Sha256Digest};
use crate::source::EntryKind;

/// A built report in a folder; links are seen and never followed.
#[derive(Clone, Debug)]
pub struct SealedFolder {
    folder: PathBuf,
}

impl SealedFolder {
    /// Opens a folder.
    ///
    /// Fails when it is none.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let failed = |source| Failure::Io { action: "read", path: folder.display().to_string(), source };
        if !fs::metadata(folder).map_err(failed)?.is_dir() {
            return Err(failed(io::Error::from(io::ErrorKind::NotADirectory)));
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The place of a file, where every folder on the way is one and the file is no link.
    fn place(&self, path: &str) -> io::Result<PathBuf> {
        let mut place = self.folder.clone();
        for part in path.split('/') {
            if matches!(part, "" | "." | "..") {
                return Err(io::Error::from(io::ErrorKind::InvalidInput));
            }
            place.push(part);
            if fs::symlink_metadata(&place)?.is_symlink() {
                return Err(io::Error::other("it lies behind a symbolic link"));
            }
        }
        Ok(place)
    }
}

impl SealedFiles for SealedFolder {
    fn entries(&self) -> io::Result<BTreeMap<String, EntryKind>> {
        let entries = entries_below(&self.folder).map_err(|failure| match failure {
            Failure::Io { source, .. } => source,
            other => io::Error::other(other.to_string()),
        })?;
        let named = entries.into_iter().map(|(path, kind)| {
            let inside = path.strip_prefix(&self.folder).unwrap_or(&path);
            let name = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            (name, kind)
        });
        Ok(named.collect())
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.place(path)?)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn io::Read + '_>> {
        Ok(Box::new(File::open(self.place(path)?)?))
    }

    fn digest(&self, path: &str) -> io::Result<Sha256Digest> {
        let mut hashing = Hashing::new(io::sink());
        io::copy(&mut File::open(self.place(path)?)?, &mut hashing)?;
        Ok(hashing.finish())
    }
}
