//! What checks found as a code quality report, which GitLab shows in a merge request.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Document, Weight};
use crate::cli::report::shown;

/// Writes the report.
pub(super) fn render(document: &Document) -> String {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut issues: Vec<Value> = Vec::new();
    for finding in &document.findings {
        // GitLab keeps one issue for each fingerprint.
        let count = seen.entry(&finding.fingerprint).or_default();
        *count += 1;
        let fingerprint = if *count == 1 { finding.fingerprint.clone() } else { format!("{}-{count}", finding.fingerprint) };
        let help = finding.help.as_deref().map_or_else(String::new, |help| format!("; {help}"));
        issues.push(json!({
            "type": "issue",
            "check_name": format!("{} {}", finding.code, finding.name),
            "description": shown::whole(&format!("{}{help}", finding.message)),
            "categories": ["Bug Risk"],
            "severity": severity(finding.level),
            "fingerprint": fingerprint,
            "location": {
                "path": shown::whole(&format!("{}{}", document.folder, finding.place.path)),
                "lines": { "begin": finding.place.line.unwrap_or(1) },
            },
        }));
    }
    serde_json::to_string_pretty(&issues).map_or_else(|_| String::new(), |text| text + "\n")
}

const fn severity(weight: Weight) -> &'static str {
    match weight {
        Weight::Information => "info",
        Weight::Warning => "minor",
        Weight::Error => "critical",
    }
}
