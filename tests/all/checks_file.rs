//! `data/checks.json`: it fits its schema, says what the pages say, and never counts as passed what was not.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::read_to_string;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::tree::root;

/// The report of the demonstration project, built once for all tests.
pub(crate) fn demonstration_report() -> &'static Path {
    static REPORT: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, report) = REPORT.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder for the report");
        let output = folder.path().join("report");
        let args: [OsString; 6] =
            ["tickmark".into(), "-C".into(), root().into(), "build".into(), "--output".into(), output.clone().into_os_string()];
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = tickmark::cli::run(args.to_vec(), &mut out, &mut err, false);
        assert!(code < 2, "{}", String::from_utf8_lossy(&err));
        (folder, output)
    });
    report
}

/// What the demonstration project gives.
fn demonstration() -> &'static Value {
    static FILE: OnceLock<Value> = OnceLock::new();
    FILE.get_or_init(|| parsed(&read_to_string(demonstration_report().join("data/checks.json")).expect("the file")))
}

/// A project with a wrong value, and with a waiver for it where one is asked for.
fn faulty(waived: bool) -> Value {
    let sandbox = Sandbox::minimal();
    let path = "metrics/snapshots/2026-03/answered-in-time.csv";
    sandbox.write(path, sandbox.read(path).replace("352,88.0", "352,88.1"));
    if waived {
        let text = "title: A typing error\nstate: active\ncheck: S01\nsubject: metric/answered-in-time\nreason: Known.\n\
approved_by: person/ann-lee\nexpires: 2030-01-01\n";
        sandbox.write("content/waivers/typing-error.yaml", text);
        sandbox.write("content/people/ann-lee.yaml", "title: Ann Lee\n");
    }
    sandbox.build(&[]);
    parsed(&sandbox.read("output/data/checks.json"))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn faults(value: &Value) -> Vec<String> {
    let schema = parsed(&read_to_string(root().join("docs/schemas/checks.schema.json")).expect("the schema"));
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// The results of a check on a subject.
fn result<'v>(file: &'v Value, subject: &str, check: &str) -> &'v Value {
    let subject = list(file, "subjects").iter().find(|one| one["subject"] == subject).expect("the subject");
    list(subject, "results").iter().find(|one| one["check"] == check).expect("the result")
}

#[test]
fn checks_of_the_demonstration_fit_the_published_schema() {
    assert_eq!(faults(demonstration()), Vec::<String>::new());
}

#[test]
fn checks_that_failed_or_were_waived_fit_the_published_schema() {
    assert_eq!([faults(&faulty(false)), faults(&faulty(true))], [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn counts_of_each_check_are_those_of_its_results() {
    let file = demonstration();
    let mut counted: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut count = |check: &str, verdict: &str| *counted.entry((check.to_owned(), verdict.to_owned())).or_default() += 1;
    for subject in list(file, "subjects") {
        for result in list(subject, "results") {
            count(result["check"].as_str().expect("a code"), result["verdict"].as_str().expect("a verdict"));
        }
        for check in subject["not_applicable"].as_object().into_iter().flat_map(serde_json::Map::keys) {
            count(check, "not-applicable");
        }
    }
    for check in list(file, "checks") {
        let code = check["code"].as_str().expect("a code");
        for (verdict, told) in check["counts"].as_object().expect("counts") {
            let found = counted.get(&(code.to_owned(), verdict.clone())).copied().unwrap_or_default();
            assert_eq!(Some(found), told.as_u64(), "{code} {verdict}");
        }
    }
}

#[test]
fn wrong_value_is_told_with_its_place_what_was_expected_and_what_was_found() {
    let file = faulty(false);
    let result = result(&file, "metric/answered-in-time", "S01");
    let failed = &list(result, "failed")[0];
    assert_eq!((result["verdict"].as_str(), result["level"].as_str()), (Some("fail"), Some("error")));
    assert_eq!(failed["place"]["path"], "metrics/snapshots/2026-03/answered-in-time.csv");
    assert!(failed["expected"].as_str().is_some_and(|text| text.contains("88.0")), "{failed}");
    assert!(failed["found"].as_str().is_some_and(|text| text.contains("88.1")), "{failed}");
}

#[test]
fn waived_value_names_its_waiver_and_is_no_pass() {
    let file = faulty(true);
    let result = result(&file, "metric/answered-in-time", "S01");
    assert_eq!((result["verdict"].as_str(), result["waiver"].as_str()), (Some("waived"), Some("typing-error")));
}
