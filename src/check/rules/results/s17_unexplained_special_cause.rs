//! S17: a special cause that nothing explains.

use super::accounted::deviations;
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::place;
use crate::check::sheet::Sheet;
use crate::model::deviation::Deviation;
use crate::model::{AnyRecord, Kind, Period, RecordRef};
use crate::stats::spc::{Rule, Side, Signal};
use crate::stats::{Judgement, MetricTargets, Points, judge_cell, overlaps};

check! {
    /// A special cause shows in the total, and no record or comment says what it was.
    ///
    /// # What it does
    ///
    /// Takes the special causes that the process-behaviour chart of the total marks, and joins neighbouring ones to the same side. For each of them it looks for a calendar
    /// event or a deviation of the metric whose days touch its periods, a root cause that names the metric and one of the periods, or a comment on one of the figures. The beginning and end of fiscal
    /// periods explain nothing. Segments are not looked at: there are many, and chance marks some of them.
    ///
    /// # Why it matters to an auditor
    ///
    /// A special cause means that something happened which does not always happen. Where nobody wrote down what it was, nobody has looked, and the figure cannot be understood later.
    ///
    /// # Example
    ///
    /// A month lies above the upper process limit, and nothing is recorded for it.
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # content/root-causes/2026-02-12-late-carrier.yaml
    /// metrics: [abandonment]
    /// periods: [2026-01]
    /// ```
    ///
    /// # Configuration
    ///
    /// `spc` of the metric says how limits are made; `rules: none` switches the chart off. New limits need `rebase` with the record that justifies them. A warning under
    /// the profile `assured`, worth knowing under any other.
    "S17" "unexplained-special-cause" {
        severity: Severity::WarningIfAssured,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the process-behaviour chart of the total, calendar events, deviations, root causes and comments",
        expects: "for every special cause something says what it was",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let (catalog, id) = (context.catalog, &figures.record.id);
    let Some((key, points)) = figures.series.total_key().zip(figures.series.total()) else {
        return sheet.not_applicable("the metric has no total");
    };
    let targets = MetricTargets::of(catalog, id, figures.metric);
    let judgement = judge_cell(catalog, id, figures.metric, key, points, &targets);
    let Some(chart) = &judgement.chart else {
        return sheet.not_applicable("the definition says that variation is not judged");
    };
    if chart.phases.iter().all(|phase| phase.limits.is_none()) {
        return sheet.untestable("there are too few figures for process limits");
    }
    let signalled = causes(&judgement, &chart.signals);
    let explained = Explained::of(context, figures);
    for cause in &signalled {
        sheet.test((!explained.any(context, points, cause)).then(|| unexplained(context, figures, points, cause)));
    }
    if signalled.is_empty() {
        sheet.pass();
    }
}

/// A special cause: neighbouring marked points to one side.
struct Cause {
    first: Period,
    last: Period,
    signal: Signal,
}

fn causes(judgement: &Judgement, signals: &[Option<Signal>]) -> Vec<Cause> {
    let mut found: Vec<Cause> = Vec::new();
    for (period, signal) in judgement.periods.iter().zip(signals) {
        let Some(signal) = signal else {
            continue;
        };
        match found.last_mut() {
            Some(cause) if cause.last.next() == *period && cause.signal.side == signal.side => {
                cause.last = *period;
                cause.signal.rule = weightier(cause.signal.rule, signal.rule);
            }
            _ => found.push(Cause { first: *period, last: *period, signal: *signal }),
        }
    }
    found
}

/// The one of two rules that says more of a whole run of points.
fn weightier(one: Rule, other: Rule) -> Rule {
    const ORDER: [Rule; 4] = [Rule::Outside, Rule::Trend, Rule::Shift, Rule::TwoOfThree];
    ORDER.into_iter().find(|rule| [one, other].contains(rule)).unwrap_or(one)
}

/// What may explain the special causes of a metric.
struct Explained<'a> {
    deviations: Vec<&'a Deviation>,
    periods: Vec<Period>,
}

impl<'a> Explained<'a> {
    fn of(context: &Context<'a>, figures: &Figures<'_>) -> Self {
        let catalog = context.catalog;
        let metric = RecordRef { kind: Kind::Metric, id: figures.record.id.clone() };
        let mut periods = Vec::new();
        for record in catalog.referring_in(&metric, "metrics") {
            if let AnyRecord::RootCause(cause) = &record.fields {
                periods.extend(&cause.periods);
            }
        }
        Self { deviations: deviations(catalog, &figures.record.id), periods }
    }

    fn any(&self, context: &Context<'_>, points: &Points, cause: &Cause) -> bool {
        let calendar = context.catalog.calendar();
        let (from, to) = (cause.first.first_day(calendar), cause.last.last_day(calendar));
        let touches = |period: &Period| period.first_day(calendar) <= to && period.last_day(calendar) >= from;
        let commented = || {
            points
                .range(cause.first..=cause.last)
                .any(|(_, point)| point.latest.comment.as_ref().is_some_and(|text| !text.trim().is_empty()))
        };
        let mut periods = Period::iter(cause.first, cause.last);
        context.known_days().touch(from, to)
            || self.periods.iter().any(touches)
            || commented()
            || periods.any(|period| self.deviations.iter().any(|deviation| overlaps(context.catalog, deviation, period)))
    }
}

fn unexplained(context: &Context<'_>, figures: &Figures<'_>, points: &Points, cause: &Cause) -> Failed {
    let side = if cause.signal.side == Side::High { "above" } else { "below" };
    let what = match cause.signal.rule {
        Rule::Outside => format!("beyond the process limit, {side} it"),
        Rule::Trend => format!("a trend, {}", if cause.signal.side == Side::High { "rising" } else { "falling" }),
        Rule::TwoOfThree => format!("two of three near the process limit, {side} the mean"),
        Rule::Shift => format!("a shift, {side} the mean"),
    };
    let when = if cause.first == cause.last { format!("in {}", cause.first) } else { format!("from {} to {}", cause.first, cause.last) };
    let message = format!("the total of `{}` shows a special cause {when} ({what}) that nothing explains", figures.record.id);
    let place =
        points.get(&cause.first).map_or_else(|| figures.record.key_place("title"), |point| place(context.catalog, figures, &point.latest));
    Failed::new(place, message, "find out what happened, and record it as a root cause, a deviation, a calendar event or a comment")
        .values("a record or comment that explains it", "none")
}
