//! A report that was built before, read as the project that it was built from, as far as it carries it.
//!
//! A report holds the fields of every record as JSON. It holds neither settings nor releases in the form in which they were written, so
//! that a project read from it has no results and settings of its own.

use std::path::Path;

use serde_json::{Map, Value};

use super::disk::files_below;
use crate::diag::Failure;
use crate::source::MemoryWorkspace;

/// Settings that stand in for those which a report does not carry; none of them is compared.
pub(super) const SETTINGS: &str = "title: Report\norganisation: Unknown\ntimezone: UTC\nprofile: essential\n";

/// Reads the records of a report.
///
/// Fails when a file of its records cannot be read or is none.
pub(super) fn read_report(folder: &Path) -> Result<MemoryWorkspace, Failure> {
    let mut workspace = MemoryWorkspace::new().with("tickmark.yaml", SETTINGS);
    for (path, bytes) in files_below(&folder.join("data/records"))? {
        let (at, text) = record(&bytes).ok_or_else(|| Failure::Revision {
            message: format!("`{}` is no record of a report", path.display()),
            help: Some("build the report again from its commit, or compare with the commit itself".to_owned()),
        })?;
        workspace = workspace.with(&at, text);
    }
    Ok(workspace)
}

/// The path of a record, and its fields: JSON is YAML.
fn record(bytes: &[u8]) -> Option<(String, String)> {
    let value: Map<String, Value> = serde_json::from_slice(bytes).ok()?;
    let path = value.get("path")?.as_str()?;
    let path = path.strip_suffix(".md").map_or_else(|| path.to_owned(), |stem| format!("{stem}.yaml"));
    let fields = value.get("record")?.as_object()?;
    // One line for each field of the record, so that its place can be told.
    let lines: Option<Vec<String>> =
        fields.iter().map(|(key, value)| Some(format!("{key}: {}\n", serde_json::to_string(value).ok()?))).collect();
    Some((path, lines?.concat()))
}
