//! What one audience has to know, on one printed page: exceptions first, then every metric in a line, then what was decided and
//! what is still to be done.
//!
//! Holds only what the audience may see. Every list is short and says how much it leaves out, so that the page stays one.

mod governance;
mod metrics;
mod scorecards;
mod sight;

use self::sight::Sight;
use super::{Block, Fact, Head, Link, Page, Rail, Section, Span};
use crate::language::Language;
use crate::model::{Audience, Date};
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};

pub(in crate::site) use self::sight::audiences;

/// Makes the page of an audience.
pub(super) fn page(site: &Site, path: &str, audience: Audience) -> Page {
    let mut writer = Writer::new(site, path);
    let sight = Sight::of(site.catalog(), audience);
    let shown = metrics::shown(&writer, sight);
    let since = since(site);
    let mut sections = Vec::new();
    let mut add = |id: &str, title: String, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            sections.push(Section::new(format!("digest-{id}"), title, blocks));
        }
    };
    add("scorecards", writer.say("digest-scorecards"), scorecards::blocks(&writer, sight));
    add("exceptions", writer.say("digest-exceptions"), metrics::exceptions(&writer, &shown));
    let table = metrics::table(&mut writer, &shown);
    add("metrics", writer.say("digest-metrics"), table);
    add("promises", writer.say("digest-promises"), governance::promises(&writer, sight));
    add("decisions", writer.say("digest-decisions"), governance::decisions(&writer, sight));
    add("actions", writer.say("digest-actions"), governance::actions(&writer, sight));
    let changes = since.map_or_else(Vec::new, |(since, _)| governance::changes(&writer, sight, since));
    add("changes", writer.say("digest-changes"), changes);
    let title = digest_title(writer.language(), audience);
    let head = Head { kicker: writer.say("digest-kicker"), title: title.clone(), byline: byline(&writer, since), ..Head::default() };
    let opening = if sections.is_empty() { vec![Block::Intro { text: writer.say("digest-nothing") }] } else { Vec::new() };
    writer.finish(Outline {
        template: "digest",
        section: MenuSection::Overview,
        title,
        trail: Vec::new(),
        source: String::new(),
        head,
        opening,
        rail: Rail::None,
        sections,
    })
}

/// The title of the digest of an audience.
pub(in crate::site) fn digest_title(language: &Language, audience: Audience) -> String {
    let words = match audience {
        Audience::Public => language.say("digest-audience-public"),
        Audience::Partner => language.say("digest-audience-partner"),
        Audience::Internal => language.say("digest-audience-internal"),
        Audience::Restricted => language.say("digest-audience-restricted"),
    };
    language.fill("digest-title", &[("audience", words.into())])
}

/// The day of the release before the newest, and its title; nothing where there is one release at most.
fn since(site: &Site) -> Option<(Date, &str)> {
    let releases = site.catalog().releases();
    let before = releases.get(releases.len().checked_sub(2)?)?;
    Some((before.release.released.written_date(), &before.release.title))
}

fn byline(writer: &Writer<'_>, since: Option<(Date, &str)>) -> Vec<Span> {
    let language = writer.language();
    let mut byline = Vec::new();
    if let Some(latest) = writer.site.catalog().releases().last() {
        byline.push(Span::text(writer.fill("digest-release", &[("title", latest.release.title.as_str().into())])));
    }
    byline.push(Span::text(writer.fill("digest-as-of", &[("date", language.date(writer.site.report().as_of).into())])));
    if let Some((date, _)) = since {
        byline.push(Span::text(writer.fill("digest-since", &[("date", language.date(date).into())])));
    }
    byline
}

/// The lines of a short list with the number of those left out.
fn short_list(writer: &Writer<'_>, mut facts: Vec<Fact>, most: usize, all: usize, more: Option<String>) -> Vec<Block> {
    if facts.is_empty() {
        return Vec::new();
    }
    facts.truncate(most);
    let left = all.saturating_sub(facts.len());
    let mut blocks = vec![Block::Terms { facts }];
    if left > 0 {
        let label = writer.fill("digest-more", &[("count", left.into())]);
        match more {
            Some(href) => blocks.push(Block::Links { links: vec![Link { href, label, note: String::new() }], columns: false }),
            None => blocks.push(Block::Intro { text: label }),
        }
    }
    blocks
}
