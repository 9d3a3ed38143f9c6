//! The waivers as a whole: which hold, which end soon, and which have ended.

use crate::language::capitalised;
use crate::model::waiver::{Waiver, WaiverState};
use crate::model::{Date, Kind};
use crate::site::view::governance::{ahead, day_cell, link_cell, tallies, text, titled, waived_cell};
use crate::site::view::{Cell, Row, RowGroup, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// Days within which an end is soon.
const SOON: i32 = 90;

/// Where a waiver stands on a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It holds, and ends soon.
    Ending,
    /// It holds for longer.
    Holding,
    /// Its record says that it holds, though its last day has gone by.
    Lapsed,
    /// It has ended.
    Ended,
}

fn standing(waiver: &Waiver, as_of: Date) -> Standing {
    match (waiver.state, as_of.days_until(waiver.expires)) {
        (WaiverState::Expired, _) => Standing::Ended,
        (WaiverState::Active, ..0) => Standing::Lapsed,
        (WaiverState::Active, 0..=SOON) => Standing::Ending,
        (WaiverState::Active, _) => Standing::Holding,
    }
}

/// The section; nothing where there is no waiver.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let as_of = writer.site.report().as_of;
    let mut waivers: Vec<(&Record, &Waiver)> = writer.site.catalog().waivers().collect();
    if waivers.is_empty() {
        return Vec::new();
    }
    waivers.sort_by_key(|(record, waiver)| (waiver.expires, &record.id));
    let of = |wanted: Standing| -> Vec<(&Record, &Waiver)> {
        waivers.iter().copied().filter(|(_, waiver)| standing(waiver, as_of) == wanted).collect()
    };
    let groups = [
        (writer.say("waiver-lapsed"), of(Standing::Lapsed)),
        (writer.say("waiver-ending"), of(Standing::Ending)),
        (writer.say("waiver-holding"), of(Standing::Holding)),
        (writer.say("waiver-ended"), of(Standing::Ended)),
    ];
    let (lapsed, ending) = (groups[0].1.len(), groups[1].1.len());
    let (holding, ended) = (ending + groups[2].1.len(), groups[3].1.len());
    let mut counts = vec![
        (holding, writer.fill("waiver-tally-holding", &[("count", holding.into())])),
        (ending, writer.fill("waiver-tally-ending", &[("count", ending.into())])),
        (ended, writer.fill("waiver-tally-ended", &[("count", ended.into())])),
    ];
    if lapsed > 0 {
        counts.push((lapsed, writer.fill("waiver-tally-lapsed", &[("count", lapsed.into())])));
    }
    let tallies = tallies(writer, counts);
    let group = |(heading, waivers): (String, Vec<(&Record, &Waiver)>)| {
        let rows: Vec<Row> = waivers.iter().map(|(record, waiver)| row(writer, record, waiver)).collect();
        (!rows.is_empty()).then(|| RowGroup { heading, note: String::new(), rows })
    };
    let groups: Vec<RowGroup> = groups.into_iter().filter_map(group).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Waiver))),
        text(writer.language().field("check")),
        text(writer.language().field("subject")),
        text(writer.say("governance-approved-by")),
        text(writer.language().field("expires")),
        text(writer.say("governance-when")),
    ];
    let caption = writer.say("waiver-caption");
    let table = titled(writer, "validity", (caption, String::new()), columns, groups);
    vec![Section::new("validity", writer.say("waiver-title"), vec![tallies, table])]
}

fn row(writer: &Writer<'_>, record: &Record, waiver: &Waiver) -> Row {
    Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            Cell::Code(waiver.check.clone()),
            waived_cell(writer, waiver),
            link_cell(writer, waiver.approved_by.record()),
            day_cell(writer, waiver.expires),
            Cell::Text(ahead(writer, waiver.expires)),
        ],
        ..Row::default()
    }
}
