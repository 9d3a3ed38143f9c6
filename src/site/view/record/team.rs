//! A team: what it and its current members answer for, what is due of them, and who belonged to it when.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Due, Role, is_held};
use crate::model::{Date, Id, RecordRef};
use crate::site::view::party::{self, Held};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections before the fields.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let day = writer.site.report().as_of;
    let team = record.reference();
    let members: BTreeSet<&RecordRef> =
        catalog.members(&team).iter().filter(|member| is_held(member, day)).map(|member| member.person.record()).collect();
    let own = catalog.metrics_of(&team);
    let taken: BTreeSet<Id> = own.keys().cloned().collect();
    let mut held: Vec<Held> = own.into_iter().map(|(metric, roles)| Held { metric, roles, through: None }).collect();
    let mut due: BTreeMap<Due, Option<RecordRef>> = catalog.due_for(&team, day).into_iter().map(|due| (due, None)).collect();
    for member in members {
        for (metric, mut roles) in catalog.metrics_of(member).into_iter().filter(|(metric, _)| !taken.contains(metric)) {
            roles.retain(|role| matches!(role, Role::Accountable | Role::Responsible));
            if !roles.is_empty() {
                held.push(Held { metric, roles, through: Some(member.clone()) });
            }
        }
        for found in catalog.due_for(member, day) {
            due.entry(found).or_insert_with(|| Some(member.clone()));
        }
    }
    let due: Vec<_> = due.into_iter().collect();
    let mut metrics = party::metrics(writer, held);
    if metrics.is_empty() {
        metrics.push(Block::Intro { text: writer.say("ownership-no-metrics") });
    }
    let mut sections = vec![
        Section::new("due", writer.say("ownership-due"), party::due(writer, &due)),
        Section::new("metrics", writer.say("ownership-metrics"), metrics),
    ];
    sections.extend(member_section(writer, &team, day));
    sections
}

/// Who belongs and belonged to a team or committee; nothing where nobody is named.
pub(super) fn member_section(writer: &mut Writer<'_>, body: &RecordRef, day: Date) -> Option<Section> {
    let language = writer.language();
    let mut members: Vec<_> = writer.site.catalog().members(body).iter().collect();
    if members.is_empty() {
        return None;
    }
    members.sort_by_cached_key(|member| (!is_held(member, day), writer.title_of(member.person.record()), member.from));
    let row = |member: &&crate::model::team::Membership| Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(member.person.record()),
                label: writer.title_of(member.person.record()),
                note: String::new(),
            },
            member.role.as_ref().map_or(Cell::Empty, |role| Cell::Text(role.clone())),
            Cell::Time { iso: member.from.to_string(), label: language.short_date(member.from) },
            member.to.map_or_else(
                || Cell::Absent(writer.say("ownership-still")),
                |to| Cell::Time { iso: to.to_string(), label: language.short_date(to) },
            ),
        ],
        ..Row::default()
    };
    let (now, before): (Vec<_>, Vec<_>) = members.into_iter().partition(|member| is_held(member, day));
    let group = |heading: String, members: &[&crate::model::team::Membership]| RowGroup {
        heading,
        note: String::new(),
        rows: members.iter().map(row).collect(),
    };
    let mut groups = Vec::new();
    if !now.is_empty() {
        groups.push(group(writer.say("ownership-members-now"), &now));
    }
    if !before.is_empty() {
        groups.push(group(writer.say("ownership-members-before"), &before));
    }
    let columns = [
        (writer.say("ownership-column-member"), ColumnKind::Text),
        (writer.say("ownership-column-place"), ColumnKind::Text),
        (writer.say("ownership-column-from"), ColumnKind::Text),
        (writer.say("ownership-column-to"), ColumnKind::Text),
    ];
    let table = writer.table(Table {
        id: "t-members".to_owned(),
        caption: writer.say("ownership-members"),
        caption_hidden: true,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups,
        ..Table::default()
    });
    Some(Section::new("members", writer.say("ownership-members"), vec![table]))
}
