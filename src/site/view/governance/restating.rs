//! The figures that a restatement changed, from the releases that name it.

use rayon::prelude::*;

use super::pieces::{number, text, titled};
use crate::catalog::Catalog;
use crate::model::{Decimal, Id, Metric, Period, Release};
use crate::site::view::places::release_href;
use crate::site::view::{Block, Cell, Row, RowGroup, TickMark};
use crate::site::{MetricAddresses, Site, Summary, Writer};
use crate::stats::{CellKey, restated};

/// Figures that one table lists; the data file of the metric has them all.
const MOST_ROWS: usize = 200;

/// A figure that a release changed.
#[derive(Debug)]
pub(in crate::site::view) struct RestatedRow {
    /// The metric.
    pub(in crate::site::view) metric: Id,
    /// The cell.
    pub(in crate::site::view) cell: CellKey,
    /// The period.
    pub(in crate::site::view) period: Period,
    /// As published before.
    pub(in crate::site::view) old: Option<Decimal>,
    /// As published then.
    pub(in crate::site::view) new: Option<Decimal>,
    /// New less old.
    pub(in crate::site::view) difference: Option<Decimal>,
    /// Position of the release among those of the project.
    pub(in crate::site::view) release: usize,
}

/// The figures that the releases of a restatement changed, by metric, cell and period.
pub(in crate::site::view) fn restated_rows(site: &Site, restatement: &Id) -> Vec<RestatedRow> {
    let catalog = site.catalog();
    let releases = releases_of(catalog, restatement);
    let of_metric = |id: &Id| {
        let concerned: Vec<usize> = releases.iter().copied().filter(|release| has_table(catalog, id, *release)).collect();
        let Some(series) = (!concerned.is_empty()).then(|| site.series(id)).flatten() else {
            return Vec::new();
        };
        let rows = concerned.into_iter().flat_map(|release| {
            restated(&series, release).into_iter().map(move |figure| RestatedRow {
                metric: id.clone(),
                cell: figure.cell.clone(),
                period: figure.new.period,
                old: figure.old.published,
                new: figure.new.published,
                difference: figure.difference(),
                release,
            })
        });
        rows.collect()
    };
    let metrics: Vec<&Id> = catalog.metrics().map(|(record, _)| &record.id).collect();
    let rows: Vec<Vec<RestatedRow>> = metrics.into_par_iter().map(of_metric).collect();
    rows.into_iter().flatten().collect()
}

/// How many published values the releases of a restatement changed.
pub(in crate::site::view) fn moved_values(site: &Site, restatement: &Id) -> usize {
    let catalog = site.catalog();
    let releases = releases_of(catalog, restatement);
    let of_metric = |(id, summary): (&Id, &Summary)| {
        let counted = |(release, _): &&(usize, usize)| releases.contains(release) && has_table(catalog, id, *release);
        summary.revised.iter().filter(counted).map(|(_, values)| values).sum::<usize>()
    };
    if releases.is_empty() { 0 } else { site.summaries().map(of_metric).sum() }
}

/// The releases that name a restatement, by their position.
fn releases_of(catalog: &Catalog, restatement: &Id) -> Vec<usize> {
    let names = |release: &Release| release.restatement.as_ref().is_some_and(|named| named.id() == restatement);
    catalog.releases().iter().enumerate().filter(|(_, release)| names(&release.release)).map(|(position, _)| position).collect()
}

/// Whether a release holds rows of a metric.
fn has_table(catalog: &Catalog, metric: &Id, release: usize) -> bool {
    let release = catalog.releases().get(release).map(|release| &release.id);
    catalog.results(metric).iter().any(|table| Some(&table.release) == release)
}

