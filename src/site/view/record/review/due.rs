//! What is due by the day of the review: actions, decisions, deviations, changes, findings of auditors and waivers.

use super::{Meeting, Point, own_first, tabled};
use crate::language::capitalised;
use crate::model::Kind;
use crate::model::audit_finding::AuditFindingState;
use crate::model::decision::DecisionState;
use crate::model::deviation::DeviationState;
use crate::model::waiver::WaiverState;
use crate::site::view::governance::{
    ahead, code_of, count_cell, day_cell, days_between, days_cell, link_cell, number, owner_cell, state_cell, text, waived_cell,
};
use crate::site::view::{Cell, Column, Row, RowGroup};
use crate::site::writer::Writer;

/// The points, in the order in which they are talked about.
pub(super) fn points(writer: &mut Writer<'_>, meeting: &Meeting<'_>) -> Vec<Point> {
    vec![
        actions(writer, meeting),
        decisions(writer, meeting),
        deviations(writer),
        changes(writer),
        findings(writer, meeting),
        waivers(writer, meeting),
    ]
}

fn named(writer: &Writer<'_>, kind: Kind) -> Column {
    text(capitalised(&writer.language().kind(kind)))
}

fn ungrouped(rows: Vec<Row>) -> Vec<RowGroup> {
    vec![RowGroup { rows, ..RowGroup::default() }]
}

fn actions(writer: &mut Writer<'_>, meeting: &Meeting<'_>) -> Point {
    let mut due: Vec<_> = writer.site.catalog().actions().filter(|(_, action)| action.is_to_do() && action.due <= meeting.day).collect();
    due.sort_by_key(|(record, action)| (action.due, &record.id));
    let rows = due
        .into_iter()
        .map(|(record, action)| {
            let cells = vec![
                link_cell(writer, &record.reference()),
                state_cell(writer, record),
                owner_cell(writer, record),
                day_cell(writer, action.due),
                Cell::Text(ahead(writer, action.due)),
            ];
            (meeting.is_own(writer, &record.reference()), Row { cells, ..Row::default() })
        })
        .collect();
    let columns = vec![
        named(writer, Kind::Action),
        text(writer.say("governance-state")),
        text(writer.say("governance-owner")),
        text(writer.say("governance-due")),
        text(writer.say("governance-when")),
    ];
    let groups = own_first(writer, rows);
    let heading = writer.say("pack-actions-due");
    tabled(writer, "pack-actions", heading, columns, groups)
}

fn decisions(writer: &mut Writer<'_>, meeting: &Meeting<'_>) -> Point {
    let in_force = writer.site.catalog().decisions().filter(|(_, decision)| decision.state == DecisionState::Decided);
    let mut due: Vec<_> = in_force.filter_map(|(record, decision)| Some((decision.revisit_by?, record, decision))).collect();
    due.retain(|(day, ..)| *day <= meeting.day);
    due.sort_by_key(|(day, record, _)| (*day, &record.id));
    let rows = due
        .into_iter()
        .map(|(day, record, decision)| {
            let cells = vec![
                link_cell(writer, &record.reference()),
                day_cell(writer, decision.date),
                day_cell(writer, day),
                Cell::Text(ahead(writer, day)),
            ];
            (meeting.is_own(writer, &record.reference()), Row { cells, ..Row::default() })
        })
        .collect();
    let columns = vec![
        named(writer, Kind::Decision),
        text(writer.say("decision-date")),
        text(writer.language().field("revisit_by")),
        text(writer.say("governance-when")),
    ];
    let groups = own_first(writer, rows);
    let heading = writer.say("pack-decisions-to-revisit");
    tabled(writer, "pack-decisions", heading, columns, groups)
}

