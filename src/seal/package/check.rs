//! Whether a report or a package that was handed over hangs together: every record and release against what the report says it was made from.

use std::collections::BTreeMap;
use std::fmt;
use std::io;

use super::places::{json_path, packed_path, project_path};
use super::plan::PackageDescription;
use super::{DESCRIPTION, REPORT_FOLDER};
use crate::seal::{Below, MANIFEST, Manifest, OF_REPOSITORY, PROVENANCE, SealedFiles, Sha256Digest, Statement, is_of_seal};
use crate::source::EntryKind;

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackageFault {
    /// The file, by its path in what was handed over.
    pub path: String,
    /// What is wrong, by its name.
    pub name: &'static str,
    /// The same in words.
    pub says: String,
}

impl fmt::Display for PackageFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` {}", self.path, self.says)
    }
}

fn fault(path: &str, name: &'static str, says: &str) -> PackageFault {
    PackageFault { path: path.to_owned(), name, says: says.to_owned() }
}

/// Holds the files of a report against its list; empty where all are there, as they were, and no other.
///
/// Fails when it cannot be listed.
pub fn check_report_files(report: &dyn SealedFiles, manifest: &Manifest) -> io::Result<Vec<PackageFault>> {
    let entries = report.entries()?;
    let mut faults = Vec::new();
    for (path, digest) in manifest.files() {
        match entries.get(path) {
            Some(EntryKind::File(_)) if report.digest(path).is_ok_and(|found| found == *digest) => {}
            Some(EntryKind::File(_)) => faults.push(fault(path, "file-changed", "has other bytes than the report lists")),
            Some(_) => faults.push(fault(path, "not-a-file", "is listed and no file")),
            None => faults.push(fault(path, "file-missing", "is listed and not there")),
        }
    }
    for (path, kind) in &entries {
        let unlisted = *kind != EntryKind::Folder && manifest.digest(path).is_none();
        let is_file = matches!(kind, EntryKind::File(_));
        let may_be = is_file && (is_of_seal(path) || OF_REPOSITORY.contains(&path.as_str()));
        if unlisted && !may_be {
            faults.push(fault(path, "file-added", "is there and not listed"));
        }
    }
    faults.sort();
    Ok(faults)
}

/// What a package says of itself; nothing where it is none.
#[must_use]
pub fn read_description(files: &dyn SealedFiles) -> Option<PackageDescription> {
    serde_json::from_slice(&files.read(DESCRIPTION).ok()?).ok()
}

/// Holds the records, results and settings of a package against the report inside: their digests, and that none is missing which the package
/// does not say it leaves out.
///
/// The report and the lists of the bag are for others to check. Fails when the package cannot be listed, or its report names nothing.
pub fn check_package(files: &dyn SealedFiles) -> io::Result<Vec<PackageFault>> {
    let invalid = |what: &str, why: &dyn fmt::Display| io::Error::new(io::ErrorKind::InvalidData, format!("{what}: {why}"));
    let report = Below::new(files, REPORT_FOLDER);
    let statement = Statement::parse(&report.read(PROVENANCE)?).map_err(|error| invalid(PROVENANCE, &error))?;
    let manifest = Manifest::parse(&report.read(MANIFEST)?).map_err(|error| invalid(MANIFEST, &error))?;
    let Some(description) = read_description(files) else {
        return Ok(vec![fault(DESCRIPTION, "package-description-malformed", "is missing, or says nothing that can be read")]);
    };
    let mut faults = Vec::new();
    if Sha256Digest::of(&report.read(MANIFEST)?) != description.report_manifest_sha256 {
        faults.push(fault(DESCRIPTION, "package-of-other-report", "names another report than the one in the package"));
    }
    let signers = description.signers_path.as_str();
    let inputs = statement.predicate.inputs.iter();
    let expected: BTreeMap<String, Sha256Digest> =
        inputs.filter_map(|input| Some((packed_path(&input.path, signers)?, input.sha256))).collect();
    let entries = files.entries()?;
    for (path, digest) in &expected {
        match entries.get(path) {
            Some(EntryKind::File(_)) if files.digest(path).is_ok_and(|found| found == *digest) => {}
            Some(_) => faults.push(fault(path, "record-changed", "is not the file from which the report was made")),
            None if description.whole => faults.push(fault(path, "record-missing", "was read for the report and is not in the package")),
            None => {}
        }
    }
    let written = |kind: &EntryKind| *kind != EntryKind::Folder;
    for path in entries.iter().filter(|(_, kind)| written(kind)).map(|(path, _)| path) {
        if project_path(path).is_some() && !expected.contains_key(path) {
            faults.push(fault(path, "record-added", "is no file from which the report was made"));
        }
    }
    for (path, listed) in json_of_records(files, &entries)? {
        if listed.is_none_or(|listed| manifest.digest(&listed.0) != Some(listed.1)) {
            faults.push(fault(&path, "record-data-changed", "is not what the report says of the record"));
        }
    }
    faults.sort();
    Ok(faults)
}

/// Where the report has a file, and the digest of the copy.
type Copy = Option<(String, Sha256Digest)>;

/// The JSON of each record, with the path at which the report has the same.
fn json_of_records(files: &dyn SealedFiles, entries: &BTreeMap<String, EntryKind>) -> io::Result<Vec<(String, Copy)>> {
    let mut found = Vec::new();
    for path in entries.keys().filter(|path| path.starts_with("data/records/") && project_path(path).is_none()) {
        let bytes = files.read(path)?;
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
        let part = |name: &str| value.get(name).and_then(serde_json::Value::as_str);
        let is_beside = part("path").is_some_and(|record| json_path(record) == *path);
        let at = part("kind").zip(part("id")).filter(|_| is_beside).map(|(kind, id)| format!("data/records/{kind}/{id}.json"));
        found.push((path.clone(), at.map(|at| (at, Sha256Digest::of(&bytes)))));
    }
    Ok(found)
}
