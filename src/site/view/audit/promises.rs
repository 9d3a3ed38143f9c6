//! Promises beside the definitions by which they are judged: where the two speak of different things.

use super::framing::{Said, finish, nothing, tally};
use super::outcome::{check_cell, verdict_status};
use crate::check::{CHECKS, CheckResult, Subject};
use crate::model::commitment::{CommitmentState, Operator};
use crate::model::reference::ExclusionRef;
use crate::model::{Decimal, Direction, Kind};
use crate::site::view::governance::text;
use crate::site::view::places::record_links;
use crate::site::view::promise::{PromiseStory, promise_word, window_words};
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Page, Row, RowGroup, Section, StatusWord, Table};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::stats::MetricTargets;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let published = site.catalog().commitments().filter(|(_, commitment)| commitment.state == CommitmentState::Published);
    let stories: Vec<PromiseStory<'_>> =
        published.filter_map(|(record, commitment)| PromiseStory::of(&writer, record, commitment)).collect();
    let gaps: Vec<Vec<Gap>> = stories.iter().map(|story| gaps(&writer, story)).collect();
    let differing = gaps.iter().filter(|gaps| !gaps.is_empty()).count();
    let tallies = vec![tally(&writer, stories.len(), "audit-promises-tally"), tally(&writer, differing, "audit-promises-tally-differing")];
    let mut blocks = Vec::new();
    if stories.is_empty() {
        blocks.push(nothing(&writer, "audit-promises-none"));
    } else {
        blocks.push(Block::Intro { text: writer.say("audit-promises-note") });
        let table = table(&writer, &stories, &gaps);
        blocks.push(writer.table(table));
    }
    let href = writer.register_href(Kind::Commitment);
    blocks.push(Block::Actions {
        links: vec![Link { href, label: writer.language().kinds(Kind::Commitment).to_owned(), note: String::new() }],
    });
    let mut sections = vec![Section::new("promises", writer.say("audit-promises-section"), blocks)];
    sections.extend(tested(&mut writer));
    let lede = writer.say("audit-promises-lede");
    finish(writer, AuditPage::Promises, 0, Said { lede, tallies, sections })
}

/// Something in which a promise and its measure differ, in words.
type Gap = String;

/// In what a promise and its measure differ.
fn gaps(writer: &Writer<'_>, story: &PromiseStory<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if story.commitment.window != story.metric.frequency {
        gaps.push(writer.say("audit-promises-window-differs"));
    }
    let beyond = beyond(story);
    if !beyond.is_empty() {
        gaps.push(writer.fill("audit-promises-exclusions-beyond", &[("count", beyond.len().into())]));
    }
    if target(writer, story).is_some_and(|(target, _)| is_weaker(story, target)) {
        gaps.push(writer.say("audit-promises-target-weaker"));
    }
    gaps
}

/// The exclusions that the metric applies and the wording of the promise does not allow.
fn beyond<'a>(story: &PromiseStory<'a>) -> Vec<&'a ExclusionRef> {
    let allowed = |exclusion: &&ExclusionRef| story.commitment.exclusions_allowed.iter().any(|allowed| allowed.id() == exclusion.id());
    story.metric.exclusions.iter().filter(|exclusion| !allowed(exclusion)).collect()
}

/// The internal target of the newest period with a figure, and the record that sets it.
fn target(writer: &Writer<'_>, story: &PromiseStory<'_>) -> Option<(Decimal, crate::model::RecordRef)> {
    let period = writer.site.summary(&story.measure.id)?.span?.1;
    let targets = MetricTargets::of(writer.site.catalog(), &story.measure.id, story.metric);
    let level = targets.level(&vec![0; story.metric.segments.len()], period)?;
    Some((level.level, level.record.reference()))
}

/// Whether the organisation asks less of itself than it promises.
fn is_weaker(story: &PromiseStory<'_>, target: Decimal) -> bool {
    let promised = story.commitment.level;
    match (story.commitment.operator, story.metric.direction) {
        (Operator::AtLeast | Operator::Above, Some(Direction::Increase)) => target < promised,
        (Operator::AtMost | Operator::Below, Some(Direction::Decrease)) => target > promised,
        _ => false,
    }
}

