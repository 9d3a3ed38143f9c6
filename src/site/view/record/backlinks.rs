//! What refers to a record, by the kind of what refers and the field in which it does.

use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::{Id, Kind, RecordRef};
use crate::site::view::naming::{path_words, state_words};
use crate::site::view::places::release_href;
use crate::site::view::{Block, Link, Section};
use crate::site::writer::Writer;

/// Links that stand in one column; more run in several.
const MOST_IN_COLUMN: usize = 12;

/// Links of one kind that are shown at once; longer lists can be unfolded.
const MOST_UNFOLDED: usize = 60;

/// The section of everything that refers to a record; nothing where nothing does.
pub(in crate::site::view) fn section(writer: &Writer<'_>, record: &RecordRef) -> Option<Section> {
    let mut kinds: Vec<(Kind, Vec<Link>)> = Vec::new();
    let mut releases = Vec::new();
    let mut settings: Vec<&str> = Vec::new();
    for (from, fields) in origins(writer, record) {
        match from {
            Origin::Record(from) => {
                let link = record_link(writer, from, &fields);
                match kinds.last_mut() {
                    Some((kind, links)) if *kind == from.kind => links.push(link),
                    _ => kinds.push((from.kind, vec![link])),
                }
            }
            Origin::Release(release) => releases.push(release_link(writer, release, &fields)),
            Origin::Settings => settings.extend(&fields),
        }
    }
    let several = kinds.len() + usize::from(!releases.is_empty()) > 1;
    let mut blocks = Vec::new();
    let language = writer.language();
    let groups = kinds.into_iter().map(|(kind, links)| (language.kinds(kind), links));
    for (heading, links) in groups.chain((!releases.is_empty()).then_some((language.say("releases"), releases))) {
        if several {
            blocks.push(Block::Heading { text: heading.to_owned() });
        }
        blocks.push(list(writer, links));
    }
    if !settings.is_empty() {
        let quoted = |field: &&str| writer.fill("record-quoted", &[("text", path_words(language, field).into())]);
        let fields: Vec<String> = settings.iter().map(quoted).collect();
        blocks.push(Block::Intro { text: writer.fill("record-named-in-settings", &[("fields", fields.join(", ").into())]) });
    }
    (!blocks.is_empty()).then(|| Section::new("referenced-by", writer.say("record-referenced-by"), blocks))
}

/// Fields that the page shows in another way: the successor among the facts, the extracts of a source in their own section.
const SHOWN_OTHERWISE: &[&str] = &["supersedes", "extracts.source"];

/// What refers to a record, once each, with all fields in which it does.
fn origins<'a>(writer: &Writer<'a>, record: &RecordRef) -> Vec<(&'a Origin, Vec<&'a str>)> {
    let mut origins: Vec<(&Origin, Vec<&str>)> = Vec::new();
    for link in writer.site.catalog().backlinks(record).iter().filter(|link| !SHOWN_OTHERWISE.contains(&link.field.as_str())) {
        match origins.last_mut() {
            Some((from, fields)) if **from == link.from => {
                if fields.last() != Some(&link.field.as_str()) {
                    fields.push(link.field.as_str());
                }
            }
            _ => origins.push((&link.from, vec![link.field.as_str()])),
        }
    }
    origins
}

fn record_link(writer: &Writer<'_>, from: &RecordRef, fields: &[&str]) -> Link {
    let mut note = vec![fields_words(writer, fields)];
    note.extend(writer.site.catalog().record(from).and_then(|record| state_words(writer.language(), record)));
    Link { href: writer.record_href(from), label: writer.title_of(from), note: note.join(" · ") }
}

fn release_link(writer: &Writer<'_>, release: &Id, fields: &[&str]) -> Link {
    let found = writer.site.catalog().releases().iter().find(|known| known.id == *release);
    let label = found.map_or_else(|| release.to_string(), |found| found.release.title.clone());
    Link { href: release_href(writer, release), label, note: fields_words(writer, fields) }
}

/// The fields in which a record is named, in words.
fn fields_words(writer: &Writer<'_>, fields: &[&str]) -> String {
    let words: Vec<String> = fields.iter().map(|field| path_words(writer.language(), field)).collect();
    capitalised(&words.join(", "))
}

fn list(writer: &Writer<'_>, links: Vec<Link>) -> Block {
    let count = links.len();
    let block = Block::Links { columns: count > MOST_IN_COLUMN, links };
    if count <= MOST_UNFOLDED {
        return block;
    }
    Block::Details { summary: writer.fill("record-all-links", &[("count", count.into())]), open: false, blocks: vec![block] }
}
