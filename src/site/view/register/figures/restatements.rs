//! The ledger of restatements: what was restated, why, how much it matters, and every figure that changed.

use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::restatement::{Restatement, RestatementState};
use crate::model::{Kind, RecordRef};
use crate::site::view::governance::{absent, count_cell, day_cell, link_cell, number, restated_rows, restated_table, table, tallies, text};
use crate::site::view::places::release_href;
use crate::site::view::{Cell, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections; nothing where there is no restatement.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut restatements: Vec<(&Record, &Restatement)> = writer.site.catalog().restatements().collect();
    if restatements.is_empty() {
        return Vec::new();
    }
    restatements.sort_by_key(|(record, restatement)| (std::cmp::Reverse(restatement.announced_on), &record.id));
    let site = writer.site;
    let rows: Vec<_> = restatements.iter().map(|(record, _)| restated_rows(site, &record.id)).collect();
    let counts: Vec<usize> = rows.iter().map(Vec::len).collect();
    let mut sections = vec![ledger(writer, &restatements, &counts)];
    let mut blocks = Vec::new();
    for (position, ((record, _), rows)) in restatements.iter().zip(&rows).enumerate().filter(|(_, (_, rows))| !rows.is_empty()) {
        let caption = record.envelope.title.clone();
        blocks.push(restated_table(writer, &format!("restated-{}", position + 1), caption, rows));
    }
    if !blocks.is_empty() {
        sections.push(Section::new("restated", writer.say("restatement-rows-title"), blocks));
    }
    sections
}

fn ledger(writer: &mut Writer<'_>, restatements: &[(&Record, &Restatement)], counts: &[usize]) -> Section {
    let count = |test: &dyn Fn(&Restatement) -> bool| restatements.iter().filter(|(_, restatement)| test(restatement)).count();
    let material = count(&|restatement| restatement.material);
    let announced = count(&|restatement| restatement.state == RestatementState::Announced);
    let figures: usize = counts.iter().sum();
    let tallies = tallies(
        writer,
        vec![
            (restatements.len(), writer.fill("restatement-tally", &[("count", restatements.len().into())])),
            (material, writer.fill("restatement-tally-material", &[("count", material.into())])),
            (announced, writer.fill("restatement-tally-announced", &[("count", announced.into())])),
            (figures, writer.fill("restatement-tally-figures", &[("count", figures.into())])),
        ],
    );
    let rows = restatements.iter().zip(counts).map(|((record, restatement), count)| row(writer, record, restatement, *count)).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Restatement))),
        text(writer.say("restatement-reason")),
        text(writer.say("restatement-material")),
        text(writer.say("restatement-scheduled")),
        text(writer.say("restatement-announced")),
        text(writer.say("governance-approved-by")),
        text(writer.say("restatement-decision")),
        text(writer.say("restatement-release")),
        number(writer.say("restatement-figures")),
    ];
    let caption = writer.say("restatement-ledger");
    let table = table(writer, "ledger", caption, columns, rows);
    Section::new("ledger", writer.say("restatement-ledger-title"), vec![tallies, table])
}

fn row(writer: &Writer<'_>, record: &Record, restatement: &Restatement, count: usize) -> Row {
    let yes = |yes: bool| Cell::Text(if yes { writer.say("governance-yes") } else { writer.say("governance-no") });
    let named =
        |release: &&crate::source::ReleaseRecord| release.release.restatement.as_ref().is_some_and(|named| *named.id() == record.id);
    let releases: Vec<(String, String)> = writer
        .site
        .catalog()
        .releases()
        .iter()
        .filter(named)
        .map(|release| (release_href(writer, &release.id), release.release.title.clone()))
        .collect();
    Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            Cell::Text(reason(writer, record)),
            yes(restatement.material),
            yes(restatement.scheduled),
            day_cell(writer, restatement.announced_on),
            link_cell(writer, restatement.approved_by.record()),
            decisions(writer, record, restatement),
            if releases.is_empty() { absent(writer) } else { Cell::Links(releases) },
            count_cell(writer, count),
        ],
        ..Row::default()
    }
}

/// The decisions that name the restatement, and the change that it follows.
fn decisions(writer: &Writer<'_>, record: &Record, restatement: &Restatement) -> Cell {
    let mut found: Vec<RecordRef> = restatement.change.iter().map(|change| change.record().clone()).collect();
    for link in writer.site.catalog().backlinks(&record.reference()) {
        if let Origin::Record(from) = &link.from
            && from.kind == Kind::Decision
            && !found.contains(from)
        {
            found.push(from.clone());
        }
    }
    if found.is_empty() {
        return absent(writer);
    }
    Cell::Links(found.iter().map(|record| (writer.record_href(record), writer.title_of(record))).collect())
}

/// The code of the reason with what it means.
fn reason(writer: &Writer<'_>, record: &Record) -> String {
    let code = record.node.entry("reason_code").and_then(|entry| entry.value.text()).unwrap_or_default();
    let meaning = match code {
        "R1" => writer.say("restatement-reason-source"),
        "R2" => writer.say("restatement-reason-recalculation"),
        "R3" => writer.say("restatement-reason-method"),
        _ => writer.say("restatement-reason-correction"),
    };
    format!("{code}\u{a0}– {meaning}")
}
