//! The metrics that use an exclusion, and how many it removes from each in the latest period.

use crate::catalog::Origin;
use crate::language::Language;
use crate::model::{Decimal, Exact, Exclusion, Id, Kind, Rounding, Unit};
use crate::site::view::places::{period_cell, record_cell};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, StatusWord, Table};
use crate::site::writer::Writer;
use crate::source::{NumberColumn, Record};
use crate::stats::{Figure, MetricSeries, Side, waterfall};

/// Metrics for which counts are given.
const MOST_COUNTED: usize = 50;

/// Decimal places of a share in per cent.
const SHARE_PLACES: u32 = 2;

/// What an exclusion removes from one figure.
struct Removal {
    removed: Decimal,
    raw: Option<Decimal>,
}

/// The section; nothing where no metric uses the exclusion.
pub(super) fn uses(writer: &mut Writer<'_>, record: &Record, exclusion: &Exclusion) -> Option<Section> {
    let site = writer.site;
    let links = site.catalog().backlinks(&record.reference()).iter().filter(|link| link.field == "exclusions");
    let metrics: Vec<&Record> = links
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == Kind::Metric => site.catalog().record(from),
            _ => None,
        })
        .collect();
    if metrics.is_empty() {
        return None;
    }
    let row = |(index, metric): (usize, &&Record)| row(writer, &record.id, exclusion, metric, index < MOST_COUNTED);
    let rows: Vec<Row> = metrics.iter().enumerate().map(row).collect();
    let mut blocks = Vec::new();
    if metrics.len() > MOST_COUNTED {
        blocks.push(Block::Intro { text: writer.fill("record-left-out-counted", &[("count", MOST_COUNTED.into())]) });
    }
    let table = table(writer, rows, exclusion.limit_share.is_some());
    blocks.push(writer.table(table));
    Some(Section::new("left-out", writer.say("record-left-out"), blocks))
}

fn table(writer: &Writer<'_>, rows: Vec<Row>, has_limit: bool) -> Table {
    let mut columns = vec![
        Column::new(writer.say("column-metric"), ColumnKind::Text),
        Column::new(writer.say("column-latest-period"), ColumnKind::Text),
        Column::new(writer.say("record-left-out-before"), ColumnKind::Number),
        Column::new(writer.say("record-left-out-removed"), ColumnKind::Number),
        Column::new(writer.say("record-left-out-share"), ColumnKind::Number),
    ];
    if has_limit {
        columns.push(Column::new(writer.say("record-left-out-limit"), ColumnKind::Text));
    }
    Table {
        id: "left-out-table".to_owned(),
        caption: writer.say("record-left-out-caption"),
        note: writer.say("record-left-out-note"),
        sortable: rows.len() > 5,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, exclusion: &Id, fields: &Exclusion, metric: &Record, counted: bool) -> Row {
    let found = if counted { latest(writer, metric, exclusion) } else { None };
    let (period, removal) = found.map_or((Cell::Empty, None), |(period, removal)| (period_cell(writer.language(), period), removal));
    let language = writer.language();
    let number = |number: Decimal| Cell::number(language.number(number), number.to_string());
    let share = removal.as_ref().and_then(share);
    let mut cells = vec![
        record_cell(writer, metric),
        period,
        removal.as_ref().and_then(|removal| removal.raw).map_or(Cell::Empty, number),
        removal.as_ref().map_or(Cell::Empty, |removal| number(removal.removed)),
        share.map_or(Cell::Empty, |share| Cell::number(percent(language, share), share.to_string())),
    ];
    if let Some(limit) = fields.limit_share {
        cells.push(share.map_or(Cell::Empty, |share| {
            let limited = [("limit", percent(language, limit).into())];
            Cell::Status(if share > limit {
                StatusWord { class: "is-misses", word: writer.fill("record-limit-above", &limited) }
            } else {
                StatusWord { class: "is-meets", word: writer.fill("record-limit-within", &limited) }
            })
        }));
    }
    Row { cells, ..Row::default() }
}

fn percent(language: &Language, share: Decimal) -> String {
    Unit::parse("percent").map_or_else(|_| language.number(share), |unit| language.with_unit(share, unit))
}

/// The newest figure of the total, and what the exclusion removed from it.
fn latest(writer: &Writer<'_>, metric: &Record, exclusion: &Id) -> Option<(crate::model::Period, Option<Removal>)> {
    let catalog = writer.site.catalog();
    if catalog.results(&metric.id).is_empty() {
        return None;
    }
    let series = writer.site.series(&metric.id)?;
    let (period, point) = series.total()?.iter().next_back()?;
    Some((*period, removal(writer, &series, &point.latest, exclusion)))
}

fn removal(writer: &Writer<'_>, series: &MetricSeries, figure: &Figure, exclusion: &Id) -> Option<Removal> {
    let position = series.columns.iter().position(|column| matches!(column, NumberColumn::Excluded(id) if id == exclusion))?;
    let removed = figure.numbers.get(position).copied().flatten()?;
    let sides = [Side::Denominator, Side::Numerator];
    let steps = sides.into_iter().filter_map(|side| waterfall(writer.site.catalog(), series, figure, side));
    let raw = steps.filter(|way| way.steps.iter().any(|step| step.exclusion == *exclusion)).map(|way| way.raw).next();
    Some(Removal { removed, raw })
}

/// The share of the raw count in per cent, rounded once.
fn share(removal: &Removal) -> Option<Decimal> {
    let share = removal.removed.exact().checked_div(removal.raw?.exact())?.checked_mul(Exact::from_integer(100))?;
    share.round(SHARE_PLACES, Rounding::HalfEven)
}
