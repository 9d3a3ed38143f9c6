//! A level beside the latest value of its metric: of a target, a baseline or a commitment.

use std::cmp::Ordering;

use crate::model::commitment::Operator;
use crate::model::{Baseline, Commitment, Decimal, Id, Metric, Period, RecordRef, Rounding, Target};
use crate::site::format::with_unit;
use crate::site::view::places::period_span;
use crate::site::view::words::status_word;
use crate::site::view::{Block, Fact, Section, Span, StatusWord};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{CellKey, MetricTargets, cell_key, cell_name, judge};

/// The newest published value of a cell.
struct Latest<'a> {
    metric: &'a Metric,
    reference: RecordRef,
    key: CellKey,
    period: Period,
    value: Decimal,
}

/// A target beside the latest value of its scope; nothing where that has none, or is each code by itself.
pub(super) fn of_target(writer: &Writer<'_>, record: &Record, target: &Target) -> Option<Section> {
    let latest = latest(writer, target.metric.id(), &target.scope)?;
    let catalog = writer.site.catalog();
    let targets = MetricTargets::of(catalog, target.metric.id(), latest.metric);
    let level = targets.level(&latest.key, latest.period).filter(|level| level.record.id == record.id);
    let mut facts = latest_facts(writer, &latest);
    match level {
        Some(level) => {
            facts.push(fact("Level in this period", number(level.level, latest.metric)));
            facts.push(fact("Status", Span::Status(status_word(writer.language(), judge(latest.value, &level, latest.metric.direction)))));
        }
        None => facts.push(fact("Status", Span::Absent { text: "not in force for this period".to_owned() })),
    }
    Some(section(facts))
}

/// A baseline beside the latest value, with the difference.
pub(super) fn of_baseline(writer: &Writer<'_>, baseline: &Baseline) -> Option<Section> {
    let latest = latest(writer, baseline.metric.id(), &crate::catalog::CellScope::new())?;
    let mut facts = latest_facts(writer, &latest);
    facts.push(fact("Baseline", number(baseline.value, latest.metric)));
    let places = latest.value.scale().max(baseline.value.scale());
    let difference = latest.value.exact().checked_sub(baseline.value.exact()).and_then(|exact| exact.round(places, Rounding::HalfEven));
    if let Some(difference) = difference {
        let text = with_unit(difference, latest.metric.unit.of_difference());
        facts.push(fact("Difference", Span::Number { text }));
    }
    Some(section(facts))
}

/// A promise beside the latest value; whether it is kept where the periods of both are of one length.
pub(super) fn of_commitment(writer: &Writer<'_>, commitment: &Commitment) -> Option<Section> {
    let latest = latest(writer, commitment.metric.id(), &crate::catalog::CellScope::new())?;
    let mut facts = latest_facts(writer, &latest);
    let (words, kept) = compare(commitment.operator, latest.value.cmp(&commitment.level));
    facts.push(fact("Promised", Span::Number { text: format!("{words} {}", with_unit(commitment.level, latest.metric.unit)) }));
    if commitment.window == latest.metric.frequency {
        let (class, word) = if kept { ("is-meets", "kept") } else { ("is-misses", "not kept") };
        facts.push(fact("In this period", Span::Status(StatusWord { class, word: word.to_owned() })));
    }
    Some(section(facts))
}

/// An operator in words, and whether a value that stands so to the level satisfies it.
const fn compare(operator: Operator, value: Ordering) -> (&'static str, bool) {
    match operator {
        Operator::AtLeast => ("at least", value.is_ge()),
        Operator::AtMost => ("at most", value.is_le()),
        Operator::Above => ("above", value.is_gt()),
        Operator::Below => ("below", value.is_lt()),
    }
}

fn latest<'a>(writer: &Writer<'a>, id: &Id, scope: &crate::catalog::CellScope) -> Option<Latest<'a>> {
    let site = writer.site;
    let (record, metric) = site.catalog().metric(id)?;
    let key = cell_key(site.catalog(), metric, scope)?;
    let (period, value) = if scope.is_empty() {
        let latest = site.summary(id)?.latest.as_ref()?;
        (latest.period, latest.published?)
    } else {
        let series = site.series(id)?;
        let (period, point) = series.cell(&key)?.iter().next_back()?;
        (*period, point.latest.published?)
    };
    Some(Latest { metric, reference: record.reference(), key, period, value })
}

fn latest_facts(writer: &Writer<'_>, latest: &Latest<'_>) -> Vec<Fact> {
    let mut facts = vec![
        fact("Metric", writer.span(&latest.reference)),
        fact("Latest period", period_span(writer.language(), latest.period)),
        fact("Latest value", number(latest.value, latest.metric)),
    ];
    if latest.key.iter().any(|code| *code != 0) {
        let text = cell_name(writer.site.catalog(), latest.metric, &latest.key);
        facts.insert(1, fact("Part of the results", Span::Code { text }));
    }
    facts
}

fn number(value: Decimal, metric: &Metric) -> Span {
    Span::Number { text: with_unit(value, metric.unit) }
}

fn fact(label: &str, value: Span) -> Fact {
    Fact { label: label.to_owned(), values: vec![value] }
}

fn section(facts: Vec<Fact>) -> Section {
    Section::new("latest-value", "Beside the latest value", vec![Block::Facts { facts }])
}
