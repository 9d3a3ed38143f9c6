//! The front page: which report this is, and what in it needs attention first.

mod exceptions;
mod releases;

use super::audit::{standing, title_of_page};
use super::history::since_section;
use super::places::{date_span, instant_span, period_span, planned_href};
use super::{Block, Fact, Head, Link, Page, Rail, Section, Span, Tally, findings, metrics, overviews, records, scorecards};
use crate::model::State;
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::site::{AuditPage, Site};

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut sections = Vec::new();
    sections.extend(exceptions::section(&mut writer));
    sections.extend(scorecard_section(&mut writer));
    sections.extend(since_section(&mut writer));
    sections.extend(metric_section(&writer));
    sections.extend(finding_section(&writer));
    sections.extend(about(site));
    let overviews = overviews::links(&writer);
    if !overviews.is_empty() {
        sections.push(Section::new("overviews", writer.say("overviews-title"), vec![Block::Links { columns: true, links: overviews }]));
    }
    sections.push(contents(&writer));
    sections.extend(releases::section(&mut writer));
    let settings = site.catalog().settings();
    let outline = Outline {
        template: "index",
        section: MenuSection::Overview,
        title: writer.say("menu-overview"),
        trail: Vec::new(),
        source: index_page(site).map_or_else(String::new, |page| page.source.path().to_owned()),
        head: Head { title: settings.title.clone(), front: true, ..Head::default() },
        opening: vec![Block::Facts { facts: identity(&writer) }, standing(&writer)],
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
    let fact = |label: String, values: Vec<Span>| Fact { label, values };
    let mut facts = vec![fact(writer.say("identity-organisation"), vec![Span::text(settings.organisation.clone())])];
    facts.extend(settings.report.id.as_ref().map(|id| fact(writer.say("identity-report"), vec![Span::Code { text: id.clone() }])));
    facts.extend(settings.report.period.map(|period| fact(writer.say("column-period"), vec![period_span(language, period)])));
    facts.push(fact(writer.say("identity-as-of"), vec![date_span(language, report.as_of)]));
    if let Some(latest) = site.catalog().releases().last() {
        let link = Span::Link { href: format!("#release-{}", latest.id), label: latest.release.title.clone() };
        let status = Span::text(releases::status_word(language, latest.release.status));
        facts.push(fact(writer.say("identity-latest-release"), vec![link, status, instant_span(language, latest.release.released)]));
    }
    facts.push(fact(writer.say("identity-commit"), vec![Span::Code { text: report.commit_words(language) }]));
    let to = |page: AuditPage| Span::Link { href: writer.href(&page.path(0)), label: title_of_page(language, page, 0) };
    // No page can know whether the report was signed afterwards; it says where that stands.
    let name = Span::Code { text: "manifest-sha256.txt.sig".to_owned() };
    let signature = vec![Span::text(writer.say("identity-signature-where")), name, to(AuditPage::Verify)];
    facts.push(fact(writer.say("identity-signature"), signature));
    facts.push(fact(writer.say("identity-made-from"), vec![to(AuditPage::Provenance)]));
    facts.push(fact(writer.say("menu-metrics"), vec![Span::Number { text: language.count(site.catalog().metrics().count()) }]));
    facts.push(fact(writer.say("menu-records"), vec![Span::Number { text: language.count(site.catalog().records().len()) }]));
    facts
}

fn scorecard_section(writer: &mut Writer<'_>) -> Option<Section> {
    writer.site.catalog().scorecards().next()?;
    let table = scorecards::table(writer);
    let mut section = Section::new("scorecards", writer.say("menu-scorecards"), vec![writer.table(table)]);
    section.link = Some(Link { href: writer.href("scorecards/index.html"), label: writer.say("all-scorecards"), note: String::new() });
    Some(section)
}

/// How many metrics are in which state, and how many meet their targets.
fn metric_section(writer: &Writer<'_>) -> Option<Section> {
    let site = writer.site;
    let standing = metrics::Standing::of(site);
    if standing.metrics == 0 {
        return None;
    }
    let language = writer.language();
    let list = writer.href("metrics/index.html");
    let tally = |number: usize, words: String| (number > 0).then(|| Tally { count: language.count(number), words, href: String::new() });
    let mut tallies = vec![Tally {
        count: language.count(standing.metrics),
        words: writer.fill("tally-metrics", &[("count", standing.metrics.into())]),
        href: list.clone(),
    }];
    let in_state = |state: &State| site.catalog().metrics().filter(|(_, metric)| metric.state == *state).count();
    tallies.extend(State::ALL.iter().filter_map(|state| tally(in_state(state), language.code(state.code()))));
    let mut blocks = vec![Block::Tallies { tallies }];
    if standing.judged() > 0 {
        let unjudged = standing.metrics - standing.judged();
        let targets = [
            (standing.met, writer.fill("tally-met", &[("count", standing.met.into())])),
            (standing.close, writer.fill("tally-close", &[("count", standing.close.into())])),
            (standing.missed, writer.fill("tally-missed", &[("count", standing.missed.into())])),
            (unjudged, writer.fill("tally-unjudged", &[("count", unjudged.into())])),
        ];
        blocks.push(Block::Tallies { tallies: targets.into_iter().filter_map(|(number, words)| tally(number, words)).collect() });
    }
    let mut section = Section::new("metrics", writer.say("menu-metrics"), blocks);
    section.link = Some(Link { href: list, label: writer.say("all-metrics"), note: String::new() });
    Some(section)
}

fn finding_section(writer: &Writer<'_>) -> Option<Section> {
    let href = planned_href(writer, "audit/findings.html")?;
    let tallies = findings::tallies(writer.language(), writer.site.findings(), &href);
    let mut section = Section::new("findings", writer.say("menu-findings"), vec![Block::Tallies { tallies }]);
    section.link = Some(Link { href, label: writer.say("all-findings"), note: String::new() });
    Some(section)
}

fn about(site: &Site) -> Option<Section> {
    let page = index_page(site).filter(|page| !page.body.trim().is_empty())?;
    let title = if page.title == site.catalog().settings().title { site.language().say("about-this-report") } else { page.title.as_str() };
    Some(Section::new("about", title, vec![Block::Prose { markdown: page.body.clone(), lede: false }]))
}

/// What else is in the report.
fn contents(writer: &Writer<'_>) -> Section {
    let site = writer.site;
    let language = writer.language();
    let kind = |(kind, records): (crate::model::Kind, usize)| Link {
        href: writer.register_href(kind),
        label: language.kinds(kind).to_owned(),
        note: language.count(records),
    };
    let mut links: Vec<Link> = records::kinds(site).into_iter().map(kind).collect();
    let others = [
        ("records/index.html", writer.say("menu-records"), writer.say("contents-records")),
        ("data/figures.csv", writer.say("contents-data"), writer.say("contents-figures")),
    ];
    for (path, label, note) in others {
        links.extend(planned_href(writer, path).map(|href| Link { href, label, note }));
    }
    links.extend(records::prose_links(writer));
    Section::new("in-this-report", writer.say("in-this-report"), vec![Block::Links { columns: links.len() > 6, links }])
}
