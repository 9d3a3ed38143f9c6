//! The page of one version of a record: the definition as it stood, from when to when, and who wrote it.

use std::sync::Arc;

use super::edits::edit_blocks;
use super::story::Story;
use super::versions::in_force;
use super::{agreement, commit, page, step};
use crate::diff::{file_digest, normative_digest};
use crate::history::RecordVersion;
use crate::language::capitalised;
use crate::model::{Kind, Period, RecordRef, Version};
use crate::site::plan::version_path;
use crate::site::view::places::menu_section;
use crate::site::view::record::fields::{Fields, fields};
use crate::site::view::{Block, Fact, Head, Link, Page, Pager, Rail, Section, Span};
use crate::site::writer::{Outline, Writer, state_badge};
use crate::site::{Site, view};
use crate::source::Record;

/// Makes the page; `None` where the version is not known.
pub(in crate::site::view) fn version_page(site: &Site, path: &str, reference: &RecordRef, version: Version) -> Option<Page> {
    let mut writer = Writer::new(site, path);
    let story = Story::of(site, reference);
    let position = story.versions.iter().position(|one| one.version == version)?;
    let found = &story.versions[position];
    let before = position.checked_sub(1).and_then(|before| story.versions.get(before)).map(|before| &before.record);
    let mut sections = Vec::new();
    sections.extend(changed(&mut writer, story, before, found));
    let Fields { facts: own, sections: written } = fields(&mut writer, &found.record, &["version", "effective_from"]);
    sections.extend(written);
    sections.extend(governed(&writer, reference, found));
    sections.extend(commits(&writer, story, found));
    let mut facts = identity(&writer, found);
    facts.extend(own.into_iter().filter(|fact| !facts.iter().any(|known| known.label == fact.label)).collect::<Vec<_>>());
    let title = &found.record.envelope.title;
    let number = version.to_string();
    let fills = [("title", title.as_str().into()), ("version", number.as_str().into()), ("id", reference.to_string().into())];
    let outline = Outline {
        template: "version",
        section: menu_section(reference.kind),
        title: writer.fill("history-version-page-title", &fills),
        trail: page::trail(&writer, reference, &story.title()),
        source: found.record.source.path().to_owned(),
        head: Head {
            kicker: capitalised(&writer.language().kind(reference.kind)),
            title: writer.fill("history-version-title", &fills[..2]),
            byline: vec![Span::Code { text: reference.id.to_string() }, Span::text(in_force(&writer, found))],
            badge: state_badge(writer.language(), &found.record),
            pager: Some(pager(&writer, story, position)),
            ..Head::default()
        },
        opening: standing(&writer, story, position),
        rail: Rail::Facts { label: writer.say("record-facts"), facts },
        sections,
    };
    Some(writer.finish(outline))
}

/// Where the version stands among the others, before anybody takes it for the one in force.
fn standing(writer: &Writer<'_>, story: Story<'_>, position: usize) -> Vec<Block> {
    let version = &story.versions[position];
    let as_of = writer.site.report().as_of;
    let text = match version.to {
        _ if version.from > as_of => writer.fill("history-not-yet", &[("date", writer.language().date(version.from).into())]),
        Some(to) if to < as_of => writer.say("history-no-longer"),
        _ => return Vec::new(),
    };
    let current = story.versions.iter().rev().find(|one| one.from <= as_of).map(|current| Link {
        href: writer.href(&version_path(story.reference, current.version)),
        label: writer.fill("history-current", &[("version", current.version.to_string().into())]),
        note: String::new(),
    });
    vec![Block::Note { class: "is-within", text, links: current.into_iter().collect() }]
}

fn identity(writer: &Writer<'_>, version: &RecordVersion) -> Vec<Fact> {
    let fact = |label: String, values: Vec<Span>| Fact { label, values };
    let mut facts = vec![
        fact(writer.say("history-version"), vec![Span::Code { text: version.version.to_string() }]),
        fact(writer.say("history-in-force"), vec![Span::text(in_force(writer, version))]),
    ];
    facts.extend(normative_digest(&version.record).map(|digest| {
        let note = Span::Remark { text: writer.say("history-normative-digest-note") };
        fact(writer.say("history-normative-digest"), vec![Span::Code { text: digest }, note])
    }));
    let note = Span::Remark { text: writer.say("history-file-digest-note") };
    facts.push(fact(writer.say("history-file-digest"), vec![Span::Code { text: file_digest(&version.record) }, note]));
    facts
}

