//! A package around a report: whether it is complete, and whether its records and results are those from which the report was made.
//!
//! No signature covers what stands beside the report. It counts as far as it agrees with the report, which has the digests of all of it.

use super::fault::{Fault, FaultName};
use crate::seal::bag::check_bag;
use crate::seal::package::{REPORT_FOLDER, check_package};
use crate::seal::{SealedFiles, seal_file};

/// What is wrong with a package; what is wrong with the report inside is said by the report itself, whose faults are `known`.
pub(super) fn hold(files: &dyn SealedFiles, known: &[Fault]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let unreadable = |error: std::io::Error| Fault::new(FaultName::FileUnreadable, "", format!("the package cannot be read: {error}"));
    match check_bag(files) {
        Ok(found) => {
            let told = found.into_iter().filter(|fault| !is_told(&fault.path, fault.name, known));
            faults.extend(told.filter_map(|fault| Some(Fault::new(named(fault.name)?, fault.path, fault.says))));
        }
        Err(error) => faults.push(unreadable(error)),
    }
    // Without a list and a provenance there is nothing to hold records against; the report has said so.
    if let Ok(found) = check_package(files) {
        faults.extend(found.into_iter().filter_map(|fault| Some(Fault::new(named(fault.name)?, fault.path, fault.says))));
    }
    faults
}

/// The fault of a name.
fn named(name: &str) -> Option<FaultName> {
    FaultName::ALL.iter().copied().find(|fault| fault.name() == name)
}

/// Whether the report itself has told of a file, or has nothing against it: signatures may be laid beside it at any time.
fn is_told(path: &str, name: &str, known: &[Fault]) -> bool {
    let Some(inside) = path.strip_prefix(REPORT_FOLDER).and_then(|rest| rest.strip_prefix('/')) else {
        // One more file in the report is one more in the package.
        return name == "bag-size-disagrees" && known.iter().any(|fault| !fault.path.is_empty());
    };
    known.iter().any(|fault| fault.path == inside) || (name == "bag-file-added" && seal_file(inside).is_some())
}
