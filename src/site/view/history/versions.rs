//! The versions of a record: from when to when each was in force, what the step to it meant, who agreed, and who signed.

use std::sync::Arc;

use super::story::Story;
use super::{agreement, page, recent, signature, step};
use crate::diff::normative_digest;
use crate::history::RecordVersion;
use crate::language::capitalised;
use crate::model::{Kind, RecordRef, Version};
use crate::site::plan::version_path;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// The section; nothing where no version is known and nothing can be said about that.
pub(in crate::site::view) fn section(writer: &mut Writer<'_>, record: &Record) -> Option<Section> {
    let reference = record.reference();
    let story = Story::of(writer.site, &reference);
    let mut blocks = Vec::new();
    if story.log.is_empty() {
        if writer.site.report().commit.is_some() {
            return None;
        }
        blocks.push(Block::Intro { text: writer.say("history-none") });
    } else {
        let only = only_version(story, record);
        let versions = if story.versions.is_empty() { only.as_slice() } else { story.versions };
        if !versions.is_empty() {
            blocks.push(table(writer, story, versions));
        }
        blocks.extend(recent::only_entry(writer, story).filter(|_| page::href(writer, &reference).is_none()));
        if story.is_truncated() {
            blocks.push(Block::Note { class: "is-within", text: writer.say("history-truncated"), links: Vec::new() });
        }
    }
    blocks.extend(page::action(writer, &reference));
    Some(Section::new("all-versions", writer.say("history-versions"), blocks))
}

/// The version of a record that nobody ever changed.
fn only_version(story: Story<'_>, record: &Record) -> Vec<RecordVersion> {
    let version = record.versioning.filter(|_| story.versions.is_empty()).map(|versioning| RecordVersion {
        version: versioning.version,
        from: versioning.effective_from,
        to: None,
        record: Arc::new(record.clone()),
        first: story.log.len().checked_sub(1),
        last: Some(0),
    });
    version.into_iter().collect()
}

fn table(writer: &mut Writer<'_>, story: Story<'_>, versions: &[RecordVersion]) -> Block {
    let mut before: Option<&Arc<Record>> = None;
    let mut rows = Vec::new();
    for version in versions {
        rows.push(row(writer, story, before, version));
        before = Some(&version.record);
    }
    rows.reverse();
    let columns = vec![
        Column::new(writer.say("history-version"), ColumnKind::Text),
        Column::new(writer.say("history-in-force"), ColumnKind::Text),
        Column::new(writer.say("history-class"), ColumnKind::Text),
        Column::new(capitalised(&writer.language().kind(Kind::Change)), ColumnKind::Text),
        Column::new(writer.say("history-agreed-by"), ColumnKind::Text),
        Column::new(writer.say("history-signature"), ColumnKind::Text),
        Column::new(writer.say("history-digest"), ColumnKind::Text),
    ];
    writer.table(Table {
        id: "all-versions-table".to_owned(),
        caption: writer.say("history-versions"),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })
}

fn row(writer: &Writer<'_>, story: Story<'_>, before: Option<&Arc<Record>>, version: &RecordVersion) -> Row {
    let step = step::step_of(writer.site.catalog(), story.reference, before, Some(&version.record));
    let absent = || Cell::Absent(writer.say("governance-none"));
    let commit = version.first.and_then(|first| story.log.get(first)).and_then(|entry| story.commit(&entry.edit));
    let approvals: Vec<(String, String)> =
        step.agreed.iter().flat_map(|(_, change)| &change.approvals).fold(Vec::new(), |mut all, approval| {
            let link = (writer.record_href(approval.who.record()), writer.title_of(approval.who.record()));
            if !all.contains(&link) {
                all.push(link);
            }
            all
        });
    let class = match step.class() {
        Some(class) if before.is_some() => Cell::Text(writer.language().code(class.name())),
        _ => absent(),
    };
    let cells = vec![
        version_cell(writer, story, version),
        Cell::Text(in_force(writer, version)),
        class,
        step.agreed.map_or_else(absent, |(record, change)| Cell::Link {
            href: writer.record_href(&record.reference()),
            label: record.envelope.title.clone(),
            note: agreement::completeness(writer, change),
        }),
        if approvals.is_empty() { absent() } else { Cell::Links(approvals) },
        commit.map_or_else(absent, |commit| Cell::Status(signature::short(writer.language(), &commit.signature))),
        normative_digest(&version.record).map_or_else(absent, |digest| Cell::Code(short_digest(&digest))),
    ];
    Row { id: format!("version-{}", version.version), cells, ..Row::default() }
}

/// The first digits of a digest, as people quote it.
pub(super) fn short_digest(digest: &str) -> String {
    digest.get(..12).unwrap_or(digest).to_owned()
}

fn version_cell(writer: &Writer<'_>, story: Story<'_>, version: &RecordVersion) -> Cell {
    let label = version.version.to_string();
    let href = href(writer, story.reference, version.version);
    if href.is_empty() { Cell::Code(label) } else { Cell::Link { href, label, note: String::new() } }
}

/// The address of a version; empty where it has no page.
pub(in crate::site::view) fn href(writer: &Writer<'_>, reference: &RecordRef, version: Version) -> String {
    let path = version_path(reference, version);
    writer.site.file(&path).map_or_else(String::new, |_| writer.href(&path))
}

/// From when to when a version is in force.
pub(super) fn in_force(writer: &Writer<'_>, version: &RecordVersion) -> String {
    let language = writer.language();
    let from = ("from", language.date(version.from).into());
    match version.to {
        Some(to) if to < version.from => writer.say("history-never-in-force"),
        Some(to) => writer.fill("span", &[from, ("to", language.date(to).into())]),
        None if version.from > writer.site.report().as_of => writer.fill("history-upcoming", &[from]),
        None => writer.fill("history-since-day", &[from]),
    }
}

/// That a page shows a version which is not in force yet, with the way to the one that is.
pub(in crate::site::view) fn upcoming_note(writer: &Writer<'_>, record: &Record) -> Option<Block> {
    let as_of = writer.site.report().as_of;
    let shown = record.versioning.filter(|shown| shown.effective_from > as_of)?;
    let day = writer.language().date(shown.effective_from);
    let text = writer.fill("history-not-yet-here", &[("version", shown.version.to_string().into()), ("date", day.into())]);
    let reference = record.reference();
    let current = writer.site.catalog().versions(&reference).iter().rev().find(|version| version.from <= as_of);
    let link = current.map(|current| Link {
        href: href(writer, &reference, current.version),
        label: writer.fill("history-current", &[("version", current.version.to_string().into())]),
        note: String::new(),
    });
    Some(Block::Note { class: "is-within", text, links: link.into_iter().collect() })
}
