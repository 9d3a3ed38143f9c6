//! The decisions as a whole: who decided what, which are to be looked at again, and which took the place of which.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::language::capitalised;
use crate::model::decision::{Decision, DecisionState};
use crate::model::{Date, Kind, RecordRef};
use crate::site::view::governance::{ahead, code_of, count_cell, day_cell, link_cell, number, table, tallies, text};
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections; nothing where there is no decision.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let decisions: Vec<(&Record, &Decision)> = writer.site.catalog().decisions().collect();
    if decisions.is_empty() {
        return Vec::new();
    }
    let mut sections = vec![by_body(writer, &decisions)];
    sections.push(revisits(writer, &decisions));
    sections.extend(chains(writer, &decisions));
    sections
}

fn by_body(writer: &mut Writer<'_>, decisions: &[(&Record, &Decision)]) -> Section {
    let in_state = |state: DecisionState| decisions.iter().filter(|(_, decision)| decision.state == state).count();
    let (decided, proposed) = (in_state(DecisionState::Decided), in_state(DecisionState::Proposed));
    let superseded = in_state(DecisionState::Superseded);
    let mut blocks = vec![tallies(
        writer,
        vec![
            (decided, writer.fill("decision-tally-decided", &[("count", decided.into())])),
            (proposed, writer.fill("decision-tally-proposed", &[("count", proposed.into())])),
            (superseded, writer.fill("decision-tally-superseded", &[("count", superseded.into())])),
        ],
    )];
    let kind = |record: &Record| code_of(writer, record, "type");
    let kinds: BTreeSet<Option<String>> = decisions.iter().map(|(record, _)| kind(record)).collect();
    let mut bodies: BTreeMap<&RecordRef, Vec<Option<String>>> = BTreeMap::new();
    for (record, decision) in decisions {
        for body in &decision.decided_by {
            bodies.entry(body.record()).or_default().push(kind(record));
        }
    }
    let mut columns = vec![text(writer.say("decision-body"))];
    columns.extend(kinds.iter().map(|kind| number(kind.as_deref().map_or_else(|| writer.say("governance-not-said"), capitalised))));
    columns.push(number(writer.say("governance-all")));
    let row = |(body, found): (&RecordRef, Vec<Option<String>>)| {
        let mut cells = vec![link_cell(writer, body)];
        cells.extend(kinds.iter().map(|kind| count_cell(writer, found.iter().filter(|found| *found == kind).count())));
        cells.push(count_cell(writer, found.len()));
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = bodies.into_iter().map(row).collect();
    let several = decisions.iter().filter(|(_, decision)| decision.decided_by.len() > 1).count();
    let caption = writer.say("decision-by-body");
    blocks.push(table(writer, "by-body", caption, columns, rows));
    if several > 0 {
        blocks.push(Block::Intro { text: writer.fill("decision-by-several", &[("count", several.into())]) });
    }
    Section::new("by-body", writer.say("decision-by-body-title"), blocks)
}

/// Decisions in force that are to be looked at again, the earliest day first.
fn revisits(writer: &mut Writer<'_>, decisions: &[(&Record, &Decision)]) -> Section {
    let as_of = writer.site.report().as_of;
    let mut due: Vec<(Date, &Record, &Decision)> = decisions
        .iter()
        .filter(|(_, decision)| decision.state == DecisionState::Decided)
        .filter_map(|(record, decision)| Some((decision.revisit_by?, *record, *decision)))
        .collect();
    due.sort_by_key(|(day, record, _)| (*day, &record.id));
    let title = writer.say("decision-revisit-title");
    if due.is_empty() {
        return Section::new("revisit", title, vec![Block::Intro { text: writer.say("decision-none-to-revisit") }]);
    }
    let overdue = due.iter().filter(|(day, ..)| *day < as_of).count();
    let basis = writer.fill("decision-revisit-basis", &[("count", due.len().into()), ("overdue", overdue.into())]);
    let row = |(day, record, decision): &(Date, &Record, &Decision)| Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            Cell::Links(decision.decided_by.iter().map(|body| named(writer, body.record())).collect()),
            day_cell(writer, decision.date),
            day_cell(writer, *day),
            Cell::Text(ahead(writer, *day)),
        ],
        ..Row::default()
    };
    let rows = due.iter().map(row).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Decision))),
        text(writer.say("decision-body")),
        text(writer.say("decision-date")),
        text(writer.language().field("revisit_by")),
        text(writer.say("governance-when")),
    ];
    let caption = writer.say("decision-revisit-caption");
    let table = table(writer, "revisit", caption, columns, rows);
    Section::new("revisit", title, vec![Block::Intro { text: basis }, table])
}

fn named(writer: &Writer<'_>, record: &RecordRef) -> (String, String) {
    (writer.record_href(record), writer.title_of(record))
}

/// Decisions that took the place of others, the newest first; each decision stands in one chain.
fn chains(writer: &mut Writer<'_>, decisions: &[(&Record, &Decision)]) -> Option<Section> {
    let catalog = writer.site.catalog();
    let replaced: BTreeSet<&RecordRef> = decisions
        .iter()
        .filter_map(|(record, _)| record.envelope.supersedes.as_ref())
        .map(crate::model::reference::Reference::record)
        .collect();
    let heads = decisions.iter().filter(|(record, _)| record.envelope.supersedes.is_some() && !replaced.contains(&record.reference()));
    let rows: Vec<Row> = heads.map(|(record, decision)| chain_row(writer, catalog, record, decision)).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![text(writer.say("decision-in-force")), text(writer.say("decision-date")), text(writer.say("decision-replaced"))];
    let caption = writer.say("decision-chains-caption");
    let table = table(writer, "chains", caption, columns, rows);
    Some(Section::new("chains", writer.say("decision-chains-title"), vec![table]))
}

fn chain_row(writer: &Writer<'_>, catalog: &Catalog, head: &Record, decision: &Decision) -> Row {
    let mut earlier: Vec<(String, String)> = Vec::new();
    let mut seen = BTreeSet::from([head.reference()]);
    let mut next = head.envelope.supersedes.as_ref().map(|earlier| earlier.record().clone());
    while let Some(reference) = next.filter(|reference| seen.insert(reference.clone())) {
        earlier.push(named(writer, &reference));
        next = catalog.record(&reference).and_then(|record| record.envelope.supersedes.as_ref()).map(|earlier| earlier.record().clone());
    }
    Row { cells: vec![link_cell(writer, &head.reference()), day_cell(writer, decision.date), Cell::Links(earlier)], ..Row::default() }
}
