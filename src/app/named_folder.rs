//! A folder held by its path, for systems whose folders have no descriptors.
//!
//! The same as `held_folder`, as far as that can be had: links are looked for before each step, so that a link that is put there between the look
//! and the step is followed.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the folder that a report is written to")]

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What tells one file or folder from another: when it was made, in nanoseconds, as far as the system says.
pub(super) type Identity = u128;

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// Which it is.
    pub(super) identity: Identity,
    /// Whether it is a folder, and no link to one.
    pub(super) is_folder: bool,
}

/// A folder held by its path.
#[derive(Clone, Debug)]
pub(super) struct HeldFolder(PathBuf);

impl HeldFolder {
    /// Opens a folder as somebody named it, through links where the way has some.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        fs::canonicalize(path).map(Self)
    }

    /// The same folder, held once more.
    #[expect(clippy::unnecessary_wraps, reason = "a descriptor can run out, where there are any")]
    pub(super) fn again(&self) -> io::Result<Self> {
        Ok(self.clone())
    }

    /// Opens a folder right below.
    pub(super) fn enter(&self, name: impl AsRef<OsStr>) -> io::Result<Self> {
        let path = self.0.join(name.as_ref());
        if fs::symlink_metadata(&path)?.is_dir() { Ok(Self(path)) } else { Err(io::Error::from(io::ErrorKind::NotADirectory)) }
    }

    /// Makes a folder right below where there is nothing yet.
    pub(super) fn make(&self, name: impl AsRef<OsStr>, _private: bool) -> io::Result<()> {
        match fs::create_dir(self.0.join(name.as_ref())) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    }

    /// Makes a folder and those on the way to it.
    pub(super) fn make_all(&self, path: &str) -> io::Result<()> {
        let mut here = self.clone();
        for part in path.split('/') {
            here.make(part, false)?;
            here = here.enter(part)?;
        }
        Ok(())
    }

    /// Makes a file at a path; fails where something stands.
    pub(super) fn create(&self, path: &str) -> io::Result<File> {
        let (folders, name) = path.rsplit_once('/').map_or((None, path), |(folders, name)| (Some(folders), name));
        let mut here = self.clone();
        for part in folders.iter().flat_map(|folders| folders.split('/')) {
            here = here.enter(part)?;
        }
        File::create_new(here.0.join(name))
    }

    /// Opens a file right below for reading and writing, and makes it where there is none.
    pub(super) fn open_or_create(&self, name: &str) -> io::Result<File> {
        let path = self.0.join(name);
        match fs::symlink_metadata(&path) {
            Ok(metadata) if !metadata.is_file() => Err(io::Error::other("it is no file")),
            _ => File::options().read(true).write(true).create(true).truncate(false).open(path),
        }
    }

    /// Opens a file right below for reading; nothing where none stands there.
    pub(super) fn open_file(&self, name: &str) -> io::Result<Option<File>> {
        let path = self.0.join(name);
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_file() => File::open(path).map(Some),
            Ok(_) => Err(io::Error::other("it is no file")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What stands under a name right below; nothing where nothing does.
    pub(super) fn look(&self, name: impl AsRef<OsStr>) -> io::Result<Option<Standing>> {
        match fs::symlink_metadata(self.0.join(name.as_ref())) {
            Ok(metadata) => Ok(Some(Standing { identity: identity(&metadata), is_folder: metadata.is_dir() })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Which folder this is.
    pub(super) fn identity(&self) -> io::Result<Identity> {
        fs::symlink_metadata(&self.0).map(|metadata| identity(&metadata))
    }

    /// The names right below, sorted.
    pub(super) fn names(&self) -> io::Result<Vec<OsString>> {
        let mut names = fs::read_dir(&self.0)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }

    /// Gives what stands under a name another place and name, where nothing stands yet.
    pub(super) fn rename(&self, name: impl AsRef<OsStr>, to: &Self, new: impl AsRef<OsStr>) -> io::Result<()> {
        let new = to.0.join(new.as_ref());
        if fs::symlink_metadata(&new).is_ok() {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        fs::rename(self.0.join(name.as_ref()), new)
    }

    /// Swaps what stands under two names; false, since no such system can.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "systems that can swap can fail at it")]
    pub(super) fn exchange(&self, _name: impl AsRef<OsStr>, _to: &Self, _other: impl AsRef<OsStr>) -> io::Result<bool> {
        Ok(false)
    }

    /// Removes what stands under a name with everything below it; a link goes, and what it leads to stays.
    pub(super) fn remove(&self, name: impl AsRef<OsStr>) -> io::Result<()> {
        let path = self.0.join(name.as_ref());
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
            Ok(_) => fs::remove_file(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Removes a folder right below in which there is nothing.
    pub(super) fn remove_empty(&self, name: impl AsRef<OsStr>) -> io::Result<()> {
        fs::remove_dir(self.0.join(name.as_ref()))
    }

    /// Does nothing: each file was waited for when it was written.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "systems that can wait for all files can fail at it")]
    pub(super) fn settle(&self) -> io::Result<()> {
        Ok(())
    }

    /// Does nothing: such systems keep names in a journal.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "systems that can wait for names can fail at it")]
    pub(super) fn settle_names(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Waits until a file is on the disk.
pub(super) fn settle_file(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Which file this is.
pub(super) fn identity_of(file: &File) -> io::Result<Identity> {
    file.metadata().map(|metadata| identity(&metadata))
}

fn identity(metadata: &fs::Metadata) -> Identity {
    let made = metadata.created().or_else(|_| metadata.modified());
    made.ok().and_then(|made| made.duration_since(std::time::UNIX_EPOCH).ok()).map_or(0, |since| since.as_nanos())
}
