//! The folder beside the output folder in which a report is made, and what a run that was killed left there.
//!
//! It is ours when it holds our marker, which is the first thing in it and the last to go; a folder of that name without the marker is never
//! touched. Whoever holds the lock on the marker writes; there is never more than one.
#![expect(clippy::disallowed_types, reason = "the marker is locked, which is what a file is for")]

use std::ffi::{OsStr, OsString};
use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::held_folder::{HeldFolder, identity_of};
use super::report_folder::{Contents, contents};
use super::sealed_folder::SealedFolder;
use crate::diag::Failure;
use crate::seal::MANIFEST;

/// The report that is being made; after an exchange, the one before.
pub(super) const NEW: &str = "report";
/// The report before, on file systems that cannot exchange.
pub(super) const OLD: &str = "previous";
/// By what the folder is known as ours.
const MARKER: &str = "tickmark-working-folder";
/// What the marker says to people who find it.
const SAYS: &str = "Tickmark writes a report here. What a run that was stopped leaves is cleared away by the next one.\n";

/// The folder beside the output folder, locked.
#[derive(Debug)]
pub(super) struct WorkingFolder {
    parent: HeldFolder,
    name: OsString,
    path: PathBuf,
    folder: HeldFolder,
    marker: File,
    leaves: bool,
}

impl WorkingFolder {
    /// Makes the folder, or takes over what a run that was killed left.
    pub(super) fn claim(parent: &HeldFolder, target: &Path, target_name: &OsStr) -> Result<Self, Failure> {
        let (name, path) = place(target, target_name);
        let failed = |source| failed("write", &path, source);
        parent.make(&name, true).map_err(failed)?;
        let foreign =
            |names: &[OsString]| Failure::ForeignOutput { paths: names.iter().map(|name| path.join(name).display().to_string()).collect() };
        let Ok(folder) = parent.enter(&name) else {
            return Err(match parent.look(&name) {
                Ok(Some(standing)) if standing.is_folder => failed(io::Error::from(io::ErrorKind::PermissionDenied)),
                _ => Failure::ForeignOutput { paths: vec![path.display().to_string()] },
            });
        };
        let names = folder.names().map_err(failed)?;
        let was_left = names.iter().any(|name| name == NEW || name == OLD);
        let has_marker = names.iter().any(|name| name == MARKER);
        let others: Vec<OsString> =
            names.into_iter().filter(|name| !(name == MARKER || has_marker && (name == NEW || name == OLD))).collect();
        if !others.is_empty() {
            return Err(foreign(&others));
        }
        let mut marker = folder.open_or_create(MARKER).map_err(|source| {
            // A full disk may have room for a folder and none for a file.
            let _ = parent.remove_empty(&name);
            if source.kind() == io::ErrorKind::NotFound { busy(target) } else { failed(source) }
        })?;
        let mut says = String::new();
        marker.read_to_string(&mut says).map_err(failed)?;
        if !SAYS.starts_with(&says) {
            return Err(foreign(&[OsString::from(MARKER)]));
        }
        lock(&marker, target, &path)?;
        // Whoever had it before may have removed it between our two steps.
        let is_here = parent.look(&name).map_err(failed)?.is_some_and(|there| folder.identity().is_ok_and(|it| it == there.identity));
        let is_marked = folder.look(MARKER).map_err(failed)?.is_some_and(|there| identity_of(&marker).is_ok_and(|it| it == there.identity));
        if !(is_here && is_marked) {
            return Err(busy(target));
        }
        let parent = parent.again().map_err(failed)?;
        let mut claimed = Self { parent, name, path: path.clone(), folder, marker, leaves: was_left };
        claimed.marker.write_all(SAYS.as_bytes().get(says.len()..).unwrap_or_default()).map_err(failed)?;
        claimed.clear(target, target_name)?;
        claimed.leaves = false;
        Ok(claimed)
    }

    /// Puts back, or clears away, what a run that was killed left, where there is something.
    pub(super) fn recover(parent: &HeldFolder, target: &Path, target_name: &OsStr) -> Result<(), Failure> {
        let (name, path) = place(target, target_name);
        match parent.look(&name).map_err(|source| failed("read", &path, source))? {
            Some(_) => Self::claim(parent, target, target_name).map(drop),
            None => Ok(()),
        }
    }

    /// Makes the folder for the new report.
    pub(super) fn begin(&self) -> io::Result<HeldFolder> {
        self.folder.make(NEW, false)?;
        self.folder.enter(NEW)
    }

    /// The folder.
    pub(super) const fn folder(&self) -> &HeldFolder {
        &self.folder
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Leaves everything where it is, since the report before is in it and could not be put back.
    pub(super) const fn leave(&mut self) {
        self.leaves = true;
    }

    /// Puts the report before back where there is none, and removes the rest.
    fn clear(&self, target: &Path, target_name: &OsStr) -> Result<(), Failure> {
        let at = |source| failed("write", &self.path, source);
        let has_old = self.folder.look(OLD).map_err(at)?.is_some();
        if has_old && self.parent.look(target_name).map_err(at)?.is_none() {
            self.folder.rename(OLD, &self.parent, target_name).map_err(|source| failed("write", target, source))?;
        }
        for name in [NEW, OLD] {
            let place = self.path.join(name);
            refuse_additions(&self.folder, name, &place)?;
            self.folder.remove(name).map_err(|source| failed("remove", &place, source))?;
        }
        Ok(())
    }
}

impl Drop for WorkingFolder {
    fn drop(&mut self) {
        if !self.leaves {
            // Left behind where it cannot be removed; the next run takes it over.
            let _ =
                [NEW, OLD, MARKER].iter().try_for_each(|name| self.folder.remove(name)).and_then(|()| self.parent.remove_empty(&self.name));
        }
    }
}

/// Refuses to remove a report to which somebody added a file, as far as it is whole enough to know its own.
fn refuse_additions(folder: &HeldFolder, name: &str, place: &Path) -> Result<(), Failure> {
    let knows = folder.look(Path::new(name).join(MANIFEST)).is_ok_and(|found| found.is_some());
    match if knows { foreign_files(place)? } else { Vec::new() } {
        // The list itself may be cut where a run was killed while it was written.
        foreign if foreign.is_empty() || foreign == [MANIFEST] => Ok(()),
        foreign => Err(Failure::ForeignOutput { paths: foreign.iter().map(|path| place.join(path).display().to_string()).collect() }),
    }
}

/// The name of the folder, and where it is.
fn place(target: &Path, target_name: &OsStr) -> (OsString, PathBuf) {
    let mut name = OsString::from(".");
    name.push(target_name);
    name.push(".tickmark-new");
    let path = target.with_file_name(&name);
    (name, path)
}

fn lock(marker: &File, target: &Path, path: &Path) -> Result<(), Failure> {
    marker.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => busy(target),
        TryLockError::Error(source) => failed("lock", path, source),
    })
}

fn foreign_files(folder: &Path) -> Result<Vec<String>, Failure> {
    match contents(&SealedFolder::open(folder)?).map_err(|source| failed("read", folder, source))? {
        Contents::Ours { .. } => Ok(Vec::new()),
        Contents::Foreign(paths) => Ok(paths),
    }
}

fn failed(action: &'static str, path: &Path, source: io::Error) -> Failure {
    Failure::Io { action, path: path.display().to_string(), source }
}

fn busy(target: &Path) -> Failure {
    Failure::BadOutput { path: target.display().to_string(), reason: "is being written by another run" }
}