/// What the step to this version changed.
fn changed(writer: &mut Writer<'_>, story: Story<'_>, before: Option<&Arc<Record>>, version: &RecordVersion) -> Option<Section> {
    let before = before?;
    let step = step::step_of(writer.site.catalog(), story.reference, Some(before), Some(&version.record));
    let facts = agreement::facts(writer, &step);
    let mut blocks = vec![Block::Facts { facts }];
    if step.agreed.is_none() && step.change.is_some() {
        blocks.push(Block::Note { class: "is-misses", text: writer.say("history-without-change"), links: Vec::new() });
    }
    match &step.change {
        Some(change) => blocks.extend(edit_blocks(writer, change)),
        None => blocks.push(Block::Intro { text: writer.say("history-nothing-meant") }),
    }
    blocks.retain(|block| !matches!(block, Block::Facts { facts } if facts.is_empty()));
    Some(Section::new("what-changed", writer.say("history-changed"), blocks))
}

/// The commits that wrote the version, the newest first.
fn commits(writer: &Writer<'_>, story: Story<'_>, version: &RecordVersion) -> Option<Section> {
    let entries = story.log.get(version.last?..=version.first?)?;
    let first = version.last.unwrap_or_default();
    let link = |(position, entry): (usize, &crate::history::LogEntry)| match story.commit(&entry.edit) {
        Some(found) => Link {
            href: page::entry_href(writer, story, first + position),
            label: commit::subject(writer.language(), found),
            note: format!("{} · {}", found.id.short(), story.day(&entry.edit).map_or_else(String::new, |day| writer.language().date(day))),
        },
        None => {
            Link { href: page::entry_href(writer, story, first + position), label: writer.say("history-uncommitted"), note: String::new() }
        }
    };
    let links = entries.iter().enumerate().map(link).collect();
    Some(Section::new("wrote-it", writer.say("history-written-by"), vec![Block::Links { links, columns: false }]))
}

/// The periods whose figures a version of a metric governs.
fn governed(writer: &Writer<'_>, reference: &RecordRef, version: &RecordVersion) -> Option<Section> {
    if reference.kind != Kind::Metric {
        return None;
    }
    let catalog = writer.site.catalog();
    let series = writer.site.series(&reference.id)?;
    let within = |period: &Period| {
        let first = period.first_day(catalog.calendar());
        version.from <= first && version.to.is_none_or(|to| first <= to)
    };
    let total = series.total_key().and_then(|key| series.cell(key));
    let periods: Vec<Period> = total.into_iter().flat_map(|points| points.keys()).copied().filter(within).collect();
    let language = writer.language();
    let text = match (periods.first(), periods.last()) {
        (Some(first), Some(last)) => writer.fill(
            "history-governs",
            &[("count", periods.len().into()), ("from", language.period(*first).into()), ("to", language.period(*last).into())],
        ),
        _ => writer.say("history-governs-none"),
    };
    let links = if periods.is_empty() {
        Vec::new()
    } else {
        vec![Link {
            href: format!("{}#periods", writer.record_href(reference)),
            label: writer.say("history-to-figures"),
            note: String::new(),
        }]
    };
    let mut blocks = vec![Block::Intro { text }];
    if !links.is_empty() {
        blocks.push(Block::Actions { links });
    }
    Some(Section::new("governed-figures", writer.say("history-figures"), blocks))
}

fn pager(writer: &Writer<'_>, story: Story<'_>, position: usize) -> view::Pager {
    let link = |version: &RecordVersion| Link {
        href: writer.href(&version_path(story.reference, version.version)),
        label: version.version.to_string(),
        note: String::new(),
    };
    let history = page::href(writer, story.reference).map(|href| Link { href, label: writer.say("history-whole"), note: String::new() });
    Pager {
        label: writer.say("history-versions"),
        previous: position.checked_sub(1).and_then(|before| story.versions.get(before)).map(link),
        around: history.into_iter().collect(),
        next: story.versions.get(position + 1).map(link),
    }
}
