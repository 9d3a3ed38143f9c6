//! The table twin of a chart, with coarser periods, revisions and the data file.

use super::cell::CellStory;
use super::chart::rounded;
use super::context::MetricContext;
use crate::language::capitalised;
use crate::model::metric::IntervalMethod;
use crate::model::release::ReleaseStatus;
use crate::model::{Decimal, Frequency, Scoring};
use crate::site::view::words::short_status;
use crate::site::view::{Block, Cell, Column, ColumnKind, Flag, Link, Row, RowGroup, Table};
use crate::site::{Writer, grouped};
use crate::stats::spc::Rule;
use crate::stats::{Basis, Figure, Point, wilson};

/// The blocks below the chart of a metric.
pub(super) fn periods(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Block> {
    let mut blocks = vec![period_table(writer, context, cell)];
    blocks.extend(basis(context, cell));
    blocks.extend(coarser(writer, context, cell));
    blocks.extend(revisions(writer, context, cell));
    let mut links = Vec::new();
    for (path, label) in [
        (format!("data/metrics/{}.csv", context.record.id), "Every period, segment and vintage as CSV"),
        (format!("data/records/metric/{}.json", context.record.id), "The definition as JSON"),
    ] {
        if context.site.file(&path).is_some() {
            links.push(Link { href: writer.href(&path), label: label.to_owned(), note: String::new() });
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
        format!("Computed from {}.", crate::diag::plural(count as usize, "other metric"))
    } else {
        let rule = context.series.calculation.rollup();
        let noun = crate::diag::plural(count as usize, "cell");
        format!("Rolled up from {noun} in the newest period, by the definition's rule “{}”: {}.", rule.name(), rule_in_words(rule))
    };
    Some(Block::Intro { text })
}

const fn rule_in_words(rule: crate::model::Rollup) -> &'static str {
    match rule {
        crate::model::Rollup::Recompute => "counts are added, and the value is computed from the sums",
        crate::model::Rollup::Sum => "counts are added",
        crate::model::Rollup::Last => "counts are added over segments, and the last value stands for longer periods",
        crate::model::Rollup::Weighted => "values are averaged, each weighted by its number of observations",
        crate::model::Rollup::None => "values are not combined",
    }
}

/// Every period of a cell, the newest first.
pub(super) fn period_table(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Block {
    let counts = counts(context);
    let interval = has_interval(context);
    let targets = cell.points.values().any(|point| context.targets.level(cell.key, point.period()).is_some());
    let signals = cell.judgement.chart.as_ref().is_some_and(|chart| chart.phases.iter().any(|phase| phase.limits.is_some()));
    let mut columns = vec![Column::new("Period", ColumnKind::Text)];
    columns.extend(counts.iter().map(|(_, label)| Column::new(label.clone(), ColumnKind::Number)));
    columns.push(Column::new("Value", ColumnKind::Number));
    if interval {
        columns.push(Column::new("95% interval", ColumnKind::Number));
    }
    if targets {
        columns.push(Column::new("Target", ColumnKind::Number));
        columns.push(Column::new("Status", ColumnKind::Text));
    }
    if signals {
        columns.push(Column::new("Signal", ColumnKind::Text));
    }
    columns.push(Column::new("Release", ColumnKind::Text));
    let signal = |point: &Point| {
        let index = cell.judgement.periods.binary_search(&point.period()).ok()?;
        cell.judgement.chart.as_ref()?.signals.get(index).copied().flatten()
    };
    let row = |point: &Point| {
        let figure = &point.latest;
        let period = point.period();
        let mut cells = vec![Cell::Time { iso: period.to_string(), label: period.short_label() }];
        cells.extend(counts.iter().map(|(name, _)| number(context.number(figure, name))));
        cells.push(value(context, point));
        if interval {
            cells.push(interval_cell(context, figure));
        }
        if targets {
            let level = context.targets.level(cell.key, period);
            cells.push(number(level.map(|level| level.level)));
            cells.push(Cell::Status(short_status(context.site.language(), cell.status(context, point))));
        }
        if signals {
            cells.push(signal(point).map_or_else(
                || Cell::Absent("none".to_owned()),
                |signal| Cell::Text(format!("{}\u{a0}{}", short_rule(signal.rule), signal.side.name())),
            ));
        }
        cells.push(release(context, figure));
        Row { id: format!("{}-{}", cell.prefix, period.to_string().to_lowercase()), is_total: false, cells }
    };
    let rows: Vec<Row> = cell.points.values().rev().map(row).collect();
    let place = if cell.name.is_empty() { String::new() } else { format!("{}, ", cell.name) };
    let table = Table {
        id: format!("t-{}", cell.prefix),
        caption: format!("Every {}", context.period_noun()),
        note: format!("{place}newest first; value in {}", context.metric.unit.name()),
        sortable: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    writer.table(table)
}

/// A rule in a word or two that never break over lines; the key of the chart has the whole name.
const fn short_rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Outside => "outside,",
        Rule::Trend => "trend,",
        Rule::TwoOfThree => "2\u{a0}of\u{a0}3,",
        Rule::Shift => "shift,",
    }
}

/// The columns of counts that a reader needs to recompute the value.
fn counts(context: &MetricContext<'_>) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    for (name, label) in [("numerator", "Numerator"), ("denominator", "Denominator"), ("n", "n")] {
        let is_value = name == "numerator" && context.metric.scoring == Scoring::Count;
        if context.has(name) && !is_value {
            names.push((name.to_owned(), label.to_owned()));
        }
    }
    for name in context.metric.terms.keys().filter(|name| context.has(name)) {
        names.push((name.clone(), name.replace('_', " ")));
    }
    names
}

