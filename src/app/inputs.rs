//! Which files of a project were read, and what stood in them.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use crate::seal::{Input, Sha256Digest};
use crate::source::{EntryKind, ListedEntry, Stamp, Workspace};

/// A project of which every file that is read is remembered by its digest.
pub(super) struct Witnessed<'w> {
    workspace: &'w dyn Workspace,
    read: Mutex<BTreeMap<String, Sha256Digest>>,
}

impl<'w> Witnessed<'w> {
    /// Looks on while a project is read.
    pub(super) fn new(workspace: &'w dyn Workspace) -> Self {
        Self { workspace, read: Mutex::default() }
    }

    /// The files that were read, by path.
    pub(super) fn inputs(&self) -> Vec<Input> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.iter().map(|(path, sha256)| Input { path: path.clone(), sha256: *sha256 }).collect()
    }

    fn keep(&self, path: &str, digest: Sha256Digest) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), digest);
    }
}

impl Workspace for Witnessed<'_> {
    fn list(&self) -> Vec<ListedEntry> {
        self.workspace.list()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let bytes = self.workspace.read(path)?;
        let known = self.workspace.stamp(path).map(Sha256Digest::from);
        self.keep(path, known.unwrap_or_else(|| Sha256Digest::of(&bytes)));
        Ok(bytes)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        let stamp = self.workspace.stamp(path)?;
        // Whoever asks does so in the place of reading.
        self.keep(path, Sha256Digest::from(stamp));
        Some(stamp)
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        self.workspace.look(path)
    }
}
