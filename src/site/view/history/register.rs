//! What the history says in the register of changes: the class of each step by its fields beside the declared one, steps for which no
//! change speaks, and records that are gone.

use super::recent::commit_cell;
use super::step::{Step, step_of};
use super::story::Story;
use super::{agreement, commit, page, removed_records, signature};
use crate::history::LogEntry;
use crate::language::capitalised;
use crate::model::{ChangeClass, Kind, RecordRef};
use crate::site::view::governance::text;
use crate::site::view::{Block, Cell, Column, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;

/// Rows of one table; a history of its own has every step of a record.
const MOST_ROWS: usize = 500;

/// A step of a record that changed what it means.
struct Made<'a> {
    reference: &'a RecordRef,
    entry: &'a LogEntry,
    /// Position of the entry in the main log.
    position: usize,
    step: Step<'a>,
    class: ChangeClass,
}

/// The sections; one that says that there is no history where there is none, and none where nothing was changed.
pub(in crate::site::view) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let site = writer.site;
    let past = site.catalog().past();
    if past.logs.is_empty() {
        let said = site.report().commit.is_none();
        let block = Block::Intro { text: writer.say("history-none") };
        return said.then(|| Section::new("steps", writer.say("history-steps"), vec![block])).into_iter().collect();
    }
    let references: Vec<RecordRef> =
        site.catalog().records().iter().filter(|record| record.kind.row().versioned).map(|record| record.reference()).collect();
    let mut made: Vec<Made<'_>> = references.iter().flat_map(|reference| of_record(writer, reference)).collect();
    made.sort_by_key(|made| (made.entry.edit.commit, made.reference.clone()));
    let (agreed, alone): (Vec<_>, Vec<_>) = made.into_iter().partition(|made| made.step.agreed.is_some());
    let mut sections = Vec::new();
    if !agreed.is_empty() {
        let blocks = vec![Block::Intro { text: writer.say("history-steps-lede") }, step_table(writer, "steps", &agreed, true)];
        sections.push(Section::new("steps", writer.say("history-steps"), blocks));
    }
    let (alone, before): (Vec<_>, Vec<_>) = alone.into_iter().partition(|made| site.catalog().counts(made.entry.edit.commit));
    if !alone.is_empty() || !before.is_empty() {
        let mut blocks = vec![Block::Intro { text: writer.say("history-alone-lede") }];
        if !alone.is_empty() {
            blocks.push(step_table(writer, "alone", &alone, false));
        }
        if !before.is_empty() {
            blocks.push(Block::Intro { text: writer.fill("history-alone-before", &[("count", before.len().into())]) });
        }
        sections.push(Section::new("alone", writer.say("history-alone"), blocks));
    }
    sections.extend(removed(writer));
    sections
}

/// The steps of a record that have a class beyond wording.
fn of_record<'a>(writer: &Writer<'a>, reference: &'a RecordRef) -> Vec<Made<'a>> {
    let site = writer.site;
    let story = Story::of(site, reference);
    let made = |(position, entry): (usize, &'a LogEntry)| {
        let (before, after) = (story.record(entry.edit.before.as_ref())?, story.record(entry.edit.after.as_ref())?);
        let step = step_of(site.catalog(), reference, Some(before), Some(after));
        let class = step.computed().filter(|class| *class > ChangeClass::Editorial || step.agreed.is_some())?;
        Some(Made { reference, entry, position, step, class })
    };
    story.log.iter().enumerate().filter_map(made).collect()
}

fn step_table(writer: &mut Writer<'_>, id: &str, made: &[Made<'_>], agreed: bool) -> Block {
    let mut columns: Vec<Column> = vec![
        text(writer.say("history-record")),
        text(writer.say("history-day")),
        text(writer.say("history-version")),
        text(writer.say("history-class-computed")),
    ];
    if agreed {
        columns.push(text(writer.say("history-class-declared")));
        columns.push(text(capitalised(&writer.language().kind(Kind::Change))));
        columns.push(text(writer.say("history-agreement")));
    }
    columns.extend([text(writer.say("history-author")), text(writer.say("history-signature")), text(writer.say("history-commit"))]);
    let rows = made.iter().take(MOST_ROWS).map(|made| step_row(writer, made, agreed)).collect();
    let caption = if agreed { writer.say("history-steps-caption") } else { writer.say("history-alone-caption") };
    table(writer, id, caption, columns, rows)
}

