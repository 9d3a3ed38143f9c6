//! What the program writes fits the schema of its name, and does not where a part is missing or of another type.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{faults, json as parsed, schemas, validator};
use crate::checks_file::demonstration_report;
use crate::sandbox::{Sandbox, files_below};
use crate::sealing::{Sealed, packed};

/// The report of a committed project, its package, and a package of a part of it, made once for all tests.
fn made(name: &str) -> PathBuf {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let sealed = Sealed::built();
        packed(&sealed, "evidence", &[]);
        packed(&sealed, "narrowed", &["--metric", "calls-offered"]);
        let kept = tempfile::tempdir().expect("a folder");
        for name in ["report", "evidence", "narrowed"] {
            std::fs::rename(sealed.repository.beside(name), kept.path().join(name)).expect("the same disk");
        }
        kept
    });
    made.path().join(name)
}

/// The schema of a file of a report or package; nothing for pages, styles, scripts and lists of digests.
fn schema_of(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.split('/').collect();
    Some(match parts.as_slice() {
        ["provenance.json"] => "provenance",
        ["data", "search-index.js"] => "search-index",
        ["data", "checks.json"] => "checks",
        ["data", "figures.csv"] => "figures",
        ["data", "records", _, _] => "record",
        ["data", "metrics", _] => "metric-figures",
        ["data", "package.json"] => "package",
        ["data", "changes", "changes.csv"] => "package-changes",
        ["data", "changes", "approvals.csv"] => "package-approvals",
        ["data", "changes", "bridges.csv"] => "package-bridges",
        ["data", "changes", _, _] => "history",
        ["data", "findings.csv"] => "package-findings",
        ["data", "waivers.csv"] => "package-waivers",
        ["data", "sample.csv"] => "package-sample",
        ["data", "left-out.csv"] => "package-left-out",
        _ => return None,
    })
}

fn document(path: &str, text: &str) -> Value {
    let text = if path == "data/search-index.js" {
        let inside = text.strip_prefix("document.currentScript.searchIndex=").and_then(|text| text.strip_suffix(";\n"));
        inside.expect("the form of the script")
    } else {
        text
    };
    parsed(text)
}

fn hold(folder: &Path, seen: &mut BTreeSet<&'static str>, wrong: &mut Vec<String>) {
    for (path, bytes) in files_below(folder).iter().filter(|(path, _)| !path.ends_with('/')) {
        let is_data = [".json", ".csv", ".js"].iter().any(|ending| path.ends_with(ending));
        let Some(name) = schema_of(path).filter(|_| is_data) else {
            let is_known =
                ["assets/", "data/snapshots/", "data/report/", "data/records/", "data/chain/"].iter().any(|top| path.starts_with(top));
            if is_data && !is_known {
                wrong.push(format!("{path}: has no schema"));
            }
            continue;
        };
        let text = std::str::from_utf8(bytes).expect("text");
        let faults = match schemas().tables.get(name) {
            Some(table) => table.faults(text).unwrap_or_else(|why| vec![why.to_owned()]),
            None => faults(name, &document(path, text)),
        };
        seen.insert(name);
        wrong.extend(faults.into_iter().map(|fault| format!("{path}: {fault}")));
    }
}

