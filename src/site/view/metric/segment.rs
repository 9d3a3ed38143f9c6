//! A metric by the codes of one segment.

use super::cell::CellStory;
use super::chart::result;
use super::context::MetricContext;
use super::crossing::crossings;
use super::periods::period_table;
use super::segments::{codes, comparison, key};
use super::split;
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
    let title = context.fill(
        "metric-by-segment",
        &[("metric", (&context.record.envelope.title).into()), ("segment", context.language.inside(&record.envelope.title).into())],
    );
    let table = comparison(&mut writer, &context, position, &codes, &record.envelope.title, large);
    let mut sections = vec![Section::new("comparison", context.language.say("metric-section-comparison"), vec![table])];
    sections.extend(split::section(&mut writer, &context, position, &codes));
    if !large {
        for code in &codes {
            sections.extend(code_section(&mut writer, &context, position, *code));
        }
    }
    let kind = if segment.partition { "metric-by-segment-partition" } else { "metric-by-segment-overlap" };
    let kind = context.fill(kind, &[("count", codes.len().into())]);
    let head = Head {
        kicker: context.say("metric-by-segment-kicker"),
        title: title.clone(),
        byline: vec![Span::text(kind), writer.span(&record.reference())],
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
    vec![Link { href: writer.register_href(Kind::Metric), label: context.say("menu-metrics"), note: String::new() }, metric]
}

fn pager(writer: &Writer<'_>, context: &MetricContext<'_>, position: usize) -> Pager {
    let link = |other: usize| {
        let (record, _) = context.segment(other)?;
        let href = writer.segment_href(&context.record.id, &record.id);
        (other != position && !codes(context, other).is_empty()).then(|| Link {
            href,
            label: context.fill("metric-view-by", &[("segment", context.language.inside(&record.envelope.title).into())]),
            note: String::new(),
        })
    };
    let mut around = vec![Link {
        href: writer.record_href(&context.record.reference()),
        label: context.say("metric-view-together"),
        note: String::new(),
    }];
    around.extend((0..context.metric.segments.len()).filter_map(link));
    Pager { label: context.say("metric-other-views"), previous: None, around, next: None }
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
        summary: context
            .fill("metric-table-of", &[("periods", context.language.periods(story.points.len(), context.metric.frequency).into())]),
        open: false,
        blocks: inside,
    });
    Some(Section::new(name, known.label.clone(), blocks))
}
