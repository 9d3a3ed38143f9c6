//! The segments of a metric, in short, on its own page.

use super::cell::CellStory;
use super::context::MetricContext;
use super::glance::distance;
use crate::model::{Decimal, Period};
use crate::site::Writer;
use crate::site::chart::Picture;
use crate::site::plan::{CODES_ON_ONE_PAGE, codes_with_figures};
use crate::site::summary::sparkline;
use crate::site::view::words::short_status;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Part, Row, RowGroup, Table};

/// A table for each segment with few codes, a sentence for each with many, and the way to both.
pub(super) fn segments(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for position in 0..context.metric.segments.len() {
        let Some((record, segment)) = context.segment(position) else {
            continue;
        };
        let codes = codes(context, position);
        if codes.is_empty() {
            continue;
        }
        let title = &record.envelope.title;
        if segment.codes.len() > CODES_ON_ONE_PAGE {
            blocks.push(Block::Heading { text: title.clone() });
            blocks.extend(spread(context, position, &codes));
        } else {
            let table = comparison(writer, context, position, &codes, title, false);
            blocks.push(table);
        }
        let href = writer.segment_href(&context.record.id, &record.id);
        let label = context.fill("metric-codes-over-time", &[("segment", title.into()), ("count", codes.len().into())]);
        blocks.push(Block::Actions { links: vec![Link { href, label, note: String::new() }] });
    }
    blocks
}

/// The codes of a segment that have figures.
pub(super) fn codes(context: &MetricContext<'_>, position: usize) -> Vec<u16> {
    context.site.summary(&context.record.id).map_or_else(Vec::new, |summary| codes_with_figures(summary, position))
}

/// The key of one code.
pub(super) fn key(context: &MetricContext<'_>, position: usize, code: u16) -> Box<[u16]> {
    (0..context.metric.segments.len()).map(|index| if index == position { code } else { 0 }).collect()
}

/// The newest period in which any code of the segment has a figure.
fn newest(context: &MetricContext<'_>, position: usize, codes: &[u16]) -> Option<Period> {
    let last = |code: &u16| context.series.cell(&key(context, position, *code))?.keys().next_back().copied();
    codes.iter().filter_map(last).max()
}

/// How far the codes lie apart in the newest period.
fn spread(context: &MetricContext<'_>, position: usize, codes: &[u16]) -> Vec<Block> {
    let Some(period) = newest(context, position, codes) else {
        return Vec::new();
    };
    let value = |code: &u16| context.series.cell(&key(context, position, *code))?.get(&period)?.latest.published;
    let mut values: Vec<Decimal> = codes.iter().filter_map(value).collect();
    values.sort();
    let (Some(least), Some(greatest)) = (values.first(), values.last()) else {
        return Vec::new();
    };
    let middle = values[values.len() / 2];
    let text = context.fill(
        "metric-codes-spread",
        &[
            ("count", values.len().into()),
            ("period", context.language.period(period).into()),
            ("least", context.value(*least).into()),
            ("greatest", context.value(*greatest).into()),
            ("middle", context.value(middle).into()),
        ],
    );
    vec![Block::Intro { text }]
}

