//! The process-behaviour chart of a cell.

use super::cell::CellStory;
use super::context::MetricContext;
use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::commitment::CommitmentState;
use crate::model::deviation::DeviationEffect;
use crate::model::release::ReleaseStatus;
use crate::model::{AnyRecord, Decimal, Kind, Period, RecordRef, Rounding};
use crate::site::Writer;
use crate::site::chart::{Bounds, Event, Limits, Phase, Picture, ProcessChart, ProcessPoint, Signal, StepLine, StepSegment, Suspension};
use crate::site::view::words::judgement_of;
use crate::site::view::{self, Block};
use crate::stats::{TargetStatus, overlaps, spc, suspensions};

/// The chart of a cell as a block; nothing where the cell has no value.
pub(super) fn result(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Block> {
    if cell.judgement.values.iter().all(Option::is_none) {
        return Vec::new();
    }
    let (events, listed) = events(writer, context, cell);
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
        breaks: Vec::new(),
    };
    let part = writer.picture(Picture::Process(Box::new(chart)));
    vec![Block::Figure {
        title,
        subtitle,
        label: if cell.name.is_empty() { "Chart over time".to_owned() } else { format!("Chart over time: {}", cell.name) },
        part,
        notes: method(cell),
        events: listed,
    }]
}

/// What is seen, in a sentence.
fn title(context: &MetricContext<'_>, cell: &CellStory<'_>) -> String {
    let judged: Vec<TargetStatus> = cell.points.values().filter_map(|point| cell.status(context, point)).collect();
    let met = judged.iter().filter(|status| **status == TargetStatus::Met).count();
    let noun = context.period_noun();
    if judged.is_empty() {
        let count = cell.judgement.values.iter().flatten().count();
        return format!("{} with a value", crate::diag::plural(count, noun));
    }
    match (met, judged.len()) {
        (0, all) => format!("The target was not met in any of {}", crate::diag::plural(all, noun)),
        (met, all) if met == all => format!("The target was met in every one of {}", crate::diag::plural(all, noun)),
        (met, all) => format!("The target was met in {met} of {}", crate::diag::plural(all, noun)),
    }
}

fn subtitle(context: &MetricContext<'_>, cell: &CellStory<'_>) -> String {
    let ends = cell.judgement.periods.first().zip(cell.judgement.periods.last());
    let span = ends.map_or_else(
        String::new,
        |(first, last)| {
            if first == last { first.label() } else { format!("{} to {}", first.label(), last.label()) }
        },
    );
    let place = if cell.name.is_empty() { String::new() } else { format!("{}, ", cell.name) };
    format!("{}, {place}{span}, {}", context.record.envelope.title, context.metric.unit.name())
}

fn y_label(context: &MetricContext<'_>) -> String {
    context.metric.unit.name().to_string()
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
            let (label, group) = MetricContext::short(*period);
            let point = cell.points.get(period);
            let release = point.and_then(|point| context.catalog.releases().get(point.latest.release));
            let mut notes = Vec::new();
            if let Some(point) = point {
                if point.revisions() > 0 {
                    notes.push(format!("revised in release {}", release.map_or("", |release| release.id.as_str())));
                }
                if point.latest.status.is_flagged() {
                    notes.push(point.latest.status.label().to_owned());
                }
            }
            ProcessPoint {
                label,
                group,
                full_label: period.label(),
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
                name: if several { format!("limits {}", index + 1) } else { String::new() },
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
    step_line(context, "Target", cell.judgement.periods.iter().map(level))
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
    Some(StepLine { label: "Promise".to_owned(), segments: vec![segment] })
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
                    DeviationEffect::Excluded => "excluded",
                    _ => "suspended",
                }
                .to_owned(),
                title: record.envelope.title.clone(),
            })
        })
        .collect()
}

/// The events of the calendar that fall into the chart, and the same as a list.
fn events(writer: &Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> (Vec<Event>, Vec<view::Event>) {
    let calendar = context.catalog.calendar();
    let mut found: Vec<(usize, &crate::source::Record, &crate::model::CalendarEvent)> = context
        .catalog
        .calendar_events()
        .filter(|(_, event)| event.kind != crate::model::calendar_event::CalendarEventType::Fiscal && concerns(context, event))
        .filter_map(|(record, event)| {
            let index = cell
                .judgement
                .periods
                .iter()
                .position(|period| event.from <= period.last_day(calendar) && event.to >= period.first_day(calendar))?;
            Some((index, record, event))
        })
        .collect();
    found.sort_by(|one, other| (one.0, one.2.from, &one.1.id).cmp(&(other.0, other.2.from, &other.1.id)));
    let mut drawn = Vec::new();
    let mut listed = Vec::new();
    for (number, (index, record, event)) in (1_u32..).zip(found) {
        let href = writer.record_href(&record.reference());
        let when = if event.from == event.to { event.from.label() } else { format!("{} to {}", event.from.label(), event.to.label()) };
        let title = format!("{}, {when}", record.envelope.title);
        drawn.push(Event { index, number, title: title.clone(), href: Some(href.clone()) });
        listed.push(view::Event { number: usize::try_from(number).unwrap_or(usize::MAX), label: title, href });
    }
    (drawn, listed)
}

/// Whether an event is about the metric: its scope names no segment that the metric lacks.
fn concerns(context: &MetricContext<'_>, event: &crate::model::CalendarEvent) -> bool {
    event.scope.keys().all(|segment| context.metric.segments.iter().any(|reference| reference.id().as_str() == segment))
}

/// How the limits were computed.
fn method(cell: &CellStory<'_>) -> Vec<String> {
    let Some((options, chart)) = cell.judgement.options.as_ref().zip(cell.judgement.chart.as_ref()) else {
        return Vec::new();
    };
    if chart.phases.iter().all(|phase| phase.limits.is_none()) {
        return vec!["Too few values for process limits.".to_owned()];
    }
    let mut notes = vec![format!("{}. {}.", capitalised(spc::METHOD), capitalised(&options.describe()))];
    let left_out =
        cell.judgement.suspended.iter().zip(&cell.judgement.values).filter(|(suspended, value)| **suspended && value.is_some()).count();
    if left_out > 0 {
        notes.push(format!("{} in shaded stretches left out of limits and rules.", crate::diag::plural(left_out, "value")));
    }
    if chart.phases.iter().any(|phase| phase.trial) {
        notes.push("Limits from fewer than 12 values are trial limits.".to_owned());
    }
    notes
}
