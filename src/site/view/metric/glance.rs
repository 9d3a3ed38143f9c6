//! The glance line: value, target, variation, assurance, a year before.

use super::cell::CellStory;
use super::context::MetricContext;
use crate::model::release::ReleaseStatus;
use crate::model::{Decimal, Exact};
use crate::site::view::words::{assurance_words, showing_words, status_word, variation_words};
use crate::site::view::{Glance, Part};
use crate::site::{Writer, grouped};
use crate::stats::{LevelBasis, Point};

/// The cells of the glance line.
pub(super) fn glance(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Glance> {
    let Some(point) = cell.latest() else {
        return Vec::new();
    };
    let mut line = vec![value(context, point)];
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
        Some(value) if unit.is_prefix() => (unit.mark(&grouped(value)), String::new()),
        Some(value) => (grouped(value), unit.symbol().to_owned()),
        None => (String::new(), String::new()),
    };
    let mut notes = Vec::new();
    if figure.published.is_none() {
        notes.push(context.published(figure));
    }
    if let (Some(part), Some(whole)) = (context.number(figure, "numerator"), context.number(figure, "denominator")) {
        let noun = context.metric.unit_of_count.as_ref().map_or_else(String::new, |noun| format!(" ({noun})"));
        notes.push(format!("{} of {}{noun}", grouped(part), grouped(whole)));
    }
    notes.push(release_words(context, point));
    Glance { label: point.period().label(), figure: shown, unit: symbol, notes, ..Glance::default() }
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
    let revisions = match point.revisions() {
        0 => "not revised".to_owned(),
        1 => "revised once".to_owned(),
        times => format!("revised {times} times"),
    };
    format!("release {}, {status}, {revisions}", release.id)
}

fn target(context: &MetricContext<'_>, cell: &CellStory<'_>, point: &Point) -> Option<Glance> {
    let level = context.targets.level(cell.key, point.period())?;
    let status = cell.status(context, point);
    let mut notes = Vec::new();
    match level.basis {
        LevelBasis::Agreed => {}
        LevelBasis::Seasonal => notes.push("level of the season".to_owned()),
        LevelBasis::Tolerance => notes.push("level of a tolerance window".to_owned()),
    }
    if let Some(value) = point.latest.published {
        notes.extend(distance(context, value, level.level).map(|(far, above)| match (far.as_str(), above) {
            ("", _) => "exactly at target".to_owned(),
            (far, true) => format!("{far} above target"),
            (far, false) => format!("{far} below target"),
        }));
    }
    Some(Glance {
        label: "Target".to_owned(),
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
    let text = if unit == context.metric.unit { unit.mark(&grouped(size)) } else { format!("{} {}", grouped(size), unit.name()) };
    Some((text, above))
}

fn variation(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<Glance> {
    let variation = cell.judgement.variation?;
    let notes = cell
        .judgement
        .latest
        .map(|latest| showing_words(writer.language(), &latest.showing, context.metric.frequency))
        .into_iter()
        .collect();
    Some(Glance {
        label: "Variation".to_owned(),
        icon: Some(writer.parts.add(Part::Variation(variation))),
        icon_words: variation_words(writer.language(), variation).to_owned(),
        notes,
        ..Glance::default()
    })
}

fn assurance(writer: &mut Writer<'_>, cell: &CellStory<'_>) -> Option<Glance> {
    let assurance = cell.judgement.assurance?;
    Some(Glance {
        label: "Assurance".to_owned(),
        icon: Some(writer.parts.add(Part::Assurance(assurance))),
        icon_words: assurance_words(writer.language(), assurance).to_owned(),
        notes: vec!["target against the process limits".to_owned()],
        ..Glance::default()
    })
}

fn year_before(context: &MetricContext<'_>, cell: &CellStory<'_>, point: &Point) -> Option<Glance> {
    let before = point.period().year_before()?;
    let earlier = cell.points.get(&before)?.latest.published?;
    let (far, above) = distance(context, point.latest.published?, earlier)?;
    let word = match (far.as_str(), above) {
        ("", _) => "unchanged".to_owned(),
        (far, true) => format!("{far} higher"),
        (far, false) => format!("{far} lower"),
    };
    let notes = vec![format!("{} in {}", context.value(earlier), before.label())];
    Some(Glance { label: "Against a year before".to_owned(), word, notes, ..Glance::default() })
}
