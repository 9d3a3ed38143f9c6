//! A review as a code quality report, which GitLab shows in a merge request.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Document, Weight};
use super::statement::{Statement, statements};
use crate::cli::report::shown;

/// Writes the report.
pub(in crate::cli) fn render(document: &Document) -> String {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let all = statements(document);
    let issues: Vec<Value> = all
        .iter()
        .map(|statement| {
            // GitLab keeps one issue for each fingerprint.
            let count = seen.entry(statement.fingerprint).or_default();
            *count += 1;
            let fingerprint = if *count == 1 { statement.fingerprint.to_owned() } else { format!("{}-{count}", statement.fingerprint) };
            issue(document, statement, &fingerprint)
        })
        .collect();
    serde_json::to_string_pretty(&issues).map_or_else(|_| String::new(), |text| text + "\n")
}

fn issue(document: &Document, statement: &Statement<'_>, fingerprint: &str) -> Value {
    let help = statement.help.map_or_else(String::new, |help| format!("; {help}"));
    let path = statement.place.map_or("tickmark.yaml", |place| &place.path);
    let line = statement.place.and_then(|place| place.line).unwrap_or(1);
    json!({
        "type": "issue",
        "check_name": statement.rule,
        "description": shown::whole(&format!("{}{help}", statement.line())),
        "categories": ["Compatibility"],
        "severity": severity(statement.level),
        "fingerprint": fingerprint,
        "location": { "path": shown::whole(&format!("{}{path}", document.folder)), "lines": { "begin": line } },
    })
}

const fn severity(weight: Weight) -> &'static str {
    match weight {
        Weight::Information => "info",
        Weight::Warning => "minor",
        Weight::Error => "critical",
    }
}
