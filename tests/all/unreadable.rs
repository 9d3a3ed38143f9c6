//! Files that cannot be read, files that are gone, and tables of a million rows: the reader over a project in memory.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use tickmark::source::{EntryKind, ListedEntry, MemoryWorkspace, Reading, Workspace, read_project};

use crate::sandbox::files_below;
use crate::tree::root;

const METRIC: &str = "metrics/definitions/calls-offered.yaml";
const TABLE: &str = "metrics/snapshots/2026-03/calls-offered.csv";

fn minimal_text(path: &str) -> String {
    fs::read_to_string(root().join("tests/projects/minimal").join(path)).expect("a minimal file")
}

/// The minimal project in memory.
pub(crate) fn in_memory() -> MemoryWorkspace {
    let files = files_below(&root().join("tests/projects/minimal"));
    let files = files.iter().filter(|(path, _)| !path.ends_with('/'));
    files.fold(MemoryWorkspace::new(), |project, (path, bytes)| project.with(path, bytes))
}

/// The messages of a reading, each with its place.
fn messages(reading: Reading) -> Vec<String> {
    let findings = reading.findings.sorted().into_iter();
    findings.map(|finding| format!("{}: {}", finding.place, finding.message)).collect()
}

#[test]
fn unreadable_file_and_folder_are_told() {
    let project = in_memory()
        .with_entry(METRIC, EntryKind::Unreadable("permission denied".to_owned()))
        .with_entry("content/risks", EntryKind::Unreadable("permission denied".to_owned()));
    let expected = [
        "content/risks: this could not be read: permission denied",
        "metrics/definitions/calls-offered.yaml: this could not be read: permission denied",
    ];
    assert_eq!(messages(read_project(&project)), expected);
}

/// A project in which one file is gone, or cannot be opened, when it is read.
struct Vanishing<'a>(MemoryWorkspace, &'a str);

impl Workspace for Vanishing<'_> {
    fn list(&self) -> Vec<ListedEntry> {
        self.0.list()
    }

    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        if path == self.1 {
            return Err(std::io::Error::other("it is gone"));
        }
        self.0.read(path)
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        self.0.look(path)
    }
}

#[test]
fn file_that_vanishes_after_it_was_listed_is_told() {
    for path in [METRIC, TABLE, "tickmark.yaml", "content/index.md"] {
        let reading = read_project(&Vanishing(in_memory(), path));
        assert!(reading.project.is_none());
        let expected = format!("{path}: the file could not be read: it is gone");
        assert_eq!(messages(reading), [expected]);
    }
}

#[test]
fn project_without_settings_is_told() {
    let reading = read_project(&in_memory().without("tickmark.yaml"));
    assert!(reading.project.is_none());
    assert_eq!(messages(reading), ["tickmark.yaml: the project has no settings file"]);
}

/// A segment of a hundred codes, so that a table can have a million different rows.
fn hundred_codes() -> String {
    let mut text = minimal_text("metrics/segments/site.yaml").replace("partition: true\n", "");
    for code in 0..100 {
        let _ = writeln!(text, "  - code: c{code}\n    label: C {code}");
    }
    text + "partition: true\n"
}

fn million_rows(row: impl Fn(usize, usize, usize) -> String) -> MemoryWorkspace {
    let mut table = "period,site,numerator\n".to_owned();
    for month in 0..10_000 {
        for code in 0..100 {
            table.push_str(&row(1900 + month / 12, 1 + month % 12, code));
        }
    }
    in_memory().with("metrics/segments/site.yaml", hundred_codes()).with(TABLE, table)
}

#[test]
fn a_million_rows_are_read() {
    let project = million_rows(|year, month, code| format!("{year}-{month:02},c{code},7\n"));
    let reading = read_project(&project);
    let project = reading.project.expect("a project without a mistake");
    let table = project.results.iter().find(|table| table.path.ends_with("calls-offered.csv"));
    assert_eq!(table.map(|table| table.rows.len()), Some(1_000_000));
}

#[test]
fn a_million_bad_rows_are_counted_in_linear_time() {
    let project = million_rows(|year, month, _| format!("{year}-{month:02},nowhere,x,y,z\n"));
    let start = Instant::now();
    let found = messages(read_project(&project));
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    assert_eq!(found.len(), 21);
    assert_eq!(found[20], format!("{TABLE}:22:1: 999980 more mistakes from here on, beside those named above"));
}

#[cfg(unix)]
#[test]
fn file_that_may_not_be_read_stops_the_build() {
    use std::os::unix::fs::PermissionsExt;

    use crate::sandbox::Sandbox;

    let sandbox = Sandbox::with_report();
    let path = sandbox.path(METRIC);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&path).is_ok() {
        return; // Whoever may do anything cannot be kept out; the twin in memory tests the same.
    }
    let outcome = sandbox.build(&[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("the file could not be read"), "{}", outcome.err);
}
