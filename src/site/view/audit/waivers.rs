//! Which checks are set aside, for what, by whom and until when, and what each waiver covers.

use std::collections::BTreeMap;

use super::framing::{Said, finish, nothing, tally};
use super::outcome::check_cell;
use crate::check::{CheckResult, check_of};
use crate::language::capitalised;
use crate::model::waiver::{Waiver, WaiverState};
use crate::model::{Id, Kind};
use crate::site::view::governance::{ahead, day_cell, link_cell, waived_cell};
use crate::site::view::inquiry::plain;
use crate::site::view::places::planned_href;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Page, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Where a waiver stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// In force, and covers something.
    Used,
    /// In force, and nothing failed that it could cover.
    Unused,
    /// Its last day has gone by, or its record says that it has ended.
    Ended,
}

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let covered = covered(site);
    let mut waivers: Vec<(&Record, &Waiver, Standing)> =
        site.catalog().waivers().map(|(record, waiver)| (record, waiver, standing(site, &covered, record, waiver))).collect();
    waivers.sort_by_key(|(record, waiver, _)| (waiver.expires, &record.id));
    let of = |wanted: Standing| waivers.iter().filter(|(_, _, standing)| *standing == wanted).count();
    let tallies = vec![
        tally(&writer, of(Standing::Used) + of(Standing::Unused), "audit-waivers-tally-in-force"),
        tally(&writer, covered.values().map(Vec::len).sum(), "audit-waivers-tally-covered"),
        tally(&writer, of(Standing::Unused), "audit-waivers-tally-unused"),
        tally(&writer, of(Standing::Ended), "audit-waivers-tally-ended"),
    ];
    let blocks = if waivers.is_empty() {
        vec![nothing(&writer, "audit-waivers-none")]
    } else {
        let table = table(&writer, &waivers, &covered);
        let register = planned_href(&writer, &crate::site::plan::register_path(Kind::Waiver));
        let link = register.map(|href| Link { href, label: writer.language().kinds(Kind::Waiver).to_owned(), note: String::new() });
        vec![writer.table(table), Block::Actions { links: link.into_iter().collect() }]
    };
    let sections = vec![Section::new("waivers", writer.say("audit-waivers-section"), blocks)];
    let lede = writer.say("audit-waivers-lede");
    finish(writer, AuditPage::Waivers, 0, Said { lede, tallies, sections })
}

/// The results that each waiver covers.
fn covered(site: &Site) -> BTreeMap<&Id, Vec<&CheckResult>> {
    let mut covered: BTreeMap<&Id, Vec<&CheckResult>> = BTreeMap::new();
    for result in site.ledger().told() {
        if let Some(waiver) = &result.waiver {
            covered.entry(waiver).or_default().push(result);
        }
    }
    covered
}

fn standing(site: &Site, covered: &BTreeMap<&Id, Vec<&CheckResult>>, record: &Record, waiver: &Waiver) -> Standing {
    if waiver.state == WaiverState::Expired || waiver.expires < site.report().as_of {
        Standing::Ended
    } else if covered.contains_key(&record.id) {
        Standing::Used
    } else {
        Standing::Unused
    }
}

fn table(writer: &Writer<'_>, waivers: &[(&Record, &Waiver, Standing)], covered: &BTreeMap<&Id, Vec<&CheckResult>>) -> Table {
    let groups =
        [(Standing::Used, "audit-waivers-used"), (Standing::Unused, "audit-waivers-unused"), (Standing::Ended, "audit-waivers-ended")];
    let group = |(wanted, heading): (Standing, &str)| {
        let of = waivers.iter().filter(|(_, _, standing)| *standing == wanted);
        let rows: Vec<Row> = of.map(|(record, waiver, _)| row(writer, record, waiver, covered.get(&record.id))).collect();
        let note = writer.language().count(rows.len());
        (!rows.is_empty()).then(|| RowGroup { heading: writer.language().say(heading).to_owned(), note, rows })
    };
    let columns = vec![
        capitalised(&writer.language().kind(Kind::Waiver)),
        writer.say("audit-check"),
        writer.say("audit-subject"),
        writer.say("audit-reason"),
        writer.say("governance-approved-by"),
        writer.language().field("expires"),
        writer.say("governance-when"),
        writer.say("audit-waivers-covers"),
    ];
    Table {
        id: "waivers-table".to_owned(),
        caption: writer.say("audit-waivers-section"),
        caption_hidden: true,
        long: waivers.len() > 20,
        columns: columns.into_iter().map(|label| Column::new(label, ColumnKind::Text)).collect(),
        groups: groups.into_iter().filter_map(group).collect(),
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, record: &Record, waiver: &Waiver, covered: Option<&Vec<&CheckResult>>) -> Row {
    let faults: usize = covered.into_iter().flatten().map(|result| result.failed.len()).sum();
    let cells = vec![
        link_cell(writer, &record.reference()),
        check_of(&waiver.check).map_or_else(|| Cell::Code(waiver.check.clone()), |check| check_cell(writer, check)),
        waived_cell(writer, waiver),
        Cell::Text(plain(waiver.reason.as_str())),
        link_cell(writer, waiver.approved_by.record()),
        day_cell(writer, waiver.expires),
        Cell::Text(ahead(writer, waiver.expires)),
        if faults == 0 {
            Cell::Absent(writer.say("audit-waivers-covers-nothing"))
        } else {
            Cell::Text(writer.fill("audit-waivers-faults", &[("count", faults.into())]))
        },
    ];
    Row { cells, ..Row::default() }
}
