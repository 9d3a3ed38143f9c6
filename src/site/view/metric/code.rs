//! A metric for one code of a segment with many.

use super::cell::CellStory;
use super::chart::result;
use super::context::MetricContext;
use super::crossing::crossings;
use super::glance::glance;
use super::periods::{basis, period_table};
use super::segment::trail;
use super::segments::{codes, key};
use crate::model::Id;
use crate::site::view::{Head, Link, Page, Pager, Rail, Section, Span};
use crate::site::writer::{MenuSection, Outline};
use crate::site::{Site, Writer};

/// Writes the page of a metric for one code.
pub(in crate::site::view) fn code_page(site: &Site, path: &str, id: &Id, position: usize, code: u16) -> Option<Page> {
    let context = MetricContext::of(site, id)?;
    let (record, segment) = context.segment(position)?;
    let known = segment.codes.get(usize::from(code).checked_sub(1)?)?;
    let mut writer = Writer::new(site, path);
    let key = key(&context, position, code);
    let story = CellStory::of(&context, &key, "p", known.label.clone())?;
    let glance = glance(&mut writer, &context, &story);
    let mut sections = Vec::new();
    let chart = result(&mut writer, &context, &story);
    if !chart.is_empty() {
        sections.push(Section::new("result", context.language.say("metric-section-result"), chart));
    }
    let mut table = vec![period_table(&mut writer, &context, &story)];
    table.extend(basis(&context, &story));
    sections.push(Section::new("periods", context.language.say("metric-section-table"), table));
    let crossings = crossings(&mut writer, &context, position, code, "p");
    if !crossings.is_empty() {
        sections.push(Section::new("crossings", context.language.say("metric-section-crossings"), crossings));
    }
    let mut trail = trail(&writer, &context);
    let segment_href = writer.segment_href(id, &record.id);
    trail.push(Link { href: segment_href, label: record.envelope.title.clone(), note: String::new() });
    let head = Head {
        kicker: context.fill(
            "metric-code-kicker",
            &[("metric", (&context.record.envelope.title).into()), ("segment", context.language.inside(&record.envelope.title).into())],
        ),
        title: known.label.clone(),
        byline: vec![Span::Code { text: known.code.clone() }, writer.span(&context.record.reference())],
        glance,
        pager: pager(&writer, &context, position, code),
        ..Head::default()
    };
    Some(writer.finish(Outline {
        template: "code",
        section: MenuSection::Metrics,
        title: context.fill(
            "metric-code-title",
            &[
                ("code", (&known.label).into()),
                ("metric", (&context.record.envelope.title).into()),
                ("id", id.as_str().into()),
                ("segment", record.id.as_str().into()),
                ("written", (&known.code).into()),
            ],
        ),
        trail,
        source: context.record.source.path().to_owned(),
        head,
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    }))
}

fn pager(writer: &Writer<'_>, context: &MetricContext<'_>, position: usize, code: u16) -> Option<Pager> {
    let (record, segment) = context.segment(position)?;
    let codes = codes(context, position);
    let here = codes.binary_search(&code).ok()?;
    let link = |code: u16| {
        let label = segment.codes.get(usize::from(code) - 1)?.label.clone();
        Some(Link { href: writer.code_href(&context.record.id, &record.id, code), label, note: String::new() })
    };
    let all = Link {
        href: writer.segment_href(&context.record.id, &record.id),
        label: context.fill("metric-all-codes", &[("count", codes.len().into())]),
        note: String::new(),
    };
    Some(Pager {
        label: context.say("metric-neighbours"),
        previous: here.checked_sub(1).and_then(|index| link(codes[index])),
        around: vec![all],
        next: codes.get(here + 1).and_then(|code| link(*code)),
    })
}
