//! The register of a kind: all its records in one table.

mod columns;
mod exclusions;
mod figures;

use self::columns::telling;
use super::naming::{sort_key, top_field_title};
use super::places::{menu_section, record_cell, register_trail};
use super::record::{column_kind, field_cell};
use super::{Cell, Column, ColumnKind, Head, Page, Rail, Row, RowGroup, Section, Table, glossary};
use crate::language::{Language, capitalised};
use crate::model::{Date, FieldShape, Kind, Scalar, Shape};
use crate::site::Site;
use crate::site::writer::{Outline, Writer};
use crate::source::Record;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str, kind: Kind) -> Page {
    if kind == Kind::Term {
        return glossary::page(site, path);
    }
    let mut writer = Writer::new(site, path);
    let mut records: Vec<&Record> = site.catalog().of_kind(kind).collect();
    records.sort_by_cached_key(|record| sort_key(record));
    let table = if kind == Kind::Exclusion { exclusions::table(&writer, &records) } else { table(&writer, kind, &records) };
    let mut sections = figures::sections(&mut writer, kind, &records);
    if !records.is_empty() {
        let title = table.caption.clone();
        let blocks = vec![writer.table(table)];
        sections.push(Section::new("register", title, blocks));
    }
    let outline = Outline {
        template: "register",
        section: menu_section(kind),
        title: writer.language().kinds(kind).to_owned(),
        trail: register_trail(&writer, kind),
        source: String::new(),
        head: head(writer.language(), kind, records.len()),
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

fn head(language: &Language, kind: Kind, records: usize) -> Head {
    Head {
        kicker: language.say("register").to_owned(),
        title: language.kinds(kind).to_owned(),
        lede: language.fill("register-lede", &[("summary", language.kind_summary(kind).into()), ("count", records.into())]),
        ..Head::default()
    }
}

/// How a column of a register is filled.
enum Filling<'a> {
    Version,
    Owner,
    Field(&'a FieldShape),
    NamedBy,
}

fn table(writer: &Writer<'_>, kind: Kind, records: &[&Record]) -> Table {
    let fillings = fillings(kind, records);
    let mut columns = vec![Column::new(capitalised(&writer.language().kind(kind)), ColumnKind::Text)];
    columns.extend(fillings.iter().map(|filling| column(writer.language(), kind, filling)));
    let row = |record: &&Record| {
        let mut cells = vec![record_cell(writer, record)];
        cells.extend(fillings.iter().map(|filling| fill(writer, record, filling)));
        Row { cells, ..Row::default() }
    };
    framed(writer.language(), kind, columns, records.iter().map(row).collect())
}

/// A table of records as every register has it.
fn framed(language: &Language, kind: Kind, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        id: "register-table".to_owned(),
        caption: language
            .fill("register-all", &[("kind", kind.to_string().into()), ("kinds", language.inside(language.kinds(kind)).into())]),
        caption_hidden: true,
        sortable: true,
        filterable: true,
        long: rows.len() > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

/// The columns of a kind; a column in which nothing would stand is left out.
fn fillings<'a>(kind: Kind, records: &[&Record]) -> Vec<Filling<'a>> {
    let shape = kind.shape();
    let written = |name: &str| records.iter().any(|record| record.node.entry(name).is_some());
    let names = std::iter::once("state").chain(telling(kind).iter().copied()).filter(|name| written(name));
    let mut fillings: Vec<Filling<'a>> = names.filter_map(|name| shape.field(name)).map(Filling::Field).collect();
    if kind.row().versioned {
        fillings.insert(0, Filling::Version);
    }
    if written("owner") {
        fillings.push(Filling::Owner);
    }
    fillings.push(Filling::NamedBy);
    fillings
}

fn column(language: &Language, kind: Kind, filling: &Filling<'_>) -> Column {
    match filling {
        Filling::Version => Column::new(language.field("version"), ColumnKind::Text),
        Filling::Owner => Column::new(language.say("column-owner"), ColumnKind::Text).filtered(),
        Filling::Field(field) => {
            let label = if field.name == "type" { language.field("type") } else { top_field_title(language, kind, &field.name) };
            let kind = if is_counted(&field.shape) { ColumnKind::Number } else { column_kind(&field.shape) };
            Column { filter: is_chosen(&field.shape), ..Column::new(label, kind) }
        }
        Filling::NamedBy => Column::new(language.say("register-named-by"), ColumnKind::Number),
    }
}

/// Lists of mappings are counted; the page of the record has them in full.
fn is_counted(shape: &Shape) -> bool {
    matches!(shape, Shape::List(inner) if matches!(**inner, Shape::Record(_)))
}

/// Whether a field holds one or some of few values, so that a reader may choose among them.
fn is_chosen(shape: &Shape) -> bool {
    match shape {
        Shape::Boolean | Shape::Choice(_) | Shape::Reference(_) | Shape::Scalar(Scalar::Frequency) => true,
        Shape::List(inner) => matches!(**inner, Shape::Choice(_) | Shape::Reference(_)),
        _ => false,
    }
}

fn fill(writer: &Writer<'_>, record: &Record, filling: &Filling<'_>) -> Cell {
    match filling {
        Filling::Version => record.versioning.map_or(Cell::Empty, |versioning| Cell::Text(versioning.version.to_string())),
        Filling::Owner => {
            let owner = record.envelope.owner.as_ref();
            owner.map_or(Cell::Empty, |owner| Cell::Link {
                href: writer.record_href(owner.record()),
                label: writer.title_of(owner.record()),
                note: String::new(),
            })
        }
        Filling::Field(field) => brief(writer.language(), field, field_cell(writer, record, field)),
        Filling::NamedBy => {
            let named = writer.site.catalog().backlinks(&record.reference()).len();
            Cell::number(writer.language().count(named), named.to_string())
        }
    }
}

/// A cell as a register has room for it: days in their short form, and no note on what people and bodies are.
fn brief(language: &Language, field: &FieldShape, cell: Cell) -> Cell {
    match (cell, &field.shape) {
        (Cell::Time { iso, label }, Shape::Scalar(Scalar::Date)) => {
            let short = Date::parse(&iso).map_or(label, |date| language.short_date(date));
            Cell::Time { iso, label: short }
        }
        (Cell::Link { href, label, .. }, Shape::Reference(kinds)) if kinds.len() == 1 || kinds.iter().all(|kind| is_party(*kind)) => {
            Cell::Link { href, label, note: String::new() }
        }
        (cell, _) => cell,
    }
}

const fn is_party(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Team | Kind::Committee)
}