#[test]
fn every_file_of_reports_and_packages_fits_its_schema() {
    let minimal = Sandbox::with_report();
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for folder in [minimal.path("output").as_path(), demonstration_report(), &made("evidence"), &made("narrowed")] {
        hold(folder, &mut seen, &mut wrong);
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: BTreeSet<&str> = schemas()
        .tables
        .keys()
        .map(String::as_str)
        .chain(["provenance", "search-index", "checks", "record", "package", "history"])
        .collect();
    // The one that is of files of projects.
    assert_eq!(all.difference(&seen).collect::<Vec<_>>(), [&"results"]);
}

#[test]
fn changes_within_histories_are_records_as_data() {
    for (path, bytes) in files_below(&made("evidence").join("data/changes"))
        .iter()
        .filter(|(path, _)| !path.ends_with('/') && schema_of(&format!("data/changes/{path}")) == Some("history"))
    {
        for change in parsed(std::str::from_utf8(bytes).expect("text"))["changes"].as_array().expect("a list") {
            assert_eq!(faults("record", change), Vec::<String>::new(), "{path}");
        }
    }
}

#[test]
fn checks_of_a_narrowed_package_fit_their_schema() {
    let text = std::fs::read_to_string(made("narrowed").join("data/checks.json")).expect("the file");
    assert_eq!(faults("checks", &parsed(&text)), Vec::<String>::new());
    assert!(text.contains("\"narrowed\""));
}

/// Every value in a document but the document itself, by pointer; of lists the first one.
fn pointers(value: &Value, path: &str, found: &mut Vec<String>) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)).collect(),
        Value::Array(items) => items.iter().take(1).map(|item| ("0".to_owned(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inside {
        let path = format!("{path}/{name}");
        pointers(value, &path, found);
        found.push(path);
    }
}

/// The places of which a part may be taken away, or may become something else, without the schema saying a word.
fn lax(name: &str, document: &Value) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let (mut optional, mut free) = (BTreeSet::new(), BTreeSet::new());
    for path in all {
        let (above, last) = path.rsplit_once('/').expect("a path");
        let mut without = document.clone();
        if let Some(Value::Object(fields)) = without.pointer_mut(above) {
            fields.shift_remove(&last.replace("~1", "/").replace("~0", "~"));
            if validator(name).is_valid(&without) {
                optional.insert(path.clone());
            }
        }
        let mut other = document.clone();
        *other.pointer_mut(&path).expect("the place") = json!([{ "no": [1.5] }]);
        if validator(name).is_valid(&other) {
            free.insert(path);
        }
    }
    (optional, free)
}

#[test]
fn documents_that_lack_a_part_or_have_another_type_are_rejected() {
    let read = |folder: &Path, path: &str| document(path, &std::fs::read_to_string(folder.join(path)).expect("the file"));
    let (report, packed) = (made("report"), made("evidence"));
    let cases: BTreeMap<&str, (Value, &[&str], &[&str])> = [
        ("provenance", (read(&report, "provenance.json"), &[][..], &[][..])),
        ("search-index", (read(&report, "data/search-index.js"), &[], &[])),
        ("package", (read(&packed, "data/package.json"), &[], &[])),
        ("checks", (read(&report, "data/checks.json"), &["/subjects/0/not_applicable"], &[])),
        ("record", (read(&report, "data/records/team/operations.json"), &["/record/name"], &[])),
        ("history", (read(&packed, "data/changes/metric/calls-offered.json"), &[], &[])),
    ]
    .into();
    let mut wrong = Vec::new();
    for (name, (document, optional, free)) in cases {
        assert_eq!(faults(name, &document), Vec::<String>::new(), "{name}");
        let (found_optional, found_free) = lax(name, &document);
        let other = |found: &BTreeSet<String>, known: &[&str]| {
            found.iter().filter(|path| !known.iter().any(|known| path.starts_with(known))).cloned().collect::<Vec<_>>()
        };
        wrong.extend(other(&found_optional, optional).into_iter().map(|path| format!("{name}: {path} may be left out")));
        wrong.extend(other(&found_free, free).into_iter().map(|path| format!("{name}: {path} may be anything")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tables_that_lack_a_column_or_hold_something_else_are_rejected() {
    for (name, path) in [("figures", "data/figures.csv"), ("metric-figures", "data/metrics/calls-offered.csv")] {
        let table = &schemas().tables[name];
        let text = std::fs::read_to_string(made("report").join(path)).expect("the file");
        assert_eq!(table.faults(&text), Ok(Vec::new()));
        for (from, to) in [("period", "perod"), ("2026-01", "January"), ("release", "freed")] {
            assert_ne!(table.faults(&text.replace(from, to)), Ok(Vec::new()), "{name}: {from}");
        }
    }
}
