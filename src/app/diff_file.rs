//! Compares two versions of one file, as git hands them to an external diff program.

use std::path::Path;

use super::built_report::SETTINGS;
use super::disk::read_file;
use crate::catalog::{Catalog, link_part};
use crate::diag::Failure;
use crate::diff::{Comparison, compare};
use crate::history::differing_lines;
use crate::source::{MemoryWorkspace, read_project};

/// What came of comparing two versions of a file.
#[derive(Debug)]
pub enum FileDifference {
    /// Both are records, or one is and the other is not there.
    Record(Comparison),
    /// One of them is no record that can be read: the lines that differ, as git shows them.
    Lines(String),
}

/// Compares two versions of the file at `path` of a repository; a version that does not exist is empty or `/dev/null`.
///
/// Fails where a version cannot be read from disk.
pub fn diff_file(path: &str, before: &Path, after: &Path) -> Result<FileDifference, Failure> {
    let (one, two) = (version(before)?, version(after)?);
    let found = in_project(path).and_then(|path| Some((catalog(path, &one)?, catalog(path, &two)?)));
    Ok(match found {
        Some((one, two)) => FileDifference::Record(compare(&one, &two)),
        None => FileDifference::Lines(differing_lines(&one, &two)),
    })
}

fn version(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("/dev/null") || path == Path::new("nul") { Ok(Vec::new()) } else { read_file(path) }
}

/// The path below the project: from the first folder on that every project has. Only records can be understood on their own.
fn in_project(path: &str) -> Option<&str> {
    let starts = std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at + 1));
    let inside = starts.map(|at| &path[at..]).find(|rest| rest.starts_with("metrics/") || rest.starts_with("content/"))?;
    (!inside.starts_with("metrics/snapshots/")).then_some(inside)
}

/// A project of one record, or of none; `None` where the record cannot be read, or is no record.
fn catalog(path: &str, bytes: &[u8]) -> Option<Catalog> {
    let settings = MemoryWorkspace::new().with("tickmark.yaml", SETTINGS);
    let is_there = !bytes.is_empty();
    let workspace = if is_there { settings.with(path, bytes) } else { settings };
    let catalog = link_part(read_project(&workspace).project?);
    (!is_there || catalog.records().len() == 1).then_some(catalog)
}
