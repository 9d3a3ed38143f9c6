//! The releases from which the figures come, the newest first.

use crate::language::Language;
use crate::model::RecordRef;
use crate::model::release::ReleaseStatus;
use crate::site::view::record::first_sentence;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::ReleaseRecord;

/// Releases that are shown at once; earlier ones can be unfolded.
const MOST_UNFOLDED: usize = 12;

/// The status in a word.
pub(super) fn status_word(language: &Language, status: ReleaseStatus) -> String {
    match status {
        ReleaseStatus::Provisional => language.code("provisional"),
        ReleaseStatus::Final => language.code("final"),
    }
}

/// The section; nothing where there is no release.
pub(super) fn section(writer: &mut Writer<'_>) -> Option<Section> {
    let releases: Vec<&ReleaseRecord> = writer.site.catalog().releases().iter().rev().collect();
    if releases.is_empty() {
        return None;
    }
    let shared = shared_notes(&releases);
    let mut blocks: Vec<Block> = shared.map(|notes| Block::Prose { markdown: notes.to_owned(), lede: false }).into_iter().collect();
    let (recent, earlier) = releases.split_at(releases.len().min(MOST_UNFOLDED));
    let recent = table(writer, "releases-table", writer.say("releases-caption"), recent, shared.is_none());
    blocks.push(writer.table(recent));
    if !earlier.is_empty() {
        let table = table(writer, "earlier-releases-table", writer.say("releases-earlier-caption"), earlier, shared.is_none());
        let summary = writer.fill("releases-earlier", &[("count", earlier.len().into())]);
        blocks.push(Block::Details { summary, open: false, blocks: vec![writer.table(table)] });
    }
    Some(Section::new("releases", writer.say("releases"), blocks))
}

/// The notes that all of several releases have alike, so that they are printed once.
fn shared_notes<'a>(releases: &[&'a ReleaseRecord]) -> Option<&'a str> {
    let notes = |release: &&'a ReleaseRecord| release.release.notes.as_ref().map(crate::model::Prose::as_str);
    let first = releases.first().and_then(notes)?;
    (releases.len() > 1 && releases.iter().all(|release| notes(release) == Some(first))).then_some(first)
}

fn table(writer: &Writer<'_>, id: &str, caption: String, releases: &[&ReleaseRecord], with_notes: bool) -> Table {
    let has_notes = with_notes && releases.iter().any(|release| release.release.notes.is_some());
    let has_reviewer = releases.iter().any(|release| release.release.reviewed_by.is_some());
    let has_restatement = releases.iter().any(|release| release.release.restatement.is_some());
    let shown = [true, true, true, has_reviewer, true, has_restatement, has_notes];
    let headings = [
        (writer.say("column-release"), ColumnKind::Text),
        (writer.say("releases-status"), ColumnKind::Text),
        (writer.say("releases-released"), ColumnKind::Text),
        (writer.say("releases-reviewed-by"), ColumnKind::Text),
        (writer.say("record-extracts"), ColumnKind::Number),
        (writer.say("releases-restatement"), ColumnKind::Text),
        (writer.language().field("notes"), ColumnKind::Text),
    ];
    let columns = headings.into_iter().zip(shown).filter(|(_, shown)| *shown).map(|((label, kind), _)| Column::new(label, kind)).collect();
    let row = |release: &&ReleaseRecord| {
        let cells = cells(writer, release).into_iter().zip(shown).filter(|(_, shown)| *shown).map(|(cell, _)| cell).collect();
        Row { id: format!("release-{}", release.id), cells, ..Row::default() }
    };
    Table {
        id: id.to_owned(),
        caption,
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows: releases.iter().map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}

fn cells(writer: &Writer<'_>, found: &ReleaseRecord) -> [Cell; 7] {
    let (release, language) = (&found.release, writer.language());
    let link = |record: Option<&RecordRef>| {
        record.map_or(Cell::Empty, |record| Cell::Link {
            href: writer.record_href(record),
            label: writer.title_of(record),
            note: String::new(),
        })
    };
    let extracts = release.extracts.len();
    [
        Cell::Text(release.title.clone()),
        Cell::Text(status_word(language, release.status)),
        Cell::Time { iso: release.released.to_string(), label: language.instant(release.released) },
        link(release.reviewed_by.as_ref().map(crate::model::reference::Reference::record)),
        Cell::number(language.count(extracts), extracts.to_string()),
        link(release.restatement.as_ref().map(crate::model::reference::Reference::record)),
        release.notes.as_ref().map_or(Cell::Empty, |notes| Cell::Text(first_sentence(notes.as_str()))),
    ]
}
