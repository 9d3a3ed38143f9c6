//! Where targets were met: a map of many metrics over many periods with its twin in words.

use std::collections::BTreeMap;

use super::promise::axis_period;
use super::{Block, Cell, Column, ColumnKind, Row, RowGroup, StatusWord, Table};
use crate::model::{Frequency, Metric, Period};
use crate::site::MetricAddresses;
use crate::site::chart::{HeatCell, HeatColumn, HeatMap, HeatRow, Picture};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{MetricTargets, Standing, StandingCount, StandingPeriod, TargetStatus, standings};

/// Periods that a map shows.
const MOST_PERIODS: i32 = 24;

/// Metrics that a map shows.
const MOST_METRICS: usize = 60;

/// A metric with targets over its periods.
pub(super) struct Attainment<'a> {
    record: &'a Record,
    metric: &'a Metric,
    periods: BTreeMap<Period, StandingPeriod>,
    /// How many of the periods shown stood in which way.
    count: StandingCount,
}

/// The metrics that have a target for their total and a figure, by frequency.
pub(super) fn attainments<'a>(writer: &Writer<'a>) -> BTreeMap<Frequency, Vec<Attainment<'a>>> {
    let catalog = writer.site.catalog();
    let mut found: BTreeMap<Frequency, Vec<Attainment<'a>>> = BTreeMap::new();
    for (record, metric) in catalog.metrics() {
        if MetricTargets::of(catalog, &record.id, metric).all().iter().all(|(_, target)| !target.scope.is_empty()) {
            continue;
        }
        let Some(series) = writer.site.series(&record.id) else {
            continue;
        };
        let periods: BTreeMap<Period, StandingPeriod> =
            standings(catalog, &record.id, metric, &series).into_iter().map(|standing| (standing.period, standing)).collect();
        if !periods.is_empty() {
            found.entry(metric.frequency).or_default().push(Attainment { record, metric, periods, count: StandingCount::default() });
        }
    }
    found
}

/// The map of the metrics of one frequency with its twin, and what is to be said of both.
pub(super) fn map(writer: &mut Writer<'_>, frequency: Frequency, mut metrics: Vec<Attainment<'_>>) -> Vec<Block> {
    let Some(last) = metrics.iter().filter_map(|metric| metric.periods.keys().next_back()).max().copied() else {
        return Vec::new();
    };
    let in_force = |metric: &Attainment<'_>| {
        metric.periods.values().find(|standing| standing.standing != Standing::NotJudged).map(|standing| standing.period)
    };
    let Some(first) = metrics.iter().filter_map(in_force).min() else {
        return vec![Block::Intro { text: writer.say("targets-map-none") }];
    };
    let first = first.max(last.step(1 - MOST_PERIODS));
    let periods: Vec<Period> = Period::iter(first, last).collect();
    for metric in &mut metrics {
        metric.count = StandingCount::of(periods.iter().map(|period| metric.standing(*period)));
    }
    let (unjudged, mut metrics): (Vec<_>, Vec<_>) = metrics.into_iter().partition(|metric| metric.count.not_judged == periods.len());
    let all = metrics.len();
    // Those that missed most come first, so that none of them is left out where there are too many to show.
    metrics.sort_by_cached_key(|metric| {
        (std::cmp::Reverse(metric.count.missed), metric.record.envelope.title.to_lowercase(), metric.record.id.clone())
    });
    metrics.truncate(MOST_METRICS);
    let count = metrics.iter().fold(StandingCount::default(), |sum, metric| StandingCount {
        met: sum.met + metric.count.met,
        close: sum.close + metric.count.close,
        missed: sum.missed + metric.count.missed,
        suspended: sum.suspended + metric.count.suspended,
        not_judged: sum.not_judged + metric.count.not_judged,
    });
    let title = writer.fill("targets-map-title", &[("met", count.met.into()), ("count", count.judged().into())]);
    let language = writer.language();
    let span = [("from", language.period(first).into()), ("to", language.period(last).into())];
    let subtitle = writer.fill("targets-map-span", &span);
    let picture = picture(writer, &metrics, &periods, &title, &subtitle);
    let part = writer.picture(picture);
    let mut notes = vec![writer.say("targets-map-note")];
    if all > metrics.len() {
        notes.push(writer.fill("targets-map-cut", &[("shown", metrics.len().into()), ("count", all.into())]));
    }
    if !unjudged.is_empty() {
        let names: Vec<&str> = unjudged.iter().map(|metric| metric.record.envelope.title.as_str()).collect();
        notes.push(writer.fill("targets-map-unjudged", &[("metrics", names.join("; ").into())]));
    }
    let figure = Block::Figure { title, subtitle, label: writer.say("targets-map-label"), part, notes, events: Vec::new() };
    let twin = twin(writer, frequency, &metrics, &periods);
    let twin = writer.table(twin);
    let summary = writer.say("targets-twin-summary");
    let counts = counts(writer, frequency, &metrics);
    vec![figure, writer.table(counts), Block::Details { summary, open: false, blocks: vec![twin] }]
}

impl Attainment<'_> {
    fn standing(&self, period: Period) -> Standing {
        self.periods.get(&period).map_or(Standing::NotJudged, |standing| standing.standing)
    }

    fn text(&self, writer: &Writer<'_>, period: Period) -> String {
        let value = self.periods.get(&period).and_then(|standing| standing.value);
        value.map_or_else(String::new, |value| writer.language().with_unit(value, self.metric.unit))
    }

    /// Where the figures of the total stand, one address for each period that has one.
    fn hrefs(&self, writer: &Writer<'_>, periods: &[Period]) -> Vec<Option<String>> {
        let addresses = MetricAddresses::of(writer.site.catalog(), &self.record.id, self.metric);
        let cell = addresses.of_cell(&vec![0; self.metric.segments.len()]);
        let href = |period: &Period| {
            let cell = cell.as_ref().filter(|_| self.periods.get(period).is_some_and(|standing| standing.value.is_some()))?;
            Some(writer.href(&format!("{}#{}", cell.page, cell.anchor(*period))))
        };
        periods.iter().map(href).collect()
    }
}

