//! A committee: what it may decide, who sits on it, what it decided and when it meets.

use super::team::member_section;
use crate::catalog::{Origin, is_held};
use crate::model::committee::Committee;
use crate::model::{AnyRecord, Date, Kind};
use crate::site::view::party::{self, Held};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Row, RowGroup, Section, Span, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Decisions and reviews that are listed, the newest first.
const MOST_ROWS: usize = 50;

/// The sections before the fields.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, committee: &Committee) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let day = writer.site.report().as_of;
    let body = record.reference();
    let mut sections = vec![Section::new("remit", writer.say("ownership-remit"), remit(writer, committee, day))];
    let due: Vec<_> = catalog.due_for(&body, day).into_iter().map(|due| (due, None)).collect();
    sections.push(Section::new("due", writer.say("ownership-due"), party::due(writer, &due)));
    sections.extend(member_section(writer, &body, day));
    sections.extend(history(writer, record, Kind::Decision));
    sections.extend(history(writer, record, Kind::Review));
    let held: Vec<Held> = catalog.metrics_of(&body).into_iter().map(|(metric, roles)| Held { metric, roles, through: None }).collect();
    let metrics = party::metrics(writer, held);
    if !metrics.is_empty() {
        sections.push(Section::new("metrics", writer.say("ownership-metrics"), metrics));
    }
    sections
}

fn remit(writer: &Writer<'_>, committee: &Committee, day: Date) -> Vec<Block> {
    let fact = |label: String, value: Span| Fact { label, values: vec![value] };
    let now = committee.members.iter().filter(|member| is_held(member, day)).count();
    let mut facts = vec![fact(writer.say("ownership-members-now"), Span::Number { text: writer.language().count(now) })];
    if let Some(quorum) = committee.quorum {
        let text = writer.fill("ownership-quorum-of", &[("quorum", quorum.into()), ("count", now.into())]);
        facts.push(fact(writer.say("ownership-quorum"), Span::Text { text }));
    }
    if let Some(chair) = &committee.chair {
        facts.push(fact(writer.say("ownership-chair"), writer.span(chair.record())));
    }
    let mut blocks = Vec::new();
    if committee.quorum.is_some_and(|quorum| usize::try_from(quorum).is_ok_and(|quorum| quorum > now)) {
        blocks.push(Block::Note { class: "is-misses", text: writer.say("ownership-no-quorum"), links: Vec::new() });
    }
    match &committee.remit {
        Some(remit) => blocks.push(Block::Prose { markdown: remit.to_string(), lede: false }),
        None => blocks.push(Block::Intro { text: writer.say("ownership-no-remit") }),
    }
    blocks.push(Block::Facts { facts });
    blocks
}

/// The decisions or reviews of a committee, the newest first; nothing where there is none.
fn history(writer: &mut Writer<'_>, record: &Record, kind: Kind) -> Option<Section> {
    let catalog = writer.site.catalog();
    let language = writer.language();
    let mut found: Vec<(Date, &Record, Cell)> = catalog
        .backlinks(&record.reference())
        .iter()
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == kind => catalog.record(from),
            _ => None,
        })
        .filter_map(|found| {
            let state = found.node.entry("state").and_then(|entry| entry.value.text()).unwrap_or_default();
            let date = match &found.fields {
                AnyRecord::Decision(decision) => decision.date,
                AnyRecord::Review(review) => review.held.unwrap_or(review.scheduled),
                _ => return None,
            };
            Some((date, found, Cell::Text(language.code(state))))
        })
        .collect();
    found.sort_by(|one, other| (other.0, &one.1.id).cmp(&(one.0, &other.1.id)));
    found.dedup_by(|one, other| one.1.id == other.1.id);
    if found.is_empty() {
        return None;
    }
    let all = found.len();
    let title = language.kinds(kind).to_owned();
    let rows = found.into_iter().take(MOST_ROWS).map(|(date, found, state)| Row {
        cells: vec![
            Cell::Time { iso: date.to_string(), label: language.short_date(date) },
            Cell::Link { href: writer.record_href(&found.reference()), label: found.envelope.title.clone(), note: String::new() },
            state,
        ],
        ..Row::default()
    });
    let columns = [
        (writer.say("ownership-column-date"), ColumnKind::Text),
        (title.clone(), ColumnKind::Text),
        (writer.say("ownership-column-state"), ColumnKind::Text),
    ];
    let table = Table {
        id: format!("t-{kind}"),
        caption: title.clone(),
        caption_hidden: true,
        note: if all > MOST_ROWS {
            writer.fill("ownership-newest-of", &[("shown", MOST_ROWS.into()), ("count", all.into())])
        } else {
            String::new()
        },
        sortable: true,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows: rows.collect(), ..RowGroup::default() }],
        ..Table::default()
    };
    Some(Section::new(format!("its-{kind}"), title, vec![writer.table(table)]))
}
