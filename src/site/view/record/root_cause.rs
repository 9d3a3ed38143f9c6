//! An analysis of causes: the chain of whys or the fishbone, drawn and in full, what happened before, and what is done about it.

use std::collections::BTreeSet;

use crate::catalog::Origin;
use crate::model::root_cause::{RootCause, Why};
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::chart::{Bone, Chain, ChainStep, Fishbone, Picture};
use crate::site::view::inquiry::{day, fact, figure, plain};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Link, Row, RowGroup, Section, Span, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// The pictures, each with its twin.
pub(super) fn drawn(writer: &mut Writer<'_>, cause: &RootCause) -> Vec<Section> {
    let mut sections = Vec::new();
    if !cause.chain.is_empty() {
        let blocks = vec![chain(writer, cause), whys(writer, cause)];
        sections.push(Section::new("chain", writer.say("cause-chain"), blocks));
    }
    if !cause.categories.is_empty() {
        let blocks = vec![fishbone(writer, cause), groups(writer, cause)];
        sections.push(Section::new("categories", writer.say("cause-fishbone"), blocks));
    }
    sections
}

/// What happened before or again, and what is done about it.
pub(super) fn follow_up(writer: &mut Writer<'_>, record: &Record, cause: &RootCause) -> Vec<Section> {
    let mut sections: Vec<Section> = recurrences(writer, record, cause).into_iter().collect();
    sections.push(actions(writer, record));
    sections
}

fn chain(writer: &mut Writer<'_>, cause: &RootCause) -> Block {
    let step = |why: &Why| ChainStep { head: plain(why.why.as_str()), text: plain(why.because.as_str()) };
    let several = cause.root_causes.len() > 1;
    let cause_step = |(at, text): (usize, &crate::model::Prose)| ChainStep {
        head: if several { writer.fill("cause-root-numbered", &[("number", (at + 1).into())]) } else { writer.say("cause-root") },
        text: plain(text.as_str()),
    };
    let title = writer.fill("cause-chain-figure", &[("count", cause.chain.len().into())]);
    let picture = Chain {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: writer
            .fill("cause-chain-description", &[("count", cause.chain.len().into()), ("causes", cause.root_causes.len().into())]),
        effect: ChainStep { head: writer.say("cause-effect"), text: plain(cause.trigger.as_str()) },
        steps: cause.chain.iter().map(step).collect(),
        causes: cause.root_causes.iter().enumerate().map(cause_step).collect(),
    };
    let part = writer.picture(Picture::Chain(picture));
    figure(part, title, String::new(), vec![writer.say("cause-cut-note")])
}

/// Question and answer in full, with the evidence for each.
fn whys(writer: &Writer<'_>, cause: &RootCause) -> Block {
    let facts = cause.chain.iter().enumerate().map(|(at, why)| {
        let mut values = vec![Span::Prose { markdown: why.because.as_str().to_owned() }];
        values.extend(why.evidence.iter().map(|evidence| writer.span(evidence.record())));
        if why.evidence.is_empty() {
            values.push(Span::Remark { text: writer.say("cause-no-evidence") });
        }
        Fact { label: format!("{}. {}", at + 1, plain(why.why.as_str())), values }
    });
    Block::Terms { facts: facts.collect() }
}

fn fishbone(writer: &mut Writer<'_>, cause: &RootCause) -> Block {
    let causes = cause.categories.values().map(Vec::len).sum::<usize>();
    let bone = |(label, causes): (&String, &Vec<crate::model::Prose>)| Bone {
        label: label.clone(),
        causes: causes.iter().map(|cause| plain(cause.as_str())).collect(),
    };
    let title = writer.fill("cause-fishbone-figure", &[("count", causes.into())]);
    let groups = cause.categories.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    let picture = Fishbone {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: writer.fill("cause-fishbone-description", &[("groups", groups.into())]),
        head: writer.say("cause-effect"),
        effect: plain(cause.trigger.as_str()),
        bones: cause.categories.iter().map(bone).collect(),
    };
    let part = writer.picture(Picture::Fishbone(picture));
    figure(part, title, String::new(), vec![writer.say("cause-fishbone-note")])
}

