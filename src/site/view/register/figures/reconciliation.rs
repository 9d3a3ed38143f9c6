//! Reconciliations by how they came out, each with its rest beside the tolerance.

use crate::model::reconciliation::{Reconciliation, ReconciliationState};
use crate::model::{AnyRecord, Exact, Rounding};
use crate::site::view::inquiry::{Compared, compared, period, signed};
use crate::site::view::record::verdict;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table, Tally};
use crate::site::writer::Writer;
use crate::source::Record;

const STATES: [(ReconciliationState, &str, &str); 3] = [
    (ReconciliationState::Unresolved, "reconciliation-unresolved", "reconciliation-tally-unresolved"),
    (ReconciliationState::Open, "reconciliation-open", "reconciliation-tally-open"),
    (ReconciliationState::Agreed, "reconciliation-agreed", "reconciliation-tally-agreed"),
];

/// The section; nothing where there is no reconciliation.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    let all: Vec<(&Record, &Reconciliation)> = records
        .iter()
        .filter_map(|record| if let AnyRecord::Reconciliation(fields) = &record.fields { Some((*record, &**fields)) } else { None })
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let mut groups = Vec::new();
    let mut tallies = Vec::new();
    for (state, heading, counted) in STATES {
        let rows: Vec<Row> =
            all.iter().filter(|(_, fields)| fields.state == state).map(|(record, fields)| row(writer, record, fields)).collect();
        let words = writer.fill(counted, &[("count", rows.len().into())]);
        tallies.push(Tally { count: writer.language().count(rows.len()), words, href: String::new() });
        if !rows.is_empty() {
            groups.push(RowGroup { heading: writer.say(heading), note: writer.language().count(rows.len()), rows });
        }
    }
    let title = writer.say("reconciliation-register");
    let table = table(writer, &title, groups);
    vec![Section::new("reconciliation-rests", title, vec![Block::Tallies { tallies }, table])]
}

fn table(writer: &mut Writer<'_>, title: &str, groups: Vec<RowGroup>) -> Block {
    let headings = [
        ("reconciliation-name", ColumnKind::Text),
        ("inquiry-metric", ColumnKind::Text),
        ("inquiry-period", ColumnKind::Text),
        ("reconciliation-own-short", ColumnKind::Number),
        ("reconciliation-other-short", ColumnKind::Number),
        ("reconciliation-explained", ColumnKind::Number),
        ("reconciliation-rest-short", ColumnKind::Number),
        ("reconciliation-tolerance-short", ColumnKind::Number),
        ("inquiry-reading", ColumnKind::Text),
    ];
    let columns = headings.map(|(key, kind)| Column::new(writer.say(key), kind)).to_vec();
    writer.table(Table {
        id: "reconciliation-rests-table".to_owned(),
        caption: title.to_owned(),
        caption_hidden: true,
        columns,
        groups,
        ..Table::default()
    })
}

fn row(writer: &Writer<'_>, record: &Record, fields: &Reconciliation) -> Row {
    let language = writer.language();
    let link = |reference: &crate::model::RecordRef| Cell::Link {
        href: writer.record_href(reference),
        label: writer.title_of(reference),
        note: String::new(),
    };
    let mut cells = vec![link(&record.reference()), link(fields.metric.record()), period(language, fields.period)];
    if let Some(found) = compared(writer, fields) {
        cells.extend(figures(writer, fields, &found));
    } else {
        cells.push(Cell::Absent(writer.say("inquiry-no-value")));
        cells.extend(std::iter::repeat_n(Cell::Empty, 5));
    }
    Row { cells, ..Row::default() }
}

fn figures(writer: &Writer<'_>, fields: &Reconciliation, found: &Compared<'_>) -> Vec<Cell> {
    let language = writer.language();
    let unit = found.metric.unit;
    let whole = |value: crate::model::Decimal| Cell::number(language.with_unit(value, unit), value.to_string());
    let places = fields.items.iter().map(|item| item.amount.scale()).chain([found.internal.scale(), fields.external.figure.scale()]).max();
    let amount = |value: Exact| {
        let rounded = value.round(places.unwrap_or_default(), Rounding::HalfEven);
        rounded.map_or(Cell::Empty, |number| Cell::number(signed(language, number, unit.of_difference()), number.to_string()))
    };
    vec![
        whole(found.internal).ticked(found.marks(writer, fields.period)),
        whole(fields.external.figure),
        amount(found.sums.explained),
        amount(found.sums.rest),
        Cell::number(language.with_unit(fields.tolerance, unit.of_difference()), fields.tolerance.to_string()),
        Cell::Status(verdict(writer, found)),
    ]
}
