//! The register of exclusions: why each is made, which way it moves the value, and what uses it.

use super::framed;
use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::{AnyRecord, Exclusion, Kind, RecordRef};
use crate::site::view::places::{record_cell, record_links};
use crate::site::view::record::{field_cell, first_sentence};
use crate::site::view::{Cell, Column, ColumnKind, Row, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Metrics that are named in a cell; the page of the exclusion lists them all.
const MOST_NAMED: usize = 8;

/// The table, in the order in which the rules are applied.
pub(super) fn table(writer: &Writer<'_>, records: &[&Record]) -> Table {
    let language = writer.language();
    let columns = vec![
        Column::new(capitalised(&language.kind(Kind::Exclusion)), ColumnKind::Text),
        Column::new(language.field("state"), ColumnKind::Text).filtered(),
        Column::new(language.field("type"), ColumnKind::Text).filtered(),
        Column::new(language.field("order"), ColumnKind::Number),
        Column::new(language.field("rationale"), ColumnKind::Text),
        Column::new(writer.say("register-effect-on-value"), ColumnKind::Text).filtered(),
        Column::new(language.kinds(Kind::Metric).to_owned(), ColumnKind::Text).filtered(),
        Column::new(language.field("approved_by"), ColumnKind::Text).filtered(),
        Column::new(language.field("review_by"), ColumnKind::Text),
    ];
    let mut rows: Vec<(u32, Row)> = records.iter().filter_map(|record| row(writer, record)).collect();
    // Equal places keep the order of the titles.
    rows.sort_by_key(|(order, _)| *order);
    framed(language, Kind::Exclusion, columns, rows.into_iter().map(|(_, row)| row).collect())
}

fn row(writer: &Writer<'_>, record: &Record) -> Option<(u32, Row)> {
    let AnyRecord::Exclusion(exclusion) = &record.fields else {
        return None;
    };
    let exclusion: &Exclusion = exclusion;
    let field = |name: &str| record.kind.shape().field(name).map_or(Cell::Empty, |field| field_cell(writer, record, field));
    let cells = vec![
        record_cell(writer, record),
        field("state"),
        field("type"),
        field("order"),
        Cell::Text(first_sentence(exclusion.rationale.as_str())),
        field("bias_direction"),
        metrics(writer, record),
        field("approved_by"),
        field("review_by"),
    ];
    Some((exclusion.order, Row { cells, ..Row::default() }))
}

fn metrics(writer: &Writer<'_>, record: &Record) -> Cell {
    let reference = record.reference();
    let links = writer.site.catalog().backlinks(&reference).iter().filter(|link| link.field == "exclusions");
    let metrics: Vec<&RecordRef> = links.filter_map(|link| if let Origin::Record(from) = &link.from { Some(from) } else { None }).collect();
    if metrics.len() > MOST_NAMED {
        return Cell::Link {
            href: writer.record_href(&reference),
            label: writer.fill("count-metrics", &[("count", metrics.len().into())]),
            note: writer.say("listed-on-its-page"),
        };
    }
    record_links(writer, metrics)
}
