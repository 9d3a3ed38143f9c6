//! The page with the history of a record.

use super::story::Story;
use super::{ENTRIES_ON_A_PAGE, entry, recent};
use crate::language::capitalised;
use crate::model::RecordRef;
use crate::site::plan::{history_path, register_path};
use crate::site::view::places::{menu_section, register_trail};
use crate::site::view::{Block, Head, Link, Page, Pager, Rail, Section, Span};
use crate::site::writer::{Outline, Writer};
use crate::site::{Site, Subject};

/// Makes a part of the page; `None` where there is no such history.
pub(in crate::site::view) fn page(site: &Site, path: &str, reference: &RecordRef, part: usize) -> Option<Page> {
    let mut writer = Writer::new(site, path);
    let story = Story::of(site, reference);
    let entries = story.log.chunks(ENTRIES_ON_A_PAGE).nth(part)?;
    let blocks: Vec<Block> = entries.iter().map(|entry| entry::entry_block(&mut writer, story, entry)).collect();
    let mut sections = vec![Section::new("log", writer.say("history-log"), blocks)];
    let last = story.log.len().div_ceil(ENTRIES_ON_A_PAGE) == part + 1;
    if last && (story.is_truncated() || site.catalog().past().shallow) {
        let text = writer.say("history-truncated");
        sections.push(Section::new("end", writer.say("history-end"), vec![Block::Note { class: "is-within", text, links: Vec::new() }]));
    }
    if last {
        sections.extend(recent::superseded_sections(&mut writer, reference));
    }
    let title = story.title();
    let kind = capitalised(&writer.language().kind(reference.kind));
    let mut opening = vec![Block::Intro { text: writer.say("history-mode") }];
    if site.catalog().record(reference).is_none() {
        let text = writer.say("history-gone");
        opening.insert(0, Block::Note { class: "is-within", text, links: Vec::new() });
    }
    let parts = story.log.len().div_ceil(ENTRIES_ON_A_PAGE);
    let fills =
        [("title", title.as_str().into()), ("id", reference.to_string().into()), ("part", (part + 1).into()), ("parts", parts.into())];
    let outline = Outline {
        template: "history",
        section: menu_section(reference.kind),
        title: if parts > 1 { writer.fill("history-page-title-part", &fills) } else { writer.fill("history-page-title", &fills[..2]) },
        trail: trail(&writer, reference, &title),
        source: site.catalog().record(reference).map_or_else(String::new, |record| record.source.path().to_owned()),
        head: Head {
            kicker: kind,
            title: writer.fill("history-title", &fills[..1]),
            byline: vec![
                Span::Code { text: reference.id.to_string() },
                Span::text(writer.fill("history-entries", &[("count", story.log.len().into())])),
            ],
            pager: (parts > 1).then(|| pager(&writer, reference, part, parts)),
            ..Head::default()
        },
        opening,
        rail: Rail::None,
        sections,
    };
    Some(writer.finish(outline))
}

/// The way to the page: the register, then the record where it is still there.
pub(super) fn trail(writer: &Writer<'_>, reference: &RecordRef, title: &str) -> Vec<Link> {
    let mut trail = register_trail(writer, reference.kind);
    let register = register_path(reference.kind);
    if writer.site.file(&register).is_some() {
        trail.push(Link { href: writer.href(&register), label: writer.language().kinds(reference.kind).to_owned(), note: String::new() });
    }
    if writer.site.catalog().record(reference).is_some() {
        trail.push(Link { href: writer.record_href(reference), label: title.to_owned(), note: String::new() });
    }
    trail
}

fn pager(writer: &Writer<'_>, reference: &RecordRef, part: usize, parts: usize) -> Pager {
    let link = |part: usize| Link {
        href: writer.href(&history_path(writer.site.catalog(), reference, part)),
        label: writer.fill("history-part", &[("part", (part + 1).into())]),
        note: String::new(),
    };
    Pager {
        label: writer.say("history-parts"),
        previous: part.checked_sub(1).map(link),
        around: Vec::new(),
        next: (part + 1 < parts).then(|| link(part + 1)),
    }
}

/// The address of the history of a record, where it has a page.
pub(in crate::site::view) fn href(writer: &Writer<'_>, reference: &RecordRef) -> Option<String> {
    let path = history_path(writer.site.catalog(), reference, 0);
    let is_history = |file: &&crate::site::PlannedFile| matches!(file.subject, Subject::History { .. });
    writer.site.file(&path).filter(is_history).map(|_| writer.href(&path))
}

/// The address of an entry of the main log; empty where the history has no page.
pub(in crate::site::view) fn entry_href(writer: &Writer<'_>, story: Story<'_>, position: usize) -> String {
    let path = history_path(writer.site.catalog(), story.reference, position / ENTRIES_ON_A_PAGE);
    let Some(entry) = story.log.get(position).filter(|_| href(writer, story.reference).is_some()) else {
        return String::new();
    };
    let anchor = story.commit(&entry.edit).map_or_else(|| "uncommitted".to_owned(), |commit| format!("c-{}", commit.id.short()));
    format!("{}#{anchor}", writer.href(&path))
}

/// The way to the history of a record, where it has a page.
pub(super) fn action(writer: &Writer<'_>, reference: &RecordRef) -> Option<Block> {
    let link = Link { href: href(writer, reference)?, label: writer.say("history-whole"), note: String::new() };
    Some(Block::Actions { links: vec![link] })
}