/// The figures as a table; those whose value stayed as it was are counted in the note.
pub(in crate::site::view) fn restated_table(writer: &mut Writer<'_>, id: &str, caption: String, rows: &[RestatedRow]) -> Block {
    let moved: Vec<&RestatedRow> = rows.iter().filter(|row| row.old != row.new).collect();
    let still = rows.len() - moved.len();
    let note = match (still, moved.len().checked_sub(MOST_ROWS)) {
        (_, Some(left_out)) if left_out > 0 => writer.fill("restatement-rows-left-out", &[("count", left_out.into())]),
        (0, _) => String::new(),
        (still, _) => writer.fill("restatement-rows-still", &[("count", still.into())]),
    };
    let one_release = moved.windows(2).all(|pair| pair[0].release == pair[1].release);
    let mut columns = vec![
        text(writer.say("governance-metric")),
        text(writer.say("restatement-cell")),
        text(writer.say("governance-period")),
        number(writer.say("restatement-old")),
        number(writer.say("restatement-new")),
        number(writer.say("restatement-difference")),
    ];
    if !one_release {
        columns.push(text(writer.say("restatement-release")));
    }
    let rows = moved.into_iter().take(MOST_ROWS).filter_map(|row| table_row(writer, row, !one_release)).collect();
    titled(writer, id, (caption, note), columns, vec![RowGroup { rows, ..RowGroup::default() }])
}

fn table_row(writer: &Writer<'_>, row: &RestatedRow, with_release: bool) -> Option<Row> {
    let catalog = writer.site.catalog();
    let language = writer.language();
    let (record, metric) = catalog.metric(&row.metric)?;
    let release = catalog.releases().get(row.release)?;
    let address = MetricAddresses::of(catalog, &row.metric, metric).of_cell(&row.cell);
    let planned = address.filter(|address| writer.site.file(&address.page).is_some());
    let href = planned.map_or_else(
        || writer.record_href(&record.reference()),
        |address| format!("{}#{}", writer.href(&address.page), address.anchor(row.period)),
    );
    let value = |value: Option<Decimal>, unit: crate::model::Unit| {
        value.map_or_else(
            || Cell::Absent(writer.say("governance-none")),
            |value| Cell::number(language.with_unit(value, unit), value.to_string()),
        )
    };
    let mut cells = vec![
        Cell::Link { href, label: record.envelope.title.clone(), note: String::new() },
        Cell::Text(cell_words(writer, metric, &row.cell)),
        Cell::Time { iso: row.period.to_string(), label: language.short_period(row.period) },
        value(row.old, metric.unit),
        value(row.new, metric.unit).ticked(marks(writer, row)),
        row.difference.map_or(Cell::Empty, |difference| signed(writer, difference, metric.unit.of_difference())),
    ];
    if with_release {
        let label = release.release.title.clone();
        cells.push(Cell::Link { href: release_href(writer, &release.id), label, note: String::new() });
    }
    Some(Row { cells, ..Row::default() })
}

/// The marks of the new value, where no later one has taken its place.
fn marks(writer: &Writer<'_>, row: &RestatedRow) -> Vec<TickMark> {
    let series = writer.site.series(&row.metric);
    let stands = series.and_then(|series| Some(series.cell(&row.cell)?.get(&row.period)?.latest.release == row.release));
    if stands == Some(true) { writer.figure_marks(&row.metric, &row.cell, row.period) } else { Vec::new() }
}

/// The codes of a cell by the names that people know.
pub(in crate::site::view) fn cell_words(writer: &Writer<'_>, metric: &Metric, key: &[u16]) -> String {
    let catalog = writer.site.catalog();
    let named = metric.segments.iter().zip(key).filter(|(_, code)| **code != 0).filter_map(|(reference, code)| {
        let (record, segment) = catalog.segment(reference.id())?;
        let code = segment.codes.get(usize::from(*code).checked_sub(1)?)?;
        Some(format!("{}: {}", record.envelope.title, code.label))
    });
    let words: Vec<String> = named.collect();
    if words.is_empty() { writer.say("restatement-total") } else { words.join(", ") }
}

/// A difference with its sign, also where it is above zero.
fn signed(writer: &Writer<'_>, difference: Decimal, unit: crate::model::Unit) -> Cell {
    let sign = if difference > Decimal::from_integer(0) { "+" } else { "" };
    Cell::number(format!("{sign}{}", writer.language().with_unit(difference, unit)), difference.to_string())
}
