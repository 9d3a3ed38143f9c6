//! D04: metrics that move themselves by way of others.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Id, Kind};
use crate::source::Record;

check! {
    /// A metric is among its own drivers by way of others, or drives what it is made of.
    ///
    /// # What it does
    ///
    /// Follows the `drivers` of each metric, and the metrics of which a composite is made, and reports every step of a circle. A composite that is computed
    /// from itself without any driver in between is refused before, when the project is read, since it has no value at all.
    ///
    /// # Why it matters to an auditor
    ///
    /// A chain of drivers is the organisation's explanation of its results. In a circle each metric is explained by the next and none by anything that
    /// could be changed, so that no claim in it can be tested. Where two things do feed each other, one of them begins.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/definitions/repeat-contacts.yaml
    /// drivers: [contact-volume]
    /// # metrics/definitions/contact-volume.yaml
    /// drivers: [repeat-contacts]
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # metrics/definitions/repeat-contacts.yaml
    /// drivers: [first-contact-resolution]
    /// # metrics/definitions/contact-volume.yaml
    /// drivers: [repeat-contacts]
    /// ```
    ///
    /// # Configuration
    ///
    /// It has no settings of its own. Where a circle is meant, a waiver for one of its metrics says why; `checks: {D04: info}` lowers the level for all.
    "D04" "metric-circle" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the drivers of all metrics, and the parts of all composites",
        expects: "no metric is moved by something that it moves itself",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Metrics of a circle that a message names.
const NAMED: usize = 5;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    let drivers = metric.drivers.iter().enumerate().map(|(position, driver)| (format!("drivers.{position}"), driver));
    let parts = metric.terms.iter().filter_map(|(name, term)| Some((format!("terms.{name}.metric"), term.metric.as_ref()?)));
    let mut seen = BTreeSet::new();
    for (path, mover) in parts.chain(drivers).filter(|(_, mover)| seen.insert(mover.id())) {
        let circle = context.circles().joining(&record.id, mover.id());
        sheet.test(circle.map(|circle| moved_in_turn(record, &path, mover.id(), circle)));
    }
    sheet.not_applicable("the definition names no drivers and no metrics that it is made of");
}

fn moved_in_turn(record: &Record, path: &str, mover: &Id, circle: &[Id]) -> Failed {
    let message = if *mover == record.id {
        format!("metric `{mover}` is named as what moves it")
    } else {
        let named: Vec<String> = circle.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
        let more = circle.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("`{mover}` moves `{}` and is moved by it in turn, in a circle of {}{more}", record.id, named.join(", "))
    };
    Failed::new(record.place(path), message, "take out the step that is the weakest claim")
}
