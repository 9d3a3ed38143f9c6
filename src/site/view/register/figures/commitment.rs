//! Every promise beside what was measured, and the times that have to fit into those that others rest on.

use crate::model::commitment::CommitmentState;
use crate::site::view::promise::{PromiseStory, counterparty, figure_cell, promise_word};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table, Tally, budget};
use crate::site::writer::Writer;
use crate::stats::PromiseStatus;

/// Promises whose budgets are drawn on the register; the rest have them on their own pages.
const MOST_BUDGETS: usize = 12;

/// The sections before the register.
pub(super) fn sections<'a>(writer: &mut Writer<'a>) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let published = catalog.commitments().filter(|(_, commitment)| commitment.state == CommitmentState::Published);
    let stories: Vec<PromiseStory<'a>> =
        published.filter_map(|(record, commitment)| PromiseStory::of(writer, record, commitment)).collect();
    if stories.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Tallies { tallies: tallies(writer, &stories) }];
    let table = table(writer, &stories);
    blocks.push(writer.table(table));
    let mut sections = vec![Section::new("promise-and-measure", writer.say("promises-register-title"), blocks)];
    let mut budgets = Vec::new();
    let mut drawn = 0;
    for story in &stories {
        let blocks = if drawn < MOST_BUDGETS { budget::blocks(writer, story.record, story.commitment) } else { Vec::new() };
        if !blocks.is_empty() {
            drawn += 1;
            budgets.push(Block::Heading { text: story.record.envelope.title.clone() });
            budgets.extend(blocks);
        }
    }
    if !budgets.is_empty() {
        budgets.insert(0, Block::Intro { text: writer.say("promises-budgets-intro") });
        sections.push(Section::new("budgets", writer.say("promises-section-budget"), budgets));
    }
    sections
}

fn tallies(writer: &Writer<'_>, stories: &[PromiseStory<'_>]) -> Vec<Tally> {
    let newest =
        |status: PromiseStatus| stories.iter().filter(|story| story.newest().and_then(|window| window.status) == Some(status)).count();
    let counts = [
        (stories.len(), "promises-tally-published"),
        (newest(PromiseStatus::Kept), "promises-tally-newest-kept"),
        (newest(PromiseStatus::AtRisk), "promises-tally-newest-at-risk"),
        (newest(PromiseStatus::Broken), "promises-tally-newest-broken"),
    ];
    let shown = counts.into_iter().enumerate().filter(|(position, (number, _))| *position == 0 || *number > 0);
    shown
        .map(|(_, (number, key))| Tally {
            count: writer.language().count(number),
            words: writer.fill(key, &[("count", number.into())]),
            href: String::new(),
        })
        .collect()
}

fn table(writer: &Writer<'_>, stories: &[PromiseStory<'_>]) -> Table {
    let columns = [
        ("promises-column-promise", ColumnKind::Text),
        ("promises-made-to", ColumnKind::Text),
        ("promises-column-owner", ColumnKind::Text),
        ("promises-promised", ColumnKind::Text),
        ("promises-warn-level", ColumnKind::Number),
        ("promises-newest", ColumnKind::Text),
        ("promises-column-value", ColumnKind::Number),
        ("promises-column-gap", ColumnKind::Number),
        ("promises-column-status", ColumnKind::Text),
        ("promises-column-kept", ColumnKind::Number),
    ];
    Table {
        id: "t-promises".to_owned(),
        caption: writer.say("promises-register-title"),
        caption_hidden: true,
        note: writer.say("promises-register-note"),
        sortable: true,
        columns: columns.into_iter().map(|(key, kind)| Column::new(writer.language().say(key), kind)).collect(),
        groups: vec![RowGroup { rows: stories.iter().map(|story| row(writer, story)).collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, story: &PromiseStory<'_>) -> Row {
    let commitment = story.commitment;
    let newest = story.newest();
    let owner = story.record.envelope.owner.as_ref();
    let value = newest.and_then(|window| window.value).map(|value| (story.value(writer, value), value));
    let gap = newest.and_then(|window| window.gap).map(|gap| (story.gap(writer, gap), gap));
    Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(&story.record.reference()),
                label: story.record.envelope.title.clone(),
                note: commitment.promise.to_string().trim().to_owned(),
            },
            Cell::Text(counterparty(writer, commitment.counterparty)),
            owner.map_or_else(
                || Cell::Absent(writer.say("promises-nobody-owns")),
                |owner| Cell::Link {
                    href: writer.record_href(owner.record()),
                    label: writer.title_of(owner.record()),
                    note: String::new(),
                },
            ),
            Cell::Text(story.promised(writer)),
            commitment.warn_level.map_or(Cell::Empty, |warn| Cell::number(story.value(writer, warn), warn.to_string())),
            newest.map_or(Cell::Empty, |window| Cell::Link {
                href: story.figure_href(writer, window.period),
                label: writer.language().short_period(window.period),
                note: String::new(),
            }),
            figure_cell(writer, value).ticked(newest.map_or_else(Vec::new, |window| story.marks(writer, window))),
            gap.map_or(Cell::Empty, |(text, gap)| Cell::number(text, gap.to_string())),
            Cell::Status(promise_word(writer, newest.and_then(|window| window.status))),
            Cell::number(story.kept_words(writer), story.count.kept_at_all().to_string()),
        ],
        ..Row::default()
    }
}
