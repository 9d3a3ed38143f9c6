//! The codes of a segment, with the results that each metric has for them.

use std::collections::BTreeSet;

use crate::catalog::Origin;
use crate::model::{Id, Kind, Segment};
use crate::site::plan::{CODES_ON_ONE_PAGE, codes_with_figures, segment_path};
use crate::site::slug::slugs;
use crate::site::view::places::planned_href;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Metrics whose results are linked from each code; beyond, only their pages for the segment are.
const MOST_LINKED: usize = 6;

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
            label: writer.title_of(&crate::model::RecordRef { kind: Kind::Metric, id: used.metric.clone() }),
            note: format!("{} of {} codes", used.codes.len(), segment.codes.len()),
        };
        let links: Vec<Link> = uses.iter().map(link).collect();
        let columns = links.len() > 12;
        sections.push(Section::new("results-by-code", "Results by code", vec![Block::Links { links, columns }]));
    }
    if !segment.codes.is_empty() {
        let table = codes(writer, record, segment, &uses);
        sections.push(Section::new("codes", "Codes", vec![writer.table(table)]));
    }
    sections
}

fn uses(writer: &Writer<'_>, record: &Record) -> Vec<Use> {
    let site = writer.site;
    let links = site.catalog().backlinks(&record.reference()).iter().filter(|link| link.field == "segments");
    let used = links.filter_map(|link| {
        let Origin::Record(from) = &link.from else { return None };
        let (_, metric) = site.catalog().metric(&from.id)?;
        let position = metric.segments.iter().position(|reference| *reference.id() == record.id)?;
        let href = planned_href(writer, &segment_path(&from.id, &record.id))?;
        let codes = codes_with_figures(site.summary(&from.id)?, position).into_iter().collect();
        Some(Use { metric: from.id.clone(), href, codes })
    });
    used.collect()
}

fn codes(writer: &Writer<'_>, record: &Record, segment: &Segment, uses: &[Use]) -> Table {
    let names = slugs(segment);
    let own_pages = segment.codes.len() > CODES_ON_ONE_PAGE;
    let has_parent = segment.codes.iter().any(|code| code.parent.is_some());
    let has_dates = segment.codes.iter().any(|code| code.from.is_some() || code.to.is_some());
    let has_owner = segment.codes.iter().any(|code| code.owner.is_some());
    let linked = if uses.len() <= MOST_LINKED { uses } else { &[] };
    let address = |used: &Use, name: &str| {
        let path = if own_pages { format!("metrics/{}/{}/{name}.html", used.metric, record.id) } else { format!("metrics/{}/{}.html#{name}", used.metric, record.id) };
        (writer.href(&path), writer.title_of(&crate::model::RecordRef { kind: Kind::Metric, id: used.metric.clone() }))
    };
    let date = |date: Option<crate::model::Date>| date.map_or(Cell::Empty, |date| Cell::Time { iso: date.to_string(), label: date.label() });
    let mut columns = vec![Column::new("Code", ColumnKind::Text), Column::new("Label", ColumnKind::Text)];
    let optional = [(has_parent, "Part of"), (has_dates, "From"), (has_dates, "To"), (has_owner, "Owner"), (!linked.is_empty(), "Results")];
    columns.extend(optional.iter().filter(|(shown, _)| *shown).map(|(_, label)| Column::new(*label, ColumnKind::Text)));
    let row = |(index, code): (usize, &crate::model::segment::SegmentCode)| {
        let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
        let mut cells = vec![Cell::Code(code.code.clone()), Cell::Text(code.label.clone())];
        if has_parent {
            cells.push(code.parent.clone().map_or(Cell::Empty, Cell::Code));
        }
        if has_dates {
            cells.extend([date(code.from), date(code.to)]);
        }
        if has_owner {
            let owner = code.owner.as_ref().map(|owner| (writer.record_href(owner.record()), writer.title_of(owner.record())));
            cells.push(owner.map_or(Cell::Empty, |(href, label)| Cell::Link { href, label, note: String::new() }));
        }
        if !linked.is_empty() {
            let with_figures = linked.iter().filter(|used| used.codes.contains(&number));
            let links: Vec<(String, String)> = with_figures.map(|used| address(used, &names[index])).collect();
            cells.push(if links.is_empty() { Cell::Absent("none".to_owned()) } else { Cell::Links(links) });
        }
        Row { cells, ..Row::default() }
    };
    let rows = segment.codes.iter().enumerate().map(row).collect();
    Table {
        id: "codes-table".to_owned(),
        caption: "Codes".to_owned(),
        caption_hidden: true,
        sortable: true,
        long: segment.codes.len() > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}
