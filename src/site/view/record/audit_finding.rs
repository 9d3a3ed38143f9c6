//! A finding in its six parts, how its time stands, and the actions that are taken.

use std::cmp::Ordering;

use crate::model::AnyRecord;
use crate::model::audit_finding::{AuditFinding, AuditFindingState};
use crate::site::view::inquiry::{code_cell, day, fact, link_cell, table, ungrouped};
use crate::site::view::{Block, Cell, ColumnKind, Fact, Row, Section, Span, StatusWord};
use crate::site::writer::Writer;
use crate::source::Record;

/// The six parts, and the actions.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, finding: &AuditFinding) -> Vec<Section> {
    let parts = [
        ("finding-criteria", Some(&finding.criteria)),
        ("finding-condition", Some(&finding.condition)),
        ("finding-cause", Some(&finding.cause)),
        ("finding-effect", Some(&finding.effect)),
        ("finding-recommendation", Some(&finding.recommendation)),
        ("finding-response", finding.response.as_ref()),
    ];
    let facts = parts.into_iter().map(|(key, text)| {
        let value = text.map_or_else(
            || Span::Absent { text: writer.say("finding-no-response") },
            |text| Span::Prose { markdown: text.as_str().to_owned() },
        );
        fact(writer.say(key), value)
    });
    let standing = Block::Facts { facts: standing(writer, record, finding) };
    let blocks = vec![standing, Block::Terms { facts: facts.collect() }];
    let parts = Section::new("parts", writer.say("finding-parts"), blocks);
    vec![parts, actions(writer, finding)]
}

/// Rating in words, and how its time stands.
fn standing(writer: &Writer<'_>, record: &Record, finding: &AuditFinding) -> Vec<Fact> {
    let rating = crate::site::view::inquiry::written(record, "rating").unwrap_or_default();
    vec![
        fact(writer.say("finding-rating"), Span::text(writer.language().code(rating))),
        fact(writer.say("inquiry-due"), Span::Time { iso: finding.due.to_string(), label: writer.language().date(finding.due) }),
        fact(writer.say("finding-time"), Span::Status(time(writer, finding))),
    ]
}

/// Whether a finding is still to be dealt with.
pub(in crate::site::view) const fn is_unsettled(state: AuditFindingState) -> bool {
    matches!(state, AuditFindingState::Open | AuditFindingState::Agreed)
}

/// Days before the end from which the time of a finding runs short.
const SOON: i32 = 30;

/// How the time of a finding stands on the day of the report.
pub(in crate::site::view) fn time(writer: &Writer<'_>, finding: &AuditFinding) -> StatusWord {
    let days = writer.site.report().as_of.days_until(finding.due);
    let count = u64::from(days.unsigned_abs());
    match (is_unsettled(finding.state), days.cmp(&0)) {
        (false, _) => StatusWord { class: "is-meets", word: writer.say("finding-settled") },
        (true, Ordering::Less) => StatusWord { class: "is-misses", word: writer.fill("finding-overdue", &[("count", count.into())]) },
        (true, _) => {
            let class = if days <= SOON { "is-within" } else { "is-unknown" };
            StatusWord { class, word: writer.fill("finding-days-left", &[("count", count.into())]) }
        }
    }
}

fn actions(writer: &mut Writer<'_>, finding: &AuditFinding) -> Section {
    let rows: Vec<Row> = finding
        .actions
        .iter()
        .filter_map(|reference| {
            let record = writer.site.catalog().record(reference.record())?;
            let AnyRecord::Action(action) = &record.fields else {
                return None;
            };
            let closed = action.closed_on.map_or(Cell::Empty, |closed| day(writer.language(), closed));
            let cells =
                vec![link_cell(writer, reference.record()), code_cell(writer, record, "state"), day(writer.language(), action.due), closed];
            Some(Row { cells, ..Row::default() })
        })
        .collect();
    let title = writer.say("finding-actions");
    let block = if rows.is_empty() {
        Block::Intro { text: writer.say("finding-no-action") }
    } else {
        let headings = ["inquiry-action", "inquiry-state", "inquiry-due", "inquiry-done"].map(|key| (key, ColumnKind::Text));
        table(writer, "finding-actions", title.clone(), &headings, ungrouped(rows))
    };
    Section::new("finding-actions", title, vec![block])
}