fn number(value: Option<Decimal>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::number(grouped(value), value.to_string()))
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
        flags.push(Flag { letter: "p", meaning: "provisional" });
    }
    if point.revisions() > 0 {
        flags.push(Flag { letter: "r", meaning: "revised" });
    }
    if figure.status.is_flagged() {
        flags.push(Flag { letter: figure.status.code(), meaning: figure.status.label() });
    }
    Cell::Number { text: grouped(published), key: published.to_string(), flags }
}

fn has_interval(context: &MetricContext<'_>) -> bool {
    context.metric.interval == Some(IntervalMethod::Wilson)
        && context.metric.scoring == Scoring::Proportion
        && !context.calculation_is_stated()
}

/// The Wilson interval of a proportion, in the unit of measure.
pub(super) fn interval_cell(context: &MetricContext<'_>, figure: &Figure) -> Cell {
    let count = |name: &str| u64::try_from(context.number(figure, name)?.exact().reduced().numerator()).ok();
    let interval = count("numerator").zip(count("denominator")).and_then(|(part, whole)| wilson(part, whole));
    let Some(interval) = interval else {
        return Cell::Empty;
    };
    let factor = f64::from(i32::try_from(context.metric.unit.factor()).unwrap_or(1));
    let text = |value: f64| rounded(value * factor, context.metric.decimals).map_or_else(String::new, grouped);
    let lower = text(interval.lower);
    Cell::Number { key: lower.clone(), text: format!("{lower} to {}", text(interval.upper)), flags: Vec::new() }
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
                let mut cells = vec![Cell::Time { iso: figure.period.to_string(), label: figure.period.short_label() }];
                cells.extend(counts.iter().map(|(name, _)| number(context.number(figure, name))));
                cells.push(number(figure.published));
                Row { cells, ..Row::default() }
            };
            let rows: Vec<Row> = figures.iter().rev().map(row).collect();
            let heading = capitalised(&format!("by {}", frequency.noun()));
            (!rows.is_empty()).then(|| RowGroup { heading, note: String::new(), rows })
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let mut columns = vec![Column::new("Period", ColumnKind::Text)];
    columns.extend(counts.iter().map(|(_, label)| Column::new(label.clone(), ColumnKind::Number)));
    columns.push(Column::new("Value", ColumnKind::Number));
    let table = Table {
        id: format!("t-longer-{}", cell.prefix),
        caption: "Longer periods".to_owned(),
        note: format!("only those that are complete; rule: {}", context.series.calculation.rollup().name()),
        narrow: true,
        columns,
        groups,
        ..Table::default()
    };
    let table = writer.table(table);
    Some(Block::Details { summary: "Longer periods".to_owned(), open: false, blocks: vec![table] })
}

/// The figures that were revised, with what they were before.
fn revisions(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Block> {
    let release =
        |figure: &Figure| context.catalog.releases().get(figure.release).map_or_else(String::new, |release| release.id.to_string());
    let mut rows = Vec::new();
    for point in cell.points.values().rev().filter(|point| point.revisions() > 0) {
        for (vintage, figure) in point.vintages() {
            rows.push(Row {
                cells: vec![
                    Cell::Time { iso: point.period().to_string(), label: point.period().short_label() },
                    Cell::number((vintage + 1).to_string(), vintage.to_string()),
                    number(figure.published),
                    Cell::Text(release(figure)),
                ],
                ..Row::default()
            });
        }
    }
    if rows.is_empty() {
        return None;
    }
    let table = Table {
        id: format!("t-revisions-{}", cell.prefix),
        caption: "Revised figures".to_owned(),
        note: "every vintage, the first one first".to_owned(),
        narrow: true,
        columns: vec![
            Column::new("Period", ColumnKind::Text),
            Column::new("Vintage", ColumnKind::Number),
            Column::new("Value", ColumnKind::Number),
            Column::new("Release", ColumnKind::Text),
        ],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    let table = writer.table(table);
    Some(Block::Details { summary: "Revised figures".to_owned(), open: false, blocks: vec![table] })
}
