//! What changed since the last report: records, releases and restatements.
//!
//! The last report is that of the revision or day that the settings name as the beginning of the history, else that of the end of the
//! period before the report's own. The texts of then come from the logs; no second catalogue is needed.

use super::story::Story;
use super::{agreement, page, step};
use crate::diff::RecordChange;
use crate::history::{Edit, LogEntry, Part};
use crate::language::capitalised;
use crate::model::{ChangeClass, Date, Frequency, Instant, Kind, Period, RecordRef};
use crate::site::plan::register_path;
use crate::site::view::governance::{moved_values, table, tallies, text};
use crate::site::view::places::{planned_href, release_href};
use crate::site::view::{Block, Cell, Link, Row, Section};
use crate::site::writer::Writer;

/// Rows of the table of records.
const MOST_ROWS: usize = 25;
/// New records that are named one by one; a project that is new to its repository has nothing else.
const MOST_ADDED: usize = 5;

/// The moment of the last report.
struct Last {
    day: Date,
    words: String,
    /// The commit from which it was built, where one was named.
    commit: Option<usize>,
}

/// A record that is another than at the last report.
struct Changed {
    reference: RecordRef,
    how: How,
    class: Option<ChangeClass>,
}

/// How a record is another.
enum How {
    Added,
    Removed,
    Edited(Box<RecordChange>),
    /// It was touched, and a text of it could not be read.
    Unknown,
}

/// The section; nothing where there is neither a history nor a release.
pub(in crate::site::view) fn section(writer: &mut Writer<'_>) -> Option<Section> {
    let site = writer.site;
    let catalog = site.catalog();
    let known = !catalog.past().logs.is_empty();
    if !known && catalog.releases().is_empty() {
        return None;
    }
    let last = last_report(writer);
    let mut blocks = vec![Block::Intro { text: last.words.clone() }];
    let changed = if known { changed(writer, &last) } else { Vec::new() };
    let definitions = changed.iter().filter(|changed| changed.reference.kind.row().versioned).count();
    let releases: Vec<_> =
        catalog.releases().iter().filter(|release| release.release.released.date_in(catalog.settings().timezone) > last.day).collect();
    let restatements: Vec<_> = catalog.restatements().filter(|(_, restatement)| restatement.announced_on > last.day).collect();
    let figures: usize = restatements.iter().map(|(record, _)| moved_values(site, &record.id)).sum();
    let mut counts = Vec::new();
    if known {
        counts.push((definitions, writer.fill("since-definitions", &[("count", definitions.into())])));
        let others = changed.len() - definitions;
        counts.push((others, writer.fill("since-others", &[("count", others.into())])));
    }
    counts.push((releases.len(), writer.fill("since-releases", &[("count", releases.len().into())])));
    counts.push((figures, writer.fill("since-figures", &[("count", figures.into())])));
    blocks.push(tallies(writer, counts));
    if !known && site.report().commit.is_none() {
        blocks.push(Block::Intro { text: writer.say("history-none") });
    }
    blocks.extend(record_table(writer, &changed));
    let mut links: Vec<Link> = restatements.iter().map(|(record, _)| writer.link(&record.reference())).collect();
    links.extend(releases.iter().map(|release| Link {
        href: release_href(writer, &release.id).trim_start_matches("index.html").to_owned(),
        label: release.release.title.clone(),
        note: writer.say("column-release"),
    }));
    if !links.is_empty() {
        blocks.push(Block::Links { columns: links.len() > 6, links });
    }
    let mut section = Section::new("since", writer.say("since-title"), blocks);
    section.link = planned_href(writer, &register_path(Kind::Change)).map(|href| Link {
        href,
        label: writer.say("since-all-changes"),
        note: String::new(),
    });
    Some(section)
}

/// When the last report was, and how that is known.
fn last_report(writer: &Writer<'_>) -> Last {
    let catalog = writer.site.catalog();
    let settings = catalog.settings();
    if let Some(last) = &writer.site.report().last {
        let date = writer.language().date(last.day);
        let at = last.commit.as_ref().and_then(|id| catalog.past().commits.iter().position(|commit| commit.id == *id));
        let words = match &last.commit {
            Some(commit) => writer.fill("since-commit", &[("commit", commit.short().into()), ("date", date.into())]),
            None => writer.fill("since-day", &[("date", date.into())]),
        };
        return Last { day: last.day, words, commit: at };
    }
    let as_of = writer.site.report().as_of;
    let calendar = catalog.calendar();
    let own = settings.report.period.unwrap_or_else(|| Period::containing(as_of, Frequency::Month, calendar));
    let before = own.previous();
    let day = before.last_day(calendar);
    let period = writer.language().period(before);
    let words = writer.fill("since-period", &[("period", period.into()), ("date", writer.language().date(day).into())]);
    Last { day, words, commit: None }
}

/// Whether an edit came after the last report.
fn is_after(writer: &Writer<'_>, last: &Last, edit: &Edit) -> bool {
    let catalog = writer.site.catalog();
    let day = |at: Instant| at.date_in(catalog.settings().timezone);
    match (edit.commit, last.commit) {
        (None, _) => true,
        // Commits stand before what they follow, so that a smaller position is a later commit.
        (Some(at), Some(then)) => at < then,
        (Some(at), None) => catalog.past().commits.get(at).is_some_and(|commit| day(commit.committer.at) > last.day),
    }
}

