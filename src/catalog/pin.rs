//! Versions to which rows of results are pinned.

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, codes};
use crate::model::{Id, Kind, Version};
use crate::source::Project;

/// Versions of one table that are told one by one.
const TOLD: usize = 5;

/// Reports rows that are pinned to a version which the metric never had; earlier versions are known from history only.
pub(super) fn find_bad_pins(project: &Project, findings: &mut Findings) {
    let metrics = project.records.iter().filter(|record| record.kind == Kind::Metric);
    let current: BTreeMap<&Id, Version> = metrics.filter_map(|record| Some((&record.id, record.versioning?.version))).collect();
    for table in &project.results {
        let Some(current) = current.get(&table.metric) else {
            continue;
        };
        let pinned = table.notes().filter_map(|(row, note)| Some((row, note.version?)));
        for (row, version) in pinned.filter(|(_, version)| version > current).take(TOLD) {
            let message = format!("the row is pinned to version {version} of `{}`, whose newest version is {current}", table.metric);
            let finding = Finding::error(&codes::UNKNOWN_REFERENCE, table.place(row), message);
            findings.push(finding.help("write the version in force for the period, or leave `version` empty"));
        }
    }
}
