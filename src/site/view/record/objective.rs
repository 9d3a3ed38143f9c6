//! An objective: its measures with their status, what is undertaken for it, and the objectives around it.

use crate::catalog::Origin;
use crate::model::objective::Objective;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::chart::Picture;
use crate::site::graph::{Graph, Node, NodeKind};
use crate::site::view::inquiry::{code_cell, day, figure, link_cell, table, ungrouped};
use crate::site::view::words::short_status;
use crate::site::view::{Block, Cell, ColumnKind, Link, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// Measures, initiatives and neighbours.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, objective: &Objective) -> Vec<Section> {
    let mut sections = vec![measures(writer, objective)];
    sections.extend(initiatives(writer, objective));
    sections.extend(around(writer, record, objective));
    sections
}

fn measures(writer: &mut Writer<'_>, objective: &Objective) -> Section {
    let rows: Vec<Row> = objective.measures.iter().filter_map(|measure| measure_row(writer, measure.record())).collect();
    let title = writer.say("objective-measures");
    let block = if rows.is_empty() {
        Block::Intro { text: writer.say("objective-no-measure") }
    } else {
        let headings = [
            ("inquiry-metric", ColumnKind::Text),
            ("inquiry-latest-period", ColumnKind::Text),
            ("inquiry-latest-value", ColumnKind::Number),
            ("objective-target", ColumnKind::Number),
            ("objective-status", ColumnKind::Text),
        ];
        table(writer, "measures", title.clone(), &headings, ungrouped(rows))
    };
    Section::new("measures", title, vec![block])
}

fn measure_row(writer: &Writer<'_>, reference: &RecordRef) -> Option<Row> {
    let (_, metric) = writer.site.catalog().metric(&reference.id)?;
    let language = writer.language();
    let latest = writer.site.summary(&reference.id).and_then(|summary| summary.latest.as_ref());
    let number =
        |value: Option<crate::model::Decimal>| value.map(|value| Cell::number(language.with_unit(value, metric.unit), value.to_string()));
    let mut cells = vec![link_cell(writer, reference)];
    match latest {
        Some(latest) => cells.extend([
            crate::site::view::inquiry::period(language, latest.period),
            number(latest.published)
                .unwrap_or_else(|| Cell::Absent(writer.say("inquiry-no-value")))
                .ticked(writer.newest_marks(&reference.id)),
            number(latest.target).unwrap_or(Cell::Empty),
            Cell::Status(short_status(language, latest.status)),
        ]),
        None => cells.extend([Cell::Absent(writer.say("inquiry-no-value")), Cell::Empty, Cell::Empty, Cell::Empty]),
    }
    Some(Row { cells, ..Row::default() })
}

fn initiatives(writer: &mut Writer<'_>, objective: &Objective) -> Option<Section> {
    let rows: Vec<Row> = objective
        .initiatives
        .iter()
        .filter_map(|initiative| {
            let record = writer.site.catalog().record(initiative.record())?;
            let AnyRecord::Action(action) = &record.fields else {
                return None;
            };
            let cells =
                vec![link_cell(writer, initiative.record()), code_cell(writer, record, "state"), day(writer.language(), action.due)];
            Some(Row { cells, ..Row::default() })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let title = writer.say("objective-initiatives");
    let headings = ["inquiry-action", "inquiry-state", "inquiry-due"].map(|key| (key, ColumnKind::Text));
    Some(Section::new("initiatives", title.clone(), vec![table(writer, "initiatives", title, &headings, ungrouped(rows))]))
}

/// What helps to reach the objective, and what it helps to reach.
fn around(writer: &mut Writer<'_>, record: &Record, objective: &Objective) -> Option<Section> {
    let here = record.reference();
    let links = writer.site.catalog().backlinks(&here).iter().filter(|link| link.field == "causes");
    let before: Vec<RecordRef> = links
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == Kind::Objective => Some(from.clone()),
            _ => None,
        })
        .collect();
    let after: Vec<RecordRef> = objective.causes.iter().map(|cause| cause.record().clone()).collect();
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let node = |reference: &RecordRef, current: bool| Node {
        key: reference.to_string(),
        label: writer.title_of(reference),
        name: writer.language().inside(&writer.language().kind(reference.kind)),
        kind: NodeKind::Other,
        href: (!current).then(|| writer.record_href(reference)),
        current,
    };
    let mut nodes: Vec<Node> = before.iter().map(|reference| node(reference, false)).collect();
    let middle = nodes.len();
    nodes.push(node(&here, true));
    nodes.extend(after.iter().map(|reference| node(reference, false)));
    let into = (0..middle).map(|from| (from, middle));
    let edges = into.chain((middle + 1..nodes.len()).map(|to| (middle, to))).collect();
    let title = writer.say("objective-around-figure");
    let description = writer.fill("objective-around-description", &[("before", before.len().into()), ("after", after.len().into())]);
    let graph = Graph { id_prefix: writer.prefix(), title: title.clone(), description, nodes, edges };
    let part = writer.picture(Picture::Graph(graph));
    let noted = |reference: &RecordRef, key: &'static str| Link { note: writer.say(key), ..writer.link(reference) };
    let mut links: Vec<Link> = before.iter().map(|reference| noted(reference, "objective-before")).collect();
    links.extend(after.iter().map(|reference| noted(reference, "objective-after")));
    let blocks = vec![figure(part, title, String::new(), Vec::new()), Block::Links { links, columns: false }];
    Some(Section::new("around", writer.say("objective-around"), blocks))
}
