//! Findings by rating and state, and how long those that are not settled have been open.

use crate::model::AnyRecord;
use crate::model::audit_finding::{AuditFinding, AuditFindingState, FindingRating};
use crate::site::view::inquiry::{code_cell, count_cell, day, link_cell, table, ungrouped};
use crate::site::view::record::{finding_time, is_unsettled};
use crate::site::view::{Block, Cell, ColumnKind, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

const RATINGS: [(FindingRating, &str); 4] =
    [(FindingRating::Critical, "critical"), (FindingRating::High, "high"), (FindingRating::Medium, "medium"), (FindingRating::Low, "low")];

const STATES: [(AuditFindingState, &str); 6] = [
    (AuditFindingState::Open, "finding-state-open"),
    (AuditFindingState::Agreed, "finding-state-agreed"),
    (AuditFindingState::Remediated, "finding-state-remediated"),
    (AuditFindingState::Verified, "finding-state-verified"),
    (AuditFindingState::Closed, "finding-state-closed"),
    (AuditFindingState::RiskAccepted, "finding-state-risk-accepted"),
];

/// The sections; nothing where there is no finding.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    let all: Vec<(&Record, &AuditFinding)> = records
        .iter()
        .filter_map(|record| if let AnyRecord::AuditFinding(finding) = &record.fields { Some((*record, &**finding)) } else { None })
        .collect();
    if all.is_empty() { Vec::new() } else { vec![by_rating(writer, &all), unsettled(writer, &all)] }
}

fn by_rating(writer: &mut Writer<'_>, all: &[(&Record, &AuditFinding)]) -> Section {
    let mut headings = vec![("finding-rating", ColumnKind::Text)];
    headings.extend(STATES.iter().map(|(_, key)| (*key, ColumnKind::Number)));
    headings.push(("finding-all", ColumnKind::Number));
    let row = |name: String, rated: &dyn Fn(&AuditFinding) -> bool, is_total: bool| {
        let count = |state: Option<AuditFindingState>| {
            all.iter().filter(|(_, finding)| rated(finding) && state.is_none_or(|state| finding.state == state)).count()
        };
        let mut cells = vec![Cell::Text(name)];
        cells.extend(STATES.iter().map(|(state, _)| count_cell(writer, count(Some(*state)))));
        cells.push(count_cell(writer, count(None)));
        Row { is_total, cells, ..Row::default() }
    };
    let mut rows: Vec<Row> =
        RATINGS.iter().map(|(rating, word)| row(writer.language().code(word), &|finding| finding.rating == *rating, false)).collect();
    rows.push(row(writer.say("finding-all"), &|_| true, true));
    let title = writer.say("finding-register-rating");
    let block = table(writer, "finding-rating", title.clone(), &headings, ungrouped(rows));
    Section::new("finding-by-rating", title, vec![block])
}

/// Those that are open or agreed, the one that is due first at the top.
fn unsettled(writer: &mut Writer<'_>, all: &[(&Record, &AuditFinding)]) -> Section {
    let mut open: Vec<&(&Record, &AuditFinding)> = all.iter().filter(|(_, finding)| is_unsettled(finding.state)).collect();
    open.sort_by(|(one, a), (other, b)| {
        (a.due, std::cmp::Reverse(a.rating), &one.id).cmp(&(b.due, std::cmp::Reverse(b.rating), &other.id))
    });
    let overdue = open.iter().filter(|(_, finding)| finding.due < writer.site.report().as_of).count();
    let said = [("count", open.len().into()), ("all", all.len().into()), ("overdue", overdue.into())];
    let mut blocks = vec![Block::Intro { text: writer.fill("finding-register-unsettled-intro", &said) }];
    let rows: Vec<Row> = open.iter().map(|(record, finding)| unsettled_row(writer, record, finding)).collect();
    let title = writer.say("finding-register-unsettled");
    if !rows.is_empty() {
        let headings = [
            ("finding-name", ColumnKind::Text),
            ("finding-rating", ColumnKind::Text),
            ("inquiry-state", ColumnKind::Text),
            ("finding-age", ColumnKind::Number),
            ("inquiry-due", ColumnKind::Text),
            ("finding-time", ColumnKind::Text),
            ("finding-actions-done", ColumnKind::Text),
        ];
        blocks.push(table(writer, "finding-unsettled", title.clone(), &headings, ungrouped(rows)));
    }
    Section::new("finding-unsettled", title, blocks)
}

fn unsettled_row(writer: &Writer<'_>, record: &Record, finding: &AuditFinding) -> Row {
    let age = record.id.date().map(|found| found.days_until(writer.site.report().as_of));
    let age = age.and_then(|days| usize::try_from(days).ok()).map_or(Cell::Empty, |days| count_cell(writer, days));
    let done = finding.actions.iter().filter(|action| {
        let found = writer.site.catalog().record(action.record());
        matches!(found.map(|record| &record.fields), Some(AnyRecord::Action(action)) if action.closed_on.is_some())
    });
    let done = [("done", done.count().into()), ("count", finding.actions.len().into())];
    let cells = vec![
        link_cell(writer, &record.reference()),
        code_cell(writer, record, "rating"),
        code_cell(writer, record, "state"),
        age,
        day(writer.language(), finding.due),
        Cell::Status(finding_time(writer, finding)),
        if finding.actions.is_empty() {
            Cell::Absent(writer.say("inquiry-none"))
        } else {
            Cell::Text(writer.fill("finding-actions-of", &done))
        },
    ];
    Row { cells, ..Row::default() }
}
