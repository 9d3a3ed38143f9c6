//! A review as SARIF 2.1.0, for code scanning.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Document, Spot, Weight};
use super::statement::{Statement, statements};
use crate::cli::report::escape::{sentence, uri};
use crate::cli::report::shown;
use crate::diff::{ChangeRule, rules};

/// Writes the log.
pub(in crate::cli) fn render(document: &Document) -> String {
    let all = statements(document);
    let met: BTreeMap<&str, &ChangeRule> =
        rules().iter().filter(|rule| all.iter().any(|statement| statement.rule == rule.id)).map(|rule| (rule.id, *rule)).collect();
    let places: BTreeMap<&str, usize> = met.keys().enumerate().map(|(index, id)| (*id, index)).collect();
    let results: Vec<Value> = all.iter().map(|statement| result(document, statement, &places)).collect();
    let value = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Tickmark",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": met.values().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": "tickmark-diff/" },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&value).map_or_else(|_| String::new(), |text| text + "\n")
}

fn descriptor(rule: &ChangeRule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": sentence(rule.summary) },
        "fullDescription": { "text": sentence(rule.why) },
        "help": { "text": format!("{} {}", sentence(rule.why), sentence(rule.fix)) },
        "defaultConfiguration": { "level": level(rule.level.into()) },
    })
}

fn result(document: &Document, statement: &Statement<'_>, places: &BTreeMap<&str, usize>) -> Value {
    let help = statement.help.map_or_else(String::new, |help| format!("; {help}"));
    let mut result = json!({
        "ruleId": statement.rule,
        "level": level(statement.level),
        "message": { "text": shown::whole(&format!("{}{help}", statement.line())) },
        "locations": [location(document, statement.place, statement.subject, None)],
        "partialFingerprints": { "tickmark/v1": statement.fingerprint },
    });
    if let Some(index) = places.get(statement.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(class) = statement.class {
        result["properties"] = json!({ "class": class.name() });
    }
    if let Some(before) = statement.before {
        let said = format!("as it was in {}", document.before.label);
        result["relatedLocations"] = json!([location(document, Some(before), statement.subject, Some(&said))]);
    }
    result
}

fn location(document: &Document, spot: Option<&Spot>, subject: &str, says: Option<&str>) -> Value {
    let mut location = json!({ "logicalLocations": [{ "fullyQualifiedName": shown::whole(subject) }] });
    if let Some(spot) = spot {
        let mut physical = json!({ "artifactLocation": { "uri": uri(&format!("{}{}", document.folder, spot.path)) } });
        // Readers demand a region; a file as a whole is shown at its first line.
        physical["region"] = match (spot.line, spot.column) {
            (Some(line), Some(column)) => json!({ "startLine": line, "startColumn": column, "endColumn": column + spot.width.max(1) }),
            (line, _) => json!({ "startLine": line.unwrap_or(1) }),
        };
        location["physicalLocation"] = physical;
    }
    if let Some(says) = says {
        location["message"] = json!({ "text": shown::whole(says) });
    }
    location
}

const fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Information => "note",
        Weight::Warning => "warning",
        Weight::Error => "error",
    }
}
