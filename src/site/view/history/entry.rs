//! One entry of a history: a commit, what it changed, and for a merge what it brought in.

use super::edits::edit_blocks;
use super::story::Story;
use super::{agreement, commit, step};
use crate::history::{Edit, LogEntry, Text};
use crate::model::visible;
use crate::site::view::naming::state_words;
use crate::site::view::{Badge, Block, CommitBlock, Fact, Span};
use crate::site::writer::Writer;
use crate::source::Record;

/// An entry with everything that is known of it.
pub(super) fn entry_block(writer: &mut Writer<'_>, story: Story<'_>, entry: &LogEntry) -> Block {
    let mut block = edit_commit(writer, story, &entry.edit, "");
    if !entry.side.is_empty() {
        let summary = writer.fill("history-side", &[("count", entry.side.len().into())]);
        let anchor = entry.edit.commit.map_or_else(String::new, |number| format!("{number}-"));
        let blocks = entry.side.iter().map(|edit| Block::Commit(Box::new(edit_commit(writer, story, edit, &anchor)))).collect();
        block.blocks.push(Block::Details { summary, open: false, blocks });
    }
    Block::Commit(Box::new(block))
}

fn edit_commit(writer: &mut Writer<'_>, story: Story<'_>, edit: &Edit, anchor: &str) -> CommitBlock {
    let language = writer.language();
    let found = story.commit(edit);
    let mut facts = found.map_or_else(Vec::new, |found| commit::facts(language, found));
    facts.extend(state_facts(writer, story, edit));
    let step = step::step_of(writer.site.catalog(), story.reference, story.record(edit.before.as_ref()), story.record(edit.after.as_ref()));
    let readable = unread(writer, story, edit);
    if readable.is_empty() {
        facts.extend(agreement::facts(writer, &step));
    }
    let mut blocks = readable;
    match &step.change {
        Some(_) if !blocks.is_empty() => {}
        Some(change) => blocks.extend(edit_blocks(writer, change)),
        None if is_beginning(story, edit) => blocks.push(Block::Intro { text: writer.say("history-record-added") }),
        None if blocks.is_empty() => blocks.push(Block::Intro { text: writer.say("history-nothing-meant") }),
        None => {}
    }
    let (subject, byline, message, id) = match found {
        Some(found) => {
            let mut byline = vec![commit::id_span(writer, &found.id)];
            byline.extend(story.day(edit).map(|day| Span::Time { iso: day.to_string(), label: language.date(day) }));
            byline.push(Span::Text { text: visible(&found.author.name) });
            (commit::subject(language, found), byline, visible(found.body()), format!("c-{anchor}{}", found.id.short()))
        }
        None => (writer.say("history-uncommitted"), Vec::new(), String::new(), "uncommitted".to_owned()),
    };
    CommitBlock { id, subject, badges: badges(writer, story, edit), byline, message, facts, blocks }
}

fn badges(writer: &Writer<'_>, story: Story<'_>, edit: &Edit) -> Vec<Badge> {
    let badge = |class: &'static str, word: String| Badge { class, word };
    let mut badges = Vec::new();
    if story.commit(edit).is_some_and(crate::history::Commit::is_merge) {
        badges.push(badge("", writer.say("history-merge")));
    }
    if edit.in_merge {
        badges.push(badge("is-alert", writer.say("history-in-merge")));
    }
    if edit.after.is_none() {
        badges.push(badge("is-ended", writer.say("history-removed")));
    }
    badges
}

/// Version, state and place, each before and after where they differ.
fn state_facts(writer: &Writer<'_>, story: Story<'_>, edit: &Edit) -> Vec<Fact> {
    let language = writer.language();
    let (before, after) = (story.record(edit.before.as_ref()), story.record(edit.after.as_ref()));
    let version = |record: &Record| record.versioning.map(|versioning| versioning.version.to_string());
    let sides = |read: &dyn Fn(&Record) -> Option<String>| (before.and_then(|record| read(record)), after.and_then(|record| read(record)));
    let mut facts: Vec<Fact> = Vec::new();
    facts.extend(passage(writer, writer.say("history-version"), sides(&version)));
    facts.extend(passage(writer, language.field("state"), sides(&|record| state_words(language, record))));
    let path = |state: &Option<crate::history::FileState>| state.as_ref().map(|state| visible(&state.path));
    let (old, new) = (path(&edit.before), path(&edit.after));
    if old.is_some() && new.is_some() && old != new {
        facts.extend(passage(writer, writer.say("history-moved"), (old, new)));
    }
    facts
}

fn passage(writer: &Writer<'_>, label: String, sides: (Option<String>, Option<String>)) -> Option<Fact> {
    let text = match sides {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => one,
        (Some(one), Some(other)) if one == other => one,
        (Some(one), Some(other)) => writer.fill("history-passage", &[("before", one.into()), ("after", other.into())]),
    };
    Some(Fact { label, values: vec![Span::Text { text }] })
}

/// Whether an edit began a record and its text was never asked for, since there is nothing to compare it with.
fn is_beginning(story: Story<'_>, edit: &Edit) -> bool {
    edit.before.is_none() && edit.after.is_some() && story.text(edit.after.as_ref()).is_none()
}

/// What is to be said where a side of an edit could not be read.
fn unread(writer: &Writer<'_>, story: Story<'_>, edit: &Edit) -> Vec<Block> {
    let note = |text: String| vec![Block::Note { class: "is-within", text, links: Vec::new() }];
    if is_beginning(story, edit) {
        return Vec::new();
    }
    for state in [&edit.after, &edit.before].into_iter().filter_map(Option::as_ref) {
        match story.text(Some(state)) {
            Some(Text::Read(_) | Text::Removed) => {}
            Some(Text::Unreadable(_)) => return note(writer.say("history-unreadable")),
            Some(Text::Missing) | None => return note(writer.say("history-missing")),
        }
    }
    Vec::new()
}
