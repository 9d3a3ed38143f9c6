//! What is said of a commit, and by whom, from the files that it brings in.

use std::collections::BTreeMap;

use super::calendar::field;
use crate::diag::plural;

/// Folders in the order in which a commit is named after what it brings in.
const FIRST_NAMED: [(&str, &str); 19] = [
    ("content/changes/", "Change"),
    ("content/restatements/", "Restatement"),
    ("content/decisions/", "Decision"),
    ("content/reviews/", "Review"),
    ("content/findings/", "Audit finding"),
    ("content/deviations/", "Deviation"),
    ("content/root-causes/", "Root cause"),
    ("content/experiments/", "Experiment"),
    ("content/actions/", "Action"),
    ("content/reconciliations/", "Reconciliation"),
    ("content/insights/", "Insight"),
    ("content/waivers/", "Waiver"),
    ("content/evidence/", "Evidence"),
    ("content/risks/", "Risk"),
    ("metrics/targets/", "Target"),
    ("metrics/baselines/", "Baseline"),
    ("content/calendar/", "Calendar"),
    ("metrics/", "Measure"),
    ("content/", "Record"),
];

/// Who prepares the figures and commits what nobody else answers for.
const PREPARER: &str = "priya-nair";

/// What is said of a commit.
pub(super) struct Told {
    /// Name and address of mail.
    pub(super) author: (String, String),
    /// The message.
    pub(super) message: String,
}

/// Says what a commit does; `texts` are the files as they read today.
pub(super) fn commit_message(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
    release: Option<&str>,
    texts: &BTreeMap<String, String>,
) -> Told {
    let new: Vec<&str> = after.keys().filter(|path| !before.contains_key(*path)).map(String::as_str).collect();
    let changed: Vec<&str> =
        after.iter().filter(|(path, text)| before.get(*path).is_some_and(|old| old != *text)).map(|(path, _)| path.as_str()).collect();
    let lead = lead(&new).or_else(|| lead(&changed)).unwrap_or(("tickmark.yaml", "Report"));
    let title = |path: &str| after.get(path).and_then(|text| field(text, "title")).unwrap_or(path).to_owned();
    let subject = match release {
        _ if before.is_empty() => title(lead.0),
        Some(release) => format!("Publish {}", title(&format!("metrics/snapshots/{release}/release.yaml"))),
        None if new.contains(&lead.0) => format!("{}: {}", lead.1, title(lead.0)),
        None => format!("Bring up to date: {}", title(lead.0)),
    };
    let body = match (before.is_empty(), release) {
        (true, _) => "The first definitions, and those who answer for them.\n".to_owned(),
        (_, Some(_)) => format!(
            "The results of {} metrics.\n",
            new.iter().filter(|path| path.starts_with("metrics/snapshots/")).count().saturating_sub(1)
        ),
        _ => format!("{} new, {} changed.\n", plural(new.len(), "file"), changed.len()),
    };
    let author = after.get(lead.0).filter(|_| release.is_none()).and_then(|text| person(text)).unwrap_or(PREPARER);
    let name = texts.get(&format!("content/people/{author}.yaml")).and_then(|text| field(text, "title")).unwrap_or(author);
    Told { author: (name.to_owned(), format!("{author}@larkhaven.example")), message: format!("{subject}\n\n{body}") }
}

/// The file after which a commit is named, and what it is called.
fn lead<'a>(paths: &[&'a str]) -> Option<(&'a str, &'static str)> {
    FIRST_NAMED.iter().find_map(|(folder, word)| Some((*paths.iter().find(|path| path.starts_with(folder))?, *word)))
}

/// The person who answers for a record.
fn person(text: &str) -> Option<&str> {
    ["proposer", "owner", "accountable", "preparer"].iter().find_map(|name| field(text, name)?.strip_prefix("person/"))
}
