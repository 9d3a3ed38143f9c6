//! The output folder: written beside its place, and put there whole.
//!
//! A report is written into a new folder next to the output folder and swapped in when it is complete. Whatever happens
//! before that, the previous report stays as it is.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the output folder")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::entries_below;
use super::sink::{Pieces, Sink};
use crate::diag::Failure;
use crate::source::EntryKind;

/// Files of the output folder that belong to the repository and not to the report.
const KEPT: [&str; 2] = [".gitignore", ".gitkeep"];
/// Endings of the files that a report may hold.
const ENDINGS: [&str; 9] = ["html", "css", "js", "csv", "json", "svg", "txt", "woff2", "png"];

/// A report that is being written.
#[derive(Debug)]
pub(super) struct Staging {
    target: PathBuf,
    stage: PathBuf,
    // Held so that another run can tell a folder in use from one that was left behind.
    lock: Option<File>,
}

impl Staging {
    /// Looks at the output folder and makes the folder beside it.
    pub(super) fn begin(project: &Path, target: &Path) -> Result<Self, Failure> {
        let target = project.join(target);
        check_place(project, &target)?;
        check_contents(&target)?;
        let bad = |reason| Failure::BadOutput { path: target.display().to_string(), reason };
        let name = target.file_name().ok_or_else(|| bad("has no name"))?.to_string_lossy().into_owned();
        let parent = target.parent().ok_or_else(|| bad("has no folder around it"))?;
        let stage = parent.join(format!(".{name}.tickmark-new"));
        let lock = claim(&stage, &target)?;
        Ok(Self { target, stage, lock: Some(lock) })
    }

    /// Puts the report in its place; from one moment to the next, where the system can.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let swap = || -> Result<(), Failure> {
            if fs::symlink_metadata(&self.target).is_err() {
                return fs::rename(&self.stage, &self.target).map_err(|source| failed("write", &self.target, source));
            }
            for name in KEPT {
                let old = self.target.join(name);
                if old.is_file() {
                    fs::copy(&old, self.stage.join(name)).map_err(|source| failed("read", &old, source))?;
                }
            }
            exchange(&self.stage, &self.target)
        };
        let outcome = swap();
        self.lock = None;
        outcome
        // What is now beside the output folder is the previous report, and goes when `self` does.
    }
}

impl Sink for Staging {
    fn make_folders(&self, folders: &BTreeSet<&str>) -> Result<(), Failure> {
        folders.iter().try_for_each(|folder| {
            let path = self.stage.join(folder);
            fs::create_dir_all(&path).map_err(|source| failed("write", &path, source))
        })
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.stage.join(path);
        fs::write(&path, bytes).map_err(|source| failed("write", &path, source))
    }

    fn stream(&self, path: &str, pieces: Pieces<'_>) -> Result<u64, Failure> {
        let path = self.stage.join(path);
        let failed = |source| failed("write", &path, source);
        let mut file = io::BufWriter::with_capacity(1 << 20, File::create(&path).map_err(failed)?);
        pieces(&mut file).map_err(failed)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        Ok(file.metadata().map_err(failed)?.len())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.lock = None;
        // Left behind where it cannot be removed; the next run takes it over.
        let _ = fs::remove_dir_all(&self.stage);
    }
}

fn failed(action: &'static str, path: &Path, source: io::Error) -> Failure {
    Failure::Io { action, path: path.display().to_string(), source }
}

/// Refuses places where a report would take the place of something else.
fn check_place(project: &Path, target: &Path) -> Result<(), Failure> {
    let refuse = |reason| Err(Failure::BadOutput { path: target.display().to_string(), reason });
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(parent) = fs::canonicalize(parent) else {
        return refuse("lies in a folder that does not exist");
    };
    let Some(name) = target.file_name() else {
        return refuse("has no name of its own");
    };
    let real = parent.join(name);
    let project = fs::canonicalize(project).map_err(|source| failed("read", project, source))?;
    if project.starts_with(&real) {
        return refuse("holds the project itself");
    }
    let inside = ["metrics", "content", "themes", "src", ".git"].iter().any(|folder| real.starts_with(project.join(folder)));
    if inside {
        return refuse("lies among the files of the project");
    }
    match fs::symlink_metadata(target) {
        Ok(metadata) if metadata.is_symlink() => refuse("is a symbolic link"),
        Ok(metadata) if !metadata.is_dir() => refuse("is a file"),
        _ => Ok(()),
    }
}

/// Refuses an output folder that holds anything but a report.
fn check_contents(target: &Path) -> Result<(), Failure> {
    if fs::symlink_metadata(target).is_err() {
        return Ok(());
    }
    let mut files = Vec::new();
    for (path, kind) in entries_below(target)? {
        let kept = path.parent() == Some(target) && path.file_name().is_some_and(|name| KEPT.iter().any(|kept| name == *kept));
        if kept || kind == EntryKind::Folder {
            continue;
        }
        let known = path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known));
        if !known || !matches!(kind, EntryKind::File(_)) {
            return Err(Failure::ForeignOutput { path: path.display().to_string() });
        }
        files.push(path);
    }
    let Some(first) = files.first() else {
        return Ok(());
    };
    let is_report = fs::read(target.join("data/figures.csv")).is_ok_and(|bytes| bytes.starts_with(MARK));
    if is_report { Ok(()) } else { Err(Failure::ForeignOutput { path: first.display().to_string() }) }
}

/// How the file of figures of every report begins, whatever its theme.
const MARK: &[u8] = b"page,anchor,metric,version,period,segment,";

fn claim(stage: &Path, target: &Path) -> Result<File, Failure> {
    let busy = || Failure::BadOutput { path: target.display().to_string(), reason: "is being written by another run" };
    if stage.is_dir() {
        let left = File::open(stage).map_err(|source| failed("read", stage, source))?;
        left.try_lock().map_err(|_| busy())?;
        fs::remove_dir_all(stage).map_err(|source| failed("remove", stage, source))?;
    }
    fs::create_dir(stage).map_err(|source| failed("write", stage, source))?;
    let lock = File::open(stage).map_err(|source| failed("read", stage, source))?;
    lock.try_lock().map_err(|_| busy())?;
    Ok(lock)
}

/// Swaps two folders.
fn exchange(stage: &Path, target: &Path) -> Result<(), Failure> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, stage, CWD, target, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    // Not every file system can exchange; two renames leave a moment without a report, and never half of one.
    let old = stage.with_extension("tickmark-old");
    fs::rename(target, &old).map_err(|source| failed("write", target, source))?;
    if let Err(source) = fs::rename(stage, target) {
        let _ = fs::rename(&old, target);
        return Err(failed("write", target, source));
    }
    fs::rename(&old, stage).map_err(|source| failed("remove", &old, source))
}
