//! The times that have to fit into a promise: a bar for each, their sum, and what is left.

use super::promise::level_words;
use super::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table};
use crate::model::{Commitment, Decimal, Exact, Rounding, Unit};
use crate::site::chart::{Bar, BarChart, Picture, StepLine, StepSegment, Tone};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{Budget, BudgetPart, TargetStatus};

/// Decimals at which a converted time is written where it is not a short decimal.
const MOST_DECIMALS: u32 = 4;

/// Levels of parts below one another that are shown.
const MOST_LEVELS: usize = 8;

/// The blocks of a commitment's budget; nothing where no other commitment supports it.
pub(super) fn blocks(writer: &mut Writer<'_>, record: &Record, commitment: &Commitment) -> Vec<Block> {
    let Some(budget) = Budget::of(writer.site.catalog(), record, commitment) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::Intro { text: verdict(writer, &budget) }];
    blocks.extend(picture(writer, record, commitment, &budget));
    let table = table(writer, record, &budget);
    blocks.push(writer.table(table));
    blocks
}

/// What the parts leave, in a sentence.
fn verdict(writer: &Writer<'_>, budget: &Budget<'_>) -> String {
    let parts = budget.parts.len();
    let (Some(sum), Some(rest)) = (budget.sum(), budget.rest()) else {
        return writer.fill("promises-budget-not-added", &[("count", parts.into())]);
    };
    let text = |value: Exact| in_unit(writer, value, budget.unit);
    let fills = |rest: Exact| {
        [("count", parts.into()), ("sum", text(sum).into()), ("level", text(budget.level).into()), ("rest", text(rest).into())]
    };
    if rest.is_negative() {
        let over = rest.checked_neg().unwrap_or(rest);
        return writer.fill("promises-budget-overrun", &fills(over));
    }
    if rest.is_zero() { writer.fill("promises-budget-exact", &fills(rest)) } else { writer.fill("promises-budget-rest", &fills(rest)) }
}

fn picture(writer: &mut Writer<'_>, record: &Record, commitment: &Commitment, budget: &Budget<'_>) -> Option<Block> {
    let (sum, rest) = (budget.sum()?, budget.rest()?);
    let unit = budget.unit;
    let mut bars: Vec<Bar> = budget
        .parts
        .iter()
        .filter_map(|part| {
            let title = part.record.envelope.title.clone();
            let bar = bar(writer, title, part.level?, unit, Tone::Plain);
            Some(Bar { href: Some(writer.record_href(&part.record.reference())), ..bar })
        })
        .collect();
    let status = if rest.is_negative() { TargetStatus::Missed } else { TargetStatus::Met };
    bars.push(bar(writer, writer.say("promises-together"), sum, unit, Tone::Status(Some(status))));
    let (label, size) =
        if rest.is_negative() { (writer.say("promises-overrun"), rest.checked_neg()?) } else { (writer.say("promises-rest"), rest) };
    bars.push(bar(writer, label, size, unit, Tone::Soft));
    let title = writer.fill("promises-budget-title", &[("title", record.envelope.title.as_str().into())]);
    let level = StepSegment {
        first: 0,
        last: bars.len() - 1,
        value: commitment.level.to_f64(),
        text: writer.language().with_unit(commitment.level, unit),
    };
    let chart = BarChart {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: verdict(writer, budget),
        y_label: writer.language().unit_name(unit).to_owned(),
        bars,
        level: Some(StepLine { label: writer.say("promises-promised"), segments: vec![level] }),
        ..BarChart::default()
    };
    let part = writer.picture(Picture::LyingBars(chart));
    Some(Block::Figure { label: title.clone(), title, subtitle: String::new(), part, notes: Vec::new(), events: Vec::new() })
}

fn bar(writer: &Writer<'_>, label: String, value: Exact, unit: Unit, tone: Tone) -> Bar {
    Bar { full_label: label.clone(), label, value: Some(value.to_f64()), text: in_unit(writer, value, unit), tone, ..Bar::default() }
}

