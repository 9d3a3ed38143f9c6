//! The table twin of a chart, with coarser periods, revisions and the data file.

use super::cell::CellStory;
use super::context::{MetricContext, frequency_key};
use super::interval;
use super::revisions;
use super::status::{observation_letter, observation_words};
use crate::language::capitalised;
use crate::model::release::ReleaseStatus;
use crate::model::{Confidentiality, Decimal, Direction, Frequency, Scoring};
use crate::site::Writer;
use crate::site::view::marks::columns as marks_columns;
use crate::site::view::words::short_status;
use crate::site::view::{Block, Cell, Column, ColumnKind, Flag, Link, Row, RowGroup, Table};
use crate::stats::spc::{Rule, Side};
use crate::stats::{Basis, Figure, Point};

/// The blocks below the chart of a metric.
pub(super) fn periods(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Block> {
    let mut blocks = vec![period_table(writer, context, cell)];
    blocks.extend(basis(context, cell));
    blocks.extend(coarser(writer, context, cell));
    blocks.extend(revisions::blocks(writer, context, cell));
    let mut links = Vec::new();
    for (path, label) in [
        (format!("data/metrics/{}.csv", context.record.id), "metric-data-csv"),
        (format!("data/records/metric/{}.json", context.record.id), "metric-data-json"),
    ] {
        if context.site.file(&path).is_some() {
            links.push(Link { href: writer.href(&path), label: context.say(label), note: String::new() });
        }
    }
    blocks.push(Block::Actions { links });
    blocks
}

/// Says where rolled-up figures come from.
pub(super) fn basis(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Block> {
    let latest = cell.latest()?;
    let Basis::Cells(count) = latest.latest.basis else {
        return None;
    };
    let text = if context.metric.scoring == Scoring::Composite {
        context.fill("metric-basis-composite", &[("count", count.into())])
    } else {
        let rule = context.series.calculation.rollup();
        let (name, words) = (context.language.code(rule.name()), context.language.say(rule_key(rule)));
        context.fill("metric-basis-cells", &[("count", count.into()), ("rule", name.into()), ("words", words.into())])
    };
    Some(Block::Intro { text })
}

const fn rule_key(rule: crate::model::Rollup) -> &'static str {
    match rule {
        crate::model::Rollup::Recompute => "metric-rollup-recompute",
        crate::model::Rollup::Sum => "metric-rollup-sum",
        crate::model::Rollup::Last => "metric-rollup-last",
        crate::model::Rollup::Weighted => "metric-rollup-weighted",
        crate::model::Rollup::None => "metric-rollup-none",
    }
}

/// Every period of a cell, the newest first.
pub(super) fn period_table(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Block {
    let counts = counts(context);
    let interval = interval::heading(context, cell);
    let targets = cell.points.values().any(|point| context.targets.level(cell.key, point.period()).is_some());
    let judged = targets && matches!(context.metric.direction, Some(Direction::Increase | Direction::Decrease));
    let signals = cell.judgement.chart.as_ref().is_some_and(|chart| chart.phases.iter().any(|phase| phase.limits.is_some()));
    let mut columns = vec![Column::new(context.language.say("metric-column-period"), ColumnKind::Text)];
    columns.extend(counts.iter().map(|(_, label)| Column::new(label.clone(), ColumnKind::Number)));
    columns.push(Column::new(context.language.say("metric-column-value"), ColumnKind::Number));
    columns.extend(marks_columns(writer));
    columns.extend(interval.iter().map(|heading| Column::new(heading.as_str(), ColumnKind::Number)));
    columns.extend(targets.then(|| Column::new(context.language.say("metric-column-target"), ColumnKind::Number)));
    columns.extend(judged.then(|| Column::new(context.language.say("metric-column-status"), ColumnKind::Text)));
    if signals {
        columns.push(Column::new(context.language.say("metric-column-signal"), ColumnKind::Text));
    }
    columns.push(Column::new(context.language.say("metric-column-release"), ColumnKind::Text));
    let figures = context.figures();
    let signal = |point: &Point| {
        let index = cell.judgement.periods.binary_search(&point.period()).ok()?;
        cell.judgement.chart.as_ref()?.signals.get(index).copied().flatten()
    };
    let row = |point: &Point| {
        let figure = &point.latest;
        let period = point.period();
        let mut cells = vec![Cell::Time { iso: period.to_string(), label: context.language.short_period(period) }];
        cells.extend(counts.iter().map(|(name, _)| number(context, context.number(figure, name))));
        cells.push(value(context, point));
        cells.extend([Cell::Marks(context.marks(writer, &figures, cell.key, period)), Cell::Empty]);
        if interval.is_some() {
            cells.push(interval::cell(context, figure));
        }
        if targets {
            let level = context.targets.level(cell.key, period);
            cells.push(number(context, level.map(|level| level.level)));
        }
        if judged {
            cells.push(Cell::Status(short_status(context.language, cell.status(context, point))));
        }
        if signals {
            cells.push(signal(point).map_or_else(
                || Cell::Absent(context.say("metric-no-signal")),
                |signal| Cell::Text(context.say(signal_key(signal.rule, signal.side))),
            ));
        }
        cells.push(release(context, figure));
        Row { id: format!("{}-{}", cell.prefix, period.to_string().to_lowercase()), is_total: false, cells }
    };
    let rows: Vec<Row> = cell.points.values().rev().map(row).collect();
    let table = Table {
        id: format!("t-{}", cell.prefix),
        caption: context.by_frequency("metric-every"),
        note: newest_first(context, cell),
        sortable: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    writer.table(table)
}

/// In which order and unit the periods of a cell stand.
fn newest_first(context: &MetricContext<'_>, cell: &CellStory<'_>) -> String {
    let unit = ("unit", context.unit_name().into());
    if cell.name.is_empty() {
        return context.fill("metric-newest-first", &[unit]);
    }
    context.fill("metric-newest-first-of", &[unit, ("name", (&cell.name).into())])
}

/// A special cause in words that never break over lines; the key of the chart has its whole name.
const fn signal_key(rule: Rule, side: Side) -> &'static str {
    match (rule, side) {
        (Rule::Outside, Side::High) => "metric-signal-outside-high",
        (Rule::Outside, Side::Low) => "metric-signal-outside-low",
        (Rule::Trend, Side::High) => "metric-signal-trend-high",
        (Rule::Trend, Side::Low) => "metric-signal-trend-low",
        (Rule::TwoOfThree, Side::High) => "metric-signal-two-of-three-high",
        (Rule::TwoOfThree, Side::Low) => "metric-signal-two-of-three-low",
        (Rule::Shift, Side::High) => "metric-signal-shift-high",
        (Rule::Shift, Side::Low) => "metric-signal-shift-low",
    }
}

/// The columns of counts that a reader needs to recompute the value.
fn counts(context: &MetricContext<'_>) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    for name in ["numerator", "denominator", "n"] {
        let is_value = name == "numerator" && context.metric.scoring == Scoring::Count;
        if context.has(name) && !is_value {
            names.push((name.to_owned(), if name == "n" { name.to_owned() } else { context.language.field(name) }));
        }
    }
    for name in context.metric.terms.keys().filter(|name| context.has(name)) {
        names.push((name.clone(), capitalised(&name.replace('_', " "))));
    }
    names
}

pub(super) fn number(context: &MetricContext<'_>, value: Option<Decimal>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::number(context.language.number(value), value.to_string()))
}

/// The value of a figure with letters for all that sets it apart.
pub(super) fn value(context: &MetricContext<'_>, point: &Point) -> Cell {
    let figure = &point.latest;
    let Some(published) = figure.published else {
        return Cell::Absent(context.published(figure));
    };
    let mut flags = Vec::new();
    let release = context.catalog.releases().get(figure.release);
    if release.is_some_and(|release| release.release.status == ReleaseStatus::Provisional) {
        flags.push(Flag { letter: "p", meaning: context.say("metric-flag-provisional") });
    }
    if point.revisions() > 0 {
        flags.push(Flag { letter: "r", meaning: context.say("metric-flag-revised") });
    }
    if figure.status.is_flagged() {
        flags.push(Flag {
            letter: observation_letter(figure.status),
            meaning: observation_words(context.language, figure.status).to_owned(),
        });
    }
    if figure.confidentiality.is_some_and(|confidentiality| confidentiality != Confidentiality::Free) {
        flags.push(Flag { letter: "c", meaning: context.say("metric-flag-confidential") });
    }
    Cell::Number { text: context.language.number(published), key: published.to_string(), flags }
}

fn release(context: &MetricContext<'_>, figure: &Figure) -> Cell {
    context.catalog.releases().get(figure.release).map_or(Cell::Empty, |release| Cell::Text(release.id.to_string()))
}

/// The same over longer periods, by the definition's rule.
fn coarser(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Block> {
    let fiscal = *context.catalog.calendar() != crate::model::FiscalCalendar::default();
    let wanted: &[Frequency] = match (context.metric.frequency, fiscal) {
        (Frequency::Day | Frequency::Week, _) => &[Frequency::Month, Frequency::Year],
        (Frequency::Month, true) => &[Frequency::FiscalQuarter, Frequency::FiscalYear],
        (Frequency::Month, false) => &[Frequency::Quarter, Frequency::Year],
        (Frequency::Quarter, _) => &[Frequency::Year],
        (Frequency::FiscalMonth | Frequency::FiscalQuarter, _) => &[Frequency::FiscalYear],
        (Frequency::Year | Frequency::FiscalYear, _) => &[],
    };
    let counts = counts(context);
    let groups: Vec<RowGroup> = wanted
        .iter()
        .filter_map(|frequency| {
            let figures = context.series.coarser(context.catalog, cell.key, *frequency);
            let row = |figure: &Figure| {
                let mut cells = vec![Cell::Time { iso: figure.period.to_string(), label: context.language.short_period(figure.period) }];
                cells.extend(counts.iter().map(|(name, _)| number(context, context.number(figure, name))));
                cells.push(number(context, figure.published));
                cells.extend([Cell::Marks(writer.marks(&context.record.id, &context.tests, None)), Cell::Empty]);
                Row { cells, ..Row::default() }
            };
            let rows: Vec<Row> = figures.iter().rev().map(row).collect();
            let heading = context.fill("metric-by-frequency", &[("frequency", frequency_key(*frequency).into())]);
            (!rows.is_empty()).then(|| RowGroup { heading, note: String::new(), rows })
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let mut columns = vec![Column::new(context.language.say("metric-column-period"), ColumnKind::Text)];
    columns.extend(counts.iter().map(|(_, label)| Column::new(label.clone(), ColumnKind::Number)));
    columns.push(Column::new(context.language.say("metric-column-value"), ColumnKind::Number));
    columns.extend(marks_columns(writer));
    let table = Table {
        id: format!("t-longer-{}", cell.prefix),
        caption: context.say("metric-longer"),
        note: context.fill("metric-longer-note", &[("rule", context.language.code(context.series.calculation.rollup().name()).into())]),
        narrow: true,
        columns,
        groups,
        ..Table::default()
    };
    let table = writer.table(table);
    Some(Block::Details { summary: context.say("metric-longer"), open: false, blocks: vec![table] })
}
