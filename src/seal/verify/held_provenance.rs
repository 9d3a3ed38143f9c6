//! The provenance of a report, held against its list of files.

use std::collections::BTreeMap;

use super::fault::{Fault, FaultName};
use crate::seal::names::PROVENANCE;
use crate::seal::{Manifest, SealedFiles, Sha256Digest, Statement};
use crate::source::EntryKind;

/// Bytes of the largest provenance that is read.
const LARGEST: u64 = 1 << 28;

/// Differences that are told one by one.
const TOLD: usize = 20;

/// Reads the provenance, and tells where it and the list disagree.
pub(super) fn read(
    files: &dyn SealedFiles,
    entries: &BTreeMap<String, EntryKind>,
    manifest: Option<&Manifest>,
    faults: &mut Vec<Fault>,
) -> Option<Statement> {
    let malformed = |reason: String| {
        Fault::new(FaultName::ProvenanceMalformed, PROVENANCE, format!("the provenance is not one that the program writes: {reason}"))
    };
    let statement = match entries.get(PROVENANCE) {
        Some(EntryKind::File(size)) if *size > LARGEST => Err(malformed(format!("it has {size} bytes, more than any provenance has"))),
        Some(EntryKind::File(_)) => match files.read(PROVENANCE) {
            Ok(bytes) => Statement::parse(&bytes).map_err(|error| malformed(error.to_string())),
            // Told of among the files.
            Err(_) => return None,
        },
        _ if manifest.is_some_and(|manifest| manifest.digest(PROVENANCE).is_some()) => return None,
        _ => {
            Err(Fault::new(FaultName::ProvenanceMissing, PROVENANCE, "the report does not say from what it was made: it has no provenance"))
        }
    };
    match statement {
        Ok(statement) => {
            if let Some(manifest) = manifest {
                compare(&statement, manifest, faults);
            }
            Some(statement)
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

fn compare(statement: &Statement, manifest: &Manifest, faults: &mut Vec<Fault>) {
    let subjects: BTreeMap<&str, Sha256Digest> =
        statement.subject.iter().map(|subject| (subject.name.as_str(), subject.digest.sha256)).collect();
    let mut differing = Vec::new();
    if subjects.len() != statement.subject.len() {
        differing.push(disagrees("", "the provenance names a file twice"));
    }
    for (path, listed) in manifest.files().iter().filter(|(path, _)| *path != PROVENANCE) {
        match subjects.get(path.as_str()) {
            Some(stated) if stated == listed => {}
            Some(stated) => {
                differing.push(disagrees(path, "the list and the provenance have different digests for the file").values(listed, stated));
            }
            None => differing.push(disagrees(path, "the list has the file, and the provenance does not name it")),
        }
    }
    for path in subjects.keys().filter(|path| manifest.digest(path).is_none()) {
        differing.push(disagrees(path, "the provenance names the file, and the list does not have it"));
    }
    if differing.len() > TOLD {
        let rest = differing.len() - TOLD;
        differing.truncate(TOLD);
        differing.push(disagrees("", &format!("the provenance and the list disagree about {rest} more files")));
    }
    faults.append(&mut differing);
}

fn disagrees(path: &str, message: &str) -> Fault {
    Fault::new(FaultName::ProvenanceDisagrees, path, message)
}