fn step_row(writer: &Writer<'_>, made: &Made<'_>, agreed: bool) -> Row {
    let language = writer.language();
    let story = Story::of(writer.site, made.reference);
    let found = story.commit(&made.entry.edit);
    let (before, after) = made.step.change.as_ref().map_or((None, None), crate::diff::RecordChange::versions);
    let version = match (before, after) {
        (Some(one), Some(other)) if one != other => {
            writer.fill("history-passage", &[("before", one.to_string().into()), ("after", other.to_string().into())])
        }
        (_, Some(only)) | (Some(only), None) => only.to_string(),
        (None, None) => String::new(),
    };
    let class = |class: ChangeClass| language.code(class.name());
    let href = page::entry_href(writer, story, made.position);
    let href = if href.is_empty() { writer.record_href(made.reference) } else { href };
    let mut cells = vec![
        Cell::Link { href, label: story.title(), note: language.kind(made.reference.kind) },
        story.day(&made.entry.edit).map_or_else(
            || Cell::Text(writer.say("history-not-committed")),
            |day| Cell::Time { iso: day.to_string(), label: language.short_date(day) },
        ),
        Cell::Text(version),
        Cell::Text(class(made.class)),
    ];
    if let (true, Some((record, change))) = (agreed, made.step.agreed) {
        let declared = change.declared_class.class();
        cells.push(if made.step.class().is_some_and(|held| declared < held) {
            Cell::Noted { text: class(declared), note: writer.say("history-understated"), alert: true }
        } else {
            Cell::Text(class(declared))
        });
        cells.push(Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() });
        cells.push(Cell::Text(agreement::completeness(writer, change)));
    }
    cells.push(found.map_or(Cell::Empty, |commit| Cell::Text(crate::model::visible(&commit.author.name))));
    cells.push(found.map_or(Cell::Empty, |commit| Cell::Status(signature::short(language, &commit.signature))));
    cells.push(found.map_or(Cell::Empty, |commit| commit_cell(writer, &commit.id)));
    Row { cells, ..Row::default() }
}

/// Records that have a past and no present; their histories stay.
fn removed(writer: &mut Writer<'_>) -> Option<Section> {
    let gone = removed_records(writer.site.catalog());
    if gone.is_empty() {
        return None;
    }
    let rows = gone.iter().map(|reference| removed_row(writer, reference)).collect();
    let columns = vec![
        text(writer.say("history-record")),
        text(writer.say("history-removed-on")),
        text(writer.say("history-author")),
        text(writer.say("history-subject")),
        text(writer.say("history-signature")),
        text(writer.say("history-commit")),
    ];
    let caption = writer.say("history-removed-caption");
    let blocks = vec![Block::Intro { text: writer.say("history-removed-lede") }, table(writer, "removed", caption, columns, rows)];
    Some(Section::new("removed", writer.say("history-removed-title"), blocks))
}

fn removed_row(writer: &Writer<'_>, reference: &RecordRef) -> Row {
    let language = writer.language();
    let story = Story::of(writer.site, reference);
    let edit = story.log.first().map(|entry| &entry.edit);
    let found = edit.and_then(|edit| story.commit(edit));
    let href = page::href(writer, reference).unwrap_or_default();
    let cells = vec![
        Cell::Link { href, label: story.title(), note: language.kind(reference.kind) },
        edit.and_then(|edit| story.day(edit)).map_or_else(
            || Cell::Text(writer.say("history-not-committed")),
            |day| Cell::Time { iso: day.to_string(), label: language.short_date(day) },
        ),
        found.map_or(Cell::Empty, |commit| Cell::Text(crate::model::visible(&commit.author.name))),
        found.map_or(Cell::Empty, |found| Cell::Text(commit::subject(language, found))),
        found.map_or(Cell::Empty, |commit| Cell::Status(signature::short(language, &commit.signature))),
        found.map_or(Cell::Empty, |commit| commit_cell(writer, &commit.id)),
    ];
    Row { cells, ..Row::default() }
}

fn table(writer: &mut Writer<'_>, id: &str, caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    writer.table(Table {
        id: format!("{id}-table"),
        caption,
        caption_hidden: true,
        sortable: rows.len() > 3,
        filterable: rows.len() > 20,
        long: rows.len() > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })
}