fn table(writer: &Writer<'_>, record: &Record, budget: &Budget<'_>) -> Table {
    let mut rows = Vec::new();
    for (position, part) in budget.parts.iter().enumerate() {
        add_rows(writer, budget.unit, part, &(position + 1).to_string(), 1, &mut rows);
    }
    if let Some((sum, rest)) = budget.sum().zip(budget.rest()) {
        let total = |label: &'static str, value: Exact| Row {
            is_total: true,
            cells: vec![Cell::Text(writer.say(label)), Cell::Empty, Cell::Empty, cell(writer, value, budget.unit), Cell::Empty],
            ..Row::default()
        };
        rows.push(total("promises-together", sum));
        rows.push(total("promises-promised", budget.level));
        rows.push(total("promises-rest-or-overrun", rest));
    }
    let mut columns = vec![
        (writer.say("promises-column-part"), ColumnKind::Text),
        (writer.say("promises-column-owner"), ColumnKind::Text),
        (writer.say("promises-column-level"), ColumnKind::Text),
        (writer.fill("promises-column-level-in", &[("unit", writer.language().unit_name(budget.unit).into())]), ColumnKind::Number),
        (writer.say("promises-column-measured"), ColumnKind::Number),
    ];
    if budget.is_deep() {
        columns.push((writer.say("promises-column-left"), ColumnKind::Number));
    } else {
        for row in &mut rows {
            row.cells.truncate(columns.len());
        }
    }
    Table {
        id: format!("t-budget-{}", record.id),
        caption: writer.fill("promises-budget-title", &[("title", record.envelope.title.as_str().into())]),
        note: writer.say("promises-budget-note"),
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn add_rows(writer: &Writer<'_>, unit: Unit, part: &BudgetPart<'_>, number: &str, depth: usize, rows: &mut Vec<Row>) {
    let level = writer.language().with_unit(part.commitment.level, part.metric.unit);
    let owner = part.record.envelope.owner.as_ref();
    rows.push(Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(&part.record.reference()),
                label: format!("{number} {}", part.record.envelope.title),
                note: part.commitment.promise.to_string(),
            },
            owner.map_or(Cell::Empty, |owner| Cell::Link {
                href: writer.record_href(owner.record()),
                label: writer.title_of(owner.record()),
                note: String::new(),
            }),
            Cell::Text(level_words(writer, part.commitment.operator, level)),
            part.level.map_or_else(|| Cell::Absent(writer.say("promises-not-addable")), |level| cell(writer, level, unit)),
            newest(writer, part),
            part.rest().map_or(Cell::Empty, |rest| cell(writer, rest, unit)),
        ],
        ..Row::default()
    });
    if depth < MOST_LEVELS {
        for (position, below) in part.parts.iter().enumerate() {
            add_rows(writer, unit, below, &format!("{number}.{}", position + 1), depth + 1, rows);
        }
    }
}

/// The newest value of the metric by which a step is judged, with its period.
fn newest(writer: &Writer<'_>, part: &BudgetPart<'_>) -> Cell {
    let language = writer.language();
    let latest = writer.site.summary(part.commitment.metric.id()).and_then(|summary| summary.latest.as_ref());
    let value = latest.and_then(|latest| Some((latest.period, latest.published?)));
    value
        .map_or(Cell::Empty, |(period, value)| Cell::Link {
            href: writer.record_href(part.commitment.metric.record()),
            label: language.with_unit(value, part.metric.unit),
            note: language.short_period(period),
        })
        .ticked(if value.is_some() { writer.newest_marks(part.commitment.metric.id()) } else { Vec::new() })
}

fn cell(writer: &Writer<'_>, value: Exact, unit: Unit) -> Cell {
    let key = shortest(value).map_or_else(String::new, |value| value.to_string());
    Cell::number(in_unit(writer, value, unit), key)
}

/// A value with as many decimals as it has, and at most four.
fn shortest(value: Exact) -> Option<Decimal> {
    (0..=MOST_DECIMALS)
        .filter_map(|places| value.round(places, Rounding::HalfEven))
        .find(|rounded| rounded.exact() == value)
        .or_else(|| value.round(MOST_DECIMALS, Rounding::HalfEven))
}

fn in_unit(writer: &Writer<'_>, value: Exact, unit: Unit) -> String {
    shortest(value).map_or_else(String::new, |value| writer.language().with_unit(value, unit))
}
