//! A metric by the codes of one segment.

use super::cell::CellStory;
use super::chart::result;
use super::context::MetricContext;
use super::crossing::crossings;
use super::periods::period_table;
use super::segments::{codes, comparison, key};
use super::split;
use crate::diag::plural;
use crate::model::{Id, Kind};
use crate::site::view::{Block, Head, Link, Page, Pager, Rail, Section, Span};
use crate::site::writer::{MenuSection, Outline};
use crate::site::{Site, Writer};

/// Writes the page of a metric by one segment.
pub(in crate::site::view) fn segment_page(site: &Site, path: &str, id: &Id, position: usize) -> Option<Page> {
    let context = MetricContext::of(site, id)?;
    let (record, segment) = context.segment(position)?;
    let mut writer = Writer::new(site, path);
    let codes = codes(&context, position);
    let large = context.addresses.is_large(position);
    let title = format!("{} by {}", context.record.envelope.title, record.envelope.title.to_lowercase());
    let table = comparison(&mut writer, &context, position, &codes, &record.envelope.title, large);
    let mut sections = vec![Section::new("comparison", "Comparison", vec![table])];
    sections.extend(split::section(&mut writer, &context, position, &codes));
    if !large {
        for code in &codes {
            sections.extend(code_section(&mut writer, &context, position, *code));
        }
    }
    let kind =
        if segment.partition { "the codes are a partition: each case is counted under exactly one" } else { "the codes may overlap" };
    let head = Head {
        kicker: "Metric by segment".to_owned(),
        title: title.clone(),
        byline: vec![Span::text(format!("{} with figures; {kind}", plural(codes.len(), "code"))), writer.span(&record.reference())],
        pager: Some(pager(&writer, &context, position)),
        ..Head::default()
    };
    let trail = trail(&writer, &context);
    Some(writer.finish(Outline {
        template: "segment",
        section: MenuSection::Metrics,
        title: format!("{title} ({id})"),
        trail,
        source: context.record.source.path().to_owned(),
        head,
        opening: Vec::new(),
        rail: if large { Rail::None } else { Rail::Contents },
        sections,
    }))
}

/// The way from the front page to the pages below a metric.
pub(super) fn trail(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Link> {
    let mut metric = writer.link(&context.record.reference());
    metric.note = String::new();
    vec![Link { href: writer.register_href(Kind::Metric), label: "Metrics".to_owned(), note: String::new() }, metric]
}

fn pager(writer: &Writer<'_>, context: &MetricContext<'_>, position: usize) -> Pager {
    let link = |other: usize| {
        let (record, _) = context.segment(other)?;
        let href = writer.segment_href(&context.record.id, &record.id);
        (other != position && !codes(context, other).is_empty()).then(|| Link {
            href,
            label: format!("by {}", record.envelope.title.to_lowercase()),
            note: String::new(),
        })
    };
    let mut around =
        vec![Link { href: writer.record_href(&context.record.reference()), label: "all together".to_owned(), note: String::new() }];
    around.extend((0..context.metric.segments.len()).filter_map(link));
    Pager { label: "Other views of this metric".to_owned(), previous: None, around, next: None }
}

fn code_section(writer: &mut Writer<'_>, context: &MetricContext<'_>, position: usize, code: u16) -> Option<Section> {
    let (_, segment) = context.segment(position)?;
    let known = segment.codes.get(usize::from(code).checked_sub(1)?)?;
    let name = context.addresses.name(position, code)?.to_owned();
    let key = key(context, position, code);
    let story = CellStory::of(context, &key, &format!("c-{name}"), known.label.clone())?;
    let mut blocks = result(writer, context, &story);
    let mut inside = vec![period_table(writer, context, &story)];
    inside.extend(crossings(writer, context, position, code, &story.prefix));
    blocks.push(Block::Details {
        summary: format!("Table of {}", plural(story.points.len(), context.period_noun())),
        open: false,
        blocks: inside,
    });
    Some(Section::new(name, known.label.clone(), blocks))
}
