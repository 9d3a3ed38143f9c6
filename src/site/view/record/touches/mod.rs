//! Everything that a record touches: metrics with their periods, scorecards, and the text that links to it, each with why.
//!
//! What a page shows in a section of its own, such as the metrics of a source, is not repeated.

mod metrics;
mod periods;

use std::collections::BTreeSet;

use self::metrics::Touched;
use crate::model::{Id, Kind, RecordRef};
use crate::site::Mention;
use crate::site::view::governance::{link_cell, text};
use crate::site::view::{Block, Cell, Link, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Metrics that are shown at once; longer lists can be unfolded.
const MOST_SHOWN: usize = 24;

/// The section; nothing where the record touches nothing.
pub(super) fn section(writer: &mut Writer<'_>, record: &Record) -> Option<Section> {
    let touched = if shows_metrics(record.kind) { metrics::touched(writer, record) } else { Vec::new() };
    let direct: Vec<&Id> = touched.iter().filter(|touched| touched.direct).map(|touched| &touched.metric.id).collect();
    let scorecards = scorecards(writer, record, &direct);
    let mentions = mentions(writer, &record.reference());
    let mut blocks = Vec::new();
    if !touched.is_empty() {
        blocks.push(metric_table(writer, record, &touched));
    }
    for (heading, links) in [(writer.say("touch-scorecards"), scorecards), (writer.say("touch-mentions"), mentions)] {
        if !links.is_empty() {
            blocks.push(Block::Heading { text: heading });
            blocks.push(Block::Links { columns: links.len() > MOST_SHOWN, links });
        }
    }
    (!blocks.is_empty()).then(|| Section::new("touches", writer.say("touch-title"), blocks))
}

/// Whether the page has no other section that lists the metrics.
const fn shows_metrics(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Exclusion | Kind::Segment | Kind::Source | Kind::Transform | Kind::Scorecard | Kind::Person | Kind::Team | Kind::Committee
    )
}

fn metric_table(writer: &mut Writer<'_>, record: &Record, touched: &[Touched]) -> Block {
    let times = periods::periods(writer, record, touched);
    let has_periods = times.iter().any(|time| !matches!(time, Cell::Empty));
    let row = |(touched, time): (&Touched, Cell)| {
        let mut cells = vec![link_cell(writer, &touched.metric), Cell::Text(touched.why.join("; "))];
        if has_periods {
            cells.push(time);
        }
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = touched.iter().zip(times).map(row).collect();
    let mut columns = vec![text(writer.say("governance-metric")), text(writer.say("touch-why"))];
    if has_periods {
        columns.push(text(writer.say("touch-periods")));
    }
    let count = rows.len();
    let caption = writer.say("touch-metrics");
    let table = writer.table(Table {
        id: "touches-table".to_owned(),
        caption,
        caption_hidden: true,
        long: count > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    if count <= MOST_SHOWN {
        return table;
    }
    Block::Details { summary: writer.fill("touch-metrics-count", &[("count", count.into())]), open: false, blocks: vec![table] }
}

/// The scorecards that score a metric which the record touches itself.
fn scorecards(writer: &Writer<'_>, record: &Record, metrics: &[&Id]) -> Vec<Link> {
    if metrics.is_empty() {
        return Vec::new();
    }
    let catalog = writer.site.catalog();
    let link = |(scorecard, fields): (&Record, &crate::model::Scorecard)| {
        let scored: BTreeSet<&Id> = fields.items.iter().map(|item| item.metric.id()).filter(|metric| metrics.contains(metric)).collect();
        let title = |metric: &&Id| catalog.metric(metric).map(|(record, _)| record.envelope.title.clone());
        let titles: Vec<String> = scored.iter().filter_map(title).collect();
        (!titles.is_empty() && scorecard.id != record.id).then(|| Link {
            href: writer.record_href(&scorecard.reference()),
            label: scorecard.envelope.title.clone(),
            note: writer.fill("touch-scores", &[("metrics", titles.join(", ").into())]),
        })
    };
    catalog.scorecards().filter_map(link).collect()
}

/// The text that links to the record: pages before records.
fn mentions(writer: &Writer<'_>, record: &RecordRef) -> Vec<Link> {
    let page = |id: &Id| writer.site.catalog().pages().iter().find(|page| page.id == *id).map(|page| page.title.clone());
    let link = |mention: &Mention| match mention {
        Mention::Page(id) => {
            Link { href: writer.prose_href(id), label: page(id).unwrap_or_else(|| id.to_string()), note: writer.say("touch-page") }
        }
        Mention::Record(from) => Link {
            href: writer.record_href(from),
            label: writer.title_of(from),
            note: writer.fill("touch-prose", &[("kind", writer.language().kind(from.kind).into())]),
        },
    };
    writer.site.mentions(record).iter().map(link).collect()
}
