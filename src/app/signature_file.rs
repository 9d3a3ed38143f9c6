//! The file of a signature, put beside what it signs: whole or not at all.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the signatures of a report")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use crate::diag::Failure;

/// The name of a signature until it is whole.
const HALF: &str = ".manifest-sha256.txt.tickmark-new";

/// Clears away what a run left behind that was killed while it wrote.
pub(super) fn clear(folder: &Path) -> Result<(), Failure> {
    let half = folder.join(HALF);
    match fs::remove_file(&half) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Failure::Io { action: "remove", path: half.display().to_string(), source })
        }
        _ => Ok(()),
    }
}

/// Writes a new file into a folder; no other file is touched, and none is replaced.
pub(super) fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let (place, half) = (folder.join(name), folder.join(HALF));
    let failed = |source| Failure::Io { action: "write", path: place.display().to_string(), source };
    let outcome = written(&half, bytes).and_then(|()| put(&half, &place));
    if outcome.is_err() {
        let _ = fs::remove_file(&half);
    }
    outcome.map_err(failed)?;
    // The name is on the disk once the folder is; where a system cannot say so the file is there all the same.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn written(half: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(half)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives a file its name, unless another file bears it already.
fn put(half: &Path, place: &Path) -> io::Result<()> {
    match fs::hard_link(half, place) {
        Ok(()) => fs::remove_file(half),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Not every file system knows a second name for a file.
        Err(_) if fs::symlink_metadata(place).is_ok() => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        Err(_) => fs::rename(half, place),
    }
}
