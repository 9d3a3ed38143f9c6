//! The YAML reader beside two others: what it accepts, both of them read alike.
//!
//! Its own scalars stay text, so that a number counts as equal when the text spells it.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use tickmark::app::DiskWorkspace;
use tickmark::source::{Node, NodeValue, Project, read_project};

use crate::tree::root;
use crate::unreadable::in_memory;

/// Where two readings of one text differ, as a path; none where they agree.
fn difference(node: &Node, other: &Value, path: &str) -> Option<String> {
    let differs = || Some(format!("{path}: {:?} is not {other}", node.value));
    match (&node.value, other) {
        (NodeValue::Scalar { text, plain }, _) => {
            if spells(text, *plain, other) {
                None
            } else {
                differs()
            }
        }
        (NodeValue::List(items), Value::Array(others)) if items.len() == others.len() => {
            items.iter().zip(others).enumerate().find_map(|(index, (item, other))| difference(item, other, &format!("{path}.{index}")))
        }
        (NodeValue::Mapping(entries), Value::Object(others)) if entries.len() == others.len() => entries.iter().find_map(|entry| {
            let path = format!("{path}.{}", entry.key);
            match others.get(&*entry.key) {
                Some(other) => difference(&entry.value, other, &path),
                None => Some(format!("{path} is missing")),
            }
        }),
        _ => differs(),
    }
}

fn spells(text: &str, plain: bool, value: &Value) -> bool {
    match value {
        Value::String(other) => text == other,
        Value::Bool(truth) => plain && text.parse() == Ok(*truth),
        Value::Number(number) => plain && text.parse::<f64>().ok() == number.as_f64(),
        Value::Null => plain && matches!(text, "" | "~" | "null" | "Null" | "NULL"),
        Value::Array(_) | Value::Object(_) => false,
    }
}

/// Holds a tree against both oracles; gives how many of them could read the text.
fn compare(node: &Node, yaml: &str) -> Result<usize, String> {
    let first: Option<Value> = serde_yaml::from_str(yaml).ok();
    let second: Option<Value> = serde_saphyr::from_str(yaml).ok();
    let mut readable = 0;
    for (name, value) in [("serde_yaml", first), ("serde-saphyr", second)] {
        let Some(value) = value else { continue };
        if let Some(difference) = difference(node, &value, "") {
            return Err(format!("{name}: {difference}"));
        }
        readable += 1;
    }
    Ok(readable)
}

/// Holds every YAML document of a project against both oracles; gives how many there were.
fn compare_all(project: &Project, wrong: &mut Vec<String>) -> usize {
    let records = project.records.iter().map(|record| (&record.source, &record.node));
    let releases = project.releases.iter().map(|release| (&release.source, &release.node));
    let settings = [(&project.settings.source, &project.settings.node)];
    let mut count = 0;
    for (source, node) in records.chain(releases).chain(settings) {
        // Text below front matter is a field of its own, which no YAML reader sees.
        let front = source.text().strip_prefix("---\n").and_then(|rest| rest.split_once("\n---"));
        let is_markdown = source.path().rsplit('.').next() == Some("md");
        let outcome = match front.filter(|_| is_markdown) {
            None => compare(node, source.text()),
            Some((front, below)) => {
                let mut node = node.clone();
                if let NodeValue::Mapping(entries) = &mut node.value
                    && !below.trim().is_empty()
                {
                    entries.pop();
                }
                compare(&node, front)
            }
        };
        if outcome != Ok(2) {
            wrong.push(format!("{}: {outcome:?}", source.path()));
        }
        count += 1;
    }
    count
}

#[test]
fn every_document_of_the_examples_is_read_as_others_read_it() {
    let mut projects = vec![root(), root().join("examples/emergency-care")];
    let others = fs::read_dir(root().join("tests/projects")).expect("tests/projects");
    projects.extend(others.map(|entry| entry.expect("a readable folder entry").path()));
    let mut wrong = Vec::new();
    let mut count = 0;
    for folder in projects {
        let workspace = DiskWorkspace::open(&folder).expect("a project");
        let reading = read_project(&workspace);
        let found = reading.findings.sorted();
        let project = reading.project.unwrap_or_else(|| panic!("{}: {found:?}", folder.display()));
        count += compare_all(&project, &mut wrong);
    }
    assert!(count > 100, "{count} documents");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Pieces of YAML that matter to a reader.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec![
            "\n", " ", "  ", ": ", "- ", "#", " #", "\"", "'", "[", "]", "{", "}", ",", "|\n", ">-\n", "&a ", "*a", "!", "%", "@", "`",
            "?", "~", "\\", "---\n", "é", "\u{85}", "\u{2028}", "\t"
        ])
        .prop_map(str::to_owned),
        "[a-z0-9 .:#'\"\\[\\]{},|>-]{1,4}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_after_a_change_is_read_as_others_read_it(at in 0_usize..400, gone in 0_usize..4, new in piece()) {
        let path = "metrics/definitions/calls-offered.yaml";
        let project = in_memory();
        let mut text = fs::read_to_string(root().join("tests/projects/minimal").join(path)).expect("a file");
        let at = at.min(text.len());
        let end = (at + gone).min(text.len());
        text.replace_range(at..end, &new);
        if let Some(project) = read_project(&project.with(path, &text)).project {
            let record = project.records.iter().find(|record| record.source.path() == path).expect("the record");
            // Each of the two refuses some of what the standard allows, such as a tab on an empty line; never both.
            let outcome = compare(&record.node, &text);
            prop_assert!(matches!(outcome, Ok(1 | 2)), "{outcome:?}\n{text}");
        }
    }
}
