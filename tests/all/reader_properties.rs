//! The reader on text that nobody would write: it never panics, and what it says has its place in the file.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use tickmark::catalog::link;
use tickmark::diag::Finding;
use tickmark::source::{Workspace, parse_expression, read_project};

use crate::sandbox::{Sandbox, files_below};
use crate::tree::root;
use crate::unreadable::in_memory;

/// One file for each way of reading.
const PATHS: &[&str] = &[
    "tickmark.yaml",
    "metrics/definitions/answered-in-time.yaml",
    "metrics/segments/site.yaml",
    "metrics/scorecards/service.yaml",
    "metrics/snapshots/2026-03/release.yaml",
    "metrics/snapshots/2026-03/answered-in-time.csv",
    "content/glossary/offered.md",
    "content/decisions/2026-04-09-keep-the-target.md",
    "content/index.md",
];

fn path() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(PATHS)
}

/// Everything that is found when these bytes stand in a file.
fn found(path: &str, bytes: &[u8]) -> Vec<Finding> {
    let reading = read_project(&in_memory().with(path, bytes));
    let mut findings = reading.findings;
    assert!(reading.project.is_some() != findings.has_errors());
    if let Some(project) = reading.project {
        let linking = link(project);
        assert!(linking.catalog.is_some() != linking.findings.has_errors());
        findings.append(linking.findings);
    }
    findings.sorted()
}

/// Why a finding is no good, if it is not.
fn fault(finding: &Finding, text: &str, path: &str) -> Option<&'static str> {
    let message = &finding.message;
    let place = &finding.place;
    if message.ends_with('.') || message.starts_with(char::is_uppercase) || message.is_empty() {
        return Some("the message breaks the house style");
    }
    if finding.help.as_deref().is_none_or(|help| help.is_empty() || help.ends_with('.')) {
        return Some("there is no help");
    }
    if *place.path != *path || place.line == 0 {
        return None;
    }
    let line = text.split('\n').nth(place.line - 1);
    match line.map(|line| line.chars().count()) {
        None => Some("the line is not in the file"),
        Some(length) if place.column == 0 || place.column > length + 1 => Some("the column is not on the line"),
        Some(length) if place.column - 1 + place.width > length => Some("the width leaves the line"),
        Some(_) => None,
    }
}

fn check(path: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let text = String::from_utf8_lossy(bytes);
    for finding in found(path, bytes) {
        let fault = fault(&finding, &text, path);
        prop_assert!(fault.is_none(), "{}: {finding:?}\n{text}", fault.unwrap_or_default());
    }
    Ok(())
}

/// A change somewhere in a file: where, as a part of its length; how much goes; what comes.
type Change = (f64, usize, Vec<u8>);

fn change() -> impl Strategy<Value = Change> {
    let word = proptest::sample::select(vec![
        "\n",
        ": ",
        "- ",
        "\"",
        "'",
        "[",
        "{",
        "}",
        "]",
        ",",
        ";",
        "|\n",
        "&a ",
        "*a ",
        "<<: ",
        "!!x ",
        "---\n",
        "no",
        "012",
        "1e400",
        "NaN",
        "-1",
        "2026-13",
        "@1.0.0",
        "/",
        "..",
        "\u{feff}",
        "\u{202e}",
        "\r\n",
        "\t",
        "\0",
        "é",
        "💥",
        "(",
        "](x/y)",
        "\"\"",
        "\"a\nb\"",
        "9999999999999999999999999999",
    ])
    .prop_map(|word| word.as_bytes().to_vec());
    let bytes = proptest::collection::vec(any::<u8>(), 0..6);
    (0.0..1.0_f64, 0_usize..40, prop_oneof![4 => word, 1 => bytes])
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "a place in a small file")]
fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for (at, gone, new) in changes {
        let at = (at * bytes.len() as f64) as usize;
        let end = (at + gone).min(bytes.len());
        bytes.splice(at..end, new.iter().copied());
    }
    bytes
}

/// All files of the broken projects, by path; several may have one path.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join("tests/invalid")).expect("tests/invalid") {
        let folder = entry.expect("a readable folder entry").path();
        let below = files_below(&folder).into_iter();
        files.extend(below.filter(|(path, _)| !path.ends_with('/') && path != "expected.txt"));
    }
    files.sort();
    files
}

#[test]
fn every_file_of_the_corpus_is_read_without_a_crash_wherever_it_stands() {
    for (path, bytes) in corpus() {
        for other in PATHS.iter().copied().chain([path.as_str()]) {
            check(other, &bytes).unwrap_or_else(|error| panic!("{path} as {other}: {error}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_crash_the_reader(path in path(), bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check(path, &bytes)?;
    }

    #[test]
    fn random_text_never_crashes_the_reader(path in path(), text in "\\PC{0,200}|[ -~\n]{0,300}|---\n[ -~\n]{0,200}\n---\n[ -~\n]{0,100}") {
        check(path, text.as_bytes())?;
    }

    #[test]
    fn changed_files_never_crash_the_reader(path in path(), changes in proptest::collection::vec(change(), 1..4)) {
        let bytes = in_memory().read(path).expect("a file");
        check(path, &changed(bytes, &changes))?;
    }

    #[test]
    fn changed_files_of_the_corpus_never_crash_the_reader(pick in any::<proptest::sample::Index>(), changes in proptest::collection::vec(change(), 1..4)) {
        let corpus = corpus();
        let (path, bytes) = pick.get(&corpus);
        check(path, &changed(bytes.clone(), &changes))?;
    }

    #[test]
    fn random_formulas_are_refused_with_a_place(text in "\\PC{0,60}|[a-z0-9 +*/().,-]{0,60}") {
        if let Err(error) = parse_expression(&text) {
            prop_assert!(text.get(error.offset..error.offset + error.length).is_some(), "{error:?}");
            prop_assert!(!error.message.ends_with('.') && !error.help.is_empty());
        }
    }

    #[test]
    fn formula_reads_back_as_printed(text in formula()) {
        let formula = parse_expression(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
        let printed = formula.to_string();
        let again = parse_expression(&printed).map_err(|error| TestCaseError::fail(format!("{printed}: {error}")))?;
        prop_assert_eq!(&again, &formula);
        prop_assert_eq!(again.to_string(), printed);
    }
}

/// The text of a formula, with more signs and parentheses than it needs.
fn formula() -> impl Strategy<Value = String> {
    let leaf = prop_oneof!["[a-l][a-z0-9_]{0,5}", "(0|[1-9][0-9]{0,5})(\\.[0-9]{1,4})?"];
    leaf.prop_recursive(5, 40, 3, |inner| {
        prop_oneof![
            (inner.clone(), "[+*/-]", inner.clone()).prop_map(|(left, sign, right)| format!("{left} {sign} {right}")),
            inner.clone().prop_map(|inner| format!("({inner})")),
            inner.clone().prop_map(|inner| format!("-({inner})")),
            (inner.clone(), inner).prop_map(|(left, right)| format!("max({left}, min({right}, 1))")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_files_never_crash_the_command(changes in proptest::collection::btree_map(path(), change(), 1..4)) {
        let sandbox = Sandbox::minimal();
        let changes: BTreeMap<&str, Change> = changes;
        for (path, change) in &changes {
            let bytes = in_memory().read(path).expect("a file");
            sandbox.write(path, changed(bytes, std::slice::from_ref(change)));
        }
        let outcome = sandbox.build(&[]);
        prop_assert!(outcome.code <= 2);
        prop_assert_eq!(outcome.out.is_empty(), !sandbox.path("output").exists());
        prop_assert!(outcome.code == 0 || !outcome.err.is_empty());
    }
}
