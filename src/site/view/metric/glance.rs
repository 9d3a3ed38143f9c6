//! The glance line: value, target, variation, assurance, a year before.

use super::cell::CellStory;
use super::context::MetricContext;
use crate::model::release::ReleaseStatus;
use crate::model::{Decimal, Direction, Exact, Scoring};
use crate::site::Writer;
use crate::site::view::words::{assurance_words, showing_words, status_word, variation_words};
use crate::site::view::{Glance, Part};
use crate::stats::spc::{Chart, Latest};
use crate::stats::{LevelBasis, Point};

/// The cells of the glance line.
pub(super) fn glance(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Glance> {
    let Some(point) = cell.latest() else {
        return Vec::new();
    };
    let marks = context.marks(writer, &context.figures(), cell.key, point.period());
    let mut line = vec![Glance { marks, ..value(context, point) }];
    line.extend(target(context, cell, point));
    line.extend(variation(writer, context, cell));
    line.extend(assurance(writer, cell));
    line.extend(year_before(context, cell, point));
    line
}

fn value(context: &MetricContext<'_>, point: &Point) -> Glance {
    let figure = &point.latest;
    let unit = context.metric.unit;
    let (shown, symbol) = match figure.published {
        Some(value) if unit.is_prefix() => (context.value(value), String::new()),
        Some(value) => (context.language.number(value), context.language.unit_symbol(unit).to_owned()),
        None => (String::new(), String::new()),
    };
    let word = if figure.published.is_none() { context.published(figure) } else { String::new() };
    let mut notes = Vec::new();
    if let (Some(part), Some(whole)) = (context.number(figure, "numerator"), context.number(figure, "denominator")) {
        let (part, whole) = (context.language.number(part), context.language.number(whole));
        let counts = [("part", part.into()), ("whole", whole.into())];
        // Only in a proportion is the numerator a part of the denominator; else one is divided by the other.
        let is_part = context.metric.scoring == Scoring::Proportion;
        notes.push(context.fill(if is_part { "metric-part-of" } else { "metric-divided" }, &counts));
        notes.extend(context.metric.unit_of_count.as_ref().map(|noun| context.fill("metric-counted", &[("noun", noun.as_str().into())])));
    }
    notes.push(release_words(context, point));
    Glance { label: context.language.period(point.period()), figure: shown, unit: symbol, word, notes, ..Glance::default() }
}

/// Which release the figure is from, and whether it was revised.
fn release_words(context: &MetricContext<'_>, point: &Point) -> String {
    let Some(release) = context.catalog.releases().get(point.latest.release) else {
        return String::new();
    };
    let status = match release.release.status {
        ReleaseStatus::Provisional => "provisional",
        ReleaseStatus::Final => "final",
    };
    let (id, revisions) = (release.id.as_str(), point.revisions());
    context.fill("metric-release", &[("release", id.into()), ("status", status.into()), ("revisions", revisions.into())])
}

fn target(context: &MetricContext<'_>, cell: &CellStory<'_>, point: &Point) -> Option<Glance> {
    let level = context.targets.level(cell.key, point.period())?;
    let status = cell.status(context, point);
    let mut notes = Vec::new();
    match level.basis {
        LevelBasis::Agreed => {}
        LevelBasis::Seasonal => notes.push(context.say("metric-level-seasonal")),
        LevelBasis::Tolerance => notes.push(context.say("metric-level-tolerance")),
    }
    if matches!(context.metric.direction, Some(Direction::InRange | Direction::Neutral)) {
        notes.push(context.say("metric-target-not-judged"));
    }
    if let Some(value) = point.latest.published {
        notes.extend(distance(context, value, level.level).map(|(far, above)| match (far.as_str(), above) {
            ("", _) => context.say("metric-at-target"),
            (far, true) => context.fill("metric-above-target", &[("distance", far.into())]),
            (far, false) => context.fill("metric-below-target", &[("distance", far.into())]),
        }));
    }
    Some(Glance {
        label: context.say("metric-glance-target"),
        word: context.value(level.level),
        status: status.map(|status| status_word(context.site.language(), Some(status))),
        notes,
        ..Glance::default()
    })
}

/// How far a value lies from another, in words, and whether it lies above; no words where they are equal.
pub(super) fn distance(context: &MetricContext<'_>, value: Decimal, from: Decimal) -> Option<(String, bool)> {
    let difference = value.exact().checked_sub(from.exact())?;
    let above = !difference.is_negative();
    let size: Exact = if above { difference } else { difference.checked_neg()? };
    if size.is_zero() {
        return Some((String::new(), true));
    }
    let size = size.round(value.scale().max(from.scale()), context.metric.rounding)?;
    let unit = context.metric.unit.of_difference();
    let text = if unit == context.metric.unit {
        context.value(size)
    } else {
        let (number, unit) = (context.language.number(size), context.language.unit_name(unit));
        context.fill("metric-distance", &[("number", number.into()), ("unit", unit.into())])
    };
    Some((text, above))
}

fn variation(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Glance> {
    let variation = cell.judgement.variation?;
    let mut notes: Vec<String> = Vec::new();
    let words = |latest: &Latest| showing_words(writer.language(), &latest.showing, context.metric.frequency);
    notes.extend(cell.judgement.latest.as_ref().map(words));
    // Where the newest period has no value, the icon speaks of an earlier one.
    let judged = cell.judgement.chart.as_ref().and_then(Chart::latest_point).and_then(|point| cell.judgement.periods.get(point));
    let earlier = judged.filter(|judged| cell.latest().is_some_and(|latest| latest.period() != **judged));
    notes.extend(earlier.map(|judged| context.fill("metric-variation-period", &[("period", context.language.period(*judged).into())])));
    Some(Glance {
        label: context.say("metric-glance-variation"),
        icon: Some(writer.parts.add(Part::Variation(variation))),
        icon_words: variation_words(writer.language(), variation).to_owned(),
        notes,
        ..Glance::default()
    })
}

fn assurance(writer: &mut Writer<'_>, cell: &CellStory<'_>) -> Option<Glance> {
    let assurance = cell.judgement.assurance?;
    Some(Glance {
        label: writer.say("metric-glance-assurance"),
        icon: Some(writer.parts.add(Part::Assurance(assurance))),
        icon_words: assurance_words(writer.language(), assurance).to_owned(),
        notes: vec![writer.say("metric-assurance-note")],
        ..Glance::default()
    })
}

fn year_before(context: &MetricContext<'_>, cell: &CellStory<'_>, point: &Point) -> Option<Glance> {
    let before = point.period().year_before()?;
    let earlier = cell.points.get(&before)?.latest.published?;
    let (far, above) = distance(context, point.latest.published?, earlier)?;
    let word = match (far.as_str(), above) {
        ("", _) => context.say("metric-unchanged"),
        (far, true) => context.fill("metric-higher", &[("distance", far.into())]),
        (far, false) => context.fill("metric-lower", &[("distance", far.into())]),
    };
    let notes = vec![
        context.fill("metric-value-then", &[("value", context.value(earlier).into()), ("period", context.language.period(before).into())]),
    ];
    Some(Glance { label: context.say("metric-glance-year-before"), word, notes, ..Glance::default() })
}
