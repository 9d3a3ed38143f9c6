//! Tables for people with a spreadsheet: what the checks found, what is waived, who agreed to changes, and old figures beside new ones.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::PackageError;
use super::scope::Scope;
use crate::catalog::Catalog;
use crate::model::change::Change;
use crate::model::{AnyRecord, RecordRef};
use crate::render::data::{harmless, push_line};
use crate::source::Record;

const FINDINGS: [&str; 11] = ["check", "name", "level", "verdict", "subject", "message", "expected", "found", "path", "line", "waiver"];
const WAIVERS: [&str; 9] = ["waiver", "title", "state", "check", "set_aside_for", "reason", "approved_by", "expires", "holds_as_of_report"];
const APPROVALS: [&str; 13] = [
    "change",
    "record",
    "version_before",
    "version_after",
    "declared_class",
    "state",
    "proposer",
    "submitted",
    "effective",
    "emergency",
    "approver",
    "role",
    "approved_on",
];
const BRIDGES: [&str; 6] = ["change", "metric", "period", "part", "old", "new"];

fn line(list: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| harmless(cell)).collect();
    push_line(list, cells.iter().map(String::as_str));
}

/// The results of all checks of a report, read.
pub(super) struct Checks(Value);

impl Checks {
    /// Reads the results that a report carries.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, PackageError> {
        let value: Value = serde_json::from_slice(bytes).map_err(|error| PackageError::report("data/checks.json", &error))?;
        Ok(Self(value))
    }

    /// The same with the subjects of a scope alone; the counts of each check stay those of the whole report.
    pub(super) fn narrowed(mut self, scope: &Scope) -> Self {
        let holds = |subject: &str| {
            let release = subject.strip_prefix("release/");
            let releases = || scope.releases.iter().any(|id| Some(id.as_str()) == release);
            !subject.contains('/') || releases() || scope.records.iter().any(|record| record.to_string() == subject)
        };
        if let Some(Value::Array(subjects)) = self.0.get_mut("subjects") {
            subjects.retain(|subject| subject.get("subject").and_then(Value::as_str).is_some_and(&holds));
        }
        if let Value::Object(fields) = &mut self.0 {
            fields.insert("narrowed".to_owned(), json!({ "counts_are_of": "the whole report" }));
        }
        self
    }

    /// The results as JSON.
    pub(super) fn text(&self) -> String {
        serde_json::to_string_pretty(&self.0).map_or_else(|_| String::new(), |text| text + "\n")
    }

    /// What is not passed: one line for each thing that is wrong, and for each check that could not be made.
    pub(super) fn findings(&self) -> String {
        let mut list = String::new();
        push_line(&mut list, FINDINGS);
        let named = |code: &str| {
            let checks = self.0.get("checks").and_then(Value::as_array);
            checks
                .and_then(|checks| checks.iter().find(|check| text(check, "code") == code))
                .map_or_else(String::new, |check| text(check, "name"))
        };
        for subject in self.0.get("subjects").and_then(Value::as_array).into_iter().flatten() {
            for result in subject.get("results").and_then(Value::as_array).into_iter().flatten() {
                let verdict = text(result, "verdict");
                if verdict == "pass" {
                    continue;
                }
                let first =
                    [text(result, "check"), named(&text(result, "check")), text(result, "level"), verdict, text(subject, "subject")];
                let failed = result.get("failed").and_then(Value::as_array);
                for wrong in failed.into_iter().flatten() {
                    let place = wrong.get("place").cloned().unwrap_or_default();
                    let line_number = place.get("line").map_or_else(String::new, Value::to_string);
                    let rest = ["message", "expected", "found"].map(|name| text(wrong, name));
                    let where_and_waiver = [text(&place, "path"), line_number, text(result, "waiver")];
                    line(&mut list, &[&first[..], &rest[..], &where_and_waiver[..]].concat());
                }
                if failed.is_none_or(Vec::is_empty) {
                    let rest = [text(result, "reason"), String::new(), String::new(), String::new(), String::new(), text(result, "waiver")];
                    line(&mut list, &[&first[..], &rest[..]].concat());
                }
            }
        }
        list
    }
}

/// A text of a value; empty where there is none.
fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn in_scope<'a>(catalog: &'a Catalog, scope: &'a Scope) -> impl Iterator<Item = &'a Record> {
    catalog.records().iter().map(|record| &**record).filter(|record| scope.records.contains(&record.reference()))
}

/// The waivers of a scope.
pub(super) fn waivers(catalog: &Catalog, scope: &Scope, as_of: crate::model::Date) -> String {
    let mut list = String::new();
    push_line(&mut list, WAIVERS);
    for record in in_scope(catalog, scope) {
        let AnyRecord::Waiver(waiver) = &record.fields else { continue };
        let state = coded(&waiver.state);
        let holds = if state == "active" && as_of <= waiver.expires { "yes" } else { "no" };
        let cells = [
            record.reference().to_string(),
            record.envelope.title.clone(),
            state,
            waiver.check.clone(),
            waiver.for_what(),
            one_line(waiver.reason.as_str()),
            waiver.approved_by.record().to_string(),
            waiver.expires.to_string(),
            holds.to_owned(),
        ];
        line(&mut list, &cells);
    }
    list
}

/// Who agreed to which change, one line for each approval and each record that is changed; and the figures of all bridges.
pub(super) fn approvals_and_bridges(catalog: &Catalog, scope: &Scope) -> (String, String) {
    let (mut approvals, mut bridges) = (String::new(), String::new());
    push_line(&mut approvals, APPROVALS);
    push_line(&mut bridges, BRIDGES);
    for record in in_scope(catalog, scope) {
        if let AnyRecord::Change(change) = &record.fields {
            push_approvals(record, change, &mut approvals);
            push_bridge(&record.reference(), change, &mut bridges);
        }
    }
    (approvals, bridges)
}

fn push_approvals(record: &Record, change: &Change, list: &mut String) {
    for target in &change.targets {
        let version = |version: Option<crate::model::Version>| version.map_or_else(String::new, |version| version.to_string());
        let first = [
            record.reference().to_string(),
            target.record.record().to_string(),
            version(target.from),
            version(target.to),
            coded(&change.declared_class),
            coded(&change.state),
            change.proposer.record().to_string(),
            change.submitted_on(&record.id).map_or_else(String::new, |day| day.to_string()),
            change.effective.to_string(),
            change.emergency.to_string(),
        ];
        let agreed = change.approvals.iter().map(|given| [given.who.record().to_string(), given.role.clone(), given.date.to_string()]);
        let mut agreed: Vec<[String; 3]> = agreed.collect();
        if agreed.is_empty() {
            agreed.push([String::new(), String::new(), String::new()]);
        }
        for given in agreed {
            line(list, &[&first[..], &given[..]].concat());
        }
    }
}

fn push_bridge(reference: &RecordRef, change: &Change, list: &mut String) {
    let metrics: BTreeSet<String> = change.targets.iter().map(|target| target.record.record().to_string()).collect();
    let only = if metrics.len() == 1 { metrics.first().cloned().unwrap_or_default() } else { String::new() };
    for row in &change.bridge {
        let part: Vec<String> = row.scope.iter().map(|(segment, code)| format!("{segment}={code}")).collect();
        let metric = row.metric.as_ref().map_or_else(|| only.clone(), |metric| metric.record().to_string());
        let cells = [reference.to_string(), metric, row.period.to_string(), part.join(" "), row.old.to_string(), row.new.to_string()];
        // A number that begins with its sign is a number, not a formula.
        push_line(list, cells.iter().map(String::as_str));
    }
}

/// The word by which records write a coded value.
fn coded(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
