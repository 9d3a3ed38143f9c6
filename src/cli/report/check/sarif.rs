//! What checks found as SARIF 2.1.0, for code scanning.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Document, FindingEntry, Spot, Weight};
use crate::cli::report::escape::uri;
use crate::cli::report::shown;

/// Writes the log.
pub(super) fn render(document: &Document) -> String {
    let met: BTreeMap<&str, &FindingEntry> = document.findings.iter().map(|finding| (finding.code, finding)).collect();
    let places: BTreeMap<&str, usize> = met.keys().enumerate().map(|(index, code)| (*code, index)).collect();
    let results: Vec<Value> = document.findings.iter().map(|finding| result(document, finding, &places)).collect();
    let value = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Tickmark",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": met.values().map(|finding| descriptor(finding)).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": "tickmark-check/" },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&value).map_or_else(|_| String::new(), |text| text + "\n")
}

fn descriptor(finding: &FindingEntry) -> Value {
    json!({
        "id": finding.code,
        "name": finding.name,
        "shortDescription": { "text": finding.summary },
        "help": { "text": format!("{} `tickmark explain {}` says more.", finding.summary, finding.code) },
    })
}

fn result(document: &Document, finding: &FindingEntry, places: &BTreeMap<&str, usize>) -> Value {
    let help = finding.help.as_deref().map_or_else(String::new, |help| format!("; {help}"));
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|related| {
            let mut location = location(document, &related.place);
            location["message"] = json!({ "text": shown::whole(&related.says) });
            location
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.level),
        "message": { "text": shown::whole(&format!("{}{help}", finding.message)) },
        "locations": [location(document, &finding.place)],
        "partialFingerprints": { "tickmark/v1": finding.fingerprint },
    });
    if let Some(index) = places.get(finding.code) {
        result["ruleIndex"] = json!(index);
    }
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    result
}

fn location(document: &Document, spot: &Spot) -> Value {
    // Readers demand a region; a file as a whole is shown at its first line.
    let region = match (spot.line, spot.column) {
        (Some(line), Some(column)) => json!({ "startLine": line, "startColumn": column, "endColumn": column + spot.width.max(1) }),
        (line, _) => json!({ "startLine": line.unwrap_or(1) }),
    };
    let address = uri(&format!("{}{}", document.folder, spot.path));
    json!({ "physicalLocation": { "artifactLocation": { "uri": address }, "region": region } })
}

const fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Information => "note",
        Weight::Warning => "warning",
        Weight::Error => "error",
    }
}
