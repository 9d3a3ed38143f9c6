//! The history of a record at the end of its own page: date, who, subject and signature of each commit.

use super::story::Story;
use super::{commit, entry, page, signature};
use crate::history::LogEntry;
use crate::model::RecordRef;
use crate::model::visible;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;

/// Entries that are shown at once; the rest can be unfolded.
const NEWEST: usize = 10;

/// The section; nothing where the record has no history.
pub(in crate::site::view) fn section(writer: &mut Writer<'_>, reference: &RecordRef) -> Option<Section> {
    let story = Story::of(writer.site, reference);
    if story.log.is_empty() {
        return None;
    }
    let (newest, rest) = story.log.split_at(story.log.len().min(NEWEST));
    let mut blocks = vec![Block::Intro { text: writer.say("history-mode-short") }, table(writer, story, newest, "past-table")];
    if !rest.is_empty() {
        let summary = writer.fill("history-earlier", &[("count", rest.len().into())]);
        let earlier = table(writer, story, rest, "earlier-past-table");
        blocks.push(Block::Details { summary, open: false, blocks: vec![earlier] });
    }
    if story.is_truncated() {
        blocks.push(Block::Note { class: "is-within", text: writer.say("history-truncated"), links: Vec::new() });
    }
    blocks.extend(superseded_link(writer, reference));
    Some(Section::new("past", writer.say("history-heading"), blocks))
}

/// The way to the record whose place this one took.
fn superseded_link(writer: &Writer<'_>, reference: &RecordRef) -> Option<Block> {
    let earlier = writer.site.catalog().record(reference)?.envelope.supersedes.as_ref()?.record();
    Some(Block::Note { class: "is-within", text: writer.say("history-goes-on"), links: vec![writer.link(earlier)] })
}

/// The only commit of a record that has no page for its history, in full.
pub(super) fn only_entry(writer: &mut Writer<'_>, story: Story<'_>) -> Option<Block> {
    let [entry] = story.log else { return None };
    let summary = writer.say("history-only-commit");
    let block = entry::entry_block(writer, story, entry);
    Some(Block::Details { summary, open: false, blocks: vec![block] })
}

/// The histories of the records whose place this one took, the nearest first: a record goes on where the one before it ended.
pub(super) fn superseded_sections(writer: &mut Writer<'_>, reference: &RecordRef) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let before = |reference: &RecordRef| Some(catalog.record(reference)?.envelope.supersedes.as_ref()?.record());
    let chain: Vec<&RecordRef> = std::iter::successors(before(reference), |earlier| before(earlier)).collect();
    let mut sections = Vec::new();
    for (position, earlier) in chain.into_iter().enumerate() {
        let story = Story::of(writer.site, earlier);
        if story.log.is_empty() {
            continue;
        }
        let heading = writer.fill("history-superseded", &[("title", story.title().into())]);
        let listed = table(writer, story, story.log, &format!("before-{}-table", position + 1));
        let mut blocks = vec![Block::Links { columns: false, links: vec![writer.link(earlier)] }, listed];
        blocks.extend(page::action(writer, earlier));
        sections.push(Section::new(format!("before-{}", position + 1), heading, blocks));
    }
    sections
}

fn table(writer: &mut Writer<'_>, story: Story<'_>, entries: &[LogEntry], id: &str) -> Block {
    let rows = entries.iter().map(|entry| row(writer, story, entry)).collect();
    let columns = vec![
        Column::new(writer.say("history-subject"), ColumnKind::Text),
        Column::new(writer.say("history-day"), ColumnKind::Text),
        Column::new(writer.say("history-author"), ColumnKind::Text),
        Column::new(writer.say("history-signature"), ColumnKind::Text),
        Column::new(writer.say("history-commit"), ColumnKind::Text),
    ];
    writer.table(Table {
        id: id.to_owned(),
        caption: writer.say("history-heading"),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })
}

fn row(writer: &Writer<'_>, story: Story<'_>, entry: &LogEntry) -> Row {
    let language = writer.language();
    let cells = match story.commit(&entry.edit) {
        Some(found) => {
            let day = story.day(&entry.edit);
            let side = if entry.side.is_empty() {
                Cell::Text(visible(&found.author.name))
            } else {
                Cell::Noted {
                    text: visible(&found.author.name),
                    note: writer.fill("history-side", &[("count", entry.side.len().into())]),
                    alert: entry.edit.in_merge,
                }
            };
            vec![
                Cell::Text(commit::subject(language, found)),
                day.map_or(Cell::Empty, |day| Cell::Time { iso: day.to_string(), label: language.short_date(day) }),
                side,
                Cell::Status(signature::short(language, &found.signature)),
                commit_cell(writer, &found.id),
            ]
        }
        None => vec![Cell::Text(writer.say("history-uncommitted")), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
    };
    Row { cells, ..Row::default() }
}

/// The id of a commit as a cell.
pub(in crate::site::view) fn commit_cell(writer: &Writer<'_>, id: &crate::history::CommitId) -> Cell {
    match commit::address(writer, id) {
        Some(href) => Cell::Link { href, label: id.short().to_owned(), note: String::new() },
        None => Cell::Code(id.short().to_owned()),
    }
}
