//! What a folder may hold that a report is going to replace: an earlier report, and nothing of anybody else.
//!
//! An earlier report is known by its own list of files. Whatever that list does not name is somebody else's and stays.

use std::io;
use std::path::Path;

use crate::seal::{MANIFEST, Manifest, OF_REPOSITORY, PROVENANCE, SealFile, SealedFiles, is_of_seal, seal_file};
use crate::source::EntryKind;

/// The figures, which every report has.
const FIGURES: &str = "data/figures.csv";
/// How that file begins, whatever the theme.
const MARK: &[u8] = b"page,anchor,metric,version,period,segment,";
/// Endings of the files that reports had before they had lists.
const ENDINGS: [&str; 9] = ["html", "css", "js", "csv", "json", "svg", "txt", "woff2", "png"];

/// What stands in an output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Contents {
    /// A report, or nothing.
    Ours {
        /// How many signatures it bears.
        signatures: usize,
    },
    /// Files of somebody else, by path.
    Foreign(Vec<String>),
}

/// Says whether all that stands in a folder may be replaced.
pub(super) fn contents(folder: &dyn SealedFiles) -> io::Result<Contents> {
    let entries = folder.entries()?;
    let is_file = |kind: &EntryKind| matches!(kind, EntryKind::File(_));
    let list = match entries.get(MANIFEST) {
        Some(kind) if is_file(kind) => Some(Manifest::parse(&folder.read(MANIFEST)?)),
        _ => None,
    };
    let list = match list {
        // A list that is none of ours says that the folder is none of ours.
        Some(Err(_)) => return Ok(Contents::Foreign(vec![MANIFEST.to_owned()])),
        Some(Ok(list)) if list.digest(PROVENANCE).is_none() || list.digest(FIGURES).is_none() => {
            return Ok(Contents::Foreign(vec![MANIFEST.to_owned()]));
        }
        Some(Ok(list)) => Some(list),
        None => None,
    };
    let is_ours = |path: &str, kind: &EntryKind| match (&list, kind) {
        (Some(list), EntryKind::Folder) => list.digest(path).is_none() && !is_of_seal(path),
        (None, EntryKind::Folder) => true,
        (_, kind) if !is_file(kind) => false,
        _ if OF_REPOSITORY.contains(&path) => true,
        (Some(list), _) => list.digest(path).is_some() || is_of_seal(path),
        (None, _) => Path::new(path).extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)),
    };
    let foreign: Vec<String> = entries.iter().filter(|(path, kind)| !is_ours(path, kind)).map(|(path, _)| path.clone()).collect();
    if !foreign.is_empty() {
        return Ok(Contents::Foreign(foreign));
    }
    let files = || entries.iter().filter(|(path, kind)| is_file(kind) && !OF_REPOSITORY.contains(&path.as_str())).map(|(path, _)| path);
    let unproven = list.is_none() && files().next().is_some();
    if unproven && !(entries.contains_key(FIGURES) && folder.read(FIGURES)?.starts_with(MARK)) {
        return Ok(Contents::Foreign(files().cloned().collect()));
    }
    let signatures = files().filter(|path| matches!(seal_file(path), Some(SealFile::Signature(_)))).count();
    Ok(Contents::Ours { signatures })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::seal::{MemoryReport, Sha256Digest};

    /// A report with a list of its files.
    fn report(others: &[&str]) -> MemoryReport {
        let listed = [("index.html", ""), (FIGURES, "page,anchor,metric,version,period,segment,value\n"), (PROVENANCE, "{}")];
        let digests = listed.iter().map(|(path, text)| ((*path).to_owned(), Sha256Digest::of(text.as_bytes()))).collect();
        let list = Manifest::new(digests).expect("paths of a report").text();
        let mut files: BTreeMap<String, Vec<u8>> =
            listed.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        files.insert(MANIFEST.to_owned(), list.into_bytes());
        files.extend(others.iter().map(|path| ((*path).to_owned(), Vec::new())));
        MemoryReport(files)
    }

    fn foreign(report: &MemoryReport) -> Vec<String> {
        match contents(report).expect("memory") {
            Contents::Foreign(paths) => paths,
            Contents::Ours { .. } => Vec::new(),
        }
    }

    #[test]
    fn report_with_its_seals_and_the_files_of_the_repository_is_ours() {
        let seals = ["manifest-sha256.txt.sig", "manifest-sha256.txt.sig.tsr", "manifest-sha256.txt.2.sig", ".gitignore"];
        assert_eq!(contents(&report(&seals)).expect("memory"), Contents::Ours { signatures: 2 });
        assert_eq!(contents(&MemoryReport::default()).expect("memory"), Contents::Ours { signatures: 0 });
    }

    #[test]
    fn whatever_the_list_does_not_name_is_foreign_also_with_an_ending_that_reports_have() {
        let others = ["notes.html", "data/budget.csv", "deep/.gitignore", "manifest-sha256.txt.02.sig", "data/manifest-sha256.txt.sig"];
        let mut sorted = others.to_vec();
        sorted.sort_unstable();
        assert_eq!(foreign(&report(&others)), sorted);
    }

    #[test]
    fn files_that_are_missing_make_nothing_foreign() {
        let mut half = report(&[]);
        half.0.remove("index.html");
        half.0.remove(FIGURES);
        assert_eq!(foreign(&half), [""; 0]);
    }

    #[test]
    fn list_of_something_else_makes_the_folder_foreign() {
        let mut other = report(&[]);
        other.0.insert(MANIFEST.to_owned(), format!("{}  index.html\n", Sha256Digest::of(b"")).into_bytes());
        assert_eq!(foreign(&other), [MANIFEST]);
        other.0.insert(MANIFEST.to_owned(), b"my own list".to_vec());
        assert_eq!(foreign(&other), [MANIFEST]);
    }

    #[test]
    fn report_from_before_there_were_lists_is_known_by_its_figures_and_endings() {
        let mut old = report(&["notes.txt"]);
        old.0.remove(MANIFEST);
        assert_eq!(foreign(&old), [""; 0]);
        old.0.insert("letter.docx".to_owned(), Vec::new());
        assert_eq!(foreign(&old), ["letter.docx"]);
        old.0.remove("letter.docx");
        old.0.insert(FIGURES.to_owned(), b"something else".to_vec());
        assert_eq!(foreign(&old).len(), 4);
    }
}
