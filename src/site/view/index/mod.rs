//! The front page: which report this is, and what in it needs attention first.

mod exceptions;
mod releases;

use super::naming::{count, plural_of};
use super::places::{date_span, instant_span, period_span, planned_href};
use super::{Block, Fact, Head, Link, Page, Rail, Section, Span, Tally, findings, metrics, records, scorecards};
use crate::model::State;
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut sections = Vec::new();
    sections.extend(exceptions::section(&mut writer));
    sections.extend(scorecard_section(&mut writer));
    sections.extend(metric_section(&writer));
    sections.extend(finding_section(&writer));
    sections.extend(about(site));
    sections.push(contents(&writer));
    sections.extend(releases::section(&mut writer));
    let settings = site.catalog().settings();
    let outline = Outline {
        template: "index",
        section: MenuSection::Overview,
        title: "Overview".to_owned(),
        trail: Vec::new(),
        source: index_page(site).map_or_else(String::new, |page| page.source.path().to_owned()),
        head: Head { kicker: settings.organisation.clone(), title: settings.title.clone(), front: true, ..Head::default() },
        opening: vec![Block::Facts { facts: identity(&writer) }],
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

fn index_page(site: &Site) -> Option<&crate::source::ProsePage> {
    site.catalog().pages().iter().find(|page| page.id.as_str() == "index")
}

/// Which report this is.
fn identity(writer: &Writer<'_>) -> Vec<Fact> {
    let site = writer.site;
    let (report, settings, language) = (site.report(), site.catalog().settings(), writer.language());
    let fact = |label: &str, values: Vec<Span>| Fact { label: label.to_owned(), values };
    let mut facts = vec![fact("Organisation", vec![Span::text(settings.organisation.clone())])];
    facts.extend(settings.report.id.as_ref().map(|id| fact("Report", vec![Span::Code { text: id.clone() }])));
    facts.extend(settings.report.period.map(|period| fact("Period", vec![period_span(language, period)])));
    facts.push(fact("As of", vec![date_span(language, report.as_of)]));
    if let Some(latest) = site.catalog().releases().last() {
        let link = Span::Link { href: format!("#release-{}", latest.id), label: latest.release.title.clone() };
        let status = Span::text(releases::status_word(latest.release.status));
        facts.push(fact("Latest release", vec![link, status, instant_span(language, latest.release.released)]));
    }
    facts.push(fact("Commit", vec![Span::Code { text: report.commit_words(language) }]));
    facts.push(fact("Metrics", vec![Span::Number { text: count(site.catalog().metrics().count()) }]));
    facts.push(fact("Records", vec![Span::Number { text: count(site.catalog().records().len()) }]));
    facts
}

fn scorecard_section(writer: &mut Writer<'_>) -> Option<Section> {
    writer.site.catalog().scorecards().next()?;
    let table = scorecards::table(writer);
    let mut section = Section::new("scorecards", "Scorecards", vec![writer.table(table)]);
    section.link = Some(Link { href: writer.href("scorecards/index.html"), label: "All scorecards".to_owned(), note: String::new() });
    Some(section)
}

/// How many metrics are in which state, and how many meet their targets.
fn metric_section(writer: &Writer<'_>) -> Option<Section> {
    let site = writer.site;
    let standing = metrics::Standing::of(site);
    if standing.metrics == 0 {
        return None;
    }
    let list = writer.href("metrics/index.html");
    let tally = |number: usize, words: String| (number > 0).then(|| Tally { count: count(number), words, href: String::new() });
    let mut tallies = vec![Tally {
        count: count(standing.metrics),
        words: if standing.metrics == 1 { "metric" } else { "metrics" }.to_owned(),
        href: list.clone(),
    }];
    let in_state = |state: &State| site.catalog().metrics().filter(|(_, metric)| metric.state == *state).count();
    tallies.extend(State::ALL.iter().filter_map(|state| tally(in_state(state), state.label().to_owned())));
    let mut blocks = vec![Block::Tallies { tallies }];
    if standing.judged() > 0 {
        let unjudged = standing.metrics - standing.judged();
        let targets = [
            (standing.met, "meet their target"),
            (standing.close, "close to their target"),
            (standing.missed, "miss their target"),
            (unjudged, "not judged against a target"),
        ];
        blocks
            .push(Block::Tallies { tallies: targets.into_iter().filter_map(|(number, words)| tally(number, words.to_owned())).collect() });
    }
    let mut section = Section::new("metrics", "Metrics", blocks);
    section.link = Some(Link { href: list, label: "All metrics".to_owned(), note: String::new() });
    Some(section)
}

fn finding_section(writer: &Writer<'_>) -> Option<Section> {
    let href = planned_href(writer, "audit/findings.html")?;
    let tallies = findings::tallies(writer.site.findings(), &href);
    let mut section = Section::new("findings", "Findings", vec![Block::Tallies { tallies }]);
    section.link = Some(Link { href, label: "All findings".to_owned(), note: String::new() });
    Some(section)
}

fn about(site: &Site) -> Option<Section> {
    let page = index_page(site).filter(|page| !page.body.trim().is_empty())?;
    let title = if page.title == site.catalog().settings().title { "About this report" } else { page.title.as_str() };
    Some(Section::new("about", title, vec![Block::Prose { markdown: page.body.clone(), lede: false }]))
}

/// What else is in the report.
fn contents(writer: &Writer<'_>) -> Section {
    let site = writer.site;
    let kind = |(kind, records): (crate::model::Kind, usize)| Link {
        href: writer.register_href(kind),
        label: plural_of(kind).to_owned(),
        note: count(records),
    };
    let mut links: Vec<Link> = records::kinds(site).into_iter().map(kind).collect();
    let others = [
        ("lineage.html", "Lineage", "what feeds what"),
        ("records/index.html", "Records", "all registers"),
        ("data/figures.csv", "Data", "every published figure as CSV"),
    ];
    for (path, label, note) in others {
        links.extend(planned_href(writer, path).map(|href| Link { href, label: label.to_owned(), note: note.to_owned() }));
    }
    links.extend(records::prose_links(writer));
    Section::new("in-this-report", "In this report", vec![Block::Links { columns: links.len() > 6, links }])
}
