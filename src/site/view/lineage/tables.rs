//! The lineage as tables, with nothing left out.

use super::network::{inputs, readers};
use crate::language::capitalised;
use crate::model::{Kind, RecordRef};
use crate::site::view::naming::sort_key;
use crate::site::view::places::{record_cell, record_links};
use crate::site::view::record::field_cell;
use crate::site::view::{Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Links that a cell holds; the page of the record lists them all.
const MOST_LINKS: usize = 12;

/// One section for each kind that takes part in the lineage.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for kind in [Kind::Source, Kind::Survey, Kind::Transform, Kind::Metric, Kind::Scorecard] {
        let mut records: Vec<&Record> = writer.site.catalog().of_kind(kind).collect();
        records.sort_by_cached_key(|record| sort_key(record));
        if records.is_empty() {
            continue;
        }
        let table = table(writer, kind, &records);
        sections.push(Section::new(kind.name(), writer.language().kinds(kind), vec![writer.table(table)]));
    }
    sections
}

/// The field of a kind that tells what happens in the lineage.
const fn telling(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Source => Some("system"),
        Kind::Transform => Some("operation"),
        Kind::Survey => Some("instrument"),
        _ => None,
    }
}

fn table(writer: &Writer<'_>, kind: Kind, records: &[&Record]) -> Table {
    let telling = telling(kind).and_then(|name| kind.shape().field(name));
    let language = writer.language();
    let reads = matches!(kind, Kind::Transform | Kind::Metric | Kind::Scorecard);
    let is_read = kind != Kind::Scorecard;
    let heading = capitalised(&language.kind(kind));
    let mut columns = vec![Column::new(heading, ColumnKind::Text)];
    columns.extend(telling.map(|field| Column::new(language.field(&field.name), ColumnKind::Text)));
    if reads {
        columns.push(Column::new(writer.say("lineage-comes-from"), ColumnKind::Text));
    }
    if is_read {
        columns.push(Column::new(writer.say("lineage-read-by"), ColumnKind::Text));
    }
    let catalog = writer.site.catalog();
    let row = |record: &&Record| {
        let reference = record.reference();
        let mut cells = vec![record_cell(writer, record)];
        cells.extend(telling.map(|field| field_cell(writer, record, field)));
        if reads {
            cells.push(links(writer, record, &inputs(catalog, &reference)));
        }
        if is_read {
            cells.push(links(writer, record, &readers(catalog, &reference)));
        }
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = records.iter().map(row).collect();
    Table {
        id: format!("{}-table", kind.name()),
        caption: language.kinds(kind).to_owned(),
        caption_hidden: true,
        sortable: rows.len() > 5,
        long: rows.len() > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn links(writer: &Writer<'_>, record: &Record, records: &[RecordRef]) -> Cell {
    if records.len() <= MOST_LINKS {
        return record_links(writer, records);
    }
    Cell::Link {
        href: writer.record_href(&record.reference()),
        label: writer.fill("count-records", &[("count", records.len().into())]),
        note: writer.say("listed-on-its-page"),
    }
}
