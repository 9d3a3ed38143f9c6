//! The folder that is written to: one file after the other, counted.
//!
//! Invariant: nothing that was there before is changed, since the folder has to be new or empty.
#![expect(clippy::disallowed_methods, reason = "the generator writes a project to disk; all of that happens here")]

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder being filled.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    known: Vec<String>,
    files: u64,
    bytes: u64,
}

/// Why a project was not written.
#[derive(Debug)]
pub(crate) enum FolderError {
    /// Something is in the folder.
    NotEmpty(PathBuf),
    /// There is a file of that name.
    NotAFolder(PathBuf),
    /// The disk refused.
    Disk(PathBuf, io::Error),
}

impl fmt::Display for FolderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty(path) => write!(formatter, "the folder `{}` is not empty; name a new folder or an empty one", path.display()),
            Self::NotAFolder(path) => {
                write!(formatter, "`{}` is a file, expected a folder; name a new folder or an empty one", path.display())
            }
            Self::Disk(path, error) => write!(formatter, "`{}` could not be written: {error}", path.display()),
        }
    }
}

impl Folder {
    /// Opens a folder that is new or empty.
    pub(crate) fn open(root: &Path) -> Result<Self, FolderError> {
        let refuse = |error| FolderError::Disk(root.to_owned(), error);
        match fs::read_dir(root) {
            Ok(mut entries) => match entries.next() {
                None => {}
                Some(Ok(_)) => return Err(FolderError::NotEmpty(root.to_owned())),
                Some(Err(error)) => return Err(refuse(error)),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(root).map_err(refuse)?;
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(FolderError::NotAFolder(root.to_owned()));
            }
            Err(error) => return Err(refuse(error)),
        }
        Ok(Self { root: root.to_owned(), known: Vec::new(), files: 0, bytes: 0 })
    }

    /// Writes one file; the path is relative, with `/` between its parts.
    pub(crate) fn write(&mut self, path: &str, text: &str) -> Result<(), FolderError> {
        let full = self.root.join(path);
        let refuse = |error| FolderError::Disk(full.clone(), error);
        if let Some((parent, _)) = path.rsplit_once('/')
            && !self.known.iter().any(|known| known == parent)
        {
            fs::create_dir_all(self.root.join(parent)).map_err(refuse)?;
            self.known.push(parent.to_owned());
        }
        fs::write(&full, text).map_err(refuse)?;
        self.files += 1;
        self.bytes += text.len() as u64;
        Ok(())
    }

    /// How many files were written, and how many bytes are in them.
    pub(crate) const fn written(&self) -> (u64, u64) {
        (self.files, self.bytes)
    }
}
