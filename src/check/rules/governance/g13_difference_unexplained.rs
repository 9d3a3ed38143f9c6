//! G13: a figure and that of another source differ by more than is explained, or nobody else looked the comparison over.

use super::people::is_one;
use crate::check::context::Context;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::reconciliation::{Reconciliation, ReconciliationState};
use crate::model::{AnyRecord, Decimal, Kind, Rounding};
use crate::source::Record;
use crate::stats::Reconciled;

check! {
    /// A figure differs from another source by more than is explained, or whoever compared them reviewed the comparison too.
    ///
    /// # What it does
    ///
    /// Takes the published figure of the metric and period of each reconciliation, subtracts it from that of the other source, and subtracts what the items
    /// explain. What is left, whatever its sign, is no greater than `tolerance`. A reconciliation whose `state` is `agreed` or `unresolved` says the
    /// same as the numbers. Its reviewer is not its preparer. A figure that was never published cannot be reconciled.
    ///
    /// # Why it matters to an auditor
    ///
    /// A second source is the best evidence there is that a figure is complete. A difference that nobody can explain may be a difference in the figure.
    ///
    /// # Example
    ///
    /// ```yaml
    /// metric: contact-volume     # published: 36,625
    /// period: 2026-08
    /// external:
    ///   figure: 38914
    ///   source: Invoice of the supplier for August 2026
    /// items:
    ///   - {reason: Test contacts, amount: 138}
    /// tolerance: 400
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// items:
    ///   - {reason: Test contacts, amount: 138}
    ///   - {reason: Interactions that were opened twice, amount: 2020}
    /// tolerance: 400
    /// ```
    ///
    /// # Configuration
    ///
    /// `tolerance` of the reconciliation, in the unit of the metric. Which metrics need a reconciliation is written nowhere, so that one that was never made
    /// is not found.
    "G13" "difference-unexplained" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Accuracy, Assertion::Completeness],
        mark: Some(Mark::Reconciled),
        inputs: "the published figure, the figure of the other source, the items between them, the tolerance, the preparer and the reviewer",
        expects: "what no item explains is within the tolerance, and somebody else than the preparer reviewed it",
        looks: Looks::Records(&[Kind::Reconciliation], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Reconciliation(fields) = &record.fields else {
        return;
    };
    let own = context.governance().published(fields.metric.id(), fields.period);
    let compared = own.and_then(|own| Some((own, Reconciled::of(own, fields)?)));
    let reviewed = own_review(context, record, fields);
    match compared {
        // A mark has to rest on the comparison: where none can be made, a review that is right says nothing.
        None => {
            sheet.untestable(format!("`{}` has no published value for {}", fields.metric.id(), fields.period));
            if let Some(failed) = reviewed {
                sheet.fail(failed);
            }
        }
        Some((own, sums)) => {
            sheet.used(format!("the value {own} of {} for {}", fields.metric.id(), fields.period));
            sheet.test(difference(record, fields, own, &sums));
            sheet.test(reviewed);
        }
    }
}

fn own_review(context: &Context<'_>, record: &Record, fields: &Reconciliation) -> Option<Failed> {
    let (preparer, reviewer) = (&fields.preparer, &fields.reviewer);
    is_one(context.catalog, preparer.record(), reviewer.record(), context.as_of()).then(|| {
        let message = format!("the reconciliation `{}` was reviewed by `{reviewer}`, who prepared it as `{preparer}`", record.id);
        Failed::new(record.place("reviewer"), message, "have it reviewed by somebody who did not prepare it")
            .values(format!("somebody else than {preparer}"), reviewer.to_string())
    })
}

fn difference(record: &Record, fields: &Reconciliation, own: Decimal, sums: &Reconciled) -> Option<Failed> {
    let places = own.scale().max(fields.external.figure.scale()).max(fields.tolerance.scale());
    let rest = sums.rest.round(places, Rounding::HalfEven).map_or_else(|| "more than can be held".to_owned(), |rest| rest.to_string());
    let (id, tolerance) = (&record.id, fields.tolerance);
    if !sums.within_tolerance {
        let message = format!(
            "the reconciliation `{id}` leaves `{rest}` of the difference between `{own}` and `{}` unexplained, where `{tolerance}` is tolerated",
            fields.external.figure
        );
        let help = "find the items that explain the rest, or correct the figure in a new release";
        return Some(Failed::new(record.place("tolerance"), message, help).values(format!("at most {tolerance}"), rest));
    }
    (fields.state == ReconciliationState::Unresolved).then(|| {
        let message = format!(
            "the reconciliation `{id}` says that it is unresolved, and its rest of `{rest}` is within the tolerance of `{tolerance}`"
        );
        Failed::new(record.place("state"), message, "write `agreed`, or say with a smaller tolerance what is still open")
    })
}
