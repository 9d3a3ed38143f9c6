//! On which day each file of the demonstration project came to be.
//!
//! The days come from the files themselves: results from the release that published them, records from the newest day that
//! they name, targets from the day of their agreement, definitions from the change that brought them in.

use std::collections::BTreeMap;

use super::known::{days_named, ids, written_days};
use crate::model::{Date, Instant};

/// A release of results.
#[derive(Clone, Debug)]
pub(super) struct Release {
    /// Its id.
    pub(super) id: String,
    /// When it was published.
    pub(super) at: Instant,
    /// Whether its figures were still provisional.
    pub(super) provisional: bool,
}

/// The days on which a project came to be.
#[derive(Debug)]
pub(super) struct Calendar {
    /// The first day of the history.
    pub(super) start: Date,
    /// The day on which the first definitions came into force.
    begun: Date,
    /// The day as of which the project speaks today.
    pub(super) end: Date,
    /// The releases, the oldest first.
    pub(super) releases: Vec<Release>,
    /// The first day of each file.
    pub(super) first: BTreeMap<String, Date>,
}

impl Calendar {
    /// Reads the days of a project; nothing where it has no day as of which it speaks, or no change that began it.
    pub(super) fn of(texts: &BTreeMap<String, String>) -> Option<Self> {
        let end = day_of(field(texts.get("tickmark.yaml")?, "as_of")?)?;
        let changes: Vec<(&str, Date)> =
            texts.iter().filter(|(path, _)| is_change(path)).map(|(_, text)| (text.as_str(), of_change(text, end))).collect();
        let (first_change, start) = *changes.iter().min_by_key(|(_, day)| *day)?;
        let begun = day_of(field(first_change, "effective")?)?;
        let mut calendar = Self { start, begun, end, releases: releases(texts), first: BTreeMap::new() };
        calendar.first =
            texts.iter().map(|(path, text)| (path.clone(), calendar.first_day(path, text, &changes).clamp(start, end))).collect();
        calendar.wait_for_grounds(texts);
        Some(calendar)
    }

    fn first_day(&self, path: &str, text: &str, changes: &[(&str, Date)]) -> Date {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["metrics", "snapshots", release, ..] | ["extracts", release, ..] => self.release_day(release),
            ["content", "changes", _] => of_change(text, self.end),
            ["content", "glossary", _] => days_named(text).into_iter().filter(|day| *day <= self.end).max().unwrap_or(self.start),
            ["content", folder, _] if is_event(folder) => self.newest_named(path, text),
            ["metrics", "targets", _] => field(text, "agreed_at").and_then(day_of).unwrap_or(self.start),
            ["metrics", "baselines", _] => self.published(text).unwrap_or(self.start),
            ["metrics", folder, name] => self.in_force(folder, name, text, changes),
            _ => self.start,
        }
    }

    /// Lets waivers come no earlier than the records that they give as their reason.
    fn wait_for_grounds(&mut self, texts: &BTreeMap<String, String>) {
        let named = |text: &str, path: &str| id(path).is_some_and(|id| ids(text).any(|word| word == id));
        for (path, text) in texts.iter().filter(|(path, _)| path.starts_with("content/waivers/")) {
            let grounds = self.first.iter().filter(|(other, _)| other.starts_with("content/deviations/") && named(text, other));
            if let Some(day) = grounds.map(|(_, day)| *day).chain(self.first.get(path).copied()).max() {
                self.first.insert(path.clone(), day);
            }
        }
    }

    /// The day on which a version came to be: that of the change which names it, else its first day.
    fn in_force(&self, folder: &str, name: &str, text: &str, changes: &[(&str, Date)]) -> Date {
        let Some(day) = field(text, "effective_from").and_then(day_of) else { return self.start };
        let id = name.trim_end_matches(".yaml");
        let kind = if folder == "definitions" { "metric" } else { folder.trim_end_matches('s') };
        let is_new = |text: &&(&str, Date)| {
            text.0.contains(&format!("- {{record: {kind}/{id}, to:")) || text.0.contains(&format!("- record: {kind}/{id}\n    to:"))
        };
        // A version that followed another one was there before; `earlier.rs` has what it said.
        let follows = changes.iter().any(|(text, _)| text.contains(&format!("- record: {kind}/{id}\n    from:")));
        match changes.iter().find(is_new) {
            Some((_, day)) => *day,
            None if follows || day <= self.begun => self.start,
            None if day > self.end => days_named(text).into_iter().filter(|day| *day <= self.end).max().unwrap_or(self.start),
            None => day,
        }
    }

    /// The newest day that a record names and that is not planned; that in its name, or the release of its period, where it names none.
    fn newest_named(&self, path: &str, text: &str) -> Date {
        let name = path.rsplit('/').next().unwrap_or_default();
        let named = days_named(text).into_iter().chain(name.get(..10).and_then(day_of)).filter(|day| *day <= self.end);
        named.max().or_else(|| self.published(text)).unwrap_or(self.end)
    }

    /// The day of the first release behind the last period that a text names.
    fn published(&self, text: &str) -> Option<Date> {
        let last = text.lines().find(|line| line.starts_with("period"))?;
        let last = last_month(last.rsplit_once("to: ").or_else(|| last.split_once(": "))?.1.trim_end_matches('}'))?;
        Some(self.releases.iter().find(|release| release.id >= last)?.at.written_date())
    }

    fn release_day(&self, id: &str) -> Date {
        self.releases.iter().find(|release| release.id == id).map_or(self.end, |release| release.at.written_date())
    }
}

