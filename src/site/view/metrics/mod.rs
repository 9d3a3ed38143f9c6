//! The list of all metrics, whatever their state.
//!
//! One pass over the summaries: nothing here computes a figure or searches the records for one metric.

mod grouping;
mod row;

pub(super) use self::row::{Icons, course};

use super::naming::{count, counted};
use super::{Block, Column, ColumnKind, Head, Page, Rail, Section, Table};
use crate::site::Site;
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

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let metrics: Vec<&Record> = site.catalog().metrics().map(|(record, _)| record).collect();
    let standing = Standing::of(site);
    let mut rows = row::Rows::new(&mut writer);
    let groups = grouping::group(site, metrics, |record| rows.row(record));
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
    blocks.push(Block::Intro {
        text: legend(any_value),
    });
    let outline = Outline {
        template: "metrics",
        section: MenuSection::Metrics,
        title: "Metrics".to_owned(),
        trail: Vec::new(),
        source: String::new(),
        head: Head {
            title: "Metrics".to_owned(),
            lede: lede(site, standing),
            ..Head::default()
        },
        opening: Vec::new(),
        rail: Rail::None,
        sections: vec![Section::new("all-metrics", "All metrics", blocks)],
    };
    writer.finish(outline)
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
    let all = format!(
        "{}, whatever their state, as of {}.",
        counted(standing.metrics, "metric"),
        site.report().as_of.label()
    );
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
    let documented =
        "Documented: fields written, out of those that the metric’s profile demands.";
    if any_value {
        format!("{signals}{documented}")
    } else {
        documented.to_owned()
    }
}
