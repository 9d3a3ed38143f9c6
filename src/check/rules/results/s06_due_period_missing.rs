//! S06: a due period or a required segment has no figure and no code that says why.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::model::calendar_event::CalendarEventType;
use crate::model::{Date, Frequency, Period, State};
use crate::source::ReleaseRecord;
use crate::stats::{Basis, Figure};

use super::dropped::{dropped_figures, dropped_metrics};

check! {
    /// A due period or a required segment has no figure and no code that says why.
    ///
    /// # What it does
    ///
    /// Goes through every period from the metric's first figure, or from the day on which its definition came into force where the project was publishing by
    /// then, to the newest period that is due. A period is due when any metric of the same frequency has a figure for it and the metric's own `settle_lag` was
    /// over when the newest release was collected; a retired metric is due up to its `last_period`. Each due period, and in it each code of
    /// `required_segments`, has to have a value, or a row whose `status` says why there is none.
    ///
    /// Where the report before this one is given, each figure that it had has to be there still, unless it lies after the `last_period` of a retired metric; and so has
    /// each metric: one that is measured no longer is retired, not removed.
    ///
    /// Of daily metrics, days of the week on which there is never a figure are not due, nor are holidays of the calendar.
    ///
    /// # Why it matters to an auditor
    ///
    /// An unfavourable figure is most easily hidden by leaving it out. A gap that is coded is a statement that somebody answers for; a gap without a code is not.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator,value
    /// 2026-07,2099,2315,90.7
    /// 2026-09,2111,2306,91.5
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator,denominator,value,status,comment
    /// 2026-07,2099,2315,90.7,,
    /// 2026-08,,,,L,The platform was out of order
    /// 2026-09,2111,2306,91.5,,
    /// ```
    ///
    /// # Configuration
    ///
    /// `required_segments`, `settle_lag` and `frequency` of the metric decide what is due. `from` and `to` of a segment's code say when it is in use.
    /// `--previous` of `tickmark build` names the report before this one.
    "S06" "due-period-missing" {
        severity: Severity::Error,
        supports: &[Assertion::Completeness],
        mark: Some(Mark::Complete),
        inputs: "the periods and cells of the metric's rows, its definition, the newest release, and the report before this one",
        expects: "each due period and required segment has a value, or a status that says why not, and nothing that was published is gone",
        looks: Looks::ProjectAndFigures(dropped_metrics, test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    if matches!(figures.metric.state, State::Proposed | State::Approved) {
        return sheet.not_applicable("the metric is not measured yet");
    }
    let present: BTreeSet<Period> = figures.series.cells.values().flat_map(|points| points.keys().copied()).collect();
    let told = dropped_figures(context, figures, |gap| beside(context, figures, &present, gap), sheet);
    let Some(newest) = context.catalog.releases().last() else {
        return sheet.not_applicable("nothing was released");
    };
    let Some((first, last)) = due_span(context, figures, newest, &present) else {
        return sheet.not_applicable("no period is due");
    };
    // A composite has a figure wherever its components have one; a gap is theirs.
    let is_composite = figures.metric.terms.values().any(|term| term.metric.is_some());
    if !is_composite {
        missing_periods(context, figures, (&present, &told), (first, last), sheet);
    }
    let incomplete = missing_codes(context, figures, &present, sheet);
    for (at, key, point) in figures.each() {
        if is_blank(&point.latest) {
            let what = described(context.catalog, figures, key, &point.latest);
            let message = format!("{what} is blank, and no status says why");
            let help = "report the value, or write a `status` such as `L` with a comment";
            sheet.fail_figure(at, Failed::new(place(context.catalog, figures, &point.latest), message, help));
        } else if !incomplete.contains(&point.period()) {
            sheet.pass_figure(at);
        }
    }
}

/// Whether a row has neither a value nor a code that says why.
fn is_blank(figure: &Figure) -> bool {
    let is_withheld = figure.confidentiality.is_some_and(|code| !code.is_free());
    let is_coded = figure.status.is_missing() || is_withheld;
    matches!(figure.basis, Basis::Row { .. }) && !is_coded && figure.numbers.iter().all(Option::is_none)
}

/// The first and the last period that are due.
fn due_span(context: &Context<'_>, figures: &Figures<'_>, newest: &ReleaseRecord, present: &BTreeSet<Period>) -> Option<(Period, Period)> {
    let calendar = context.catalog.calendar();
    let frequency = figures.metric.frequency;
    let in_force = figures.record.versioning.map(|versioning| versioning.effective_from);
    let from_definition = in_force.map(|day| {
        let period = Period::containing(day, frequency, calendar);
        if period.first_day(calendar) < day { period.next() } else { period }
    });
    let was_publishing = |day: Date| {
        let first = context.catalog.releases().first().map(|release| release.release.released.date_in(context.catalog.settings().timezone));
        first.is_some_and(|first| first < day)
    };
    let last = last_due(context, figures, newest).max(present.last().copied());
    let last = match &figures.metric.retired {
        Some(retired) => last.map(|last| last.min(retired.last_period)),
        None => last,
    }?;
    let first = match (present.first().copied(), from_definition) {
        (Some(first), Some(defined)) if in_force.is_some_and(was_publishing) => first.min(defined),
        (Some(first), _) => first,
        (None, Some(defined)) => defined.max(last),
        (None, None) => return None,
    };
    (first <= last).then_some((first, last))
}

/// The newest period of which any metric of the frequency has a figure, and whose settle lag was over when the newest release was collected.
fn last_due(context: &Context<'_>, figures: &Figures<'_>, newest: &ReleaseRecord) -> Option<Period> {
    let (zone, boundary) = context.catalog.day(figures.metric);
    let calendar = context.catalog.calendar();
    let mut period = context.reported_periods().newest(figures.metric.frequency)?;
    let (Some(collected), Some(lag)) = (newest.release.collected_at, figures.metric.settle_lag) else {
        return Some(period);
    };
    while lag.after(period.bounds(zone, boundary, calendar).1, zone) > collected {
        period = period.previous();
    }
    Some(period)
}

/// Reports each stretch of due periods without a figure, but for those that are told already.
fn missing_periods(
    context: &Context<'_>,
    figures: &Figures<'_>,
    (present, told): (&BTreeSet<Period>, &BTreeSet<Period>),
    (first, last): (Period, Period),
    sheet: &mut Sheet,
) {
    let holidays = holidays(context, figures);
    let weekdays: BTreeSet<u32> = present.iter().map(|period| period.first_day(context.catalog.calendar()).weekday()).collect();
    let is_due = |period: Period| {
        let day = period.first_day(context.catalog.calendar());
        figures.metric.frequency != Frequency::Day
            || weekdays.contains(&day.weekday()) && !holidays.iter().any(|(from, to)| *from <= day && day <= *to)
    };
    let mut stretch: Option<(Period, Period)> = None;
    for period in Period::iter(first, last).chain([last.next()]) {
        if period <= last && !present.contains(&period) && !told.contains(&period) && is_due(period) {
            stretch = Some((stretch.map_or(period, |(from, _)| from), period));
        } else if let Some((from, to)) = stretch.take_if(|_| period > last || present.contains(&period)) {
            let periods = if from == to { from.to_string() } else { format!("{from} to {to}") };
            let message = format!("`{}` has no row for {periods}, and no status says why", figures.record.id);
            let help = "report the figure, or a row whose `status` and comment say why there is none";
            sheet.fail(Failed::new(beside(context, figures, present, to), message, help));
        }
    }
}

/// The holidays of the metric's calendar.
fn holidays(context: &Context<'_>, figures: &Figures<'_>) -> Vec<(Date, Date)> {
    if figures.metric.frequency != Frequency::Day {
        return Vec::new();
    }
    let holidays = context.catalog.calendar_events().filter(|(_, event)| event.kind == CalendarEventType::Holiday);
    holidays.map(|(_, event)| (event.from, event.to)).collect()
}

/// The row after a gap, else the row before it, else the definition.
fn beside(context: &Context<'_>, figures: &Figures<'_>, present: &BTreeSet<Period>, gap: Period) -> Place {
    let near = present.range(gap..).next().or_else(|| present.range(..gap).next_back());
    let figure = near.and_then(|near| figures.series.cells.values().find_map(|points| points.get(near)));
    figure.map_or_else(|| figures.record.key_place("frequency"), |point| place(context.catalog, figures, &point.latest))
}

/// Reports required codes without a figure; gives the periods that lack one.
fn missing_codes(context: &Context<'_>, figures: &Figures<'_>, present: &BTreeSet<Period>, sheet: &mut Sheet) -> BTreeSet<Period> {
    let calendar = context.catalog.calendar();
    let mut incomplete = BTreeSet::new();
    for (segment, codes) in &figures.metric.required_segments {
        let position = figures.metric.segments.iter().position(|reference| reference.id().as_str() == segment);
        let Some((position, (_, record))) =
            position.and_then(|position| Some((position, context.catalog.segment(figures.metric.segments[position].id())?)))
        else {
            continue;
        };
        let begun = figures.series.cells.iter().filter(|(key, _)| key[position] != 0).filter_map(|(_, points)| points.keys().next()).min();
        for (index, code) in record.codes.iter().enumerate().filter(|(_, code)| codes.contains(&code.code)) {
            let mut key = vec![0_u16; figures.metric.segments.len()];
            key[position] = u16::try_from(index + 1).unwrap_or(u16::MAX);
            let points = figures.series.cell(&key);
            for period in present.iter().filter(|period| begun.is_none_or(|begun| begun <= *period)) {
                let in_use = code.from.is_none_or(|from| from <= period.first_day(calendar))
                    && code.to.is_none_or(|to| to >= period.last_day(calendar));
                let total = figures.series.total().and_then(|points| points.get(period));
                let is_missing = total.is_some_and(|point| point.latest.status.is_missing());
                if !in_use || is_missing || points.is_some_and(|points| points.contains_key(period)) {
                    continue;
                }
                incomplete.insert(*period);
                let message = format!("`{}` has no row of `{segment}={}` for {period}, which is required", figures.record.id, code.code);
                let help = "report the figure, or a row whose `status` and comment say why there is none";
                sheet.fail(Failed::new(beside(context, figures, present, *period), message, help));
            }
        }
    }
    incomplete
}
