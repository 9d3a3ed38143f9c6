//! The changes as a whole: by class and state, whose agreement they have and lack, and which come into force next.

use std::collections::BTreeMap;

use crate::language::capitalised;
use crate::model::change::{Change, ChangeState, DeclaredClass};
use crate::model::{ChangeClass, Kind};
use crate::site::view::governance::{
    Need, ahead, code_of, count_cell, day_cell, days_cell, link_cell, missing, number, state_cell, table, tallies, text,
};
use crate::site::view::history::change_sections;
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::median_days;

/// The sections; nothing where there is no change.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut changes: Vec<(&Record, &Change)> = writer.site.catalog().changes().collect();
    if changes.is_empty() {
        return change_sections(writer);
    }
    changes.sort_by_key(|(record, change)| (std::cmp::Reverse(change.effective), &record.id));
    let mut sections = vec![by_class(writer, &changes)];
    sections.extend(agreement(writer, &changes));
    sections.push(upcoming(writer, &changes));
    sections.extend(change_sections(writer));
    sections
}

/// Days from submission to the last agreement, where both are known and everybody has agreed.
fn days_to_agree(record: &Record, change: &Change) -> Option<i32> {
    if change.is_waiting() || matches!(change.state, ChangeState::Draft | ChangeState::Rejected) {
        return None;
    }
    let last = change.approvals.iter().map(|approval| approval.date).max()?;
    Some(change.submitted_on(&record.id)?.days_until(last).max(0))
}

fn by_class(writer: &mut Writer<'_>, changes: &[(&Record, &Change)]) -> Section {
    let as_of = writer.site.report().as_of;
    let waiting = changes.iter().filter(|(_, change)| change.is_waiting()).count();
    let coming = changes.iter().filter(|(_, change)| comes(change, as_of)).count();
    let lacking = changes.iter().filter(|(_, change)| !change.is_waiting() && missing(change).is_some()).count();
    let tallies = tallies(
        writer,
        vec![
            (changes.len(), writer.fill("change-tally", &[("count", changes.len().into())])),
            (waiting, writer.fill("change-tally-waiting", &[("count", waiting.into())])),
            (coming, writer.fill("change-tally-coming", &[("count", coming.into())])),
            (lacking, writer.fill("change-tally-lacking", &[("count", lacking.into())])),
        ],
    );
    // States in the order of a change's life, classes from the gravest to the slightest.
    let mut states: BTreeMap<u8, String> = BTreeMap::new();
    for (record, change) in changes {
        states.insert(stage(change.state), code_of(writer, record, "state").unwrap_or_default());
    }
    let mut columns = vec![text(writer.say("change-class"))];
    columns.extend(states.values().map(|state| number(capitalised(state))));
    columns.push(number(writer.say("governance-all")));
    let classes = [DeclaredClass::Breaking, DeclaredClass::Material, DeclaredClass::Minor, DeclaredClass::Editorial];
    let row = |class: DeclaredClass| {
        let of_class: Vec<&Change> = changes.iter().map(|(_, change)| *change).filter(|change| change.declared_class == class).collect();
        let mut cells = vec![Cell::Text(capitalised(&class_word(writer, class.class())))];
        let in_stage = |wanted: &u8| of_class.iter().filter(|change| stage(change.state) == *wanted).count();
        cells.extend(states.keys().map(|stage| count_cell(writer, in_stage(stage))));
        cells.push(count_cell(writer, of_class.len()));
        (!of_class.is_empty()).then(|| Row { cells, ..Row::default() })
    };
    let rows = classes.into_iter().filter_map(row).collect();
    let caption = writer.say("change-by-class");
    let table = table(writer, "by-class", caption, columns, rows);
    Section::new("by-class", writer.say("change-by-class-title"), vec![tallies, table])
}

fn class_word(writer: &Writer<'_>, class: ChangeClass) -> String {
    writer.language().code(class.name())
}

const fn stage(state: ChangeState) -> u8 {
    match state {
        ChangeState::Draft => 0,
        ChangeState::Submitted => 1,
        ChangeState::Assessed => 2,
        ChangeState::Approved => 3,
        ChangeState::Effective => 4,
        ChangeState::Reviewed => 5,
        ChangeState::Rejected => 6,
    }
}

