//! T08: a metric of a scorecard has no baseline, or a baseline rests on too little.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::baseline::BaselineMethod;
use crate::model::{AnyRecord, Baseline, Kind, Profile, Scorecard};
use crate::source::Record;
use crate::stats::spc::TRIAL_POINTS;

check! {
    /// A metric of a scorecard has no baseline, or a baseline rests on too few points.
    ///
    /// # What it does
    ///
    /// Looks for a current baseline of each metric that stands on a scorecard, and counts the periods with a value from which each baseline is made: six for a
    /// mean or a median, twelve for process limits.
    ///
    /// # Why it matters to an auditor
    ///
    /// An improvement is a claim about two levels. Without a level to begin with, or with one made of two good months, anything can be called better.
    ///
    /// # Example
    ///
    /// ```yaml
    /// metric: abandonment
    /// periods: {from: 2025-08, to: 2025-09}
    /// method: mean
    /// value: 4.4
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// metric: abandonment
    /// periods: {from: 2025-04, to: 2025-09}
    /// method: mean
    /// value: 4.6
    /// ```
    ///
    /// # Configuration
    ///
    /// Metrics under the profile `essential` need no baseline. Six periods are the fewest for a mean or a median; fewer than twelve give trial limits only (NHS Making Data Count). `checks: {T08: off}` in `tickmark.yaml`
    /// switches the check off.
    "T08" "baseline-missing-or-thin" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the metrics of the scorecards, the baselines, and the figures of their periods",
        expects: "every metric of a scorecard has a current baseline that rests on enough points",
        looks: Looks::Records(&[Kind::Scorecard, Kind::Baseline], test),
    }
}

/// Fewest points of a mean or a median: half a year of months, so that one of them does not decide.
const FEWEST_POINTS: usize = 6;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Scorecard(scorecard) => missing(context, record, scorecard, sheet),
        AnyRecord::Baseline(baseline) => thin(context, record, baseline, sheet),
        _ => {}
    }
}

fn missing(context: &Context<'_>, record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    for (position, item) in scorecard.items.iter().enumerate() {
        let metric = item.metric.id();
        let Some((found, _)) = context.catalog.metric(metric) else { continue };
        if context.profile(Some(found)) < Profile::Standard {
            sheet.not_applicable("the profile `essential` asks for no baseline");
            continue;
        }
        let failed = || {
            let message = format!("`{metric}` stands on the scorecard `{}` and has no current baseline", record.id);
            Failed::new(
                record.place(&format!("items.{position}.metric")),
                message,
                format!("record the level from which `{metric}` is judged"),
            )
        };
        sheet.test((!context.metrics_with_baseline().contains(metric)).then(failed));
    }
}

fn thin(context: &Context<'_>, record: &Record, baseline: &Baseline, sheet: &mut Sheet) {
    let fewest = if baseline.method == BaselineMethod::Limits { TRIAL_POINTS } else { FEWEST_POINTS };
    let points = context.baselines().get(&record.id).map_or(0, |values| values.exact.len());
    let failed = || {
        let message = format!("the baseline `{}` rests on {points} periods with a value, fewer than {fewest}", record.id);
        Failed::new(record.place("periods"), message, "make it from more periods").values(format!("{fewest} or more"), points.to_string())
    };
    sheet.test((points < fewest).then(failed));
}
