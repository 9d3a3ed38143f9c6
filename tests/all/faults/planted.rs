//! Each planted fault is found by the check that is meant and by no other; the clean projects say what they are expected to.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

use tickmark::check::{CHECKS, Looks, Verdict};

use super::fault::{EXPECTED, Said, in_memory, project, with_fault};
use crate::edits::Files;
use crate::tree::{read, root, rust_files};

/// Projects whose findings are listed in a file each.
const CLEAN: [(&str, &str); 2] = [(".", "tests/faults/clean.txt"), ("examples/emergency-care", "tests/faults/emergency-care.txt")];

fn is_update() -> bool {
    std::env::var_os("UPDATE_EXPECTED").is_some()
}

/// The faults by name, which begins with the code that is meant.
fn faults() -> Vec<(String, PathBuf)> {
    let folder = root().join("tests/faults");
    let mut faults: Vec<(String, PathBuf)> = fs::read_dir(folder)
        .expect("the faults")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path))
        .filter(|(name, _)| name.as_bytes().get(3) == Some(&b'-'))
        .collect();
    faults.sort();
    faults
}

fn expected(text: &str) -> Vec<&str> {
    text.split_once(EXPECTED).map_or_else(Vec::new, |(_, lines)| lines.lines().filter(|line| !line.is_empty()).collect())
}

/// The findings of a fault that the clean project does not have.
fn added(said: &Said, clean: &BTreeSet<String>) -> Vec<String> {
    said.lines().into_iter().filter(|line| !clean.contains(line)).collect()
}

#[test]
fn every_fault_is_found_by_its_check_alone() {
    let files = project(".");
    let clean: BTreeSet<String> = in_memory(&files).lines().into_iter().collect();
    let waiting = Mutex::new(faults());
    let wrong = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((name, path)) = waiting.lock().expect("no panic").pop() else { break };
                    let tested = panic::catch_unwind(AssertUnwindSafe(|| test_fault(&files, &clean, &name, &path)));
                    let told = tested.unwrap_or_else(|_| Err(format!("{name}: the edit does not fit the project")));
                    if let Err(message) = told {
                        wrong.lock().expect("no panic").push(message);
                    }
                }
            });
        }
    });
    let mut wrong = wrong.into_inner().expect("no panic");
    wrong.sort();
    assert!(wrong.is_empty(), "{} faults; UPDATE_EXPECTED=1 writes them anew\n{}", wrong.len(), wrong.join("\n"));
}

fn test_fault(files: &Files, clean: &BTreeSet<String>, name: &str, path: &PathBuf) -> Result<(), String> {
    let text = fs::read_to_string(path).expect("a text");
    let said = with_fault(files, &text);
    let found = added(&said, clean);
    let code = name[..3].to_uppercase();
    let others: Vec<&String> = found.iter().filter(|line| !line.starts_with(&code)).collect();
    if found.is_empty() || !others.is_empty() {
        return Err(format!("{name}: expected findings of {code} alone, found {found:#?}"));
    }
    if found != expected(&text) {
        if is_update() {
            let commands = text.split(EXPECTED).next().unwrap_or_default().trim_end();
            fs::write(path, format!("{commands}\n{EXPECTED}\n{}\n", found.join("\n"))).expect("written");
        } else {
            return Err(format!("{name}: expected {:#?}, found {found:#?}", expected(&text)));
        }
    }
    Ok(())
}

#[test]
fn clean_projects_say_nothing_unexpected() {
    for (folder, path) in CLEAN {
        let found = in_memory(&project(folder)).lines();
        let text = found.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>();
        if is_update() {
            fs::write(root().join(path), &text).expect("written");
        }
        let told = read(path);
        assert!(text == told, "`{folder}` says something else than `{path}`; UPDATE_EXPECTED=1 writes it anew\n{text}");
    }
}

#[test]
fn every_check_has_a_good_case_and_a_bad_one() {
    let files = project(".");
    let plain = in_memory(&files);
    let with_history = with_fault(&files, "committed\nsigned\n");
    let passes = |said: &Said, code: &str| said.ledger.as_ref().is_some_and(|ledger| ledger.count(code).of(Verdict::Pass) > 0);
    let good: BTreeSet<&str> =
        CHECKS.iter().map(|check| check.code.id).filter(|code| passes(&plain, code) || passes(&with_history, code)).collect();
    let bad: BTreeSet<String> = faults().iter().map(|(name, _)| name[..3].to_uppercase()).collect();
    // What looks at a finished report has its faults in finished reports.
    let missing: Vec<String> = CHECKS
        .iter()
        .filter(|check| !matches!(check.looks, Looks::Sealed(_)))
        .map(|check| check.code.id)
        .flat_map(|code| {
            let no_good = (!good.contains(code)).then(|| format!("{code} passes nothing in the demonstration project"));
            let no_bad = (!bad.contains(code)).then(|| format!("{code} has no planted fault"));
            [no_good, no_bad]
        })
        .flatten()
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_check_of_a_finished_report_is_named_by_a_test_of_finished_reports_and_is_no_pass_before() {
    let tests: String = rust_files("tests/all/sealing").into_iter().map(|file| file.text).collect();
    let said = in_memory(&project("."));
    let ledger = said.ledger.expect("results");
    for check in CHECKS.iter().filter(|check| matches!(check.looks, Looks::Sealed(_))) {
        let code = check.code.id;
        assert!(tests.contains(code), "no test of a finished report names {code}");
        assert_eq!([Verdict::NotTestable, Verdict::Pass].map(|verdict| ledger.count(code).of(verdict)), [1, 0], "{code}");
    }
}
