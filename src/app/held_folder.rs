//! A folder held by its descriptor, so that nobody can put another in its place while it is written to.
//!
//! No symbolic link is followed below a folder that is held: a name leads to what stands there, or nowhere. Knows nothing of reports.
#![expect(clippy::disallowed_types, reason = "this file is the door to the folder that a report is written to")]

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStringExt as _;
use std::path::Path;

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, fstat, fsync, mkdirat, open, openat, renameat, statat, unlinkat};
use rustix::io::Errno;

/// What tells one file or folder of a system from all others: its device and its number there.
pub(super) type Identity = (u64, u64);

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// Which it is.
    pub(super) identity: Identity,
    /// Whether it is a folder, and no link to one.
    pub(super) is_folder: bool,
}

/// A folder held by its descriptor.
#[derive(Debug)]
pub(super) struct HeldFolder(OwnedFd);

/// A folder, and none behind a link.
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
/// A new file, and none behind a link.
const NEW: OFlags = OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
/// A file that may be there; a pipe does not make us wait.
const ANY: OFlags = OFlags::RDWR.union(OFlags::CREATE).union(OFlags::NOFOLLOW).union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);

impl HeldFolder {
    /// Opens a folder as somebody named it, through links where the way has some.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Ok(Self(open(path, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?))
    }

    /// The same folder, held once more.
    pub(super) fn again(&self) -> io::Result<Self> {
        Ok(Self(self.0.try_clone()?))
    }

    /// Opens a folder right below.
    pub(super) fn enter(&self, name: impl AsRef<OsStr>) -> io::Result<Self> {
        Ok(Self(openat(&self.0, name.as_ref(), FOLDER, Mode::empty())?))
    }

    /// Makes a folder right below where there is nothing yet; `private` keeps others out of it.
    pub(super) fn make(&self, name: impl AsRef<OsStr>, private: bool) -> io::Result<()> {
        let mode = if private { Mode::RWXU } else { Mode::RWXU | Mode::RWXG | Mode::RWXO };
        match mkdirat(&self.0, name.as_ref(), mode) {
            Ok(()) | Err(Errno::EXIST) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a folder and those on the way to it.
    pub(super) fn make_all(&self, path: &str) -> io::Result<()> {
        let mut way = None;
        for part in path.split('/') {
            let here = way.as_ref().unwrap_or(self);
            here.make(part, false)?;
            way = Some(here.enter(part)?);
        }
        Ok(())
    }

    /// Makes a file at a path; fails where something stands.
    pub(super) fn create(&self, path: &str) -> io::Result<File> {
        let (folders, name) = path.rsplit_once('/').map_or((None, path), |(folders, name)| (Some(folders), name));
        let mut way = None;
        for part in folders.iter().flat_map(|folders| folders.split('/')) {
            way = Some(way.as_ref().unwrap_or(self).enter(part)?);
        }
        let mode = Mode::RUSR | Mode::WUSR | Mode::RGRP | Mode::WGRP | Mode::ROTH | Mode::WOTH;
        Ok(openat(&way.as_ref().unwrap_or(self).0, name, NEW, mode)?.into())
    }

    /// Opens a file right below for reading and writing, and makes it where there is none.
    pub(super) fn open_or_create(&self, name: &str) -> io::Result<File> {
        let file = openat(&self.0, name, ANY, Mode::RUSR | Mode::WUSR)?;
        let kind = FileType::from_raw_mode(fstat(&file)?.st_mode);
        if kind == FileType::RegularFile { Ok(file.into()) } else { Err(io::Error::other("it is no file")) }
    }

    /// Opens a file right below for reading; nothing where none stands there.
    pub(super) fn open_file(&self, name: &str) -> io::Result<Option<File>> {
        match openat(&self.0, name, OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty()) {
            Ok(file) if FileType::from_raw_mode(fstat(&file)?.st_mode) == FileType::RegularFile => Ok(Some(file.into())),
            Ok(_) | Err(Errno::LOOP) => Err(io::Error::other("it is no file")),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What stands under a name right below; nothing where nothing does.
    pub(super) fn look(&self, name: impl AsRef<OsStr>) -> io::Result<Option<Standing>> {
        match statat(&self.0, name.as_ref(), AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(standing(&stat))),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Which folder this is.
    pub(super) fn identity(&self) -> io::Result<Identity> {
        Ok(standing(&fstat(&self.0)?).identity)
    }

    /// The names right below, sorted.
    pub(super) fn names(&self) -> io::Result<Vec<OsString>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if !matches!(name.as_slice(), b"." | b"..") {
                names.push(OsString::from_vec(name));
            }
        }
        names.sort();
        Ok(names)
    }

    /// Gives what stands under a name another place and name, on the same file system.
    pub(super) fn rename(&self, name: impl AsRef<OsStr>, to: &Self, new: impl AsRef<OsStr>) -> io::Result<()> {
        Ok(renameat(&self.0, name.as_ref(), &to.0, new.as_ref())?)
    }

    /// Swaps what stands under two names, from one moment to the next; false where the file system cannot.
    pub(super) fn exchange(&self, name: impl AsRef<OsStr>, to: &Self, other: impl AsRef<OsStr>) -> io::Result<bool> {
        #[cfg(any(target_os = "linux", target_vendor = "apple"))]
        {
            use rustix::fs::{RenameFlags, renameat_with};
            match renameat_with(&self.0, name.as_ref(), &to.0, other.as_ref(), RenameFlags::EXCHANGE) {
                Ok(()) => Ok(true),
                // What some sandboxes answer to a call that they do not know is among these; a rename tells what really is in the way.
                Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP | Errno::PERM) => Ok(false),
                Err(error) => Err(error.into()),
            }
        }
        #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
        {
            let _ = (name.as_ref(), to, other.as_ref());
            Ok(false)
        }
    }

    /// Removes what stands under a name with everything below it; a link goes, and what it leads to stays.
    pub(super) fn remove(&self, name: impl AsRef<OsStr>) -> io::Result<()> {
        let name = name.as_ref();
        match unlinkat(&self.0, name, AtFlags::empty()) {
            Ok(()) | Err(Errno::NOENT) => return Ok(()),
            Err(Errno::ISDIR | Errno::PERM) => {}
            Err(error) => return Err(error.into()),
        }
        let folder = self.enter(name)?;
        folder.names()?.iter().try_for_each(|below| folder.remove(below))?;
        Ok(unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    /// Removes a folder right below in which there is nothing.
    pub(super) fn remove_empty(&self, name: impl AsRef<OsStr>) -> io::Result<()> {
        Ok(unlinkat(&self.0, name.as_ref(), AtFlags::REMOVEDIR)?)
    }

    /// Waits until everything that was written below is on the disk, also the names.
    pub(super) fn settle(&self) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        match rustix::fs::syncfs(&self.0) {
            Ok(()) | Err(Errno::NOSYS | Errno::PERM) => Ok(()),
            Err(error) => Err(error.into()),
        }
        #[cfg(not(target_os = "linux"))]
        self.settle_names()
    }

    /// Waits until the names right below are on the disk.
    pub(super) fn settle_names(&self) -> io::Result<()> {
        match fsync(&self.0) {
            // Not every file system keeps folders in a way that can be waited for.
            Ok(()) | Err(Errno::INVAL | Errno::NOTSUP | Errno::BADF | Errno::ROFS) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Waits until a file is on the disk, where [`HeldFolder::settle`] does not do so for all of them at once.
pub(super) fn settle_file(file: &File) -> io::Result<()> {
    if cfg!(target_os = "linux") { Ok(()) } else { file.sync_all() }
}

/// Which file this is.
pub(super) fn identity_of(file: &File) -> io::Result<Identity> {
    Ok(standing(&fstat(file)?).identity)
}

fn standing(stat: &rustix::fs::Stat) -> Standing {
    #[cfg_attr(target_os = "linux", expect(clippy::useless_conversion, reason = "the types differ from system to system"))]
    let identity = (u64::try_from(stat.st_dev).unwrap_or_default(), u64::try_from(stat.st_ino).unwrap_or_default());
    Standing { identity, is_folder: FileType::from_raw_mode(stat.st_mode) == FileType::Directory }
}
