//! Whether the report comes out again when it is made from its commit: check I05.

use std::collections::BTreeSet;

use super::fault::{Fault, FaultName};
use crate::seal::{Manifest, Tool};

/// Differences that are told one by one.
const TOLD: usize = 50;

/// What came of making a report again.
#[derive(Clone, Debug)]
pub enum Rebuilt {
    /// It was made, by this program.
    Made {
        /// The list of its files.
        manifest: Manifest,
        /// The program that made it.
        tool: Tool,
    },
    /// It could not be made, for this reason.
    Failed(String),
}

/// Holds a report against the one that was made again; `made_by` is the program that the report names.
pub(super) fn hold(manifest: &Manifest, made_by: &Tool, rebuilt: &Rebuilt) -> Vec<Fault> {
    let (again, tool) = match rebuilt {
        Rebuilt::Made { manifest, tool } => (manifest, tool),
        Rebuilt::Failed(reason) => {
            return vec![Fault::new(FaultName::RebuildFailed, "", format!("the report could not be made again from its commit: {reason}"))];
        }
    };
    let paths: BTreeSet<&String> = manifest.files().keys().chain(again.files().keys()).collect();
    let differing: Vec<&String> = paths.into_iter().filter(|path| manifest.digest(path) != again.digest(path)).collect();
    if differing.is_empty() {
        return Vec::new();
    }
    let mut faults = Vec::new();
    if tool != made_by {
        let message = format!(
            "the report was made by another program, so that differences may come from that: make it again with {} of that version",
            made_by.name
        );
        faults.push(Fault::new(FaultName::RebuildDiffers, "", message).values(named(made_by), named(tool)));
    }
    for path in differing.iter().take(TOLD) {
        let message = match (manifest.digest(path), again.digest(path)) {
            (Some(_), None) => "the report has this file, and made again it has not",
            (None, _) => "made again, the report has this file, and the one that was handed over has not",
            _ => "made again, this file comes out with other bytes",
        };
        let digest = |manifest: &Manifest| manifest.digest(path).map_or_else(|| "no file".to_owned(), |digest| digest.to_string());
        faults.push(Fault::new(FaultName::RebuildDiffers, path.as_str(), message).values(digest(again), digest(manifest)));
    }
    if differing.len() > TOLD {
        faults.push(Fault::new(FaultName::RebuildDiffers, "", format!("{} more files come out otherwise", differing.len() - TOLD)));
    }
    faults
}

fn named(tool: &Tool) -> String {
    format!("{} {} from sources {}", tool.name, tool.version, tool.source_sha256)
}
