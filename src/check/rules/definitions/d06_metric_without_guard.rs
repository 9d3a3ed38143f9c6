//! D06: a metric that invites gaming has nothing beside it that would show the harm.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::metric::GamingRisk;
use crate::model::reference::Reference;
use crate::model::{AnyRecord, Kind, Metric, State};
use crate::source::Record;

check! {
    /// A metric that pay depends on, or that is easily gamed, has no counter-metric in use.
    ///
    /// # What it does
    ///
    /// Looks at metrics with `incentive_linked: true` or a `gaming_risk` of medium or high. Each needs at least one other metric under `counter_metrics`
    /// that is reported: one that is only proposed or approved, suspended or retired guards nothing.
    ///
    /// # Why it matters to an auditor
    ///
    /// Where people gain from a figure, the figure improves; the question is at whose cost. Only a measure of what would suffer can answer it, and
    /// it has to be there before the incentive works.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Average handle time
    /// incentive_linked: true
    /// gaming_risk: high
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: Average handle time
    /// incentive_linked: true
    /// gaming_risk: high
    /// counter_metrics: [repeat-contacts]
    /// ```
    ///
    /// # Configuration
    ///
    /// It has no settings of its own; `checks: {D06: error}` in `tickmark.yaml` gives it another level.
    "D06" "metric-without-guard" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the incentive, the risk of gaming and the counter-metrics of the definition, and the states of these metrics",
        expects: "a metric that invites gaming has a counter-metric that is reported",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    if metric.state == State::Retired {
        return sheet.not_applicable("the metric is retired");
    }
    let Some((field, why)) = invitation(metric) else {
        return match (metric.incentive_linked, metric.gaming_risk) {
            (Some(false), Some(GamingRisk::Low)) => sheet.not_applicable("no pay depends on the metric, and it is hardly gamed"),
            (None, _) => sheet.untestable("the definition does not say whether pay or ranking depends on it"),
            _ => sheet.untestable("the definition does not say how easily it is gamed"),
        };
    };
    let state = |id| context.catalog.metric(id).map(|(_, metric)| metric.state);
    let others: Vec<_> = metric.counter_metrics.iter().map(Reference::id).filter(|id| **id != record.id).collect();
    if others.iter().any(|id| state(id).is_some_and(State::is_reported)) {
        return sheet.pass();
    }
    let idle: Vec<String> = others.iter().filter_map(|id| Some(format!("`{id}`, which is {}", state(id)?.label()))).collect();
    sheet.fail(unguarded(record, field, why, &idle));
}

/// The field that invites gaming, and what it says.
fn invitation(metric: &Metric) -> Option<(&'static str, &'static str)> {
    match (metric.incentive_linked, metric.gaming_risk) {
        (Some(true), _) => Some(("incentive_linked", "pay or ranking depends on")),
        (_, Some(GamingRisk::Medium)) => Some(("gaming_risk", "can be gamed with some effort")),
        (_, Some(GamingRisk::High)) => Some(("gaming_risk", "is easily gamed")),
        _ => None,
    }
}

fn unguarded(record: &Record, field: &str, why: &str, idle: &[String]) -> Failed {
    let found = if idle.is_empty() { "none".to_owned() } else { idle.join(", ") };
    let subject = match field {
        "incentive_linked" => format!("{why} metric `{}`", record.id),
        _ => format!("metric `{}` {}", record.id, why),
    };
    let message = format!("{subject}, and no counter-metric in use would show the harm: expected one, found {found}");
    let help = "name under `counter_metrics` a reported metric of what would suffer";
    Failed::new(record.key_place(field), message, help).values("a counter-metric that is reported", found)
}
