//! The codes of a segment, with the results that each metric has for them.

use std::collections::BTreeSet;

use crate::catalog::Origin;
use crate::model::segment::SegmentCode;
use crate::model::{Date, Id, Kind, RecordRef, Segment};
use crate::site::plan::{CODES_ON_ONE_PAGE, codes_with_figures, segment_path};
use crate::site::slug::slugs;
use crate::site::view::places::planned_href;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Metrics whose results are linked from each code; beyond, only their pages for the segment are.
const MOST_LINKED: usize = 8;

/// A metric that is broken down by the segment, and the codes for which it has figures by themselves.
struct Use {
    metric: Id,
    href: String,
    codes: BTreeSet<u16>,
}

/// The results by code, and the codes.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, segment: &Segment) -> Vec<Section> {
    let uses = uses(writer, record);
    let mut sections = Vec::new();
    if !uses.is_empty() {
        let link = |used: &Use| Link {
            href: used.href.clone(),
            label: writer.title_of(&metric(used)),
            note: writer.fill("record-codes-used", &[("used", used.codes.len().into()), ("count", segment.codes.len().into())]),
        };
        let links: Vec<Link> = uses.iter().map(link).collect();
        let columns = links.len() > 12;
        sections.push(Section::new("results-by-code", writer.say("record-results-by-code"), vec![Block::Links { links, columns }]));
    }
    if !segment.codes.is_empty() {
        let table = codes(writer, record, segment, &uses);
        sections.push(Section::new("codes", writer.say("record-codes"), vec![writer.table(table)]));
    }
    sections
}

fn uses(writer: &Writer<'_>, record: &Record) -> Vec<Use> {
    let site = writer.site;
    let links = site.catalog().backlinks(&record.reference()).iter().filter(|link| link.field == "segments");
    let used = links.filter_map(|link| {
        let Origin::Record(from) = &link.from else {
            return None;
        };
        let (_, metric) = site.catalog().metric(&from.id)?;
        let position = metric.segments.iter().position(|reference| *reference.id() == record.id)?;
        let href = planned_href(writer, &segment_path(&from.id, &record.id))?;
        let codes = codes_with_figures(site.summary(&from.id)?, position).into_iter().collect();
        Some(Use { metric: from.id.clone(), href, codes })
    });
    used.collect()
}

/// The table of codes; columns in which nothing would stand are left out.
fn codes(writer: &Writer<'_>, record: &Record, segment: &Segment, uses: &[Use]) -> Table {
    let any = |has: fn(&SegmentCode) -> bool| segment.codes.iter().any(has);
    let linked = if uses.len() <= MOST_LINKED { uses } else { &[] };
    let columns = [
        (true, Column::new(writer.say("record-code"), ColumnKind::Text)),
        (true, Column::new(writer.say("record-code-label"), ColumnKind::Text)),
        (any(|code| code.parent.is_some()), Column::new(writer.say("record-code-part-of"), ColumnKind::Text).filtered()),
        (any(|code| code.from.is_some()), Column::new(writer.say("record-code-from"), ColumnKind::Text)),
        (any(|code| code.to.is_some()), Column::new(writer.say("record-code-to"), ColumnKind::Text)),
        (any(|code| code.owner.is_some()), Column::new(writer.say("column-owner"), ColumnKind::Text).filtered()),
        (!linked.is_empty(), Column::new(writer.say("record-code-results"), ColumnKind::Text)),
    ];
    let names = slugs(segment);
    let row = |(code, name): (usize, &String)| {
        let results = results(writer, record, segment, linked, code, name);
        let cells = cells(writer, &segment.codes[code], results).into_iter().zip(&columns);
        let cells = cells.filter(|(_, (shown, _))| *shown).map(|(cell, _)| cell).collect();
        Row { cells, ..Row::default() }
    };
    let rows = names.iter().enumerate().map(row).collect();
    let shown = columns.iter().filter(|(shown, _)| *shown);
    Table {
        id: "codes-table".to_owned(),
        caption: writer.say("record-codes"),
        caption_hidden: true,
        sortable: true,
        filterable: true,
        long: segment.codes.len() > 20,
        columns: shown.map(|(_, column)| column.clone()).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn cells(writer: &Writer<'_>, code: &SegmentCode, results: Cell) -> [Cell; 7] {
    let date =
        |date: Option<Date>| date.map_or(Cell::Empty, |date| Cell::Time { iso: date.to_string(), label: writer.language().date(date) });
    let owner = code.owner.as_ref().map(|owner| Cell::Link {
        href: writer.record_href(owner.record()),
        label: writer.title_of(owner.record()),
        note: String::new(),
    });
    [
        Cell::Code(code.code.clone()),
        Cell::Text(code.label.clone()),
        code.parent.clone().map_or(Cell::Empty, Cell::Code),
        date(code.from),
        date(code.to),
        owner.unwrap_or_default(),
        results,
    ]
}

/// Where each metric shows its results for one code; `index` counts the codes from 0.
fn results(writer: &Writer<'_>, record: &Record, segment: &Segment, uses: &[Use], index: usize, name: &str) -> Cell {
    let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
    let link = |used: &Use| {
        let folder = format!("metrics/{}/{}", used.metric, record.id);
        let own_page = segment.codes.len() > CODES_ON_ONE_PAGE;
        let path = if own_page { format!("{folder}/{name}.html") } else { format!("{folder}.html#{name}") };
        (writer.href(&path), writer.title_of(&metric(used)))
    };
    let links: Vec<(String, String)> = uses.iter().filter(|used| used.codes.contains(&number)).map(link).collect();
    if links.is_empty() { Cell::Absent(writer.say("none")) } else { Cell::Links(links) }
}

fn metric(used: &Use) -> RecordRef {
    RecordRef { kind: Kind::Metric, id: used.metric.clone() }
}
