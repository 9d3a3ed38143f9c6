//! Where a package goes: a folder or a file, written beside its place and put there whole.
//!
//! Until a package is complete, whatever stood in its place stays. Only an empty folder or an earlier package gives way.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the place of a package")]

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::sealed_folder::SealedFolder;
use crate::diag::Failure;
use crate::seal::package::read_description;
use crate::seal::{ArchiveWriter, Below, Hashing, SealedArchive, SealedFiles, Sha256Digest, open_archive, top_folder};

/// An archive on disk.
pub(super) type ArchiveFile = SealedArchive<BufReader<File>>;

/// Opens an archive that was handed over.
///
/// Fails where it cannot be read, or where an entry of it could do harm.
pub(super) fn open_archive_file(path: &Path) -> Result<ArchiveFile, Failure> {
    let failed = |source| io_failure("read", path, source);
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    open_archive(BufReader::new(file), length).map_err(|error| failed(io::Error::new(io::ErrorKind::InvalidData, error)))
}

/// One file on its way into a package: its path, its size and digest, and its bytes when they are asked for.
pub(super) struct Delivery<'a> {
    /// Path in the package.
    pub(super) path: &'a str,
    /// Number of bytes.
    pub(super) size: u64,
    /// Digest of the bytes.
    pub(super) digest: Sha256Digest,
    /// Gives the bytes.
    pub(super) bytes: &'a dyn Fn() -> io::Result<Vec<u8>>,
}

impl Delivery<'_> {
    /// The bytes, if they are still those that were planned.
    fn held(&self) -> io::Result<Vec<u8>> {
        let bytes = (self.bytes)()?;
        let mut hashing = Hashing::new(io::sink());
        hashing.write_all(&bytes)?;
        if hashing.finish() == self.digest { Ok(bytes) } else { Err(io::Error::other("it changed while the package was made")) }
    }
}

/// A package that is being written.
pub(super) enum PackageOutput {
    /// A folder.
    Folder {
        /// Where it goes.
        target: PathBuf,
        /// Where it is written.
        stage: PathBuf,
    },
    /// One file.
    Archive {
        /// Where it goes.
        target: PathBuf,
        /// Where it is written.
        stage: PathBuf,
        /// What writes it; nothing once it is finished.
        writer: Option<Box<ArchiveWriter<BufWriter<File>>>>,
    },
}

impl PackageOutput {
    /// Looks at the place of a package, and begins to write beside it; `top` is the folder within an archive.
    pub(super) fn begin(target: &Path, top: &str) -> Result<Self, Failure> {
        let refused = |reason| Failure::BadOutput { path: target.display().to_string(), reason };
        let name = target.file_name().ok_or_else(|| refused("has no name of its own"))?.to_string_lossy().into_owned();
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !parent.is_dir() {
            return Err(refused("lies in a folder that does not exist"));
        }
        let stage = parent.join(format!(".{name}.tickmark-package"));
        let is_archive = is_archive(target);
        check_target(target, is_archive)?;
        clear(&stage)?;
        if is_archive {
            let file = File::create_new(&stage).map_err(|source| io_failure("write", &stage, source))?;
            let writer = ArchiveWriter::begin(BufWriter::with_capacity(1 << 20, file), top);
            return Ok(Self::Archive { target: target.to_owned(), stage, writer: Some(Box::new(writer)) });
        }
        fs::create_dir(&stage).map_err(|source| io_failure("write", &stage, source))?;
        Ok(Self::Folder { target: target.to_owned(), stage })
    }

    /// Takes one file; files come in the order of their paths.
    pub(super) fn take(&mut self, delivery: &Delivery<'_>) -> Result<(), Failure> {
        let bytes = delivery.held().map_err(|source| io_failure("read", Path::new(delivery.path), source))?;
        match self {
            Self::Folder { stage, .. } => {
                let path = stage.join(delivery.path);
                let folder = path.parent().unwrap_or(stage);
                fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes)).map_err(|source| io_failure("write", &path, source))
            }
            Self::Archive { writer, target, .. } => {
                let Some(writer) = writer else { return Ok(()) };
                let add = writer.add(delivery.path, delivery.size, &mut |sink| sink.write_all(&bytes));
                add.map_err(|source| io_failure("write", target, source))
            }
        }
    }

    /// Puts the package in its place.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        match &mut self {
            Self::Folder { target, stage } => {
                let old = stage.with_extension("tickmark-package-old");
                clear(&old)?;
                let stood = fs::symlink_metadata(&*target).is_ok();
                if stood {
                    fs::rename(&*target, &old).map_err(|source| io_failure("write", target, source))?;
                }
                if let Err(source) = fs::rename(&*stage, &*target) {
                    if stood {
                        let _ = fs::rename(&old, &*target);
                    }
                    return Err(io_failure("write", target, source));
                }
                clear(&old)
            }
            Self::Archive { target, stage, writer } => {
                let failed = |source| io_failure("write", target, source);
                if let Some(writer) = writer.take() {
                    let file =
                        writer.finish().and_then(|sink| sink.into_inner().map_err(io::IntoInnerError::into_error)).map_err(failed)?;
                    file.sync_all().map_err(failed)?;
                }
                fs::rename(&*stage, &*target).map_err(failed)
            }
        }
    }
}

impl Drop for PackageOutput {
    fn drop(&mut self) {
        // Left behind where it cannot be removed; the next run clears it away.
        let (Self::Folder { stage, .. } | Self::Archive { stage, .. }) = self;
        let _ = clear(stage);
    }
}

/// Whether a path asks for one file.
pub(super) fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Refuses a place where something else stands.
fn check_target(target: &Path, is_archive: bool) -> Result<(), Failure> {
    let refused = |reason| Err(Failure::BadOutput { path: target.display().to_string(), reason });
    let Ok(metadata) = fs::symlink_metadata(target) else {
        return Ok(());
    };
    if metadata.is_symlink() {
        return refused("is a symbolic link");
    }
    if is_archive {
        let is_package = metadata.is_file() && open_archive_file(target).is_ok_and(|archive| holds_package(&archive));
        return if is_package { Ok(()) } else { refused("is there already, and is no evidence package") };
    }
    if !metadata.is_dir() {
        return refused("is a file");
    }
    let is_empty = fs::read_dir(target).map_err(|source| io_failure("read", target, source))?.next().is_none();
    let is_package = SealedFolder::open(target).is_ok_and(|folder| read_description(&folder).is_some());
    if is_empty || is_package { Ok(()) } else { refused("holds something else than an evidence package") }
}

/// Whether an archive holds a package, in a folder or at its root.
fn holds_package(archive: &ArchiveFile) -> bool {
    let top = top_folder(archive).ok().flatten().unwrap_or_default();
    let files: &dyn SealedFiles = &Below::new(archive, &top);
    read_description(files).is_some()
}

fn clear(path: &Path) -> Result<(), Failure> {
    let cleared = match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(_) => Ok(()),
    };
    cleared.map_err(|source| io_failure("remove", path, source))
}

fn io_failure(action: &'static str, path: &Path, source: io::Error) -> Failure {
    Failure::Io { action, path: path.display().to_string(), source }
}