fn deviations(writer: &mut Writer<'_>) -> Point {
    let as_of = writer.site.report().as_of;
    let mut open: Vec<_> = writer.site.catalog().deviations().filter(|(_, deviation)| deviation.state != DeviationState::Closed).collect();
    open.sort_by_key(|(record, deviation)| (deviation.from, &record.id));
    let rows = open
        .into_iter()
        .map(|(record, deviation)| Row {
            cells: vec![
                link_cell(writer, &record.reference()),
                state_cell(writer, record),
                code_of(writer, record, "effect").map_or(Cell::Empty, Cell::Text),
                day_cell(writer, deviation.from),
                days_cell(writer, days_between(deviation.from, deviation.to.unwrap_or(as_of).max(deviation.from))),
                Cell::Links(
                    deviation
                        .metrics
                        .iter()
                        .map(|metric| (writer.record_href(metric.record()), writer.title_of(metric.record())))
                        .collect(),
                ),
            ],
            ..Row::default()
        })
        .collect();
    let columns = vec![
        named(writer, Kind::Deviation),
        text(writer.say("governance-state")),
        text(writer.say("governance-effect")),
        text(writer.say("governance-from")),
        number(writer.say("governance-days")),
        text(writer.language().kinds(Kind::Metric).to_owned()),
    ];
    let heading = writer.say("pack-deviations");
    tabled(writer, "pack-deviations", heading, columns, ungrouped(rows))
}

fn changes(writer: &mut Writer<'_>) -> Point {
    let mut waiting: Vec<_> = writer.site.catalog().changes().filter(|(_, change)| change.is_waiting()).collect();
    waiting.sort_by_key(|(record, change)| (change.effective, &record.id));
    let rows = waiting
        .into_iter()
        .map(|(record, change)| Row {
            cells: vec![
                link_cell(writer, &record.reference()),
                code_of(writer, record, "declared_class").map_or(Cell::Empty, Cell::Text),
                state_cell(writer, record),
                count_cell(writer, change.approvals.len()),
                day_cell(writer, change.effective),
            ],
            ..Row::default()
        })
        .collect();
    let columns = vec![
        named(writer, Kind::Change),
        text(writer.say("change-class")),
        text(writer.say("governance-state")),
        number(writer.say("change-approvals")),
        text(writer.say("change-effective")),
    ];
    let heading = writer.say("pack-changes");
    tabled(writer, "pack-changes", heading, columns, ungrouped(rows))
}

fn findings(writer: &mut Writer<'_>, meeting: &Meeting<'_>) -> Point {
    let open =
        |state: AuditFindingState| matches!(state, AuditFindingState::Open | AuditFindingState::Agreed | AuditFindingState::Remediated);
    let mut due: Vec<_> =
        writer.site.catalog().audit_findings().filter(|(_, finding)| open(finding.state) && finding.due <= meeting.day).collect();
    due.sort_by_key(|(record, finding)| (finding.due, &record.id));
    let rows = due
        .into_iter()
        .map(|(record, finding)| Row {
            cells: vec![
                link_cell(writer, &record.reference()),
                code_of(writer, record, "rating").map_or(Cell::Empty, Cell::Text),
                state_cell(writer, record),
                owner_cell(writer, record),
                day_cell(writer, finding.due),
                Cell::Text(ahead(writer, finding.due)),
            ],
            ..Row::default()
        })
        .collect();
    let columns = vec![
        text(writer.say("pack-finding")),
        text(writer.language().field("rating")),
        text(writer.say("governance-state")),
        text(writer.say("governance-owner")),
        text(writer.say("governance-due")),
        text(writer.say("governance-when")),
    ];
    let heading = writer.say("pack-findings");
    tabled(writer, "pack-findings", heading, columns, ungrouped(rows))
}

fn waivers(writer: &mut Writer<'_>, meeting: &Meeting<'_>) -> Point {
    let ends = |waiver: &crate::model::waiver::Waiver| waiver.state == WaiverState::Active && waiver.expires <= meeting.day;
    let mut ending: Vec<_> = writer.site.catalog().waivers().filter(|(_, waiver)| ends(waiver)).collect();
    ending.sort_by_key(|(record, waiver)| (waiver.expires, &record.id));
    let rows = ending
        .into_iter()
        .map(|(record, waiver)| Row {
            cells: vec![
                link_cell(writer, &record.reference()),
                Cell::Code(waiver.check.clone()),
                waived_cell(writer, waiver),
                day_cell(writer, waiver.expires),
                Cell::Text(ahead(writer, waiver.expires)),
            ],
            ..Row::default()
        })
        .collect();
    let columns = vec![
        named(writer, Kind::Waiver),
        text(writer.language().field("check")),
        text(writer.language().field("subject")),
        text(writer.language().field("expires")),
        text(writer.say("governance-when")),
    ];
    let heading = writer.say("pack-waivers");
    tabled(writer, "pack-waivers", heading, columns, ungrouped(rows))
}
