//! What the reader refuses, the schemas refuse, where a schema can.
//!
//! The table names every file of the corpus that no schema refuses, and why. A file that is refused and stands in it fails the test as well.

use std::fs;

use super::faults_of_file;
use crate::sandbox::files_below;
use crate::tree::root;

const NOT_REJECTED: &str = include_str!("not_rejected.txt");

/// Each file of the corpus that no schema refuses, as `case path: why`, where the reading alone tells why.
fn found() -> Vec<(String, &'static str)> {
    let mut cases: Vec<_> =
        fs::read_dir(root().join("tests/invalid")).expect("tests/invalid").map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    let mut found = Vec::new();
    for case in cases {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        for (path, bytes) in files_below(&case).iter().filter(|(path, _)| !path.ends_with('/') && *path != "expected.txt") {
            match faults_of_file(path, bytes) {
                Ok(faults) if !faults.is_empty() => {}
                Ok(_) => found.push((format!("{name} {path}"), "accepted")),
                Err(why) => found.push((format!("{name} {path}"), why)),
            }
        }
    }
    found
}

#[test]
fn every_file_of_the_invalid_corpus_is_rejected_or_the_reason_is_known() {
    let known: Vec<(&str, &str)> = NOT_REJECTED.lines().filter_map(|line| line.split_once(": ")).collect();
    let found = found();
    let mut wrong: Vec<String> = Vec::new();
    for (file, why) in &found {
        if !known.iter().any(|(known, _)| known == file) {
            wrong.push(format!("{file}: {why}, and the table does not say why"));
        }
    }
    for (file, _) in &known {
        if !found.iter().any(|(found, _)| found == file) {
            wrong.push(format!("{file}: is rejected or gone, and stands in the table"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
