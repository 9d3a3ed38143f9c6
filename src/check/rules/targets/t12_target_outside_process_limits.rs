//! T12: a target lies outside the process limits, so that it is always met or never.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{Decimal, Direction};
use crate::stats::spc::{Assurance, Variation};
use crate::stats::{MetricTargets, judge_cell};

check! {
    /// A target lies outside the process limits, so that the process as it is always meets it or never does.
    ///
    /// # What it does
    ///
    /// Compares the target that holds for the newest figure of the total with the limits of the last phase of its process-behaviour chart. Limits from fewer than twelve
    /// points are trial limits and are not used, nor are limits beyond which the process has moved: where the newest figure shows a special cause, nothing is said.
    ///
    /// # Why it matters to an auditor
    ///
    /// A target that is always met asks for nothing, and one that the process cannot reach will be missed until the process changes, whoever is blamed. Both are facts
    /// that a reader of met and missed should know. Neither is an error.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # the process limits of the metric are 71.2 and 76.0
    /// target: 80
    /// ```
    ///
    /// # Instead
    ///
    /// Keep the target where it is what customers need, and name the change of the process that is to reach it under `plan_ref`; or agree one that the process can reach.
    ///
    /// # Configuration
    ///
    /// `spc` of the metric says how limits are made. `checks: {T12: warn}` in `tickmark.yaml` gives the check another level.
    "T12" "target-outside-process-limits" {
        severity: Severity::Information,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the newest target of the total, and the process limits of the last phase",
        expects: "the target lies within the process limits",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    sheet.not_applicable("the total has no target, no better side or no process-behaviour chart");
    let (catalog, id) = (context.catalog, &figures.record.id);
    let Some((key, points)) = figures.series.total_key().zip(figures.series.total()) else {
        return;
    };
    let targets = MetricTargets::of(catalog, id, figures.metric);
    if targets.all().is_empty() {
        return;
    }
    let judgement = judge_cell(catalog, id, figures.metric, key, points, &targets);
    let newest = judgement.chart.as_ref().and_then(crate::stats::spc::Chart::latest_point).and_then(|point| judgement.periods.get(point));
    let phase = judgement.chart.as_ref().and_then(|chart| chart.phases.last());
    let (Some(assurance), Some(phase), Some(level)) = (judgement.assurance, phase, newest.and_then(|period| targets.level(key, *period)))
    else {
        return;
    };
    let Some(limits) = phase.limits.filter(|_| !phase.trial) else {
        return sheet.untestable("the process limits rest on fewer than twelve points");
    };
    if !matches!(judgement.variation, Some(Variation::CommonCause)) {
        return sheet.untestable("the newest figure shows a special cause, so that the limits do not tell what to expect");
    }
    let expected = match assurance {
        Assurance::HitAndMiss => return sheet.pass(),
        Assurance::Passes => "always to meet it",
        Assurance::Fails => "never to meet it",
    };
    let shown = |limit: f64| format!("{limit:.*}", figures.metric.decimals as usize);
    let (lower, upper) = (shown(limits.lower), shown(limits.upper));
    let target: Decimal = level.level;
    let message = format!(
        "the target {target} of `{id}` lies outside its process limits {lower} to {upper}: the process as it is can be expected {expected}"
    );
    let side = if figures.metric.direction == Some(Direction::Decrease) { "less" } else { "more" };
    let help = match assurance {
        Assurance::Passes => format!("ask whether a target that asks for {side} would serve better"),
        _ => "name under `plan_ref` what is to change so that it can be reached".to_owned(),
    };
    sheet.fail(Failed::new(level.record.place("target"), message, help).values(format!("{lower} to {upper}"), target.to_string()));
}
