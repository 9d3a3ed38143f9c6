//! The page of a metric.

mod beside;
mod cell;
mod chart;
mod code;
mod context;
mod crossing;
mod definition;
mod exclusions;
mod fields;
mod glance;
mod methodology;
mod periods;
mod records;
mod segment;
mod segments;
mod split;
mod targets;

pub(super) use code::code_page;
pub(super) use segment::segment_page;

use self::context::MetricContext;
use super::lineage::neighbourhood;
use super::{Block, Head, Link, Page, Rail, Section, Span};
use crate::model::{Id, Kind, State};
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
        add("result", "Result", chart::result(&mut writer, &context, cell));
        add("periods", "Table and data", periods::periods(&mut writer, &context, cell));
    }
    add("segments", "Segments", segments::segments(&mut writer, &context));
    add("definition", "Definition", definition::definition(&mut writer, &context));
    add("formula", "Formula", definition::formula(&mut writer, &context));
    add("exclusions", "Exclusions", exclusions::exclusions(&mut writer, &context));
    add("lineage", "Lineage", neighbourhood(site, &mut writer, &context.record.reference()));
    add("targets", "Targets and baseline", targets::targets(&mut writer, &context));
    add("beside", "Beside this metric", beside::beside(&mut writer, &context));
    add("records", "Records", records::records(&writer, &context));
    add("methodology", "Methodology", methodology::methodology(&writer, &context));
    let head = Head {
        kicker: "Metric".to_owned(),
        title: context.record.envelope.title.clone(),
        byline: byline(&writer, &context),
        badge: state_badge(writer.language(), context.record),
        glance,
        ..Head::default()
    };
    let source = context.record.source.path().to_owned();
    let register = Link { href: writer.register_href(Kind::Metric), label: "Metrics".to_owned(), note: String::new() };
    let opening = notes(&writer, &context);
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
        byline.push(Span::text(format!("version {}, in force since {}", versioning.version, versioning.effective_from.label())));
    }
    if let Some(owner) = &context.metric.accountable {
        byline.push(Span::text("accountable:"));
        byline.push(writer.span(owner.record()));
    }
    byline
}

/// What must be known before any figure is read.
fn notes(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let mut notes = Vec::new();
    let mut note = |class: &'static str, text: String, links: Vec<Link>| notes.push(Block::Note { class, text, links });
    let metric = context.metric;
    match metric.state {
        State::Disputed => note("is-misses", "The figures of this metric are disputed.".to_owned(), Vec::new()),
        State::Suspended => note("is-misses", "This metric is suspended; its figures are not to be relied on.".to_owned(), Vec::new()),
        State::Pilot => note("is-within", "This metric is a pilot: its definition may still change.".to_owned(), Vec::new()),
        State::UnderReview => note("is-within", "The definition of this metric is under review.".to_owned(), Vec::new()),
        State::Deprecated => note("is-within", "This metric is deprecated and will be retired.".to_owned(), Vec::new()),
        _ => {}
    }
    if let Some(retired) = &metric.retired {
        let text = format!("This metric is retired; its last period is {}. {}", retired.last_period.label(), retired.reason);
        note("is-within", text, retired.successor.iter().map(|successor| writer.link(successor.record())).collect());
    }
    if context.series.cells.is_empty() {
        note("", "No figures have been reported for this metric yet.".to_owned(), Vec::new());
    }
    notes
}
