//! What a source or transform feeds, and the extracts that were taken from a source.

use crate::model::Kind;
use crate::site::view::places::release_href;
use crate::site::view::{Cell, Column, ColumnKind, Row, RowGroup, Section, Table, lineage};
use crate::site::writer::Writer;
use crate::source::Record;

/// The neighbourhood in the lineage, and for a source its extracts.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record) -> Vec<Section> {
    let mut sections = Vec::new();
    let blocks = lineage::neighbourhood(writer.site, writer, &record.reference());
    if !blocks.is_empty() {
        sections.push(Section::new("lineage", writer.say("menu-lineage"), blocks));
    }
    if record.kind == Kind::Source {
        let rows = extracts(writer, record);
        if !rows.is_empty() {
            let table = extract_table(writer, rows);
            sections.push(Section::new("extracts", writer.say("record-extracts"), vec![writer.table(table)]));
        }
    }
    sections
}

/// One row for each extract, those of the newest release first.
fn extracts(writer: &Writer<'_>, record: &Record) -> Vec<Row> {
    let mut rows = Vec::new();
    for release in writer.site.catalog().releases().iter().rev() {
        for extract in release.release.extracts.iter().filter(|extract| *extract.source.id() == record.id) {
            let text = |text: Option<&String>| text.map_or(Cell::Empty, |text| Cell::Code(text.clone()));
            let count = extract.rows.and_then(|rows| i64::try_from(rows).ok()).map(crate::model::Decimal::from_integer);
            let title = Cell::Link { href: release_href(writer, &release.id), label: release.release.title.clone(), note: String::new() };
            let cells = vec![
                title,
                text(extract.file.as_ref().or(extract.location.as_ref())),
                count.map_or(Cell::Empty, |count| Cell::number(writer.language().number(count), count.to_string())),
                text(extract.query.as_ref()),
                text(extract.sha256.as_ref()),
            ];
            rows.push(Row { cells, ..Row::default() });
        }
    }
    rows
}

fn extract_table(writer: &Writer<'_>, rows: Vec<Row>) -> Table {
    let headings = [
        (writer.say("column-release"), ColumnKind::Text),
        (writer.say("record-extract-file"), ColumnKind::Text),
        (writer.say("record-extract-rows"), ColumnKind::Number),
        (writer.say("record-extract-query"), ColumnKind::Text),
        (writer.language().field("sha256"), ColumnKind::Text),
    ];
    let used: Vec<bool> =
        (0..headings.len()).map(|column| rows.iter().any(|row| !matches!(row.cells.get(column), Some(Cell::Empty)))).collect();
    let keep = |column: usize| column < 2 || used[column];
    let columns =
        headings.into_iter().enumerate().filter(|(index, _)| keep(*index)).map(|(_, (label, kind))| Column::new(label, kind)).collect();
    let narrowed = |row: Row| {
        let cells = row.cells.into_iter().enumerate().filter(|(index, _)| keep(*index)).map(|(_, cell)| cell).collect();
        Row { cells, ..row }
    };
    Table {
        id: "extracts-table".to_owned(),
        caption: writer.say("record-extracts-caption"),
        caption_hidden: true,
        long: rows.len() > 20,
        columns,
        groups: vec![RowGroup { rows: rows.into_iter().map(narrowed).collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}
