//! C10: the figures of one metric were corrected twice within a year.

use crate::catalog::Origin;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::restatement::RestatementReason;
use crate::model::{AnyRecord, Id, Kind, RecordRef};
use crate::source::Record;

check! {
    /// Mistakes in the figures of one metric were corrected twice within a year, and no finding asks why.
    ///
    /// # What it does
    ///
    /// Takes each restatement with the reason `C` and the metrics whose final figures it changed, and looks for an earlier one of that kind for the same metric,
    /// made known no more than a year before. A finding that names one of the two restatements, or the metric, settles it.
    ///
    /// # Why it matters to an auditor
    ///
    /// One mistake is a mistake. A second one in the same place within a year says that the control which should have caught it is missing, and that
    /// somebody has to look at the process instead of the figure.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # two restatements of repeat contacts
    /// reason_code: C
    /// announced_on: 2026-02-12
    /// ---
    /// reason_code: C
    /// announced_on: 2026-07-02
    /// ```
    ///
    /// # Instead
    ///
    /// Write a finding under `content/findings/` that names the restatements as its evidence, and find out what they have in common.
    ///
    /// # Configuration
    ///
    /// A year is 365 days. Restatements for better data (`R1`), routine (`R2`) and method (`R3`) are no corrections.
    "C10" "correction-repeated" {
        severity: Severity::Information,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the restatements, the releases that name them and the figures that they change",
        expects: "no metric is corrected twice within a year without a finding",
        looks: Looks::Records(&[Kind::Restatement], test),
    }
}

/// Days within which a second correction shows a pattern: those of a year.
const WITHIN: i32 = 365;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Restatement(restatement) = &record.fields else {
        return;
    };
    if restatement.reason_code != RestatementReason::Correction {
        return sheet.not_applicable("it corrects no mistake");
    }
    let reference = record.reference();
    let Some(restating) = context.changes().restating(&reference) else {
        return sheet.untestable("no release names it, so that the metrics which it corrects are not known");
    };
    for metric in &restating.metrics {
        let corrections = context.changes().corrections(metric);
        let own = corrections.partition_point(|(day, other)| (*day, other) < (restatement.announced_on, &reference));
        let before = own.checked_sub(1).and_then(|position| corrections.get(position));
        let repeated = before.filter(|(day, other)| {
            day.add_days(WITHIN) >= restatement.announced_on && !is_looked_at(context, metric, &[other, &reference])
        });
        sheet.test(repeated.map(|(day, other)| {
            let message = format!("`{reference}` corrects `metric/{metric}` for the second time within a year, after `{other}` of {day}");
            let help = "write a finding that names both, and find out what they have in common";
            Failed::new(record.place("reason_code"), message, help)
        }));
    }
}

/// Whether a finding names the metric or one of the restatements.
fn is_looked_at(context: &Context<'_>, metric: &Id, restatements: &[&RecordRef]) -> bool {
    let metric = RecordRef { kind: Kind::Metric, id: metric.clone() };
    let named = restatements.iter().copied().chain([&metric]);
    let mut links = named.flat_map(|record| context.catalog.backlinks(record));
    links.any(|link| matches!(&link.from, Origin::Record(from) if from.kind == Kind::AuditFinding))
}
