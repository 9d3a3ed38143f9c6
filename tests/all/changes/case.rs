//! Reads a case: the base project, what both states have besides, and what the edit does.
//!
//! How an edit is written stands in `edits.rs`.

use tickmark::catalog::{Catalog, link};
use tickmark::diag::Findings;
use tickmark::source::{MemoryWorkspace, read_project};

use crate::edits::{Files, apply};
use crate::tree::read;

/// Two states of a project, and what is expected to be said of them.
pub(super) struct Case {
    pub(super) before: Files,
    pub(super) after: Files,
}

/// The line that ends the commands of a case.
pub(super) const EXPECTED: &str = "=== expected";

/// The files of the base project.
pub(super) fn base() -> Files {
    let mut files = Files::new();
    apply(&read("tests/changes/base.txt"), &mut files, |_| true);
    files
}

/// Reads the commands of a case.
pub(super) fn parse(text: &str) -> Case {
    let commands = text.split(EXPECTED).next().unwrap_or_default();
    let (mut before, mut after) = (base(), base());
    apply(commands, &mut before, |both| both);
    apply(commands, &mut after, |_| true);
    Case { before, after }
}

/// Links a project that has no error.
pub(super) fn catalog(files: &Files) -> Catalog {
    linked(files).unwrap_or_else(|errors| panic!("{errors}"))
}

/// Links a project, or says what is wrong with it.
pub(super) fn linked(files: &Files) -> Result<Catalog, String> {
    let workspace = files.iter().fold(MemoryWorkspace::new(), |workspace, (path, text)| workspace.with(path, text));
    let said = |findings: &Findings| {
        findings.clone().into_iter().map(|finding| format!("{}: {}", finding.place, finding.message)).collect::<Vec<_>>().join("\n")
    };
    let reading = read_project(&workspace);
    let project = reading.project.ok_or_else(|| said(&reading.findings))?;
    let linking = link(project);
    linking.catalog.ok_or_else(|| said(&linking.findings))
}
