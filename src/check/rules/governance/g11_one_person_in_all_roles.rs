//! G11: one person owns a metric, prepares its figures and reviews them.

use super::people::{is_one, only_person};
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind, State};
use crate::source::Record;

check! {
    /// The figures of a metric are reviewed by whoever prepares them, and nobody else stands between.
    ///
    /// # What it does
    ///
    /// Compares `accountable`, `preparer` and `reviewer` of each metric that is not retired. It reports a metric of which the preparer is the reviewer: the
    /// same record, or teams and people that come down to one and the same person on the day of the report. Where that person is accountable as well, all
    /// three roles are in one hand, and the message says so.
    ///
    /// # Why it matters to an auditor
    ///
    /// Whoever makes a figure does not see its mistakes, and whoever is judged by it has a reason not to. A review by the same hands is none.
    ///
    /// # Example
    ///
    /// ```yaml
    /// accountable: person/ann-lee
    /// preparer: person/ann-lee
    /// reviewer: person/ann-lee
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// accountable: person/ann-lee
    /// preparer: team/measurement
    /// reviewer: person/ben-okoro
    /// ```
    ///
    /// # Configuration
    ///
    /// A metric that names no preparer or no reviewer cannot be tested. The profile `standard` demands both.
    "G11" "one-person-in-all-roles" {
        severity: Severity::Warning,
        supports: &[Assertion::Segregation],
        mark: None,
        inputs: "the accountable party, the preparer and the reviewer of the metric, and the members of teams",
        expects: "the reviewer is somebody else than the preparer",
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
    let (Some(preparer), Some(reviewer)) = (&metric.preparer, &metric.reviewer) else {
        return sheet.untestable("the metric does not name both a preparer and a reviewer");
    };
    let (catalog, day) = (context.catalog, context.as_of());
    if !is_one(catalog, preparer.record(), reviewer.record(), day) {
        return sheet.pass();
    }
    let who = only_person(catalog, reviewer.record(), day).unwrap_or(reviewer.record());
    let owns = metric.accountable.as_ref().is_some_and(|owner| is_one(catalog, owner.record(), reviewer.record(), day));
    let message = if owns {
        format!("`{who}` is accountable for the metric `{}`, prepares its figures and reviews them", record.id)
    } else {
        format!("`{who}` prepares the figures of the metric `{}` and reviews them", record.id)
    };
    let found = format!("prepared by {preparer}, reviewed by {reviewer}");
    sheet.fail(
        Failed::new(record.place("reviewer"), message, "name a reviewer who does not prepare the figures")
            .values("two different people", found),
    );
}
