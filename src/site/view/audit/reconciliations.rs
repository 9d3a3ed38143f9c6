//! Figures compared with those of others, who compared them, and which metrics nobody compared.

use std::collections::BTreeMap;

use super::framing::{Said, finish, list, nothing, tally};
use crate::language::capitalised;
use crate::model::reconciliation::{Reconciliation, ReconciliationState};
use crate::model::{AnyRecord, Id, Kind, Metric, State};
use crate::site::plan::METRICS_IN_A_LIST;
use crate::site::view::governance::{link_cell, state_cell};
use crate::site::view::inquiry::{compared, period, plain};
use crate::site::view::naming::sort_key;
use crate::site::view::places::{planned_href, record_cell};
use crate::site::view::record::verdict;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Page, Row, Section, StatusWord};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut all: Vec<(&Record, &Reconciliation)> = site
        .catalog()
        .of_kind(Kind::Reconciliation)
        .filter_map(|record| if let AnyRecord::Reconciliation(fields) = &record.fields { Some((record, &**fields)) } else { None })
        .collect();
    all.sort_by_key(|(record, fields)| (std::cmp::Reverse(fields.period), &record.id));
    let mut newest: BTreeMap<&Id, &Reconciliation> = BTreeMap::new();
    for (_, fields) in all.iter().rev() {
        newest.insert(fields.metric.id(), fields);
    }
    let in_use = |metric: &Metric| metric.state != State::Retired;
    let mut bare: Vec<&Record> = site
        .catalog()
        .metrics()
        .filter(|(record, metric)| in_use(metric) && !newest.contains_key(&record.id))
        .map(|(record, _)| record)
        .collect();
    bare.sort_by_cached_key(|record| sort_key(record));
    let open = all.iter().filter(|(_, fields)| fields.state != ReconciliationState::Agreed).count();
    let own = all.iter().filter(|(_, fields)| is_own(fields)).count();
    let tallies = vec![
        tally(&writer, all.len(), "audit-reconciliations-tally"),
        tally(&writer, open, "audit-reconciliations-tally-open"),
        tally(&writer, own, "audit-reconciliations-tally-own"),
        tally(&writer, bare.len(), "audit-reconciliations-tally-bare"),
    ];
    let sections = vec![
        Section::new("made", writer.say("audit-reconciliations-made"), made(&mut writer, &all)),
        Section::new("not-made", writer.say("audit-reconciliations-bare"), not_made(&mut writer, &bare)),
    ];
    let lede = writer.say("audit-reconciliations-lede");
    finish(writer, AuditPage::Reconciliations, 0, Said { lede, tallies, sections })
}

/// Whether somebody reviewed their own comparison.
fn is_own(fields: &Reconciliation) -> bool {
    fields.preparer.record() == fields.reviewer.record()
}

fn made(writer: &mut Writer<'_>, all: &[(&Record, &Reconciliation)]) -> Vec<Block> {
    if all.is_empty() {
        return vec![nothing(writer, "audit-reconciliations-none")];
    }
    let rows: Vec<Row> = all.iter().map(|(record, fields)| row(writer, record, fields)).collect();
    let columns = vec![
        Column::new(capitalised(&writer.language().kind(Kind::Reconciliation)), ColumnKind::Text),
        Column::new(writer.say("inquiry-metric"), ColumnKind::Text),
        Column::new(writer.say("inquiry-period"), ColumnKind::Text),
        Column::new(writer.say("inquiry-state"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-reconciliations-other"), ColumnKind::Text),
        Column::new(writer.say("inquiry-reading"), ColumnKind::Text).filtered(),
        Column::new(capitalised(&writer.say("ownership-preparer")), ColumnKind::Text),
        Column::new(capitalised(&writer.say("ownership-reviewer")), ColumnKind::Text),
        Column::new(writer.say("audit-reconciliations-independence"), ColumnKind::Text).filtered(),
    ];
    let table = list(writer, "made", writer.say("audit-reconciliations-made"), columns, rows);
    let register = planned_href(writer, &crate::site::plan::register_path(Kind::Reconciliation));
    let link = register.map(|href| Link { href, label: writer.say("audit-reconciliations-amounts"), note: String::new() });
    vec![table, Block::Actions { links: link.into_iter().collect() }]
}

fn row(writer: &Writer<'_>, record: &Record, fields: &Reconciliation) -> Row {
    let reading = compared(writer, fields)
        .map_or_else(|| Cell::Absent(writer.say("inquiry-no-value")), |found| Cell::Status(verdict(writer, &found)));
    let (class, word) =
        if is_own(fields) { ("is-misses", "audit-reconciliations-own-work") } else { ("is-meets", "audit-reconciliations-independent") };
    let cells = vec![
        link_cell(writer, &record.reference()),
        link_cell(writer, fields.metric.record()),
        period(writer.language(), fields.period),
        state_cell(writer, record),
        Cell::Text(plain(&fields.external.source)),
        reading,
        link_cell(writer, fields.preparer.record()),
        link_cell(writer, fields.reviewer.record()),
        Cell::Status(StatusWord { class, word: writer.language().say(word).to_owned() }),
    ];
    Row { cells, ..Row::default() }
}

/// The metrics in use that were never compared with another source.
fn not_made(writer: &mut Writer<'_>, bare: &[&Record]) -> Vec<Block> {
    if bare.is_empty() {
        return vec![nothing(writer, "audit-reconciliations-all")];
    }
    let row = |record: &&Record| {
        let accountable = if let AnyRecord::Metric(metric) = &record.fields { metric.accountable.as_ref() } else { None };
        let accountable =
            accountable.map_or_else(|| Cell::Absent(writer.say("governance-none")), |party| link_cell(writer, party.record()));
        Row { cells: vec![record_cell(writer, record), state_cell(writer, record), accountable], ..Row::default() }
    };
    let rows: Vec<Row> = bare.iter().take(METRICS_IN_A_LIST).map(row).collect();
    let columns = vec![
        Column::new(writer.say("column-metric"), ColumnKind::Text),
        Column::new(writer.say("column-state"), ColumnKind::Text).filtered(),
        Column::new(capitalised(&writer.say("ownership-accountable")), ColumnKind::Text),
    ];
    let mut blocks = vec![Block::Intro { text: writer.say("audit-reconciliations-bare-note") }];
    blocks.push(list(writer, "not-made", writer.say("audit-reconciliations-bare"), columns, rows));
    if bare.len() > METRICS_IN_A_LIST {
        let said = [("shown", METRICS_IN_A_LIST.into()), ("count", bare.len().into())];
        blocks.push(Block::Intro { text: writer.fill("audit-reconciliations-cut", &said) });
    }
    blocks
}
