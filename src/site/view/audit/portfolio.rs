//! Age, use, overlap, last review and cost of attention of each metric.
//!
//! What a metric costs in attention cannot be read from a project. The number of figures that it yields in a year stands for it, since each of
//! them has to be prepared, looked over and read; the page says so.

use std::collections::{BTreeMap, BTreeSet};

use super::framing::{Said, finish, list, metrics_of, tally};
use crate::catalog::{Origin, due_of};
use crate::model::{AnyRecord, Date, Frequency, Id, Kind, Metric, RecordRef, State};
use crate::site::view::governance::{count_cell, day_cell};
use crate::site::view::places::record_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, Page, Row, Section, StatusWord};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Metrics that look like another and are named beside it.
const MOST_ALIKE: usize = 3;

/// What makes two metrics look alike: what is counted, how it is scored, in which unit and to which end, and where it comes from.
type Likeness = (String, &'static str, String, Vec<String>);

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let (shown, all) = metrics_of(site, part);
    let alike = alike(site);
    let counted: Vec<Standing> = site.catalog().metrics().map(|(record, metric)| Standing::of(site, &alike, record, metric)).collect();
    let of = |is: &dyn Fn(&Standing) -> bool| counted.iter().filter(|standing| is(standing)).count();
    let tallies = vec![
        tally(&writer, all, "tally-metrics"),
        tally(&writer, of(&|standing| standing.is_unused()), "audit-portfolio-tally-unused"),
        tally(&writer, of(&|standing| standing.overdue), "audit-portfolio-tally-overdue"),
        tally(&writer, of(&|standing| !standing.alike.is_empty()), "audit-portfolio-tally-alike"),
        tally(&writer, counted.iter().map(|standing| standing.figures).sum(), "audit-portfolio-tally-figures"),
    ];
    let rows: Vec<Row> = shown.iter().filter_map(|record| row(&writer, &alike, record)).collect();
    let columns = columns(&writer);
    let title = writer.say("audit-portfolio-section");
    let table = list(&mut writer, "portfolio", title.clone(), columns, rows);
    let note = Block::Intro { text: writer.say("audit-portfolio-note") };
    let sections = vec![Section::new("portfolio", title, vec![note, table])];
    let lede = writer.say("audit-portfolio-lede");
    finish(writer, AuditPage::Portfolio, part, Said { lede, tallies, sections })
}

/// Metrics in use that look alike, by what they have in common.
fn alike(site: &Site) -> BTreeMap<Likeness, Vec<&Record>> {
    let mut groups: BTreeMap<Likeness, Vec<&Record>> = BTreeMap::new();
    for (record, metric) in site.catalog().metrics().filter(|(_, metric)| metric.state != State::Retired) {
        if let Some(likeness) = likeness(metric) {
            groups.entry(likeness).or_default().push(record);
        }
    }
    groups.retain(|_, metrics| metrics.len() > 1);
    groups
}

/// What a metric has in common with those that look like it; nothing where the definition says too little.
fn likeness(metric: &Metric) -> Option<Likeness> {
    let counted = metric.unit_of_count.as_ref()?.trim().to_lowercase();
    let mut sources: Vec<String> = metric.sources.iter().map(|source| source.id().to_string()).collect();
    sources.extend(metric.transforms.iter().map(|transform| format!("{} ", transform.id())));
    sources.sort_unstable();
    let judged = format!("{} {:?} {:?}", metric.unit.code(), metric.direction, metric.measure_type);
    (!sources.is_empty()).then(|| (counted, metric.scoring.name(), judged, sources))
}

/// Where a metric stands in the portfolio.
struct Standing<'a> {
    since: Option<Date>,
    scorecards: usize,
    targets: usize,
    commitments: usize,
    alike: Vec<&'a Record>,
    due: Option<Date>,
    overdue: bool,
    figures: usize,
}

impl<'a> Standing<'a> {
    fn of(site: &Site, alike: &BTreeMap<Likeness, Vec<&'a Record>>, record: &Record, metric: &Metric) -> Self {
        let reference = record.reference();
        let versions = site.catalog().versions(&reference).iter().map(|version| version.from);
        let since = versions.chain(record.versioning.map(|versioning| versioning.effective_from)).min();
        let mut alike = likeness(metric).and_then(|likeness| alike.get(&likeness).cloned()).unwrap_or_default();
        alike.retain(|other| other.id != record.id);
        if metric.state == State::Retired {
            alike.clear();
        }
        let due = due_of(record).map(|due| due.date);
        Self {
            since,
            scorecards: used_by(site, &reference, Kind::Scorecard),
            targets: used_by(site, &reference, Kind::Target),
            commitments: used_by(site, &reference, Kind::Commitment),
            alike,
            due,
            overdue: due.is_some_and(|due| due < site.report().as_of),
            figures: figures_a_year(site, &record.id, metric),
        }
    }

    const fn is_unused(&self) -> bool {
        self.scorecards == 0 && self.targets == 0 && self.commitments == 0
    }
}