/// Whether a folder of `content/` tells of what happened; the others grow with what is known, and are there from the beginning.
fn is_event(folder: &str) -> bool {
    !matches!(folder, "people" | "teams" | "committees" | "glossary" | "policies")
}

fn is_change(path: &str) -> bool {
    path.starts_with("content/changes/")
}

/// The day on which a change was agreed and ready: the newest that it names, but for its first day, the look back at it, and notes; one that
/// nobody agreed to has its end in the notes.
fn of_change(text: &str, end: Date) -> Date {
    let is_agreed = !text.contains("\napprovals: []\n");
    let mut is_later = false;
    let lines = text.lines().filter(|line| {
        if !line.starts_with(' ') {
            is_later = line.starts_with("post_review:") || is_agreed && line.starts_with("notes:");
        }
        !is_later && !line.starts_with("effective:")
    });
    lines.flat_map(written_days).filter(|day| *day <= end).max().unwrap_or(end)
}

fn releases(texts: &BTreeMap<String, String>) -> Vec<Release> {
    let release = |(path, text): (&String, &String)| {
        let id = path.strip_prefix("metrics/snapshots/")?.strip_suffix("/release.yaml")?.to_owned();
        let at = Instant::parse(field(text, "released")?).ok()?;
        Some(Release { id, at, provisional: field(text, "status") == Some("provisional") })
    };
    texts.iter().filter_map(release).collect()
}

/// The last month of a month or a quarter.
pub(super) fn last_month(period: &str) -> Option<String> {
    match period.split_once("-Q") {
        Some((year, quarter)) => Some(format!("{year}-{:02}", quarter.parse::<u32>().ok()? * 3)),
        None => Some(period.get(..7)?.to_owned()),
    }
}

/// The id of the record that a file holds.
pub(super) fn id(path: &str) -> Option<&str> {
    let (folder, name) = path.rsplit_once('/')?;
    let is_record = folder.split('/').count() == 2 && !folder.starts_with("extracts");
    is_record.then(|| name.rsplit_once('.').map_or(name, |(id, _)| id))
}

/// The value of a field that stands in one line; of the first one of that name.
pub(super) fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.trim_start().strip_prefix(name)?.strip_prefix(": ")).map(|value| value.trim_matches('"'))
}

fn day_of(text: &str) -> Option<Date> {
    Date::parse(text).ok()
}
