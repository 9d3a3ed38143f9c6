//! Files that are begun for people to go on with, in a project.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the files that people go on with")]

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};

use crate::diag::Failure;
use crate::source::{EntryKind, Workspace};

use super::DiskWorkspace;

/// Adds files to a project. Nothing is replaced, no link is followed, and what was written is taken back where a later one fails.
pub(super) fn add_to_project(project: &DiskWorkspace, files: &[(String, String)]) -> Result<(), Failure> {
    for (path, _) in files {
        refuse_what_is_there(project, path)?;
    }
    for (position, (path, text)) in files.iter().enumerate() {
        if let Err(failure) = add(project, path, text) {
            for (written, _) in files.iter().take(position) {
                // What cannot be taken back stays; the failure that is told comes first.
                let _ = fs::remove_file(project.folder().join(written));
            }
            return Err(failure);
        }
    }
    Ok(())
}

fn refuse_what_is_there(project: &DiskWorkspace, path: &str) -> Result<(), Failure> {
    let mut part = String::new();
    for name in path.split('/') {
        if !part.is_empty() {
            part.push('/');
        }
        part.push_str(name);
        let is_whole = part == path;
        let reason = match project.look(&part) {
            None => return Ok(()),
            Some(EntryKind::Folder) if !is_whole => continue,
            Some(EntryKind::Link) => "is a symbolic link, which is not followed",
            Some(_) if is_whole => "is there already, and is left as it is",
            Some(_) => "is no folder",
        };
        return Err(Failure::Usage { message: format!("`{part}` {reason}") });
    }
    Ok(())
}

fn add(project: &DiskWorkspace, path: &str, text: &str) -> Result<(), Failure> {
    let place = project.folder().join(path);
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::AlreadyExists => Failure::Usage { message: format!("`{path}` is there already, and is left as it is") },
        _ => Failure::Io { action: "write", path: path.to_owned(), source },
    };
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    // A new file is never one that a link leads to.
    let mut file = OpenOptions::new().write(true).create_new(true).open(&place).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
