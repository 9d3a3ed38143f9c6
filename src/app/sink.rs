//! Where the files of a report go.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use crate::diag::Failure;
use crate::seal::{Hashing, Sha256Digest};

/// Writes the pieces of a file to a sink.
pub(super) type Pieces<'a> = &'a mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// Where the files of a report go; several may be written at once.
pub(super) trait Sink: Sync {
    /// Makes the folders in which files will stand.
    fn make_folders(&self, folders: &BTreeSet<&str>) -> Result<(), Failure>;

    /// Takes one file.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// Takes one file piece by piece; gives the number of bytes.
    fn stream(&self, path: &str, pieces: Pieces<'_>) -> Result<u64, Failure>;
}

/// Takes everything and keeps nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nowhere;

impl Sink for Nowhere {
    fn make_folders(&self, _: &BTreeSet<&str>) -> Result<(), Failure> {
        Ok(())
    }

    fn write(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    fn stream(&self, path: &str, pieces: Pieces<'_>) -> Result<u64, Failure> {
        let mut counted = Counted(0);
        pieces(&mut counted).map_err(|source| Failure::Io { action: "write", path: path.to_owned(), source })?;
        Ok(counted.0)
    }
}

struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Passes every file on and keeps its digest.
pub(super) struct Digesting<'s> {
    sink: &'s dyn Sink,
    digests: Mutex<BTreeMap<String, Sha256Digest>>,
}

impl<'s> Digesting<'s> {
    /// Stands before a sink.
    pub(super) fn new(sink: &'s dyn Sink) -> Self {
        Self { sink, digests: Mutex::default() }
    }

    /// The digests of all files that were written.
    pub(super) fn digests(self) -> BTreeMap<String, Sha256Digest> {
        self.digests.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, path: &str, digest: Sha256Digest) {
        self.digests.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), digest);
    }
}

impl Sink for Digesting<'_> {
    fn make_folders(&self, folders: &BTreeSet<&str>) -> Result<(), Failure> {
        self.sink.make_folders(folders)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.sink.write(path, bytes)?;
        self.keep(path, Sha256Digest::of(bytes));
        Ok(())
    }

    fn stream(&self, path: &str, pieces: Pieces<'_>) -> Result<u64, Failure> {
        let mut digest = None;
        let written = self.sink.stream(path, &mut |sink| {
            let mut hashing = Hashing::new(sink);
            pieces(&mut hashing)?;
            digest = Some(hashing.finish());
            Ok(())
        })?;
        if let Some(digest) = digest {
            self.keep(path, digest);
        }
        Ok(written)
    }
}

/// Keeps every file in memory, or only those that are asked for.
#[derive(Debug, Default)]
pub(super) struct Kept {
    only: Vec<&'static str>,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Kept {
    /// Keeps these files and no others.
    pub(super) fn only(paths: &[&'static str]) -> Self {
        Self { only: paths.to_vec(), files: Mutex::default() }
    }

    /// The files that were kept, by path.
    pub(super) fn files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_kept(&self, path: &str) -> bool {
        self.only.is_empty() || self.only.contains(&path)
    }

    fn keep(&self, path: &str, bytes: Vec<u8>) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes);
    }
}

impl Sink for Kept {
    fn make_folders(&self, _: &BTreeSet<&str>) -> Result<(), Failure> {
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        if self.is_kept(path) {
            self.keep(path, bytes.to_vec());
        }
        Ok(())
    }

    fn stream(&self, path: &str, pieces: Pieces<'_>) -> Result<u64, Failure> {
        if !self.is_kept(path) {
            return Nowhere.stream(path, pieces);
        }
        let mut bytes = Vec::new();
        pieces(&mut bytes).map_err(|source| Failure::Io { action: "write", path: path.to_owned(), source })?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.keep(path, bytes);
        Ok(length)
    }
}
