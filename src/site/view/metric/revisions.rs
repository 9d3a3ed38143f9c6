//! Figures that were revised: every vintage with its release, and how far figures moved after they were first published.

use super::cell::CellStory;
use super::context::MetricContext;
use super::periods::number;
use crate::language::Fill;
use crate::model::Decimal;
use crate::site::Writer;
use crate::site::view::marks::columns as marks_columns;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table};
use crate::stats::{Figure, Revision, RevisionTriangle};

/// The vintages of a cell and its revision triangle; nothing where no figure was revised.
pub(super) fn blocks(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Block> {
    let mut blocks = vec![vintages(writer, context, cell)?];
    blocks.extend(triangle(writer, context, cell));
    Some(Block::Details { summary: context.say("metric-revised"), open: false, blocks })
}

/// One row a revised period, one column a vintage; below, what the revisions come to.
fn triangle(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Block> {
    let triangle = RevisionTriangle::of(cell.points)?;
    let language = context.language;
    let mut columns = vec![
        Column::new(language.say("metric-column-period"), ColumnKind::Text),
        Column::new(language.say("metric-triangle-first"), ColumnKind::Number),
    ];
    columns.extend(
        (1..=triangle.lags.len()).map(|lag| Column::new(language.fill("metric-triangle-lag", &[("lag", lag.into())]), ColumnKind::Number)),
    );
    let row = |vintages: &crate::stats::Vintages| {
        let mut cells = vec![Cell::Time { iso: vintages.period.to_string(), label: language.short_period(vintages.period) }];
        cells.extend((0..=triangle.lags.len()).map(|lag| match vintages.values.get(lag) {
            Some(value) => number(context, *value),
            None => Cell::Empty,
        }));
        Row { cells, ..Row::default() }
    };
    let rows = triangle.rows.iter().rev().map(row).collect();
    let of_lags = |label: String, pick: fn(&Revision) -> Decimal| {
        let mut cells = vec![Cell::Text(label), Cell::Empty];
        cells.extend(triangle.lags.iter().map(|lag| match lag {
            Some(revision) => {
                let value = pick(revision);
                let note = language.fill("metric-triangle-periods", &[("count", Fill::from(revision.periods))]);
                Cell::Noted { text: language.number(value), note, alert: false }
            }
            None => Cell::Empty,
        }));
        Row { cells, ..Row::default() }
    };
    let means = vec![
        of_lags(context.say("metric-triangle-mean"), |found| found.mean),
        of_lags(context.say("metric-triangle-absolute"), |found| found.mean_absolute),
    ];
    let table = Table {
        id: format!("t-triangle-{}", cell.prefix),
        caption: context.say("metric-triangle"),
        note: context.say("metric-triangle-note"),
        narrow: true,
        columns,
        groups: vec![
            RowGroup { rows, ..RowGroup::default() },
            RowGroup { heading: context.say("metric-triangle-means"), note: String::new(), rows: means },
        ],
        ..Table::default()
    };
    Some(writer.table(table))
}

/// The release of a vintage; the restatement that it names leads to why an earlier figure changed.
fn released_by(writer: &Writer<'_>, context: &MetricContext<'_>, figure: &Figure, vintage: usize) -> Cell {
    let Some(release) = context.catalog.releases().get(figure.release) else {
        return Cell::Empty;
    };
    match release.release.restatement.as_ref().filter(|_| vintage > 0) {
        Some(restatement) => Cell::Link {
            href: writer.record_href(restatement.record()),
            label: writer.title_of(restatement.record()),
            note: release.id.to_string(),
        },
        None => Cell::Text(release.id.to_string()),
    }
}

/// The figures that were revised, with what they were before.
fn vintages(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Block> {
    let figures = context.figures();
    let mut rows = Vec::new();
    for point in cell.points.values().rev().filter(|point| point.revisions() > 0) {
        let newest = point.revisions();
        for (vintage, figure) in point.vintages() {
            let marks = if vintage == newest {
                Cell::Marks(context.marks(writer, &figures, cell.key, point.period()))
            } else {
                Cell::Absent(context.say("marks-superseded"))
            };
            rows.push(Row {
                cells: vec![
                    Cell::Time { iso: point.period().to_string(), label: context.language.short_period(point.period()) },
                    Cell::number((vintage + 1).to_string(), vintage.to_string()),
                    number(context, figure.published),
                    marks,
                    Cell::Empty,
                    released_by(writer, context, figure, vintage),
                ],
                ..Row::default()
            });
        }
    }
    if rows.is_empty() {
        return None;
    }
    let [marks, auditor] = marks_columns(writer);
    let table = Table {
        id: format!("t-revisions-{}", cell.prefix),
        caption: context.say("metric-revised"),
        note: context.say("metric-revised-note"),
        narrow: true,
        columns: vec![
            Column::new(context.language.say("metric-column-period"), ColumnKind::Text),
            Column::new(context.language.say("metric-column-vintage"), ColumnKind::Number),
            Column::new(context.language.say("metric-column-value"), ColumnKind::Number),
            marks,
            auditor,
            Column::new(context.language.say("metric-column-release"), ColumnKind::Text),
        ],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    Some(writer.table(table))
}
