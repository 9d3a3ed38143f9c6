//! D15: a metric is not reviewed in time, is reviewed more often than it is measured, or serves nothing.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Date, Duration, Frequency, Kind, Metric, State};
use crate::source::Record;

check! {
    /// A definition is past its review, is reviewed more often than it is measured, or has served no scorecard for a year.
    ///
    /// # What it does
    ///
    /// Adds `review_cadence` to `last_reviewed` and reports a day that has passed. It reports a cadence that is shorter than the period of the metric, since such a
    /// review finds no new figure. And it looks for a use: a metric in force for more than a year has, on some day of the last year, to have been on a scorecard,
    /// or to have stood beside one: with a target, in a published commitment, as a measure of an active objective, or as driver, counter-metric, part or base of another metric.
    /// Metrics that are proposed or retired are not looked at.
    ///
    /// # Why it matters to an auditor
    ///
    /// Processes change and definitions stay. A metric that nobody reviews drifts from what it says, and one that nobody uses is a figure without anybody who would
    /// notice that it is wrong.
    ///
    /// # Example
    ///
    /// ```yaml
    /// frequency: P3M
    /// review_cadence: P1M
    /// last_reviewed: 2024-03-19
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// frequency: P3M
    /// review_cadence: P1Y
    /// last_reviewed: 2026-03-19
    /// ```
    ///
    /// # Configuration
    ///
    /// `review_cadence` of the metric is the time between two reviews; `report.as_of` is the day of the report. The year after which a metric has to have a use is fixed.
    "D15" "metric-neglected" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the cadence and day of review, the frequency, and where the metric was used within a year",
        expects: "a review in time, no more often than there are figures, and a use",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Months without a use after which a metric is neglected: one round of plans and targets.
const UNUSED_MONTHS: u32 = 12;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    if matches!(metric.state, State::Proposed | State::Retired) {
        return sheet.not_applicable(format!("the metric is {}", metric.state.label()));
    }
    match (metric.review_cadence, metric.last_reviewed) {
        (Some(cadence), Some(last)) => sheet.test(overdue(context, record, cadence, last)),
        _ => sheet.untestable("the definition names no cadence or no day of its last review"),
    }
    if let Some(cadence) = metric.review_cadence {
        sheet.test(hurried(record, metric, cadence));
    }
    if metric.state.is_reported() && in_force_for(context, record, UNUSED_MONTHS) {
        sheet.test((!context.uses().contains(&record.id)).then(|| unused(record)));
    }
}

fn overdue(context: &Context<'_>, record: &Record, cadence: Duration, last: Date) -> Option<Failed> {
    let (due, today) = (cadence.after_date(last), context.as_of());
    (due < today).then(|| {
        let late = due.days_until(today);
        let message = format!("metric `{}` was last reviewed on {last} and due again on {due}, which is {late} days ago", record.id);
        let help = "review the definition and write the day under `last_reviewed`";
        Failed::new(record.place("last_reviewed"), message, help).values(format!("a review by {due}"), last.to_string())
    })
}

fn hurried(record: &Record, metric: &Metric, cadence: Duration) -> Option<Failed> {
    // Any first of January will do: only which of the two days comes first matters.
    let start = Date::new(2001, 1, 1).ok()?;
    (cadence.after_date(start) < end_of_period(start, metric.frequency)).then(|| {
        let message = format!(
            "metric `{}` is measured once {} and reviewed every `{}`, which finds no new figure",
            record.id,
            metric.frequency.describe(),
            cadence.code()
        );
        Failed::new(record.place("review_cadence"), message, "measure more often, or review less often")
            .values("a cadence no shorter than the period", cadence.code())
    })
}

/// The first day after a period of a frequency that begins on a day.
fn end_of_period(start: Date, frequency: Frequency) -> Date {
    match frequency {
        Frequency::Day => start.add_days(1),
        Frequency::Week => start.add_days(7),
        Frequency::Month | Frequency::FiscalMonth => start.add_months(1),
        Frequency::Quarter | Frequency::FiscalQuarter => start.add_months(3),
        Frequency::Year | Frequency::FiscalYear => start.add_months(12),
    }
}

/// Whether the first known version of a metric has been in force for some months.
fn in_force_for(context: &Context<'_>, record: &Record, months: u32) -> bool {
    let first = context.catalog.texts(record).first().and_then(|text| Some(text.versioning?.effective_from));
    first.is_some_and(|from| from.add_months(months) < context.as_of())
}

fn unused(record: &Record) -> Failed {
    let message = format!("metric `{}` has been on no scorecard for a year, nor beside one", record.id);
    let help = "use it, or deprecate it";
    Failed::new(record.key_place("title"), message, help)
        .values("a scorecard, target, commitment, objective or metric that names it", "none")
}