/// The records that are others than at the last report, the weightiest first.
fn changed(writer: &Writer<'_>, last: &Last) -> Vec<Changed> {
    let mut changed = Vec::new();
    for part in writer.site.catalog().past().logs.keys() {
        let Part::Record(reference) = part else { continue };
        let story = Story::of(writer.site, reference);
        let Some(position) = story.log.iter().rposition(|entry| is_after(writer, last, &entry.edit)) else { continue };
        let (Some(oldest), Some(newest)) = (story.log.get(position), story.log.first()) else { continue };
        if oldest.edit.before.is_none() && newest.edit.after.is_none() {
            continue;
        }
        changed.extend(how(writer, story, oldest, newest));
    }
    changed.sort_by(|one, other| {
        let key = |changed: &Changed| (std::cmp::Reverse(changed.class), !changed.reference.kind.row().versioned);
        key(one).cmp(&key(other)).then_with(|| one.reference.cmp(&other.reference))
    });
    changed
}

/// What became of a record between the state before an entry and the state after a later one; nothing where both mean the same.
fn how(writer: &Writer<'_>, story: Story<'_>, oldest: &LogEntry, newest: &LogEntry) -> Option<Changed> {
    let reference = story.reference.clone();
    let changed = |how: How, class| Some(Changed { reference: reference.clone(), how, class });
    // A shallow clone does not know what stood there before.
    let cut = story.commit(&oldest.edit).is_some_and(|commit| commit.truncated);
    match (&oldest.edit.before, &newest.edit.after) {
        (None, _) if cut => changed(How::Unknown, None),
        (None, Some(_)) => changed(How::Added, None),
        (before, after) => {
            let (old, new) = (story.record(before.as_ref()), story.record(after.as_ref()));
            if old.is_none() || after.is_some() && new.is_none() {
                return changed(How::Unknown, None);
            }
            let step = step::step_of(writer.site.catalog(), story.reference, old, new);
            let class = step.class();
            let change = step.change?;
            changed(if after.is_none() { How::Removed } else { How::Edited(Box::new(change)) }, class)
        }
    }
}

fn record_table(writer: &mut Writer<'_>, changed: &[Changed]) -> Vec<Block> {
    if changed.is_empty() {
        return Vec::new();
    }
    let many_added = changed.iter().filter(|changed| matches!(changed.how, How::Added)).count() > MOST_ADDED;
    let listed: Vec<&Changed> =
        changed.iter().filter(|changed| !(many_added && matches!(changed.how, How::Added))).take(MOST_ROWS).collect();
    if listed.is_empty() {
        return vec![Block::Intro { text: writer.fill("since-more", &[("count", changed.len().into())]) }];
    }
    let rows = listed.iter().map(|changed| row(writer, changed)).collect();
    let columns = vec![
        text(writer.say("history-record")),
        text(writer.say("since-what")),
        text(writer.say("history-class")),
        text(writer.say("history-version")),
        text(capitalised(&writer.language().kind(Kind::Change))),
    ];
    let caption = writer.say("since-caption");
    let mut blocks = vec![table(writer, "since", caption, columns, rows)];
    if changed.len() > listed.len() {
        blocks.push(Block::Intro { text: writer.fill("since-more", &[("count", (changed.len() - listed.len()).into())]) });
    }
    blocks
}

fn row(writer: &Writer<'_>, changed: &Changed) -> Row {
    let language = writer.language();
    let catalog = writer.site.catalog();
    let story = Story::of(writer.site, &changed.reference);
    let history = page::entry_href(writer, story, 0);
    let href = if history.is_empty() { writer.record_href(&changed.reference) } else { history };
    let now = catalog.record(&changed.reference).and_then(|record| Some(record.versioning?.version));
    let (what, (before, after)) = match &changed.how {
        How::Unknown => (writer.say("since-unknown"), (None, None)),
        How::Added => (writer.say("since-added"), (None, now)),
        How::Removed => (writer.say("since-removed"), (None, None)),
        How::Edited(change) => (writer.fill("since-edits", &[("count", change.edits.len().into())]), change.versions()),
    };
    let version = match (before, after) {
        (Some(one), Some(other)) if one != other => {
            Cell::Text(writer.fill("history-passage", &[("before", one.to_string().into()), ("after", other.to_string().into())]))
        }
        (None, Some(only)) | (Some(only), _) => Cell::Text(only.to_string()),
        (None, None) => Cell::Empty,
    };
    let spoken = step::agreed(catalog, &changed.reference, before, after).filter(|_| before != after);
    let cells = vec![
        Cell::Link { href, label: story.title(), note: language.kind(changed.reference.kind) },
        Cell::Text(what),
        changed.class.map_or(Cell::Empty, |class| Cell::Text(language.code(class.name()))),
        version,
        spoken.map_or(Cell::Empty, |(record, change)| Cell::Link {
            href: writer.record_href(&record.reference()),
            label: record.envelope.title.clone(),
            note: agreement::completeness(writer, change),
        }),
    ];
    Row { cells, ..Row::default() }
}
