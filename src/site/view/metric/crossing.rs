//! One code of a segment, broken down by another segment.

use super::context::MetricContext;
use crate::model::Period;
use crate::site::Writer;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table};
use crate::stats::{CellKey, Points};

/// A table for each other segment whose crossing with this one is shown here.
pub(super) fn crossings(writer: &mut Writer<'_>, context: &MetricContext<'_>, position: usize, code: u16, prefix: &str) -> Vec<Block> {
    (0..context.metric.segments.len())
        .filter(|other| *other != position && context.addresses.host(position.min(*other), position.max(*other)).0 == position)
        .filter_map(|other| crossing(writer, context, (position, code), other, prefix))
        .collect()
}

fn crossing(
    writer: &mut Writer<'_>,
    context: &MetricContext<'_>,
    (position, code): (usize, u16),
    other: usize,
    prefix: &str,
) -> Option<Block> {
    let (record, segment) = context.segment(other)?;
    let figures = context.figures();
    let cells: Vec<(u16, &CellKey, &Points)> = context
        .series
        .cells
        .iter()
        .filter(|(key, _)| key[position] == code && key[other] != 0)
        .filter(|(key, _)| key.iter().enumerate().all(|(index, code)| index == position || index == other || *code == 0))
        .map(|(key, points)| (key[other], key, points))
        .collect();
    if cells.is_empty() {
        return None;
    }
    let label = |code: u16| segment.codes.get(usize::from(code) - 1).map_or_else(String::new, |code| code.label.clone());
    let mut columns = vec![Column::new(context.language.say("metric-column-period"), ColumnKind::Text)];
    columns.extend(cells.iter().map(|(code, ..)| Column::new(label(*code), ColumnKind::Number)));
    let mut periods: Vec<Period> = cells.iter().flat_map(|(.., points)| points.keys().copied()).collect();
    periods.sort_unstable();
    periods.dedup();
    let row = |period: &Period| {
        let mut row = vec![Cell::Time { iso: period.to_string(), label: context.language.short_period(*period) }];
        row.extend(cells.iter().map(|(_, key, points)| {
            let figure = points.get(period).map(|point| super::periods::value(context, point));
            figure.map_or(Cell::Empty, |figure| figure.ticked(context.marks(writer, &figures, key, *period)))
        }));
        Row { id: format!("{prefix}-by-{}-{}", record.id, period.to_string().to_lowercase()), is_total: false, cells: row }
    };
    let table = Table {
        id: format!("t-{prefix}-by-{}", record.id),
        caption: context.fill("metric-crossing-caption", &[("segment", context.language.inside(&record.envelope.title).into())]),
        note: context.fill("metric-newest-first", &[("unit", context.unit_name().into())]),
        sortable: true,
        columns,
        groups: vec![RowGroup { rows: periods.iter().rev().map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    };
    Some(writer.table(table))
}
