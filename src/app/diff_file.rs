//! Compares two versions of one file, as git hands them to an external diff program.

use std::path::Path;
use std::sync::Arc;

use super::built_report::SETTINGS;
use super::disk::read_file;
use crate::diag::Failure;
use crate::diff::{RecordChange, compare_record};
use crate::history::differing_lines;
use crate::source::{MemoryWorkspace, Record, read_project};

/// What came of comparing two versions of a file.
#[derive(Debug)]
pub enum FileDifference {
    /// Both are records, or one is and the other is not there; nothing where they say the same.
    Record(Option<Box<RecordChange>>),
    /// One of them is no record that can be read: the lines that differ, as git shows them.
    Lines(String),
}

/// Compares two versions of the file at `path` of a repository; a version that does not exist is empty or `/dev/null`.
///
/// Fails where a version cannot be read from disk.
pub fn diff_file(path: &str, before: &Path, after: &Path) -> Result<FileDifference, Failure> {
    let (one, two) = (version(before)?, version(after)?);
    let read = |bytes: &[u8]| in_project(path).map_or(Version::Unreadable, |path| record(path, bytes));
    Ok(match (read(&one), read(&two)) {
        (Version::Unreadable, _) | (_, Version::Unreadable) => FileDifference::Lines(differing_lines(&one, &two)),
        (one, two) => FileDifference::Record(compare_record(one.record(), two.record()).map(Box::new)),
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

/// One version of a file.
enum Version {
    Nothing,
    Record(Arc<Record>),
    /// It cannot be read, or is no record.
    Unreadable,
}

impl Version {
    const fn record(&self) -> Option<&Arc<Record>> {
        if let Self::Record(record) = self { Some(record) } else { None }
    }
}

fn record(path: &str, bytes: &[u8]) -> Version {
    if bytes.is_empty() {
        return Version::Nothing;
    }
    let workspace = MemoryWorkspace::new().with("tickmark.yaml", SETTINGS).with(path, bytes);
    let read = read_project(&workspace).project.and_then(|mut project| project.records.pop());
    read.map_or(Version::Unreadable, Version::Record)
}