/// All codes of a segment beside each other, in the newest period.
pub(super) fn comparison(
    writer: &mut Writer<'_>,
    context: &MetricContext<'_>,
    position: usize,
    codes: &[u16],
    title: &str,
    long: bool,
) -> Block {
    let period = newest(context, position, codes);
    let total = period.and_then(|period| context.series.total()?.get(&period)?.latest.published);
    let weight = if context.has("denominator") { Some("denominator") } else { None };
    let judged =
        period.is_some_and(|period| codes.iter().any(|code| context.targets.level(&key(context, position, *code), period).is_some()));
    let say = |key: &'static str| context.language.say(key);
    let mut columns =
        vec![Column::new(say("metric-column-code"), ColumnKind::Text), Column::new(say("metric-column-over-time"), ColumnKind::Picture)];
    columns.push(Column::new(context.fill("metric-column-value-in", &[("unit", context.unit_name().into())]), ColumnKind::Number));
    columns.extend(super::super::marks::columns(writer));
    if total.is_some() && !is_additive(context) {
        columns.push(Column::new(say("metric-column-against-total"), ColumnKind::Number));
    }
    if weight.is_some() {
        columns.push(Column::new(context.language.field("denominator"), ColumnKind::Number));
    }
    if judged {
        columns.push(Column::new(say("metric-column-status"), ColumnKind::Text));
    }
    columns.push(Column::new(say("metric-column-variation"), ColumnKind::Icons));
    let rows = codes.iter().filter_map(|code| row(writer, context, position, *code, period, total, weight, judged)).collect();
    let table = Table {
        id: format!("t-segment-{position}"),
        caption: period.map_or_else(
            || title.to_owned(),
            |period| context.fill("metric-codes-caption", &[("segment", title.into()), ("period", context.language.period(period).into())]),
        ),
        sortable: true,
        long,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    writer.table(table)
}

fn is_additive(context: &MetricContext<'_>) -> bool {
    matches!(context.series.calculation.rollup(), crate::model::Rollup::Sum | crate::model::Rollup::Last)
}

#[expect(clippy::too_many_arguments, reason = "one row needs what its table decided once for all rows")]
fn row(
    writer: &mut Writer<'_>,
    context: &MetricContext<'_>,
    position: usize,
    code: u16,
    period: Option<Period>,
    total: Option<Decimal>,
    weight: Option<&str>,
    judged: bool,
) -> Option<Row> {
    let (record, segment) = context.segment(position)?;
    let known = segment.codes.get(usize::from(code).checked_sub(1)?)?;
    let key = key(context, position, code);
    let story = CellStory::of(context, &key, "", String::new())?;
    let point = period.and_then(|period| story.points.get(&period));
    let href = writer.code_href(&context.record.id, &record.id, code);
    let note = if known.label == known.code { String::new() } else { known.code.clone() };
    let mut cells = vec![Cell::Link { href, label: known.label.clone(), note }];
    cells.push(sparkline(&story.judgement).map_or(Cell::Empty, |spark| Cell::Picture(writer.picture(Picture::Spark(spark)))));
    cells.push(point.map_or_else(|| Cell::Absent(context.say("metric-no-row")), |point| super::periods::value(context, point)));
    let figures = context.figures();
    let marks = point.map_or_else(Vec::new, |point| context.marks(writer, &figures, &key, point.period()));
    cells.extend([Cell::Marks(marks), Cell::Empty]);
    if let Some(total) = total.filter(|_| !is_additive(context)) {
        let away = point.and_then(|point| {
            let value = point.latest.published?;
            let (far, above) = distance(context, value, total)?;
            let difference = value.exact().checked_sub(total.exact())?.round(value.scale(), context.metric.rounding)?;
            let sign = if far.is_empty() {
                ""
            } else if above {
                "+"
            } else {
                "\u{2212}"
            };
            let size = context.language.plain_number(difference.to_string().trim_start_matches('-'));
            Some(Cell::number(format!("{sign}{size}"), difference.to_string()))
        });
        cells.push(away.unwrap_or(Cell::Empty));
    }
    if let Some(weight) = weight {
        let count = point.and_then(|point| context.number(&point.latest, weight));
        cells.push(count.map_or(Cell::Empty, |count| Cell::number(context.language.number(count), count.to_string())));
    }
    if judged {
        cells.push(Cell::Status(short_status(writer.language(), point.and_then(|point| story.status(context, point)))));
    }
    cells.push(match story.judgement.variation.filter(|_| point.is_some()) {
        Some(variation) => Cell::Icons(vec![writer.parts.add(Part::Variation(variation))]),
        None if point.is_none() => Cell::Empty,
        None => Cell::Absent(context.say("metric-too-few")),
    });
    Some(Row { cells, ..Row::default() })
}
