//! Files of source data that stand in the project: measured while the project is read, so that nothing later opens a file.
//!
//! Only their digest and their number of records are kept. A path that leaves these parts of the project, or goes through
//! a link, is never opened.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::bytes::MAX_TABLE;
use super::read_before::{Kept, KeptFile};
use super::release::ReleaseRecord;
use super::workspace::{EntryKind, Workspace};
use crate::diag::Findings;

/// What was found where a release says that a file of source data stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtractFile {
    /// The file was read.
    Measured {
        /// SHA-256 of its bytes, in hexadecimal digits.
        sha256: String,
        /// Number of records below the heading, for a file of comma-separated values.
        rows: Option<u64>,
    },
    /// Nothing stands there.
    Missing,
    /// It was not read, and why: lower case, no full stop.
    Unread(&'static str),
}

/// Measures each file that a release names, once.
pub(super) fn measure_extracts(
    workspace: &dyn Workspace,
    releases: &[ReleaseRecord],
    before: &mut Kept<ExtractFile>,
) -> BTreeMap<String, ExtractFile> {
    let paths: BTreeSet<&String> =
        releases.iter().flat_map(|release| &release.release.extracts).filter_map(|extract| extract.file.as_ref()).collect();
    let mut measured = BTreeMap::new();
    for path in paths {
        let stamp = workspace.stamp(path);
        let kept = before.get(path).filter(|kept| stamp == Some(kept.stamp)).and_then(|kept| kept.outcome.clone());
        let file = kept.unwrap_or_else(|| measure(workspace, path));
        if let Some(stamp) = workspace.stamp(path) {
            before.insert(path.clone(), KeptFile { stamp, outcome: Some(file.clone()), findings: Findings::new() });
        }
        measured.insert(path.clone(), file);
    }
    before.retain(|path, _| measured.contains_key(path));
    measured
}

fn measure(workspace: &dyn Workspace, path: &str) -> ExtractFile {
    if !is_inside(path) {
        return ExtractFile::Unread("it does not stand below `extracts`, `metrics` or `content`");
    }
    match workspace.look(path) {
        None => ExtractFile::Missing,
        Some(EntryKind::File(size)) if size > MAX_TABLE => ExtractFile::Unread("it is larger than any file that is read"),
        Some(EntryKind::File(_)) => match workspace.read(path) {
            Ok(bytes) => ExtractFile::Measured { sha256: digest(&bytes), rows: records(path, &bytes) },
            Err(_) => ExtractFile::Unread("it could not be read"),
        },
        Some(EntryKind::Link) => ExtractFile::Unread("it stands behind a symbolic link, which is not followed"),
        Some(EntryKind::Folder | EntryKind::Other) => ExtractFile::Unread("it is no ordinary file"),
        Some(EntryKind::Unreadable(_)) => ExtractFile::Unread("it could not be read"),
    }
}

/// The parts of a project in which files of source data may stand.
const PARTS: [&str; 3] = ["content", "extracts", "metrics"];

/// Whether a path names something in these parts, on every system.
fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']) && !part.chars().any(char::is_control);
    path.split_once('/').is_some_and(|(top, _)| PARTS.contains(&top)) && path.split('/').all(is_plain)
}

fn digest(bytes: &[u8]) -> String {
    let halves = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

/// The records of a file of comma-separated values: its lines below the heading, where a line break inside quotes ends none.
fn records(path: &str, bytes: &[u8]) -> Option<u64> {
    if !path.to_ascii_lowercase().ends_with(".csv") {
        return None;
    }
    let (mut lines, mut quoted, mut filled) = (0_u64, false, false);
    for byte in bytes {
        match byte {
            b'\n' if !quoted => {
                lines += u64::from(filled);
                filled = false;
            }
            b'\r' if !quoted => {}
            byte => {
                quoted ^= *byte == b'"';
                filled = true;
            }
        }
    }
    (lines + u64::from(filled)).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::MemoryWorkspace;

    fn measured(path: &str, text: &str) -> ExtractFile {
        measure(&MemoryWorkspace::new().with("extracts/a.csv", text).with("extracts/a.json", text), path)
    }

    #[test]
    fn a_file_has_the_digest_of_its_bytes_and_the_records_below_its_heading() {
        let sha256 = "00ad2cdf9a245c92f8f13a19fe3115455059da4822f723539c59f9c81d737431".to_owned();
        let found = measured("extracts/a.csv", "a,b\n1,\"x\ny\"\n\n2,z");
        assert_eq!(found, ExtractFile::Measured { sha256, rows: Some(2) });
    }

    #[test]
    fn records_are_counted_in_comma_separated_values_only() {
        assert!(matches!(measured("extracts/a.json", "{}"), ExtractFile::Measured { rows: None, .. }));
    }

    #[test]
    fn what_lies_outside_the_project_is_never_opened() {
        for path in ["../a.csv", "/etc/passwd", "extracts/../../a.csv", "extracts\\a.csv", "c:/a.csv", ".git/config", "extracts//a.csv", ""]
        {
            assert!(matches!(measured(path, "a\n"), ExtractFile::Unread(_)), "{path}");
        }
    }

    #[test]
    fn a_file_behind_a_link_is_not_read() {
        let workspace = MemoryWorkspace::new().with_entry("extracts", EntryKind::Link).with("extracts/a.csv", "a\n1\n");
        assert!(matches!(measure(&workspace, "extracts/a.csv"), ExtractFile::Unread(_)));
    }

    #[test]
    fn a_file_that_is_not_there_is_missing() {
        assert_eq!(measured("extracts/b.csv", "a\n"), ExtractFile::Missing);
    }
}
