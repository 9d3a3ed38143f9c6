//! The files of a project as they were read last, followed from change to change.
//!
//! A change is a change of bytes: whatever made somebody look again, a file that holds what it held counts as untouched.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Bound;
use std::sync::{Mutex, PoisonError};

use super::touched::{FileChange, FileDeed, Touched};
use crate::app::disk::DiskWorkspace;
use crate::seal::Sha256Digest;
use crate::source::{EntryKind, ListedEntry, Stamp, Workspace};

/// The files of a project, followed.
#[derive(Debug)]
pub(super) struct FollowedWorkspace {
    disk: DiskWorkspace,
    entries: BTreeMap<String, EntryKind>,
    read: Mutex<BTreeMap<String, Sha256Digest>>,
}

impl FollowedWorkspace {
    /// Follows a project of which nothing was read yet.
    pub(super) fn new(disk: DiskWorkspace) -> Self {
        let entries = by_path(disk.list());
        Self { disk, entries, read: Mutex::default() }
    }

    /// Looks where something may have changed; gives what did, by path.
    pub(super) fn look_again(&mut self, touched: &Touched) -> Vec<FileChange> {
        let mut changes = BTreeSet::new();
        match touched {
            Touched::Paths(paths) => {
                for path in paths {
                    let found = self.disk.list_below(path);
                    self.take(Some(path), found, &mut changes);
                }
            }
            Touched::Everything | Touched::Head => {
                let found = self.disk.list();
                self.take(None, found, &mut changes);
            }
        }
        changes.into_iter().collect()
    }

    /// Takes what stands at a path and below it, or anywhere, in the place of what was known of it.
    fn take(&mut self, below: Option<&str>, found: Vec<ListedEntry>, changes: &mut BTreeSet<FileChange>) {
        let found = by_path(found);
        let mut change = |path: &str, deed| changes.insert(FileChange { path: path.to_owned(), deed });
        let known: Vec<String> = at_and_below(&self.entries, below).map(|(path, _)| path.clone()).collect();
        for path in &known {
            match (self.entries.get(path), found.get(path)) {
                (Some(_), None) => {
                    change(path, FileDeed::Removed);
                    self.entries.remove(path);
                }
                (Some(before), Some(now)) if before != now => {
                    change(path, FileDeed::Changed);
                }
                _ => {}
            }
        }
        for (path, kind) in &found {
            if !self.entries.contains_key(path) {
                change(path, FileDeed::Added);
            }
            self.entries.insert(path.clone(), kind.clone());
        }
        let read = self.read.get_mut().unwrap_or_else(PoisonError::into_inner);
        let known: Vec<(String, Sha256Digest)> = at_and_below(read, below).map(|(path, digest)| (path.clone(), *digest)).collect();
        for (path, digest) in known {
            // Files of source data are read and not listed.
            match self.disk.read(&path) {
                Ok(bytes) if Sha256Digest::of(&bytes) == digest => {}
                Ok(_) => {
                    change(&path, FileDeed::Changed);
                    read.remove(&path);
                }
                Err(_) => {
                    change(&path, FileDeed::Removed);
                    read.remove(&path);
                }
            }
        }
        // Folders come and go with their files.
        let is_folder = |path: &str| matches!(found.get(path), Some(EntryKind::Folder));
        changes.retain(|change| !is_folder(&change.path));
    }
}

/// The entries at a path and below it; all of them where no path is given.
fn at_and_below<'m, T>(all: &'m BTreeMap<String, T>, path: Option<&str>) -> impl Iterator<Item = (&'m String, &'m T)> {
    let path = path.map(str::to_owned);
    let start = path.as_ref().map_or(Bound::Unbounded, |path| Bound::Included(path.clone()));
    let in_reach = path.clone();
    let is_meant = move |found: &str| {
        path.as_ref().is_none_or(|path| found.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    all.range((start, Bound::Unbounded))
        .take_while(move |(found, _)| in_reach.as_ref().is_none_or(|path| found.starts_with(path.as_str())))
        .filter(move |(found, _)| is_meant(found))
}

fn by_path(entries: Vec<ListedEntry>) -> BTreeMap<String, EntryKind> {
    entries.into_iter().map(|entry| (entry.path, entry.kind)).collect()
}

impl Workspace for FollowedWorkspace {
    fn list(&self) -> Vec<ListedEntry> {
        self.entries.iter().map(|(path, kind)| ListedEntry { path: path.clone(), kind: kind.clone() }).collect()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let bytes = self.disk.read(path)?;
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Sha256Digest::of(&bytes));
        Ok(bytes)
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        self.disk.look(path)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).get(path).map(|digest| *digest.as_bytes())
    }
}
