//! The project as it stood after each day on which something of it changed.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{Calendar, Release, field, id, last_month};
use super::earlier::{EARLIER, before_changes};
use super::known::Known;
use crate::model::Date;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Seconds from midnight to the time at which records are committed, before any release of the day.
const MORNING: i64 = 7 * 3600;

/// The settings, which change with each release.
const SETTINGS: &str = "tickmark.yaml";

/// The project at one time.
pub(super) struct State {
    /// Seconds since 1970.
    pub(super) at: i64,
    /// The release that was published then.
    pub(super) release: Option<String>,
    /// Every file.
    pub(super) files: BTreeMap<String, String>,
}

/// All states in their order; no two that follow each other are alike.
pub(super) fn states(calendar: &Calendar, texts: &BTreeMap<String, String>) -> Vec<State> {
    let mut days: BTreeSet<Date> = calendar.first.values().copied().chain([calendar.end]).collect();
    days.extend(EARLIER.iter().filter_map(|earlier| Date::parse(earlier.until).ok()));
    let mut states: Vec<State> = Vec::new();
    // What is known only grows, so a text that reads as today will do so from then on.
    let mut settled = BTreeSet::new();
    for day in days {
        let release = calendar.releases.iter().find(|release| release.at.written_date() == day);
        let morning = i64::from(day.day_number() - Date::in_month(1970, 1, 1).day_number()) * DAY + MORNING;
        let moments = [(None, morning)].into_iter().chain(release.map(|release| (Some(release), release.at.unix())));
        for (release, at) in moments {
            let files = state(calendar, texts, day, release, &mut settled);
            if states.last().is_none_or(|last| last.files != files) {
                states.push(State { at, release: release.map(|release| release.id.clone()), files });
            }
        }
    }
    states
}

fn state<'t>(
    calendar: &Calendar,
    texts: &'t BTreeMap<String, String>,
    day: Date,
    release: Option<&Release>,
    settled: &mut BTreeSet<&'t str>,
) -> BTreeMap<String, String> {
    let published = |path: &str| match release_of(path) {
        None => true,
        Some(id) => {
            let is_out = |other: &Release| other.at.written_date() < day || release.is_some_and(|release| release.id == id);
            calendar.releases.iter().any(|other| other.id == id && is_out(other))
        }
    };
    let is_there = |path: &str| calendar.first.get(path).is_some_and(|first| *first <= day) && published(path);
    // Records of two kinds may share an id; one that is there in any kind is not missed. An id of one word would be found in every sentence.
    let (there, absent): (Vec<_>, Vec<_>) = texts.iter().partition(|(path, _)| is_there(path));
    let mut missing: BTreeSet<&str> = absent.iter().filter_map(|(path, _)| id(path)).filter(|id| id.contains('-')).collect();
    for id in there.iter().filter_map(|(path, _)| id(path)) {
        missing.remove(id);
    }
    let known = Known { day, end: calendar.end, missing };
    let mut files = BTreeMap::new();
    for (path, today) in there {
        let text = if settled.contains(path.as_str()) { today.clone() } else { text_on(calendar, &known, path, today, release) };
        if text == *today && path != SETTINGS {
            settled.insert(path);
        }
        files.insert(path.clone(), text);
    }
    files
}

fn text_on(calendar: &Calendar, known: &Known<'_>, path: &str, text: &str, release: Option<&Release>) -> String {
    // Results and what they were made from stand as they were published.
    if release_of(path).is_some() {
        return text.to_owned();
    }
    if path == SETTINGS {
        return settings(calendar, text, known.day, release);
    }
    let text = before_changes(path, known.day, text);
    let text = before_review(path, known.day, &text);
    let text = while_in_force(path, known.day, &text);
    known.of(path, &before_next_look(calendar, path, known.day, text))
}

/// A definition before it was looked at again: the change that brought it in was the first look.
fn before_next_look(calendar: &Calendar, path: &str, day: Date, text: String) -> String {
    let last = field(&text, "last_reviewed").and_then(|last| Date::parse(last).ok()).filter(|last| *last > day);
    match (last, calendar.first.get(path)) {
        (Some(last), Some(first)) => text.replacen(&format!("last_reviewed: {last}"), &format!("last_reviewed: {first}"), 1),
        _ => text,
    }
}

/// The settings by which the report of the last release was made.
fn settings(calendar: &Calendar, text: &str, day: Date, release: Option<&Release>) -> String {
    if day == calendar.end {
        return text.to_owned();
    }
    let past =
        calendar.releases.iter().filter(|other| other.at.written_date() < day || release.is_some_and(|release| release.id == other.id));
    let past: Vec<&Release> = past.collect();
    let of = past.iter().rev().find(|release| !release.provisional).copied().or(calendar.releases.first());
    let as_of = past.last().map_or(calendar.start, |release| release.at.written_date());
    let (Some(id), Some(period), Some(end)) = (field(text, "id"), field(text, "period"), field(text, "as_of")) else {
        return text.to_owned();
    };
    let of = of.map_or(period, |release| release.id.as_str());
    let text = text.replacen(&format!("  id: {id}\n"), &format!("  id: {}\n", id.replace(period, of)), 1);
    let text = text.replacen(&format!("  period: {period}\n"), &format!("  period: {of}\n"), 1);
    text.replacen(&format!("as_of: \"{end}\""), &format!("as_of: \"{as_of}\""), 1)
}

/// A change before anybody looked at what it had brought.
fn before_review(path: &str, day: Date, text: &str) -> String {
    let held = field(text, "held").and_then(|held| Date::parse(held).ok());
    if !path.starts_with("content/changes/") || held.is_none_or(|held| held <= day) {
        return text.to_owned();
    }
    let before = text.split_once("\n  held: ").map_or(text, |(before, _)| before);
    let notes = text.split_once("\nnotes:").map_or(String::new(), |(_, notes)| format!("notes:{notes}"));
    format!("{}\n{notes}", before.replacen("state: reviewed", "state: approved", 1))
}

/// A target before it ended.
fn while_in_force(path: &str, day: Date, text: &str) -> String {
    let last = |text: &str| Date::parse(&format!("{}-01", last_month(field(text, "to")?)?)).ok();
    let over = |text: &str| last(text).is_some_and(|last| last.add_months(1) <= day);
    if path.starts_with("metrics/targets/") && text.contains("\nstate: closed\n") && !over(text) {
        return text.replacen("\nstate: closed\n", "\nstate: agreed\n", 1);
    }
    text.to_owned()
}

/// The release to which a file belongs.
fn release_of(path: &str) -> Option<&str> {
    path.strip_prefix("metrics/snapshots/").or_else(|| path.strip_prefix("extracts/"))?.split('/').next()
}
