//! Runs the rules, at the levels that the settings give them.

use super::registry::{DEFINITION_RULES, FIGURE_RULES, PROJECT_RULES};
use crate::catalog::Catalog;
use crate::diag::{CODES, Finding, Findings, Level, codes, did_you_mean};
use crate::model::settings::CheckLevel;
use crate::source::{Entry, Project};
use crate::stats::MetricSeries;

/// Findings of one rule about one metric that are told one by one.
const TOLD: usize = 5;

/// Reports codes in the settings that are no checks.
#[must_use]
pub fn check_settings(project: &Project) -> Findings {
    let file = &project.settings;
    let of_figures = || FIGURE_RULES.iter().map(|rule| rule.code.id).chain(PROJECT_RULES.iter().map(|rule| rule.code.id));
    let known = || DEFINITION_RULES.iter().map(|rule| rule.code.id).chain(of_figures());
    let entries = file.node.entry("checks").map_or(&[][..], |entry| entry.value.entries());
    let unknown = |entry: &&Entry| !known().any(|code| code == &*entry.key);
    let report = |entry: &Entry| {
        let reader = CODES.iter().any(|code| code.id == &*entry.key);
        let help = match did_you_mean(&entry.key, known()) {
            _ if reader => "findings of the reader cannot be set aside; mend the file they name".to_owned(),
            Some(code) => format!("did you mean `{code}`?"),
            None => format!("the checks are `{}`", known().collect::<Vec<_>>().join("`, `")),
        };
        let place = file.source.place(entry.key_span());
        Finding::error(&codes::SETTINGS, place, format!("`checks` names `{}`, which is no check", entry.key)).help(help)
    };
    entries.iter().filter(unknown).map(report).collect()
}

/// Tests the project as a whole.
#[must_use]
pub fn check_project(catalog: &Catalog) -> Findings {
    let mut findings = Findings::new();
    for rule in PROJECT_RULES {
        findings.extend(levelled(catalog, rule.code.id, (rule.find)(catalog)));
    }
    findings
}

/// Tests every metric definition.
#[must_use]
pub fn check_definitions(catalog: &Catalog) -> Findings {
    let mut findings = Findings::new();
    for rule in DEFINITION_RULES {
        for (record, metric) in catalog.metrics() {
            findings.extend(levelled(catalog, rule.code.id, (rule.find)(catalog, record, metric)));
        }
    }
    findings
}

/// Tests the figures of one metric.
#[must_use]
pub fn check_figures(catalog: &Catalog, series: &MetricSeries) -> Findings {
    let mut findings = Findings::new();
    let Some((record, metric)) = catalog.metric(&series.metric) else {
        return findings;
    };
    for rule in FIGURE_RULES {
        let mut found = levelled(catalog, rule.code.id, (rule.find)(catalog, metric, series));
        found.sort();
        let more = found.len().saturating_sub(TOLD);
        if let (1.., Some(level)) = (more, found.first().map(|finding| finding.level)) {
            found.truncate(TOLD);
            let message = format!("`{}` has {more} more of these beside those named", record.id);
            let finding = Finding { level, ..Finding::error(rule.code, record.key_place("title"), message) };
            found.push(finding.help("mend those that are named first"));
        }
        findings.extend(found);
    }
    findings
}

fn levelled(catalog: &Catalog, code: &str, found: Vec<Finding>) -> Vec<Finding> {
    let level = match catalog.settings().checks.get(code) {
        Some(CheckLevel::Off) => return Vec::new(),
        Some(CheckLevel::Info) => Level::Information,
        Some(CheckLevel::Warn) => Level::Warning,
        Some(CheckLevel::Error) => Level::Error,
        None => return found,
    };
    found.into_iter().map(|finding| Finding { level, ..finding }).collect()
}