/// Whether a change is still to come into force.
fn comes(change: &Change, as_of: crate::model::Date) -> bool {
    change.effective >= as_of && !matches!(change.state, ChangeState::Rejected | ChangeState::Effective | ChangeState::Reviewed)
}

/// Who has agreed to each change that was submitted; nothing where all are drafts.
fn agreement(writer: &mut Writer<'_>, changes: &[(&Record, &Change)]) -> Option<Section> {
    let took: Vec<i32> = changes.iter().filter_map(|(record, change)| days_to_agree(record, change)).collect();
    let mut blocks = vec![Block::Intro { text: writer.say("change-agreement-rule") }];
    if let Some(median) = median_days(took.iter().copied()) {
        let longest = took.iter().copied().max().unwrap_or_default();
        let fills = [("count", took.len().into()), ("days", median.unsigned_abs().into()), ("longest", longest.unsigned_abs().into())];
        blocks.push(Block::Intro { text: writer.fill("change-agreement-basis", &fills) });
    }
    let rows =
        changes.iter().filter(|(_, change)| change.state != ChangeState::Draft).map(|(record, change)| agreed(writer, record, change));
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Change))),
        text(writer.say("change-class")),
        text(writer.say("governance-state")),
        text(writer.say("change-agreed")),
        text(writer.say("change-lacks")),
        number(writer.say("change-open-gates")),
        number(writer.say("change-days")),
    ];
    let caption = writer.say("change-agreement-caption");
    blocks.push(table(writer, "agreement", caption, columns, rows));
    Some(Section::new("agreement", writer.say("change-agreement-title"), blocks))
}

fn agreed(writer: &Writer<'_>, record: &Record, change: &Change) -> Row {
    let mut given: Vec<(String, String)> = change
        .approvals
        .iter()
        .map(|approval| (writer.record_href(approval.who.record()), writer.title_of(approval.who.record())))
        .collect();
    given.dedup();
    let lacks = match (change.is_waiting(), missing(change)) {
        (_, Some(Need::Committee)) => Cell::Text(writer.say("change-needs-committee")),
        (_, Some(Need::SomebodyElse)) => Cell::Text(writer.say("change-needs-somebody")),
        (true, None) => Cell::Text(writer.say("change-waits")),
        (false, None) => Cell::Absent(writer.say("change-needs-nothing")),
    };
    Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            Cell::Text(class_word(writer, change.declared_class.class())),
            state_cell(writer, record),
            if given.is_empty() { Cell::Absent(writer.say("change-nobody")) } else { Cell::Links(given) },
            lacks,
            count_cell(writer, change.gates.iter().filter(|gate| gate.met_on.is_none()).count()),
            days_to_agree(record, change).map_or(Cell::Empty, |days| days_cell(writer, days)),
        ],
        ..Row::default()
    }
}

/// Changes that are still to come into force, the earliest first.
fn upcoming(writer: &mut Writer<'_>, changes: &[(&Record, &Change)]) -> Section {
    let as_of = writer.site.report().as_of;
    let title = writer.say("change-upcoming-title");
    let coming: Vec<&(&Record, &Change)> = changes.iter().rev().filter(|(_, change)| comes(change, as_of)).collect();
    if coming.is_empty() {
        return Section::new("upcoming", title, vec![Block::Intro { text: writer.say("change-none-coming") }]);
    }
    let row = |(record, change): &&(&Record, &Change)| Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            Cell::Links(
                change
                    .targets
                    .iter()
                    .map(|target| (writer.record_href(target.record.record()), writer.title_of(target.record.record())))
                    .collect(),
            ),
            state_cell(writer, record),
            day_cell(writer, change.effective),
            Cell::Text(ahead(writer, change.effective)),
        ],
        ..Row::default()
    };
    let rows = coming.iter().map(row).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Change))),
        text(writer.language().field("targets")),
        text(writer.say("governance-state")),
        text(writer.say("change-effective")),
        text(writer.say("governance-when")),
    ];
    let caption = writer.say("change-upcoming-caption");
    let table = table(writer, "upcoming", caption, columns, rows);
    Section::new("upcoming", title, vec![table])
}
