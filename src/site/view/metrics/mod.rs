//! The list of all metrics, whatever their state.
//!
//! One pass over the summaries: nothing here computes a figure or searches the records for one metric.

mod grouping;
mod row;

pub(super) use self::row::{Icons, course};

use super::naming::{count, counted, sort_key};
use super::{Block, Column, ColumnKind, Head, Link, Page, Pager, Rail, Section, Table};
use crate::site::Site;
use crate::site::plan::{METRICS_IN_A_LIST, metrics_path};
use crate::site::summary::Summary;
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::source::Record;
use crate::stats::TargetStatus;

/// How many metrics stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// All.
    pub(super) metrics: usize,
    /// Those whose newest value meets its target.
    pub(super) met: usize,
    /// Those whose newest value is close to it.
    pub(super) close: usize,
    /// Those whose newest value misses it.
    pub(super) missed: usize,
}

impl Standing {
    /// Counts the metrics of a report.
    pub(super) fn of(site: &Site) -> Self {
        let mut standing = Self::default();
        for (record, _) in site.catalog().metrics() {
            standing.metrics += 1;
            match status(site.summary(&record.id)) {
                Some(TargetStatus::Met) => standing.met += 1,
                Some(TargetStatus::Close) => standing.close += 1,
                Some(TargetStatus::Missed) => standing.missed += 1,
                None => {}
            }
        }
        standing
    }

    /// Those that are judged against a target.
    pub(super) const fn judged(self) -> usize {
        self.met + self.close + self.missed
    }
}

/// Whether the newest value of a metric meets its target.
pub(super) fn status(summary: Option<&Summary>) -> Option<TargetStatus> {
    summary?.latest.as_ref()?.status
}

/// Makes a part of the list, the first one being part 0.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let mut metrics: Vec<&Record> = site.catalog().metrics().map(|(record, _)| record).collect();
    metrics.sort_by_cached_key(|record| sort_key(record));
    let standing = Standing::of(site);
    let parts: Vec<&[&Record]> = metrics.chunks(METRICS_IN_A_LIST).collect();
    let shown = parts.get(part).map_or_else(Vec::new, |chunk| chunk.to_vec());
    let pager = (parts.len() > 1).then(|| pager(&writer, &parts, part));
    let name = if part == 0 { "Metrics".to_owned() } else { format!("Metrics, part {}", part + 1) };
    let mut rows = row::Rows::new(&mut writer);
    let groups = grouping::group(site, shown, parts.len() > 1, |record| rows.row(record));
    let any_value = rows.any_value;
    let table = writer.table(Table {
        id: "all-metrics-table".to_owned(),
        caption: "All metrics".to_owned(),
        caption_hidden: true,
        sortable: true,
        long: standing.metrics > 20,
        columns: columns(),
        groups,
        ..Table::default()
    });
    let mut blocks = vec![table];
    blocks.push(Block::Intro { text: legend(any_value) });
    let outline = Outline {
        template: "metrics",
        section: MenuSection::Metrics,
        title: name.clone(),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title: name, lede: lede(site, standing), pager, ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections: vec![Section::new("all-metrics", "All metrics", blocks)],
    };
    writer.finish(outline)
}

/// The ways to the other parts of a long list, each named by its first metric.
fn pager(writer: &Writer<'_>, parts: &[&[&Record]], part: usize) -> Pager {
    let link = |other: usize| {
        let first = parts.get(other)?.first()?;
        let label = format!("from {}", first.envelope.title);
        Some(Link { href: writer.href(&metrics_path(other)), label, note: String::new() })
    };
    Pager { label: "Parts of the list".to_owned(), previous: part.checked_sub(1).and_then(link), around: Vec::new(), next: link(part + 1) }
}

fn columns() -> Vec<Column> {
    [
        ("Metric", ColumnKind::Text),
        ("Course", ColumnKind::Picture),
        ("Period", ColumnKind::Text),
        ("Value", ColumnKind::Number),
        ("Target", ColumnKind::Number),
        ("Status", ColumnKind::Text),
        ("Signals", ColumnKind::Icons),
        ("Owner", ColumnKind::Text),
        ("State", ColumnKind::Text),
        ("Documented", ColumnKind::Number),
    ]
    .map(|(label, kind)| Column::new(label, kind))
    .to_vec()
}

fn lede(site: &Site, standing: Standing) -> String {
    let all = format!("{}, whatever their state, as of {}.", counted(standing.metrics, "metric"), site.report().as_of.label());
    if standing.judged() == 0 {
        return all;
    }
    format!(
        "{all} Judged against a target: {}. Met: {}; close: {}; missed: {}.",
        count(standing.judged()),
        count(standing.met),
        count(standing.close),
        count(standing.missed),
    )
}

fn legend(any_value: bool) -> String {
    let signals = "Period, value and status are the newest; course shows up to 36 periods. Signals: variation first, then assurance. ";
    let documented = "Documented: fields written, out of those that the metric’s profile demands.";
    if any_value { format!("{signals}{documented}") } else { documented.to_owned() }
}
