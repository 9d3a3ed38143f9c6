//! The actions by what led to them and by who looks after them.

use std::collections::BTreeMap;

use super::Known;
use crate::language::capitalised;
use crate::model::{Kind, RecordRef};
use crate::site::view::governance::{count_cell, link_cell, number, table, text};
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;

/// How many of a group are to be done, overdue, waiting for their test and ended.
#[derive(Clone, Copy, Default)]
struct Tally {
    to_do: usize,
    overdue: usize,
    waiting: usize,
    ended: usize,
}

impl Tally {
    fn add(&mut self, known: &Known<'_>, as_of: crate::model::Date) {
        self.overdue += usize::from(known.is_overdue(as_of));
        if known.action.is_to_do() {
            self.to_do += 1;
        } else if known.action.is_open() {
            self.waiting += 1;
        } else {
            self.ended += 1;
        }
    }

    const fn all(self) -> usize {
        self.to_do + self.waiting + self.ended
    }
}

/// The section.
pub(super) fn section(writer: &mut Writer<'_>, actions: &[Known<'_>]) -> Section {
    let as_of = writer.site.report().as_of;
    let mut causes: BTreeMap<Option<Kind>, Tally> = BTreeMap::new();
    let mut owners: BTreeMap<Option<RecordRef>, Tally> = BTreeMap::new();
    for known in actions {
        causes.entry(known.action.cause.as_ref().map(|cause| cause.record().kind)).or_default().add(known, as_of);
        owners.entry(known.owner().cloned()).or_default().add(known, as_of);
    }
    let none = || Cell::Absent(writer.say("governance-not-said"));
    let cause = |kind: Option<Kind>| kind.map_or_else(none, |kind| Cell::Text(capitalised(&writer.language().kind(kind))));
    let causes: Vec<Row> = causes.into_iter().map(|(kind, tally)| row(writer, cause(kind), tally)).collect();
    let owner = |owner: Option<RecordRef>| owner.map_or_else(none, |owner| link_cell(writer, &owner));
    let owners: Vec<Row> = owners.into_iter().map(|(found, tally)| row(writer, owner(found), tally)).collect();
    let blocks = vec![
        counted(writer, "by-cause", (writer.say("action-by-cause"), writer.say("action-cause")), causes),
        counted(writer, "by-owner", (writer.say("action-by-owner"), writer.say("governance-owner")), owners),
    ];
    Section::new("counts", writer.say("action-counts-title"), blocks)
}

fn row(writer: &Writer<'_>, name: Cell, tally: Tally) -> Row {
    let counts = [tally.to_do, tally.overdue, tally.waiting, tally.ended, tally.all()];
    let cells = std::iter::once(name).chain(counts.map(|count| count_cell(writer, count))).collect();
    Row { cells, ..Row::default() }
}

fn counted(writer: &mut Writer<'_>, id: &str, (caption, heading): (String, String), rows: Vec<Row>) -> Block {
    let columns = vec![
        text(heading),
        number(writer.say("action-to-do")),
        number(writer.say("action-overdue")),
        number(writer.say("action-waiting")),
        number(writer.say("action-ended")),
        number(writer.say("governance-all")),
    ];
    table(writer, id, caption, columns, rows)
}
