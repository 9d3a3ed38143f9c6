//! The metrics that an audience may see: those that need attention, and all of them in a line each.

use rayon::prelude::*;

use super::sight::Sight;
use crate::model::{Metric, State};
use crate::site::chart::Picture;
use crate::site::summary::{LatestValue, Summary};
use crate::site::view::metrics::{Icons, course};
use crate::site::view::party::status_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Link, Row, RowGroup, Span, Table};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::TargetStatus;
use crate::stats::spc::Variation;

/// Exceptions that are named.
const MOST_EXCEPTIONS: usize = 4;

/// Metrics that the table lists.
const MOST_METRICS: usize = 12;

/// The first rank that is no exception.
const EXCEPTIONAL: u8 = 3;

/// A metric with its newest figure.
pub(super) struct Shown<'a> {
    record: &'a Record,
    metric: &'a Metric,
    summary: &'a Summary,
    latest: &'a LatestValue,
    /// Whether every figure of the course may be shown.
    open: bool,
}

impl Shown<'_> {
    /// What makes a metric an exception, the gravest first, below [`EXCEPTIONAL`]; then those that are judged.
    fn rank(&self) -> u8 {
        let concerning = matches!(self.latest.variation, Some(Variation::Concerning(_)));
        match (self.latest.status, concerning) {
            (Some(TargetStatus::Missed), true) => 0,
            (Some(TargetStatus::Missed), false) => 1,
            (_, true) => 2,
            (Some(TargetStatus::Close), false) => EXCEPTIONAL,
            (Some(TargetStatus::Met), false) => 4,
            (None, false) => 5,
        }
    }
}

/// The metrics that are reported and have a figure which the audience may see, exceptions first, then by title.
pub(super) fn shown<'a>(writer: &Writer<'a>, sight: Sight<'_>) -> Vec<Shown<'a>> {
    let site = writer.site;
    let metrics = site.catalog().metrics().filter(|(record, metric)| sight.sees(record) && metric.state != State::Retired);
    let metrics: Vec<(&Record, &Metric)> = metrics.collect();
    site.test_all();
    let mut shown: Vec<Shown<'a>> = metrics
        .into_par_iter()
        .filter_map(|(record, metric)| {
            let summary = site.summary(&record.id)?;
            let latest = summary.latest.as_ref().filter(|latest| latest.published.is_some())?;
            let series = site.series(&record.id)?;
            let points = series.total()?;
            let newest = points.get(&latest.period)?;
            let open = points.values().all(|point| sight.may_show(point.latest.confidentiality));
            sight.may_show(newest.latest.confidentiality).then_some(Shown { record, metric, summary, latest, open })
        })
        .collect();
    shown.sort_by_cached_key(|shown| (shown.rank(), shown.record.envelope.title.to_lowercase(), shown.record.id.clone()));
    shown
}

/// The metrics that miss their target or move for the worse; a sentence where there is none.
pub(super) fn exceptions(writer: &Writer<'_>, shown: &[Shown<'_>]) -> Vec<Block> {
    let exceptions: Vec<&Shown<'_>> = shown.iter().filter(|shown| shown.rank() < EXCEPTIONAL).collect();
    if shown.is_empty() {
        return Vec::new();
    }
    if exceptions.is_empty() {
        return vec![Block::Intro { text: writer.say("digest-no-exceptions") }];
    }
    let language = writer.language();
    let fact = |shown: &&Shown<'_>| {
        let with_unit = |value| language.with_unit(value, shown.metric.unit);
        let value = shown.latest.published.map_or_else(String::new, with_unit);
        let text = shown.latest.target.map_or_else(
            || writer.fill("digest-value", &[("value", value.as_str().into())]),
            |target| writer.fill("digest-value-target", &[("value", value.as_str().into()), ("target", with_unit(target).into())]),
        );
        let mut values = vec![Span::text(text), Span::Marks { marks: writer.newest_marks(&shown.record.id) }];
        if shown.latest.status.is_some() {
            values.push(Span::Status(status_cell(writer, shown.latest.status)));
        }
        if matches!(shown.latest.variation, Some(Variation::Concerning(_))) {
            values.push(Span::Remark { text: writer.say("digest-concerning") });
        }
        Fact { label: shown.record.envelope.title.clone(), values }
    };
    let facts = exceptions.iter().take(MOST_EXCEPTIONS).map(fact).collect();
    super::short_list(writer, facts, MOST_EXCEPTIONS, exceptions.len(), Some("#digest-metrics".to_owned()))
}

/// A line for each metric.
pub(super) fn table(writer: &mut Writer<'_>, shown: &[Shown<'_>]) -> Vec<Block> {
    if shown.is_empty() {
        return Vec::new();
    }
    let mut icons = Icons::default();
    let rows = shown.iter().take(MOST_METRICS).map(|shown| row(writer, &mut icons, shown)).collect();
    let columns = [
        (writer.say("digest-column-metric"), ColumnKind::Text),
        (writer.say("digest-column-period"), ColumnKind::Text),
        (writer.say("digest-column-value"), ColumnKind::Number),
        (writer.say("marks-column"), ColumnKind::Marks),
        (writer.say("digest-column-target"), ColumnKind::Number),
        (writer.say("digest-column-status"), ColumnKind::Text),
        (writer.say("digest-column-variation"), ColumnKind::Icons),
        (writer.say("digest-column-course"), ColumnKind::Picture),
    ];
    let mut blocks = vec![writer.table(Table {
        id: "t-digest-metrics".to_owned(),
        caption: writer.say("digest-metrics"),
        caption_hidden: true,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })];
    let left = shown.len().saturating_sub(MOST_METRICS);
    if left > 0 {
        let link = Link {
            href: writer.href("metrics/index.html"),
            label: writer.fill("digest-more-metrics", &[("count", left.into())]),
            note: String::new(),
        };
        blocks.push(Block::Links { links: vec![link], columns: false });
    }
    blocks
}

fn row(writer: &mut Writer<'_>, icons: &mut Icons, shown: &Shown<'_>) -> Row {
    let language = writer.language();
    let number = |value: crate::model::Decimal| Cell::number(language.with_unit(value, shown.metric.unit), value.to_string());
    let variation = LatestValue { assurance: None, ..shown.latest.clone() };
    let signs = icons.parts(&mut writer.parts, &variation);
    let line = course(shown.summary).filter(|_| shown.open).map_or(Cell::Empty, |line| Cell::Picture(writer.picture(Picture::Spark(line))));
    Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(&shown.record.reference()),
                label: shown.record.envelope.title.clone(),
                note: String::new(),
            },
            Cell::Time { iso: shown.latest.period.to_string(), label: language.short_period(shown.latest.period) },
            shown.latest.published.map_or(Cell::Empty, number),
            Cell::Marks(writer.newest_marks(&shown.record.id)),
            shown.latest.target.map_or(Cell::Empty, number),
            Cell::Status(status_cell(writer, shown.latest.status)),
            if signs.is_empty() { Cell::Empty } else { Cell::Icons(signs) },
            line,
        ],
        ..Row::default()
    }
}
