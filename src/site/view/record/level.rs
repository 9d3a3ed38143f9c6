//! A level beside the latest value of its metric: of a target or a baseline.

use crate::language::capitalised;
use crate::model::{Baseline, Decimal, Id, Kind, Metric, Period, RecordRef, Rounding, Target};
use crate::site::view::governance::cell_words;
use crate::site::view::places::period_span;
use crate::site::view::words::status_word;
use crate::site::view::{Block, Fact, Section, Span, TickMark};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{CellKey, MetricTargets, cell_key, judge};

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
            facts.push(fact(writer.say("record-level-here"), number(writer, level.level, latest.metric)));
            facts.push(fact(
                writer.say("column-status"),
                Span::Status(status_word(writer.language(), judge(latest.value, &level, latest.metric.direction))),
            ));
        }
        None => facts.push(fact(writer.say("column-status"), Span::Absent { text: writer.say("record-level-not-in-force") })),
    }
    Some(section(writer, facts))
}

/// A baseline beside the latest value, with the difference.
pub(super) fn of_baseline(writer: &Writer<'_>, baseline: &Baseline) -> Option<Section> {
    let latest = latest(writer, baseline.metric.id(), &crate::catalog::CellScope::new())?;
    let mut facts = latest_facts(writer, &latest);
    facts.push(fact(capitalised(&writer.language().kind(Kind::Baseline)), number(writer, baseline.value, latest.metric)));
    let places = latest.value.scale().max(baseline.value.scale());
    let difference = latest.value.exact().checked_sub(baseline.value.exact()).and_then(|exact| exact.round(places, Rounding::HalfEven));
    if let Some(difference) = difference {
        let text = writer.language().with_unit(difference, latest.metric.unit.of_difference());
        facts.push(fact(writer.say("record-level-difference"), Span::Number { text }));
    }
    Some(section(writer, facts))
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
        fact(writer.say("column-metric"), writer.span(&latest.reference)),
        fact(writer.say("column-latest-period"), period_span(writer.language(), latest.period)),
        Fact {
            label: writer.say("record-level-latest"),
            values: vec![number(writer, latest.value, latest.metric), Span::Marks { marks: marks(writer, latest) }],
        },
    ];
    if latest.key.iter().any(|code| *code != 0) {
        let text = cell_words(writer, latest.metric, &latest.key);
        facts.insert(1, fact(writer.say("record-level-part"), Span::text(text)));
    }
    facts
}

/// The marks of the value.
fn marks(writer: &Writer<'_>, latest: &Latest<'_>) -> Vec<TickMark> {
    if latest.key.iter().all(|code| *code == 0) {
        return writer.newest_marks(&latest.reference.id);
    }
    writer.figure_marks(&latest.reference.id, &latest.key, latest.period)
}

fn number(writer: &Writer<'_>, value: Decimal, metric: &Metric) -> Span {
    Span::Number { text: writer.language().with_unit(value, metric.unit) }
}

fn fact(label: String, value: Span) -> Fact {
    Fact { label, values: vec![value] }
}

fn section(writer: &Writer<'_>, facts: Vec<Fact>) -> Section {
    Section::new("latest-value", writer.say("record-level"), vec![Block::Facts { facts }])
}
