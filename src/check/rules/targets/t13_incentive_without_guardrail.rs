//! T13: a metric with an incentive stands on a scorecard without its guardrail.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Id, Kind};
use crate::source::Record;

check! {
    /// A metric on which pay or ranking depends stands on a scorecard without any of its counter-metrics.
    ///
    /// # What it does
    ///
    /// For each item whose metric is `incentive_linked` and names `counter_metrics`: looks for at least one of these on the same scorecard. That such a metric names
    /// counter-metrics at all is for D06.
    ///
    /// # Why it matters to an auditor
    ///
    /// Who is paid by a figure can move it at the cost of something else. The guardrail that would show the harm has to stand where the reward is decided.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # first-contact-resolution: `incentive_linked: true`, `counter_metrics: [repeat-contacts]`
    /// items:
    ///   - {metric: first-contact-resolution, weight: 60, floor: 60}
    ///   - {metric: cost-per-contact, weight: 40, floor: 7}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// items:
    ///   - {metric: first-contact-resolution, weight: 40, floor: 60}
    ///   - {metric: repeat-contacts, weight: 20, floor: 22}
    ///   - {metric: cost-per-contact, weight: 40, floor: 7}
    /// ```
    ///
    /// # Configuration
    ///
    /// `incentive_linked` and `counter_metrics` of the metric decide what is looked for.
    "T13" "incentive-without-guardrail" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the items of the scorecard, and incentives and counter-metrics of their metrics",
        expects: "every metric with an incentive has a counter-metric beside it",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    let beside: BTreeSet<&Id> = scorecard.items.iter().map(|item| item.metric.id()).collect();
    for (position, item) in scorecard.items.iter().enumerate() {
        let Some((_, metric)) = context.catalog.metric(item.metric.id()) else {
            continue;
        };
        let counters: Vec<&Id> = metric.counter_metrics.iter().map(crate::model::reference::Reference::id).collect();
        if metric.incentive_linked != Some(true) || counters.is_empty() {
            continue;
        }
        let guarded = counters.iter().any(|counter| beside.contains(counter));
        let failed = || {
            let names = counters.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
            let message = format!(
                "an incentive hangs on `{}`, and none of its counter-metrics ({names}) stands on `{}`",
                item.metric.id(),
                record.id
            );
            Failed::new(record.place(&format!("items.{position}.metric")), message, "put a counter-metric on the same scorecard")
        };
        sheet.test((!guarded).then(failed));
    }
    sheet.not_applicable("no incentive hangs on a metric of the scorecard that names counter-metrics");
}
