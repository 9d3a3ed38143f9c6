//! Columns, cells and counts as the pages of governance records write them.

use crate::model::{Date, Period, RecordRef};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table, Tally};
use crate::site::writer::Writer;
use crate::source::Record;

/// A column of words.
pub(in crate::site::view) fn text(label: String) -> Column {
    Column::new(label, ColumnKind::Text)
}

/// A column of figures.
pub(in crate::site::view) fn number(label: String) -> Column {
    Column::new(label, ColumnKind::Number)
}

/// A table with a caption that is seen.
pub(in crate::site::view) fn table(writer: &mut Writer<'_>, id: &str, caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    titled(writer, id, (caption, String::new()), columns, vec![RowGroup { rows, ..RowGroup::default() }])
}

/// The same with a note behind the caption and with groups of rows.
pub(in crate::site::view) fn titled(
    writer: &mut Writer<'_>,
    id: &str,
    (caption, note): (String, String),
    columns: Vec<Column>,
    groups: Vec<RowGroup>,
) -> Block {
    let rows: usize = groups.iter().map(|group| group.rows.len()).sum();
    writer.table(Table {
        id: format!("{id}-table"),
        caption,
        note,
        sortable: groups.len() == 1 && rows > 3,
        long: rows > 20,
        columns,
        groups,
        ..Table::default()
    })
}

/// Counts in large figures; those of nothing are left out where they would only say that there is nothing.
pub(in crate::site::view) fn tallies(writer: &Writer<'_>, counts: Vec<(usize, String)>) -> Block {
    let tally = |(count, words): (usize, String)| Tally { count: writer.language().count(count), words, href: String::new() };
    Block::Tallies { tallies: counts.into_iter().map(tally).collect() }
}

/// A count.
pub(in crate::site::view) fn count_cell(writer: &Writer<'_>, count: usize) -> Cell {
    Cell::number(writer.language().count(count), count.to_string())
}

/// Whole days.
pub(in crate::site::view) fn days_cell(writer: &Writer<'_>, days: i32) -> Cell {
    Cell::number(writer.language().plain_number(&days.to_string()), days.to_string())
}

/// A day.
pub(in crate::site::view) fn day_cell(writer: &Writer<'_>, day: Date) -> Cell {
    Cell::Time { iso: day.to_string(), label: writer.language().short_date(day) }
}

/// That there is nothing, in a word.
pub(in crate::site::view) fn absent(writer: &Writer<'_>) -> Cell {
    Cell::Absent(writer.say("governance-none"))
}

/// A record.
pub(in crate::site::view) fn link_cell(writer: &Writer<'_>, record: &RecordRef) -> Cell {
    Cell::Link { href: writer.record_href(record), label: writer.title_of(record), note: String::new() }
}

/// What a waiver is for: a record, or the name of a release.
pub(in crate::site::view) fn waived_cell(writer: &Writer<'_>, waiver: &crate::model::waiver::Waiver) -> Cell {
    let release = |id: &crate::model::Id| {
        let found = writer.site.catalog().releases().iter().find(|known| known.id == *id);
        Cell::Text(found.map_or_else(|| id.to_string(), |found| found.release.title.clone()))
    };
    match (&waiver.subject, &waiver.release) {
        (Some(subject), _) => link_cell(writer, subject.record()),
        (None, Some(id)) => release(id),
        (None, None) => Cell::Empty,
    }
}

/// Who looks after a record.
pub(in crate::site::view) fn owner_cell(writer: &Writer<'_>, record: &Record) -> Cell {
    record.envelope.owner.as_ref().map_or_else(|| absent(writer), |owner| link_cell(writer, owner.record()))
}

/// The state of a record.
pub(in crate::site::view) fn state_cell(writer: &Writer<'_>, record: &Record) -> Cell {
    code_of(writer, record, "state").map_or(Cell::Empty, Cell::Text)
}

/// A coded word of a record, as people read it.
pub(in crate::site::view) fn code_of(writer: &Writer<'_>, record: &Record, field: &str) -> Option<String> {
    record.node.entry(field).and_then(|entry| entry.value.text()).map(|word| writer.language().code(word))
}

/// The short name of a period, kept on one line.
pub(in crate::site::view) fn short(writer: &Writer<'_>, period: Period) -> String {
    writer.language().short_period(period).replace(' ', "\u{a0}")
}

/// From the first period to the last, or the one there is.
pub(in crate::site::view) fn period_range(writer: &Writer<'_>, first: Period, last: Period) -> String {
    if first == last {
        return short(writer, first);
    }
    let (from, to) = (short(writer, first), short(writer, last));
    writer.fill("governance-from-to", &[("from", from.into()), ("to", to.into())])
}

/// How far a day lies ahead, or how long ago it was; kept on one line.
pub(in crate::site::view) fn ahead(writer: &Writer<'_>, day: Date) -> String {
    let days = writer.site.report().as_of.days_until(day);
    let count = days.unsigned_abs();
    let words = match days {
        0 => writer.say("governance-today"),
        1.. => writer.fill("governance-in-days", &[("count", count.into())]),
        _ => writer.fill("governance-days-ago", &[("count", count.into())]),
    };
    words.replace(' ', "\u{a0}")
}
