//! Projects that are wrong on purpose, and the exact text that each of them prints.
//!
//! A folder `tests/invalid/<case>/` holds files that are laid over the minimal project, and `expected.txt`: on its
//! first line the exit code and whether a report was written, then standard error to the byte. One test runs all cases
//! and tells every difference at once. `UPDATE_EXPECTED=1` writes the files anew; read them as an auditor would.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::sandbox::{Outcome, Sandbox, differing};
use crate::tree::root;

const EXPECTED: &str = "expected.txt";

/// Builds a project that has a report already, and tells what was printed in the form of `expected.txt`.
///
/// A build that says that it wrote nothing must leave every file of the project as it was, the old report included.
pub(crate) fn told(sandbox: &Sandbox) -> Result<String, String> {
    let before = sandbox.files();
    let Outcome { code, out, err } = sandbox.build(&[]);
    let changed = differing(&before, &sandbox.files());
    let outside: Vec<&String> = changed.iter().filter(|path| !path.starts_with("output/")).collect();
    if !outside.is_empty() {
        return Err(format!("files outside the report changed: {outside:?}"));
    }
    let written = out.starts_with("wrote ");
    if !written && !changed.is_empty() {
        return Err(format!("the build stopped, yet the old report changed: {changed:?}"));
    }
    if written && code == 2 || !written && code == 0 {
        return Err(format!("exit code {code} does not go with `{out}`"));
    }
    if err.contains('\u{1b}') {
        return Err("a terminal escape is left in the plain text".to_owned());
    }
    let report = if written { "report written" } else { "nothing written" };
    Ok(format!("exit {code}, {report}\n{err}"))
}

fn run_case(folder: &Path) -> Result<String, String> {
    let sandbox = Sandbox::with_report();
    sandbox.overlay(folder);
    if folder.join(EXPECTED).exists() {
        sandbox.remove(EXPECTED);
    }
    told(&sandbox)
}

/// Holds what was told against a file; a difference is shown whole.
pub(crate) fn compare(path: &Path, told: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        return fs::write(path, told).map_err(|error| error.to_string());
    }
    match fs::read_to_string(path) {
        Ok(expected) if expected == told => Ok(()),
        Ok(expected) => Err(format!("expected\n{expected}\nfound\n{told}")),
        Err(error) => Err(format!("{}: {error}; found\n{told}", path.display())),
    }
}

#[test]
fn every_broken_project_is_told_exactly() {
    let mut folders: Vec<_> = fs::read_dir(root().join("tests/invalid"))
        .expect("tests/invalid")
        .map(|entry| entry.expect("a readable folder entry").path())
        .collect();
    folders.sort();
    assert!(folders.len() > 60, "cases are missing");
    let mut wrong = String::new();
    for folder in &folders {
        if let Err(difference) = run_case(folder).and_then(|told| compare(&folder.join(EXPECTED), &told)) {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            let _ = writeln!(wrong, "=== {name}\n{difference}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_minimal_project_builds_without_a_finding() {
    let outcome = Sandbox::minimal().build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
}

/// Every diagnostic of the corpus: its first line without the level and code, and whether help follows.
fn diagnostics() -> Vec<(String, bool)> {
    let folders = fs::read_dir(root().join("tests/invalid")).expect("tests/invalid");
    let mut all = Vec::new();
    for entry in folders {
        let path = entry.expect("a readable folder entry").path().join(EXPECTED);
        let text = fs::read_to_string(&path).unwrap_or_default();
        for block in text.split("\n\n") {
            let first = block.lines().find(|line| ["error[", "warning[", "info["].iter().any(|level| line.starts_with(level)));
            if let Some((_, message)) = first.and_then(|line| line.split_once("]: ")) {
                all.push((message.to_owned(), block.contains("= help: ")));
            }
        }
    }
    all
}

#[test]
fn every_message_keeps_the_house_style() {
    let all = diagnostics();
    assert!(all.len() > 200, "{} diagnostics", all.len());
    for (message, has_help) in all {
        let first = message.chars().next().unwrap_or('A');
        assert!(!first.is_uppercase(), "begins with a capital: {message}");
        assert!(!message.ends_with(['.', '!', ':']), "ends like a sentence: {message}");
        assert!(!message.to_lowercase().contains("invalid"), "says nothing: {message}");
        assert!(!message.contains("``"), "names nothing: {message}");
        assert!(has_help, "has no help: {message}");
    }
}
