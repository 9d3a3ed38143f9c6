//! Whether the settings speak of checks that there are.

use super::registry::CHECKS;
use crate::diag::{CODES, Finding, Findings, codes, did_you_mean};
use crate::source::{Entry, Project};

/// Reports codes in the settings that are no checks.
#[must_use]
pub fn check_settings(project: &Project) -> Findings {
    let file = &project.settings;
    let known = || CHECKS.iter().map(|check| check.code.id);
    let entries = file.node.entry("checks").map_or(&[][..], |entry| entry.value.entries());
    let unknown = |entry: &&Entry| !known().any(|code| code == &*entry.key);
    let report = |entry: &Entry| {
        let reader = CODES.iter().any(|code| code.id == &*entry.key);
        let help = match did_you_mean(&entry.key, known()) {
            _ if reader => "findings of the reader cannot be set aside; mend the file they name".to_owned(),
            Some(code) => format!("did you mean `{code}`?"),
            None => "`tickmark explain` lists the checks".to_owned(),
        };
        let place = file.source.place(entry.key_span());
        Finding::error(&codes::SETTINGS, place, format!("`checks` names `{}`, which is no check", entry.key)).help(help)
    };
    entries.iter().filter(unknown).map(report).collect()
}