fn table(writer: &Writer<'_>, stories: &[PromiseStory<'_>], gaps: &[Vec<Gap>]) -> Table {
    let rows = stories.iter().zip(gaps).map(|(story, gaps)| row(writer, story, gaps)).collect();
    let columns = [
        "audit-promises-promise",
        "audit-promises-measure",
        "audit-promises-window",
        "audit-promises-exclusions",
        "audit-promises-level",
        "audit-promises-target",
        "audit-promises-newest",
        "audit-promises-differences",
    ];
    Table {
        id: "promises-table".to_owned(),
        caption: writer.say("audit-promises-section"),
        caption_hidden: true,
        sortable: stories.len() > 3,
        long: stories.len() > 20,
        columns: columns.into_iter().map(|key| text(writer.language().say(key).to_owned())).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, story: &PromiseStory<'_>, gaps: &[Gap]) -> Row {
    let windows = [
        ("window", window_words(writer, story.commitment.window).into()),
        ("frequency", window_words(writer, story.metric.frequency).into()),
    ];
    let beyond = beyond(story);
    let cells = vec![
        Cell::Link {
            href: writer.record_href(&story.record.reference()),
            label: story.record.envelope.title.clone(),
            note: story.commitment.promise.to_string().trim().to_owned(),
        },
        Cell::Link {
            href: writer.record_href(&story.measure.reference()),
            label: story.measure.envelope.title.clone(),
            note: story.measure.versioning.map_or_else(String::new, |versioning| versioning.version.to_string()),
        },
        if story.commitment.window == story.metric.frequency {
            Cell::Text(window_words(writer, story.metric.frequency))
        } else {
            Cell::Text(writer.fill("audit-promises-window-of", &windows))
        },
        match (story.metric.exclusions.len(), beyond.len()) {
            (0, _) => Cell::Absent(writer.say("audit-promises-no-exclusions")),
            (_, 0) => Cell::Text(writer.say("audit-promises-all-allowed")),
            _ => record_links(writer, beyond.iter().map(|exclusion| exclusion.record())),
        },
        Cell::Text(story.promised(writer)),
        match target(writer, story) {
            None => Cell::Absent(writer.say("audit-promises-no-target")),
            Some((level, record)) => {
                Cell::Link { href: writer.record_href(&record), label: story.value(writer, level), note: String::new() }
            }
        },
        Cell::Status(promise_word(writer, story.newest().and_then(|window| window.status))),
        if gaps.is_empty() {
            Cell::Status(StatusWord { class: "is-meets", word: writer.say("audit-promises-no-difference") })
        } else {
            Cell::Status(StatusWord { class: "is-misses", word: gaps.join("; ") })
        },
    ];
    Row { cells, ..Row::default() }
}

/// What the checks of promises said; nothing where none of them did.
fn tested(writer: &mut Writer<'_>) -> Option<Section> {
    let told: Vec<&CheckResult> = writer.site.ledger().told().iter().filter(|result| result.check.family() == 'M').collect();
    if !CHECKS.iter().any(|check| check.family() == 'M') {
        return None;
    }
    let title = writer.say("audit-promises-tested");
    if told.is_empty() {
        return Some(Section::new("tested", title, vec![nothing(writer, "audit-promises-tested-well")]));
    }
    let row = |result: &&CheckResult| {
        let words = result.failed.first().map_or_else(|| result.reason.clone(), |failed| failed.message.clone());
        let subject = match &result.subject {
            Subject::Record(record) => crate::site::view::governance::link_cell(writer, record),
            _ => super::outcome::subject_cell(writer, result),
        };
        let verdict = Cell::Status(verdict_status(writer.language(), result.verdict));
        Row { cells: vec![check_cell(writer, result.check), subject, verdict, Cell::Spoken(words)], ..Row::default() }
    };
    let rows = told.iter().map(row).collect();
    let columns = ["audit-check", "audit-subject", "audit-outcome", "audit-wrong"];
    let columns = columns.map(|key| Column::new(writer.language().say(key), ColumnKind::Text)).to_vec();
    let table = super::framing::list(writer, "tested", title.clone(), columns, rows);
    Some(Section::new("tested", title, vec![table]))
}
