//! What the body decided last time, what it set going, and how both stand now.

use std::collections::BTreeSet;

use super::{Meeting, Point};
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::view::governance::{absent, day_cell, last_review, link_cell, owner_cell, state_cell, text};
use crate::site::view::{Block, Cell, Link, Row, RowGroup, Table};
use crate::site::writer::Writer;

/// The point; nothing where the body has not met before.
pub(super) fn point(writer: &mut Writer<'_>, meeting: &Meeting<'_>) -> Point {
    let heading = writer.say("pack-last-time");
    let Some((last, review)) = last_review(writer.site.catalog(), meeting.body, meeting.day) else {
        return Point { heading, blocks: Vec::new() };
    };
    let held = writer.language().date(review.held.unwrap_or(review.scheduled));
    let link = Link { href: writer.record_href(&last.reference()), label: last.envelope.title.clone(), note: held };
    let mut blocks = vec![Block::Links { links: vec![link], columns: false }];
    let decisions: Vec<&RecordRef> = review.decisions.iter().map(crate::model::reference::Reference::record).collect();
    let mut causes: BTreeSet<RecordRef> = decisions.iter().map(|decision| (*decision).clone()).collect();
    causes.insert(last.reference());
    let decided: Vec<Row> = decisions.into_iter().filter_map(|decision| decision_row(writer, decision)).collect();
    let followed: Vec<Row> = action_rows(writer, &causes);
    if decided.is_empty() && followed.is_empty() {
        blocks.push(Block::Intro { text: writer.say("pack-last-time-nothing") });
    }
    let columns = vec![
        text(writer.say("pack-decided")),
        text(writer.say("governance-state")),
        text(writer.say("decision-date")),
        text(writer.language().field("revisit_by")),
    ];
    blocks.extend(inner(writer, "last-decisions", writer.say("pack-decided"), columns, decided));
    let columns = vec![
        text(writer.say("pack-actions-from-it")),
        text(writer.say("governance-state")),
        text(writer.say("governance-owner")),
        text(writer.say("governance-due")),
    ];
    blocks.extend(inner(writer, "last-actions", writer.say("pack-actions-from-it"), columns, followed));
    Point { heading, blocks }
}

fn inner(writer: &mut Writer<'_>, id: &str, caption: String, columns: Vec<crate::site::view::Column>, rows: Vec<Row>) -> Option<Block> {
    (!rows.is_empty()).then(|| {
        writer.table(Table {
            id: format!("{id}-table"),
            caption,
            caption_hidden: true,
            columns,
            groups: vec![RowGroup { rows, ..RowGroup::default() }],
            ..Table::default()
        })
    })
}

fn decision_row(writer: &Writer<'_>, reference: &RecordRef) -> Option<Row> {
    let record = writer.site.catalog().record(reference)?;
    let AnyRecord::Decision(decision) = &record.fields else {
        return None;
    };
    let revisit = decision.revisit_by.map_or_else(|| absent(writer), |day| day_cell(writer, day));
    Some(Row {
        cells: vec![link_cell(writer, reference), state_cell(writer, record), day_cell(writer, decision.date), revisit],
        ..Row::default()
    })
}

/// The actions that a review or its decisions led to, by their day.
fn action_rows(writer: &Writer<'_>, causes: &BTreeSet<RecordRef>) -> Vec<Row> {
    let followed = |cause: Option<&crate::model::reference::AnyRef>| cause.is_some_and(|cause| causes.contains(cause.record()));
    let mut actions: Vec<_> = writer.site.catalog().actions().filter(|(_, action)| followed(action.cause.as_ref())).collect();
    actions.sort_by_key(|(record, action)| (action.due, &record.id));
    let row = |(record, action): (&crate::source::Record, &crate::model::action::Action)| Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(&RecordRef { kind: Kind::Action, id: record.id.clone() }),
                label: record.envelope.title.clone(),
                note: String::new(),
            },
            state_cell(writer, record),
            owner_cell(writer, record),
            day_cell(writer, action.due),
        ],
        ..Row::default()
    };
    actions.into_iter().map(row).collect()
}
