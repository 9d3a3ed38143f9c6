//! Where pages stand: the menu entry and the way back of each kind of record, and links that are sure to lead somewhere.

use super::{Cell, Link, Span};
use crate::language::Language;
use crate::model::{Date, Instant, Kind, Period, RecordRef};
use crate::site::writer::{MenuSection, Writer};
use crate::source::Record;

/// The menu entry to which the records of a kind belong.
pub(super) const fn menu_section(kind: Kind) -> MenuSection {
    match kind {
        Kind::Metric => MenuSection::Metrics,
        Kind::Scorecard => MenuSection::Scorecards,
        Kind::Term => MenuSection::Glossary,
        _ => MenuSection::Records,
    }
}

/// The way from the front page to the register of a kind, the register left out.
pub(super) fn register_trail(writer: &Writer<'_>, kind: Kind) -> Vec<Link> {
    match menu_section(kind) {
        MenuSection::Records => {
            vec![Link { href: writer.href("records/index.html"), label: writer.say("menu-records"), note: String::new() }]
        }
        _ => Vec::new(),
    }
}

/// The way from the front page to a record of a kind, the record left out.
pub(super) fn record_trail(writer: &Writer<'_>, kind: Kind) -> Vec<Link> {
    let mut trail = register_trail(writer, kind);
    trail.push(Link { href: writer.register_href(kind), label: writer.language().kinds(kind).to_owned(), note: String::new() });
    trail
}

/// The address of a file of the report, where it has that file.
pub(super) fn planned_href(writer: &Writer<'_>, path: &str) -> Option<String> {
    writer.site.file(path).map(|_| writer.href(path))
}

/// The address of a release in the list of releases.
pub(super) fn release_href(writer: &Writer<'_>, release: &crate::model::Id) -> String {
    writer.href(&format!("index.html#release-{release}"))
}

/// A cell with the title of a record, its id below.
pub(super) fn record_cell(writer: &Writer<'_>, record: &Record) -> Cell {
    Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: record.id.to_string() }
}

/// A cell with one link for each record; a word where there is none.
pub(super) fn record_links<'a>(writer: &Writer<'_>, records: impl IntoIterator<Item = &'a RecordRef>) -> Cell {
    let links: Vec<(String, String)> = records.into_iter().map(|record| (writer.record_href(record), writer.title_of(record))).collect();
    if links.is_empty() { Cell::Absent(writer.say("none")) } else { Cell::Links(links) }
}

/// A day as a piece of a line.
pub(super) fn date_span(language: &Language, date: Date) -> Span {
    Span::Time { iso: date.to_string(), label: language.date(date) }
}

/// An instant as a piece of a line.
pub(super) fn instant_span(language: &Language, instant: Instant) -> Span {
    Span::Time { iso: instant.to_string(), label: language.instant(instant) }
}

/// A period as a piece of a line.
pub(super) fn period_span(language: &Language, period: Period) -> Span {
    Span::Time { iso: period.to_string(), label: language.period(period) }
}

/// A period as a cell.
pub(super) fn period_cell(language: &Language, period: Period) -> Cell {
    Cell::Time { iso: period.to_string(), label: language.period(period) }
}
