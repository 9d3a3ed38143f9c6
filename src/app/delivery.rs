//! What is handed over besides standard output: a file that was asked for, and the summary of a step in continuous integration.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to what a comparison leaves behind")]

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diag::Failure;

/// Writes a file; one that is there is replaced.
pub fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|source| Failure::Io { action: "write", path: path.display().to_string(), source })
}

/// Writes files into a folder, which is made where it is missing; those of the same names are replaced.
pub fn write_files(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| Failure::Io { action: "make", path: folder.display().to_string(), source })?;
    files.iter().try_for_each(|(name, text)| write_file(&folder.join(name), text))
}

/// Appends to the summary of the step, where `GITHUB_STEP_SUMMARY` names its file.
pub fn append_to_step_summary(text: &str) -> Result<(), Failure> {
    let named: Option<OsString> = std::env::var_os("GITHUB_STEP_SUMMARY");
    let Some(path) = named.filter(|name| !name.is_empty()).map(PathBuf::from) else {
        return Ok(());
    };
    let failed = |source| Failure::Io { action: "write", path: path.display().to_string(), source };
    let mut file = OpenOptions::new().append(true).create(true).open(&path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
