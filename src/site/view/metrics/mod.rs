//! The list of all metrics, whatever their state.
//!
//! One pass over the summaries: nothing here computes a figure or searches the records for one metric.

mod grouping;
mod row;

pub(super) use self::row::{Icons, course};

use super::marks::columns as marks_columns;
use super::naming::sort_key;
use super::{Block, Column, ColumnKind, Head, Link, Page, Pager, Rail, Section, Table};
use crate::language::Language;
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
        let mut standing = Self { metrics: site.catalog().metrics().count(), ..Self::default() };
        for (_, summary) in site.summaries() {
            match status(Some(summary)) {
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
    let name = if part == 0 { writer.say("menu-metrics") } else { writer.fill("metrics-part", &[("part", (part + 1).into())]) };
    let mut rows = row::Rows::new(&mut writer);
    let groups = grouping::group(site, shown, parts.len() > 1, |record| rows.row(record));
    let any_value = rows.any_value;
    let table = writer.table(Table {
        id: "all-metrics-table".to_owned(),
        caption: writer.say("all-metrics"),
        caption_hidden: true,
        sortable: true,
        filterable: true,
        long: standing.metrics > 20,
        columns: columns(&writer),
        groups,
        ..Table::default()
    });
    let mut blocks = vec![table];
    blocks.push(Block::Intro { text: legend(writer.language(), any_value) });
    let outline = Outline {
        template: "metrics",
        section: MenuSection::Metrics,
        title: name.clone(),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title: name, lede: lede(site, standing), pager, ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections: vec![Section::new("all-metrics", writer.say("all-metrics"), blocks)],
    };
    writer.finish(outline)
}

/// The ways to the other parts of a long list, each named by its first metric.
fn pager(writer: &Writer<'_>, parts: &[&[&Record]], part: usize) -> Pager {
    let link = |other: usize| {
        let first = parts.get(other)?.first()?;
        let label = writer.fill("metrics-from", &[("title", first.envelope.title.as_str().into())]);
        Some(Link { href: writer.href(&metrics_path(other)), label, note: String::new() })
    };
    Pager { label: writer.say("metrics-parts"), previous: part.checked_sub(1).and_then(link), around: Vec::new(), next: link(part + 1) }
}

fn columns(writer: &Writer<'_>) -> Vec<Column> {
    let [marks, auditor] = marks_columns(writer);
    [
        Column::new(writer.say("column-metric"), ColumnKind::Text),
        Column::new(writer.say("metrics-course"), ColumnKind::Picture),
        Column::new(writer.say("column-period"), ColumnKind::Text),
        Column::new(writer.say("column-value"), ColumnKind::Number),
        marks,
        auditor,
        Column::new(writer.say("column-target"), ColumnKind::Number),
        Column::new(writer.say("column-status"), ColumnKind::Text).filtered(),
        Column::new(writer.say("metrics-signals"), ColumnKind::Icons),
        Column::new(writer.say("column-owner"), ColumnKind::Text).filtered(),
        Column::new(writer.say("column-state"), ColumnKind::Text).filtered(),
        Column::new(writer.say("metrics-documented"), ColumnKind::Number),
    ]
    .to_vec()
}

fn lede(site: &Site, standing: Standing) -> String {
    let language = site.language();
    let date = language.date(site.report().as_of);
    let all = language.fill("metrics-lede", &[("count", standing.metrics.into()), ("date", date.into())]);
    if standing.judged() == 0 {
        return all;
    }
    let counts = [
        ("judged", standing.judged().into()),
        ("met", standing.met.into()),
        ("close", standing.close.into()),
        ("missed", standing.missed.into()),
    ];
    format!("{all} {}", language.fill("metrics-judged", &counts))
}

fn legend(language: &Language, any_value: bool) -> String {
    let documented = language.say("metrics-legend-documented");
    if any_value { format!("{} {documented}", language.say("metrics-legend-signals")) } else { documented.to_owned() }
}
