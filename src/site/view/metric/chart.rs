//! The process-behaviour chart of a cell.

use super::breaks::breaks;
use super::cell::CellStory;
use super::context::{MetricContext, frequency_key};
use super::events::events;
use super::method::method;
use super::status::observation_words;
use crate::catalog::Origin;
use crate::model::commitment::CommitmentState;
use crate::model::deviation::DeviationEffect;
use crate::model::release::ReleaseStatus;
use crate::model::{AnyRecord, Decimal, Kind, Period, RecordRef, Rounding};
use crate::site::Writer;
use crate::site::chart::{
    Bounds, Limits, Phase, Picture, ProcessChart, ProcessPoint, SeriesBreak, Signal, StepLine, StepSegment, Suspension,
};
use crate::site::view::Block;
use crate::site::view::words::judgement_of;
use crate::stats::{TargetStatus, overlaps, suspensions};

/// The chart of a cell as a block; nothing where the cell has no value.
pub(super) fn result(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Block> {
    if cell.judgement.values.iter().all(Option::is_none) {
        return Vec::new();
    }
    let breaks = breaks(writer, context, &cell.judgement.periods);
    let (events, listed) = events(writer, context, cell, &breaks);
    let title = title(context, cell);
    let subtitle = subtitle(context, cell);
    let chart = ProcessChart {
        id_prefix: writer.prefix(),
        title: if cell.name.is_empty() {
            context.record.envelope.title.clone()
        } else {
            format!("{}, {}", context.record.envelope.title, cell.name)
        },
        description: title.clone(),
        y_label: y_label(context),
        bounds: bounds(context),
        points: points(context, cell),
        phases: phases(context, cell),
        target: target_line(context, cell),
        commitment: commitment_line(context, cell),
        suspensions: suspended(context, cell),
        events,
        breaks: breaks.into_iter().map(|cut| SeriesBreak { before: cut.before, title: cut.title }).collect(),
    };
    let part = writer.picture(Picture::Process(Box::new(chart)));
    vec![Block::Figure {
        title,
        subtitle,
        label: if cell.name.is_empty() {
            context.say("metric-chart-label")
        } else {
            context.fill("metric-chart-label-of", &[("name", (&cell.name).into())])
        },
        part,
        notes: method(context.language, cell),
        events: listed,
    }]
}

/// What is seen, in a sentence.
fn title(context: &MetricContext<'_>, cell: &CellStory<'_>) -> String {
    let judged: Vec<TargetStatus> = cell.points.values().filter_map(|point| cell.status(context, point)).collect();
    let met = judged.iter().filter(|status| **status == TargetStatus::Met).count();
    let periods = |count: usize| [("periods", context.language.periods(count, context.metric.frequency).into())];
    if judged.is_empty() {
        let count = cell.judgement.values.iter().flatten().count();
        return context.fill("metric-chart-values", &periods(count));
    }
    match (met, judged.len()) {
        (0, all) => context.fill("metric-chart-met-none", &periods(all)),
        (met, all) if met == all => context.fill("metric-chart-met-all", &periods(all)),
        (met, all) => context.fill(
            "metric-chart-met-some",
            &[("met", met.into()), ("count", all.into()), ("frequency", frequency_key(context.metric.frequency).into())],
        ),
    }
}

fn subtitle(context: &MetricContext<'_>, cell: &CellStory<'_>) -> String {
    let ends = cell.judgement.periods.first().zip(cell.judgement.periods.last());
    let span = ends.map_or_else(String::new, |(first, last)| {
        let (from, to) = (context.language.period(*first), context.language.period(*last));
        if first == last { from } else { context.fill("span", &[("from", from.into()), ("to", to.into())]) }
    });
    let (metric, unit) = (&context.record.envelope.title, context.unit_name());
    let mut fills = vec![("metric", metric.into()), ("span", span.into()), ("unit", unit.into())];
    if cell.name.is_empty() {
        return context.fill("metric-chart-subtitle", &fills);
    }
    fills.push(("name", (&cell.name).into()));
    context.fill("metric-chart-subtitle-of", &fills)
}

fn y_label(context: &MetricContext<'_>) -> String {
    context.unit_name().to_owned()
}

/// Values that the metric cannot have.
pub(super) fn bounds(context: &MetricContext<'_>) -> Bounds {
    let mut bounds = match context.metric.valid_range.as_slice() {
        [least, greatest] => Bounds { floor: Some(least.to_f64()), ceiling: Some(greatest.to_f64()) },
        _ => Bounds::default(),
    };
    if bounds.floor.is_none() && matches!(context.metric.scoring, crate::model::Scoring::Count | crate::model::Scoring::Proportion) {
        bounds.floor = Some(0.0);
    }
    bounds
}

fn points(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<ProcessPoint> {
    let judgement = &cell.judgement;
    let signal = |index: usize| judgement.chart.as_ref()?.signals.get(index).copied().flatten();
    judgement
        .periods
        .iter()
        .enumerate()
        .map(|(index, period)| {
            let (label, group) = context.short(*period);
            let point = cell.points.get(period);
            let release = point.and_then(|point| context.catalog.releases().get(point.latest.release));
            let mut notes = Vec::new();
            if let Some(point) = point {
                if point.revisions() > 0 {
                    notes.push(context.fill("metric-revised-in", &[("release", release.map_or("", |release| release.id.as_str()).into())]));
                }
                if point.latest.status.is_flagged() {
                    notes.push(observation_words(context.language, point.latest.status).to_owned());
                }
            }
            ProcessPoint {
                label,
                group,
                full_label: context.language.period(*period),
                value: judgement.values.get(index).copied().flatten(),
                text: point.map_or_else(String::new, |point| context.published(&point.latest)),
                signal: signal(index).map(|signal| Signal {
                    rule: signal.rule,
                    side: signal.side,
                    judgement: judgement_of(signal.side, context.metric.direction),
                }),
                provisional: release.is_some_and(|release| release.release.status == ReleaseStatus::Provisional),
                notes,
                href: point.map(|_| format!("#{}-{}", cell.prefix, period.to_string().to_lowercase())),
            }
        })
        .collect()
}

/// A limit as it is printed: to one place more than the values that it judges.
fn limit_text(context: &MetricContext<'_>, value: f64) -> String {
    let decimals = (context.metric.decimals + 1).min(9);
    rounded(value, decimals).map_or_else(String::new, |value| context.value(value))
}

/// A floating-point result as a decimal, rounded once.
pub(super) fn rounded(value: f64, decimals: u32) -> Option<Decimal> {
    let places = usize::try_from(decimals).ok()?;
    let text = format!("{value:.places$}");
    let text = text.strip_prefix('-').filter(|rest| rest.bytes().all(|byte| matches!(byte, b'0' | b'.'))).unwrap_or(&text);
    Decimal::parse(text).ok().and_then(|value| value.with_scale(decimals, Rounding::HalfEven))
}

fn phases(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Phase> {
    let Some(chart) = &cell.judgement.chart else {
        return Vec::new();
    };
    let several = chart.phases.len() > 1;
    chart
        .phases
        .iter()
        .enumerate()
        .filter_map(|(index, phase)| {
            let limits = phase.limits.as_ref()?;
            Some(Phase {
                first: phase.first,
                last: phase.last,
                name: if several { context.fill("metric-phase", &[("number", (index + 1).into())]) } else { String::new() },
                limits: Limits {
                    centre: limits.centre,
                    upper: limits.upper,
                    lower: limits.lower,
                    near_upper: limits.near_upper,
                    near_lower: limits.near_lower,
                    centre_text: limit_text(context, limits.centre),
                    upper_text: limit_text(context, limits.upper),
                    lower_text: limit_text(context, limits.lower),
                },
                trial: phase.trial,
            })
        })
        .collect()
}

fn target_line(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<StepLine> {
    let level = |period: &Period| context.targets.level(cell.key, *period).map(|level| level.level);
    step_line(context, context.language.say("metric-line-target"), cell.judgement.periods.iter().map(level))
}

/// Joins neighbouring periods with one level.
fn step_line(context: &MetricContext<'_>, label: &str, levels: impl Iterator<Item = Option<Decimal>>) -> Option<StepLine> {
    let mut segments: Vec<(StepSegment, Decimal)> = Vec::new();
    for (index, level) in levels.enumerate() {
        let Some(level) = level else { continue };
        match segments.last_mut() {
            Some((segment, last)) if *last == level && segment.last + 1 == index => segment.last = index,
            _ => segments.push((StepSegment { first: index, last: index, value: level.to_f64(), text: context.value(level) }, level)),
        }
    }
    let segments: Vec<StepSegment> = segments.into_iter().map(|(segment, _)| segment).collect();
    (!segments.is_empty()).then(|| StepLine { label: label.to_owned(), segments })
}

/// The public promise, where one is made of the total and its level is not already drawn as the target.
fn commitment_line(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<StepLine> {
    if cell.key.iter().any(|code| *code != 0) {
        return None;
    }
    let (_, commitment) = commitments(context).into_iter().find(|(_, commitment)| commitment.state == CommitmentState::Published)?;
    let last = cell.judgement.periods.len().checked_sub(1)?;
    let same = |line: &StepLine| line.segments.iter().all(|segment| segment.text == context.value(commitment.level));
    if target_line(context, cell).as_ref().is_some_and(same) {
        return None;
    }
    let segment = StepSegment { first: 0, last, value: commitment.level.to_f64(), text: context.value(commitment.level) };
    Some(StepLine { label: context.say("metric-line-promise"), segments: vec![segment] })
}

/// The commitments that are measured by the metric.
pub(super) fn commitments<'a>(context: &MetricContext<'a>) -> Vec<(&'a crate::source::Record, &'a crate::model::Commitment)> {
    let reference = RecordRef { kind: Kind::Metric, id: context.record.id.clone() };
    let links = context.catalog.backlinks(&reference).iter().filter(|link| link.field == "metric");
    links
        .filter_map(|link| {
            let Origin::Record(from) = &link.from else {
                return None;
            };
            let record = context.catalog.record(from)?;
            if let AnyRecord::Commitment(commitment) = &record.fields { Some((record, &**commitment)) } else { None }
        })
        .collect()
}

fn suspended(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Suspension> {
    let periods = &cell.judgement.periods;
    suspensions(context.catalog, &context.record.id)
        .into_iter()
        .filter_map(|(record, deviation)| {
            let within: Vec<usize> = periods
                .iter()
                .enumerate()
                .filter(|(_, period)| overlaps(context.catalog, deviation, **period))
                .map(|(index, _)| index)
                .collect();
            Some(Suspension {
                first: *within.first()?,
                last: *within.last()?,
                label: match deviation.effect {
                    DeviationEffect::Excluded => context.say("metric-stretch-excluded"),
                    _ => context.say("metric-stretch-suspended"),
                },
                title: record.envelope.title.clone(),
            })
        })
        .collect()
}
