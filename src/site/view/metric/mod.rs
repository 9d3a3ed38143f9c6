//! The page of a metric.

mod beside;
mod breaks;
mod cell;
mod chart;
mod code;
mod context;
mod crossing;
mod definition;
mod events;
mod exclusions;
mod fields;
mod glance;
mod interval;
mod method;
mod methodology;
mod periods;
mod records;
mod revisions;
mod segment;
mod segments;
mod split;
mod status;
mod targets;

pub(super) use code::code_page;
pub(super) use segment::segment_page;

use self::context::MetricContext;
use super::history::{upcoming_note, versions_section};
use super::inquiry::causes_of_metric;
use super::lineage::neighbourhood;
use super::{Block, Head, Link, Page, Rail, Section, Span};
use crate::model::{Id, Kind, RecordRef, State};
use crate::site::writer::{MenuSection, Outline, state_badge};
use crate::site::{Site, Writer};

/// Writes the page of a metric.
pub(super) fn metric_page(site: &Site, path: &str, id: &Id) -> Option<Page> {
    let context = MetricContext::of(site, id)?;
    let mut writer = Writer::new(site, path);
    let total = context.total();
    let glance = total.as_ref().map_or_else(Vec::new, |cell| glance::glance(&mut writer, &context, cell));
    let mut sections: Vec<Section> = Vec::new();
    let mut add = |id: &str, title: &str, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            sections.push(Section::new(id, title, blocks));
        }
    };
    if let Some(cell) = &total {
        add("result", context.language.say("metric-section-result"), chart::result(&mut writer, &context, cell));
        add("periods", context.language.say("metric-section-periods"), periods::periods(&mut writer, &context, cell));
    }
    add("segments", context.language.say("metric-section-segments"), segments::segments(&mut writer, &context));
    add("definition", context.language.say("metric-section-definition"), definition::definition(&mut writer, &context));
    add("formula", context.language.say("metric-section-formula"), definition::formula(&mut writer, &context));
    add("exclusions", context.language.say("metric-section-exclusions"), exclusions::exclusions(&mut writer, &context));
    add("lineage", context.language.say("metric-section-lineage"), neighbourhood(site, &mut writer, &context.record.reference()));
    add("targets", context.language.say("metric-section-targets"), targets::targets(&mut writer, &context));
    add("beside", context.language.say("metric-section-beside"), beside::beside(&mut writer, &context));
    add("causes", context.language.say("inquiry-causes-of-metric"), causes_of_metric(&writer, &context.record.reference()));
    add("records", context.language.say("metric-section-records"), records::records(&writer, &context));
    add("methodology", context.language.say("metric-section-methodology"), methodology::methodology(&writer, &context));
    sections.extend(versions_section(&mut writer, context.record));
    let head = Head {
        kicker: context.say("metric-kicker"),
        title: context.record.envelope.title.clone(),
        byline: byline(&writer, &context),
        badge: state_badge(writer.language(), context.record),
        glance,
        ..Head::default()
    };
    let source = context.record.source.path().to_owned();
    let register = Link { href: writer.register_href(Kind::Metric), label: context.say("menu-metrics"), note: String::new() };
    let mut opening = notes(&writer, &context);
    opening.extend(upcoming_note(&writer, context.record));
    Some(writer.finish(Outline {
        template: "metric",
        section: MenuSection::Metrics,
        title: format!("{} ({id})", context.record.envelope.title),
        trail: vec![register],
        source,
        head,
        opening,
        rail: Rail::Contents,
        sections,
    }))
}

fn byline(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    let mut byline = vec![Span::Code { text: context.record.id.to_string() }];
    if let Some(versioning) = context.record.versioning {
        let begun = versioning.effective_from <= writer.site.report().as_of;
        byline.push(Span::text(context.fill(
            if begun { "metric-version-since" } else { "metric-version-from" },
            &[("version", versioning.version.to_string().into()), ("date", context.language.date(versioning.effective_from).into())],
        )));
    }
    if let Some(owner) = &context.metric.accountable {
        byline.push(Span::text(context.say("metric-accountable")));
        byline.push(writer.span(owner.record()));
    }
    byline.push(Span::Link { href: writer.check_href(&context.record.id, ""), label: context.say("checks-all") });
    byline
}

/// What must be known before any figure is read.
fn notes(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let mut notes = Vec::new();
    let mut note = |class: &'static str, text: String, links: Vec<Link>| notes.push(Block::Note { class, text, links });
    let metric = context.metric;
    match metric.state {
        State::Disputed => note("is-misses", context.say("metric-note-disputed"), Vec::new()),
        State::Suspended => note("is-misses", context.say("metric-note-suspended"), Vec::new()),
        State::Pilot => note("is-within", context.say("metric-note-pilot"), Vec::new()),
        State::UnderReview => note("is-within", context.say("metric-note-under-review"), Vec::new()),
        State::Deprecated => note("is-within", context.say("metric-note-deprecated"), Vec::new()),
        _ => {}
    }
    if let Some(retired) = &metric.retired {
        let text = context.fill(
            "metric-note-retired",
            &[("period", context.language.period(retired.last_period).into()), ("reason", retired.reason.to_string().into())],
        );
        let successor = |record: &RecordRef| Link {
            label: context.fill("metric-successor", &[("title", writer.title_of(record).into())]),
            note: String::new(),
            ..writer.link(record)
        };
        note("is-within", text, retired.successor.iter().map(|metric| successor(metric.record())).collect());
    }
    if context.series.cells.is_empty() {
        note("", context.say("metric-note-no-figures"), Vec::new());
    }
    notes
}