/// How a value stood to its target, as a sign and a word.
pub(super) fn standing_word(writer: &Writer<'_>, standing: Standing) -> StatusWord {
    let (class, word) = match standing {
        Standing::Judged(TargetStatus::Met) => ("is-meets", writer.say("targets-met")),
        Standing::Judged(TargetStatus::Close) => ("is-within", writer.say("targets-close")),
        Standing::Judged(TargetStatus::Missed) => ("is-misses", writer.say("targets-missed")),
        Standing::Suspended => ("is-unknown", writer.say("targets-suspended")),
        Standing::NotJudged => ("is-unknown", writer.say("targets-not-judged")),
    };
    StatusWord { class, word }
}

fn picture(writer: &Writer<'_>, metrics: &[Attainment<'_>], periods: &[Period], title: &str, span: &str) -> Picture {
    let language = writer.language();
    let columns = periods.iter().map(|period| {
        let (label, group) = axis_period(language, *period);
        HeatColumn { label, group, full_label: language.period(*period) }
    });
    let rows = metrics.iter().map(|metric| {
        let cells = periods.iter().zip(metric.hrefs(writer, periods)).map(|(period, href)| HeatCell {
            standing: metric.standing(*period),
            text: metric.text(writer, *period),
            href,
        });
        HeatRow {
            label: metric.record.envelope.title.clone(),
            href: Some(writer.record_href(&metric.record.reference())),
            cells: cells.collect(),
        }
    });
    let standings = [
        Standing::Judged(TargetStatus::Met),
        Standing::Judged(TargetStatus::Close),
        Standing::Judged(TargetStatus::Missed),
        Standing::Suspended,
        Standing::NotJudged,
    ];
    Picture::Heat(HeatMap {
        id_prefix: writer.prefix(),
        title: writer.say("targets-map-label"),
        description: format!("{title}. {span}."),
        columns: columns.collect(),
        rows: rows.collect(),
        key: standings.into_iter().map(|standing| (standing, standing_word(writer, standing).word)).collect(),
    })
}

/// How often each metric met its target.
fn counts(writer: &Writer<'_>, frequency: Frequency, metrics: &[Attainment<'_>]) -> Table {
    let number = |number: usize| Cell::number(writer.language().count(number), number.to_string());
    let row = |metric: &Attainment<'_>| Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(&metric.record.reference()),
                label: metric.record.envelope.title.clone(),
                note: String::new(),
            },
            number(metric.count.met),
            number(metric.count.close),
            number(metric.count.missed),
            number(metric.count.suspended),
            number(metric.count.not_judged),
            Cell::number(
                writer.fill("targets-met-of", &[("met", metric.count.met.into()), ("count", metric.count.judged().into())]),
                metric.count.met.to_string(),
            ),
        ],
        ..Row::default()
    };
    let columns = [
        (writer.say("targets-column-metric"), ColumnKind::Text),
        (writer.say("targets-met"), ColumnKind::Number),
        (writer.say("targets-close"), ColumnKind::Number),
        (writer.say("targets-missed"), ColumnKind::Number),
        (writer.say("targets-suspended"), ColumnKind::Number),
        (writer.say("targets-not-judged"), ColumnKind::Number),
        (writer.say("targets-column-met-of"), ColumnKind::Number),
    ];
    Table {
        id: format!("t-attainment-{}", frequency.noun().replace(' ', "-")),
        caption: writer.say("targets-counts-caption"),
        sortable: true,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows: metrics.iter().map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}

/// The map in words: a row for each period, the newest first, under the name of each metric.
fn twin(writer: &Writer<'_>, frequency: Frequency, metrics: &[Attainment<'_>], periods: &[Period]) -> Table {
    let language = writer.language();
    let group = |metric: &Attainment<'_>| {
        let rows = periods.iter().zip(metric.hrefs(writer, periods)).rev().map(|(period, href)| {
            let label = language.short_period(*period);
            let level = metric.periods.get(period).and_then(|standing| standing.level);
            Row {
                cells: vec![
                    href.map_or_else(
                        || Cell::Time { iso: period.to_string(), label: label.clone() },
                        |href| Cell::Link { href, label: label.clone(), note: String::new() },
                    ),
                    Cell::Text(metric.text(writer, *period)),
                    level.map_or(Cell::Empty, |level| Cell::Text(language.with_unit(level, metric.metric.unit))),
                    Cell::Status(standing_word(writer, metric.standing(*period))),
                ],
                ..Row::default()
            }
        });
        RowGroup { heading: metric.record.envelope.title.clone(), note: String::new(), rows: rows.collect() }
    };
    let columns = [
        (writer.say("targets-column-period"), ColumnKind::Text),
        (writer.say("targets-column-value"), ColumnKind::Number),
        (writer.say("targets-column-level"), ColumnKind::Number),
        (writer.say("targets-column-status"), ColumnKind::Text),
    ];
    Table {
        id: format!("t-attainment-periods-{}", frequency.noun().replace(' ', "-")),
        caption: writer.say("targets-twin-caption"),
        long: true,
        narrow: true,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: metrics.iter().map(group).collect(),
        ..Table::default()
    }
}
