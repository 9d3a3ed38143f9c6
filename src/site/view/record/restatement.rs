//! The figures that a restatement changed, computed from the releases that name it.

use crate::site::view::governance::{restated_rows, restated_table};
use crate::site::view::places::release_href;
use crate::site::view::{Block, Link, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The section.
pub(super) fn section(writer: &mut Writer<'_>, record: &Record) -> Section {
    let title = writer.say("restatement-rows-title");
    let site = writer.site;
    let releases: Vec<Link> = site
        .catalog()
        .releases()
        .iter()
        .filter(|release| release.release.restatement.as_ref().is_some_and(|named| *named.id() == record.id))
        .map(|release| Link {
            href: release_href(writer, &release.id),
            label: release.release.title.clone(),
            note: writer.language().date(release.release.released.written_date()),
        })
        .collect();
    if releases.is_empty() {
        return Section::new("restated", title, vec![Block::Intro { text: writer.say("restatement-no-release") }]);
    }
    let rows = restated_rows(site, &record.id);
    let metrics: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.metric).collect();
    let basis = writer
        .fill("restatement-basis", &[("count", rows.len().into()), ("metrics", metrics.len().into()), ("releases", releases.len().into())]);
    let mut blocks = vec![Block::Intro { text: basis }, Block::Links { links: releases, columns: false }];
    if !rows.is_empty() {
        let caption = writer.say("restatement-rows-caption");
        blocks.push(restated_table(writer, "restated", caption, &rows));
    }
    Section::new("restated", title, blocks)
}