/// How many records of a kind refer to a metric.
fn used_by(site: &Site, metric: &RecordRef, kind: Kind) -> usize {
    let from = |origin: &'_ Origin| match origin {
        Origin::Record(from) if from.kind == kind => Some(from.clone()),
        _ => None,
    };
    let users: BTreeSet<RecordRef> = site.catalog().backlinks(metric).iter().filter_map(|link| from(&link.from)).collect();
    users.len()
}

/// The figures that a metric yields in a year: the cells that have any, once for each period.
fn figures_a_year(site: &Site, id: &Id, metric: &Metric) -> usize {
    if metric.state == State::Retired {
        return 0;
    }
    let cells = site.summary(id).map_or(0, |summary| summary.cells.len());
    cells * periods_a_year(metric.frequency)
}

const fn periods_a_year(frequency: Frequency) -> usize {
    match frequency {
        Frequency::Day => 365,
        Frequency::Week => 52,
        Frequency::Month | Frequency::FiscalMonth => 12,
        Frequency::Quarter | Frequency::FiscalQuarter => 4,
        Frequency::Year | Frequency::FiscalYear => 1,
    }
}

fn columns(writer: &Writer<'_>) -> Vec<Column> {
    vec![
        Column::new(writer.say("column-metric"), ColumnKind::Text),
        Column::new(writer.say("column-state"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-portfolio-age"), ColumnKind::Number),
        Column::new(writer.say("audit-portfolio-used"), ColumnKind::Text),
        Column::new(writer.say("audit-portfolio-alike"), ColumnKind::Text),
        Column::new(writer.say("audit-portfolio-reviewed"), ColumnKind::Text),
        Column::new(writer.say("audit-portfolio-next"), ColumnKind::Text),
        Column::new(writer.say("audit-portfolio-figures"), ColumnKind::Number),
        Column::new(writer.say("audit-portfolio-question"), ColumnKind::Text).filtered(),
    ]
}

fn row(writer: &Writer<'_>, alike: &BTreeMap<Likeness, Vec<&Record>>, record: &Record) -> Option<Row> {
    let AnyRecord::Metric(metric) = &record.fields else {
        return None;
    };
    let standing = Standing::of(writer.site, alike, record, metric);
    let as_of = writer.site.report().as_of;
    let absent = |key: &'static str| Cell::Absent(writer.language().say(key).to_owned());
    let cells = vec![
        record_cell(writer, record),
        Cell::Text(writer.language().code(metric.state.code())),
        standing.since.map_or(Cell::Empty, |since| age(writer, since.days_until(as_of).max(0))),
        used(writer, &standing),
        alike_cell(writer, &standing.alike),
        metric.last_reviewed.map_or_else(|| absent("audit-portfolio-never"), |day| day_cell(writer, day)),
        standing.due.map_or_else(|| absent("governance-none"), |day| day_cell(writer, day)),
        count_cell(writer, standing.figures),
        question(writer, metric, &standing),
    ];
    Some(Row { cells, ..Row::default() })
}

/// An age in years, to a tenth of one.
fn age(writer: &Writer<'_>, days: i32) -> Cell {
    let tenths = (i64::from(days) * 100 + 1826) / 3653;
    let plain = format!("{}.{}", tenths / 10, tenths % 10);
    Cell::number(writer.language().plain_number(&plain), plain)
}

/// By how many records of which kinds a metric is used.
fn used(writer: &Writer<'_>, standing: &Standing<'_>) -> Cell {
    let counts = [
        (standing.scorecards, "audit-portfolio-scorecards"),
        (standing.targets, "audit-portfolio-targets"),
        (standing.commitments, "audit-portfolio-commitments"),
    ];
    let words: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| writer.language().fill(key, &[("count", (*count).into())]).replace(' ', "\u{a0}"))
        .collect();
    if words.is_empty() { Cell::Absent(writer.say("audit-portfolio-unused")) } else { Cell::Text(words.join(", ")) }
}

fn alike_cell(writer: &Writer<'_>, alike: &[&Record]) -> Cell {
    match alike.len() {
        0 => Cell::Absent(writer.say("governance-none")),
        1..=MOST_ALIKE => {
            Cell::Links(alike.iter().map(|other| (writer.record_href(&other.reference()), other.envelope.title.clone())).collect())
        }
        many => Cell::Text(writer.fill("audit-portfolio-many-alike", &[("count", many.into())])),
    }
}

/// The weightiest question that the facts put; nothing is asked of a metric that has ended.
fn question(writer: &Writer<'_>, metric: &Metric, standing: &Standing<'_>) -> Cell {
    let (class, key) = if metric.state == State::Retired {
        return Cell::Empty;
    } else if standing.overdue {
        ("is-misses", "audit-portfolio-question-overdue")
    } else if standing.is_unused() {
        ("is-within", "audit-portfolio-question-unused")
    } else if !standing.alike.is_empty() {
        ("is-unknown", "audit-portfolio-question-alike")
    } else {
        return Cell::Empty;
    };
    Cell::Status(StatusWord { class, word: writer.language().say(key).to_owned() })
}
