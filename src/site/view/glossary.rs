//! The glossary: every term with its meaning, by letter.

use super::naming::sort_key;
use super::{Block, GlossaryEntry, Head, Link, Page, Rail, Section};
use crate::model::AnyRecord;
use crate::model::term::Term;
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::source::Record;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let writer = Writer::new(site, path);
    let mut terms: Vec<(&Record, &Term)> = site.catalog().records().iter().filter_map(|record| term(record)).collect();
    terms.sort_by_cached_key(|(record, _)| sort_key(record));
    let mut letters: Vec<(String, Vec<GlossaryEntry>)> = Vec::new();
    for (record, term) in &terms {
        let letter = letter(&writer, &record.envelope.title);
        let entry = entry(&writer, record, term);
        match letters.iter_mut().find(|(known, _)| *known == letter) {
            Some((_, entries)) => entries.push(entry),
            None => letters.push((letter, vec![entry])),
        }
    }
    let jump = |(letter, _): &(String, Vec<GlossaryEntry>)| Link {
        href: format!("#{}", anchor(letter)),
        label: letter.clone(),
        note: String::new(),
    };
    let opening = vec![Block::Letters { links: letters.iter().map(jump).collect() }];
    let section =
        |(letter, entries): (String, Vec<GlossaryEntry>)| Section::new(anchor(&letter), letter, vec![Block::Glossary { entries }]);
    let outline = Outline {
        template: "glossary",
        section: MenuSection::Glossary,
        title: writer.say("menu-glossary"),
        trail: Vec::new(),
        source: String::new(),
        head: Head {
            title: writer.say("menu-glossary"),
            lede: writer.fill("glossary-lede", &[("count", terms.len().into())]),
            ..Head::default()
        },
        opening,
        rail: Rail::None,
        sections: letters.into_iter().map(section).collect(),
    };
    writer.finish(outline)
}

fn term(record: &Record) -> Option<(&Record, &Term)> {
    if let AnyRecord::Term(term) = &record.fields { Some((record, term)) } else { None }
}

/// The letter under which a word stands; words that begin with none of the alphabet stand together.
fn letter(writer: &Writer<'_>, title: &str) -> String {
    match title.chars().next().map(|first| first.to_ascii_uppercase()) {
        Some(first) if first.is_ascii_uppercase() => first.to_string(),
        _ => writer.say("glossary-other"),
    }
}

fn anchor(letter: &str) -> String {
    format!("letter-{}", letter.to_lowercase())
}

fn entry(writer: &Writer<'_>, record: &Record, term: &Term) -> GlossaryEntry {
    let also = (!term.synonyms.is_empty()).then(|| writer.fill("glossary-also", &[("words", term.synonyms.join(", ").into())]));
    let not = (!term.forbidden.is_empty()).then(|| writer.fill("glossary-not", &[("words", term.forbidden.join(", ").into())]));
    let times = writer.site.catalog().backlinks(&record.reference()).len();
    let named = (times > 0).then(|| writer.fill("glossary-named", &[("count", times.into())]));
    let notes = [also, not, named];
    GlossaryEntry {
        id: format!("term-{}", record.id),
        link: Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
        markdown: term.definition.as_str().to_owned(),
        note: notes.into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}
