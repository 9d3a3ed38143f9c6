//! From what state of the records the report was made: check I04.

use super::fault::{Fault, FaultName};
use crate::seal::{PROVENANCE, Provenance};

/// What is to be said against the source that a report names.
pub(super) fn hold(provenance: &Provenance) -> Vec<Fault> {
    let fault = |name, message: &str| Fault::new(name, PROVENANCE, message);
    let Some(source) = &provenance.source else {
        return vec![fault(
            FaultName::NoCommit,
            "the report was made from no commit, so that nobody can look at the records behind it as they were",
        )];
    };
    let mut faults = Vec::new();
    if source.commit.is_empty() || source.tree.is_empty() {
        faults.push(fault(FaultName::NoCommit, "the provenance names no commit"));
    }
    if !source.clean {
        let message = "files of the project were in no commit when the report was made, so that the commit does not hold everything behind the figures";
        faults.push(fault(FaultName::SourceNotClean, message));
    }
    if source.shallow {
        faults.push(fault(
            FaultName::HistoryCut,
            "the history was cut off when the repository was fetched, so that older changes are not told",
        ));
    }
    if source.grafted {
        faults.push(fault(
            FaultName::HistoryCut,
            "the repository gave commits other parents than they name, so that the history told is not the one signed",
        ));
    }
    faults
}
