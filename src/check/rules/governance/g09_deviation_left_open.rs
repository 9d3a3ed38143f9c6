//! G09: a deviation was left open, or the figures that it touched do not say so.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::deviation::{DeviationEffect, DeviationState};
use crate::model::{AnyRecord, Date, Deviation, Kind};
use crate::source::Record;

check! {
    /// A deviation was left open, or the figures that it touched do not say so.
    ///
    /// # What it does
    ///
    /// A deviation that is `open` has begun no more than 90 days ago; one that is over (`to` is past) is closed within 30 days; one that is `closed`
    /// has a last day. Where its effect is `excluded`, `distorted` or `suspended`, each published figure of the total of its metrics in a period that it
    /// touched bears a status or a comment. While results are suspended, nothing is published as a plain value.
    ///
    /// # Why it matters to an auditor
    ///
    /// A reader who sees a figure without a mark takes it to be as good as the others. A deviation that stays open for months is a state of affairs, and
    /// nobody has decided about it.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/deviations/2026-05-07-telephone-outage.yaml
    /// state: closed
    /// from: 2026-05-07
    /// to: 2026-05-08
    /// metrics: [calls-answered-in-time]
    /// effect: distorted
    /// ```
    ///
    /// ```csv
    /// period,numerator,denominator,value,status,comment
    /// 2026-05,7102,10000,71.0,,
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator,denominator,value,status,comment
    /// 2026-05,7102,10000,71.0,S,Telephone outage on 7 and 8 May
    /// ```
    ///
    /// A final release is not edited: the mark comes with the next release of the figure.
    ///
    /// # Configuration
    ///
    /// The 90 and 30 days are the time of one quarterly and one monthly review; they cannot be set. `contained` says that a deviation goes on and does no
    /// more harm, and may last.
    "G09" "deviation-left-open" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Presentation, Assertion::Classification],
        mark: None,
        inputs: "the state and the days of the deviation, and the newest rows of its metrics in the periods that it touched",
        expects: "a deviation comes to an end, and every figure that it touched is marked",
        looks: Looks::Records(&[Kind::Deviation], test),
    }
}

/// Days for which a deviation may be open: a quarterly review has come round by then.
const OPEN_DAYS: i32 = 90;

/// Days within which a deviation that is over is closed: a monthly review has come round by then.
const CLOSING_DAYS: i32 = 30;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Deviation(deviation) = &record.fields else {
        return;
    };
    sheet.test(left_open(record, deviation, context.as_of()));
    if deviation.effect == DeviationEffect::None {
        return;
    }
    let calendar = context.catalog.calendar();
    for (index, metric) in deviation.metrics.iter().enumerate() {
        for (period, total) in context.governance().totals(metric.id()) {
            let (first, last) = (period.first_day(calendar), period.last_day(calendar));
            if last < deviation.from || deviation.to.is_some_and(|to| to < first) || total.published.is_none() {
                continue;
            }
            sheet.test((!total.is_marked).then(|| {
                let message = format!(
                    "the value for {period} of `{}` bears no mark, although the deviation `{}` touches the period",
                    metric.id(),
                    record.id
                );
                let help = "publish the figure with a status and a comment in its next release";
                let at = record.place(&format!("metrics.{index}"));
                Failed::new(total.place.clone(), message, help).related(at, "the deviation names the metric")
            }));
        }
    }
}

fn left_open(record: &Record, deviation: &Deviation, day: Date) -> Option<Failed> {
    let (id, from) = (&record.id, deviation.from);
    let help = "close it, or write `contained` where it goes on and does no more harm";
    match (deviation.state, deviation.to) {
        (DeviationState::Closed, None) => {
            let message = format!("the deviation `{id}` is closed and has no last day");
            Some(Failed::new(record.place("state"), message, "add `to:` with its last day"))
        }
        (DeviationState::Open | DeviationState::Contained, Some(to)) if to.add_days(CLOSING_DAYS) < day => {
            let message = format!("the deviation `{id}` was over on `{to}`, {} days ago, and is not closed", to.days_until(day));
            Some(Failed::new(record.place("state"), message, "write `state: closed`, or correct its last day"))
        }
        (DeviationState::Open, None) if from.add_days(OPEN_DAYS) < day => {
            let message = format!("the deviation `{id}` is open since `{from}`, for {} days", from.days_until(day));
            Some(Failed::new(record.place("state"), message, help))
        }
        _ => None,
    }
}
