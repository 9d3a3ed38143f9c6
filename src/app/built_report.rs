//! A report or a package that was made before, read as the project that it was made from, as far as it carries it.
//!
//! A report holds the fields of every record as JSON. It holds neither settings nor releases in the form in which they were written, so
//! that a project read from it has no results and settings of its own. A whole package carries the files of the project themselves; a narrowed
//! one is read by the report inside, which is whole.

use std::io;
use std::path::Path;

use serde_json::{Map, Value};

use super::handed_over::{HandedOver, open_handed_over};
use crate::diag::Failure;
use crate::seal::bag::check_bag;
use crate::seal::package::{REPORT_FOLDER, project_path, read_description};
use crate::seal::{Below, SealedFiles};
use crate::source::{EntryKind, MemoryWorkspace};

/// Settings that stand in for those which a report does not carry; none of them is compared.
pub(super) const SETTINGS: &str = "title: Report\norganisation: Unknown\ntimezone: UTC\nprofile: essential\n";

/// A report or a package that was opened to be compared.
pub(super) struct Carried {
    handed: HandedOver,
    /// Whether the files of the whole project are in it.
    pub(super) is_whole: bool,
    /// Whether it is a package, and not a report alone.
    pub(super) is_package: bool,
}

impl Carried {
    /// Opens a report or a package, in a folder or in one file.
    ///
    /// Fails where it cannot be read.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let handed = open_handed_over(path)?;
        let description = read_description(&handed.files());
        let is_whole = description.as_ref().is_some_and(|description| description.whole);
        Ok(Self { handed, is_whole, is_package: description.is_some() })
    }

    /// The project that it carries.
    ///
    /// Fails where it carries none, where a file of it cannot be read, and where a package is not as its lists say.
    pub(super) fn read(&self, path: &Path) -> Result<MemoryWorkspace, Failure> {
        let files = self.handed.files();
        if self.is_package
            && let Some(fault) = check_bag(&files).map_err(|source| failed(path, source))?.first()
        {
            return Err(Failure::Revision {
                message: format!("the package `{}` is not as it was made: {fault}", path.display()),
                help: Some("ask for it again; `tickmark verify` names all that differs".to_owned()),
            });
        }
        match (self.is_whole, self.is_package) {
            (true, _) => read_files(&files).map_err(|source| failed(path, source)),
            (false, true) => read_report(&Below::new(&files, REPORT_FOLDER), path),
            (false, false) => read_report(&files, path),
        }
    }
}

fn failed(path: &Path, source: io::Error) -> Failure {
    Failure::Io { action: "read", path: path.display().to_string(), source }
}

/// The files of a project, as a whole package holds them.
fn read_files(files: &dyn SealedFiles) -> io::Result<MemoryWorkspace> {
    let mut workspace = MemoryWorkspace::new();
    for (packed, kind) in files.entries()? {
        if let Some(path) = project_path(&packed).filter(|_| matches!(kind, EntryKind::File(_))) {
            workspace = workspace.with(&path, files.read(&packed)?);
        }
    }
    Ok(workspace)
}

/// The records of a report.
fn read_report(files: &dyn SealedFiles, path: &Path) -> Result<MemoryWorkspace, Failure> {
    let failed = |source| failed(path, source);
    let mut workspace = MemoryWorkspace::new().with("tickmark.yaml", SETTINGS);
    let entries = files.entries().map_err(failed)?;
    let is_record = |(name, kind): &(&String, &EntryKind)| name.starts_with("data/records/") && matches!(kind, EntryKind::File(_));
    let records: Vec<&String> = entries.iter().filter(is_record).map(|(name, _)| name).collect();
    if records.is_empty() {
        return Err(Failure::Revision { message: format!("`{}` is no report: it has no `data/records/`", path.display()), help: None });
    }
    for name in records {
        let (at, text) = record(&files.read(name).map_err(failed)?).ok_or_else(|| Failure::Revision {
            message: format!("`{}` is no record of a report", path.join(name).display()),
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