/// The same as a list in a list.
fn groups(writer: &Writer<'_>, cause: &RootCause) -> Block {
    let facts = cause.categories.iter().map(|(label, causes)| {
        let values: Vec<Span> = causes.iter().map(|cause| Span::Prose { markdown: cause.as_str().to_owned() }).collect();
        if values.is_empty() {
            fact(label.clone(), Span::Absent { text: writer.say("cause-none-in-group") })
        } else {
            Fact { label: label.clone(), values }
        }
    });
    Block::Terms { facts: facts.collect() }
}

/// Earlier and later analyses of the same, the oldest first.
fn recurrences(writer: &Writer<'_>, record: &Record, cause: &RootCause) -> Option<Section> {
    let earlier = earlier(writer, cause);
    let later: BTreeSet<&RecordRef> = naming(writer, record, "recurrence_of").collect();
    if earlier.is_empty() && later.is_empty() {
        return None;
    }
    let intro = writer.fill("cause-recurrence-intro", &[("earlier", earlier.len().into()), ("later", later.len().into())]);
    let noted = |reference: &RecordRef, note: &'static str| Link { note: writer.say(note), ..writer.link(reference) };
    let mut links: Vec<Link> = earlier.iter().rev().map(|reference| noted(reference, "cause-earlier")).collect();
    links.extend(later.into_iter().map(|reference| noted(reference, "cause-later")));
    let blocks = vec![Block::Intro { text: intro }, Block::Links { links, columns: false }];
    Some(Section::new("recurrences", writer.say("cause-recurrences"), blocks))
}

/// The way back over earlier analyses, the nearest first; a circle is walked once.
fn earlier(writer: &Writer<'_>, cause: &RootCause) -> Vec<RecordRef> {
    let mut found: Vec<RecordRef> = Vec::new();
    let mut next = cause.recurrence_of.as_ref().map(|earlier| earlier.record().clone());
    while let Some(reference) = next.take().filter(|reference| !found.contains(reference)) {
        if let Some(AnyRecord::RootCause(before)) = writer.site.catalog().record(&reference).map(|record| &record.fields) {
            next = before.recurrence_of.as_ref().map(|earlier| earlier.record().clone());
        }
        found.push(reference);
    }
    found
}

fn naming<'a>(writer: &Writer<'a>, record: &Record, field: &'static str) -> impl Iterator<Item = &'a RecordRef> {
    let links = writer.site.catalog().backlinks(&record.reference()).iter().filter(move |link| link.field == field);
    links.filter_map(|link| if let Origin::Record(from) = &link.from { Some(from) } else { None })
}

/// The actions that were taken because of it.
fn actions(writer: &mut Writer<'_>, record: &Record) -> Section {
    let taken: BTreeSet<&RecordRef> = naming(writer, record, "cause").filter(|from| from.kind == Kind::Action).collect();
    let rows: Vec<Row> = taken.into_iter().filter_map(|reference| action_row(writer, reference)).collect();
    let blocks = if rows.is_empty() {
        vec![Block::Intro { text: writer.say("cause-no-action") }]
    } else {
        let headings = ["inquiry-action", "inquiry-state", "inquiry-due"].map(|key| Column::new(writer.say(key), ColumnKind::Text));
        vec![writer.table(Table {
            id: "cause-actions-table".to_owned(),
            caption: writer.say("cause-actions"),
            caption_hidden: true,
            columns: headings.to_vec(),
            groups: vec![RowGroup { rows, ..RowGroup::default() }],
            ..Table::default()
        })]
    };
    Section::new("cause-actions", writer.say("cause-actions"), blocks)
}

fn action_row(writer: &Writer<'_>, reference: &RecordRef) -> Option<Row> {
    let record = writer.site.catalog().record(reference)?;
    let AnyRecord::Action(action) = &record.fields else {
        return None;
    };
    let state = crate::site::view::inquiry::written(record, "state").map_or_else(String::new, |word| writer.language().code(word));
    let name = Cell::Link { href: writer.record_href(reference), label: record.envelope.title.clone(), note: String::new() };
    Some(Row { cells: vec![name, Cell::Text(state), day(writer.language(), action.due)], ..Row::default() })
}
