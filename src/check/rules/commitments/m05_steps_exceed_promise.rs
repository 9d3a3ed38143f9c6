//! M05: the times that are allowed inside do not fit into the time that was promised outside.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::commitment::CommitmentState;
use crate::model::{AnyRecord, Exact, Kind, Rounding};
use crate::source::Record;
use crate::stats::{Budget, BudgetPart};

check! {
    /// The times that are allowed for the steps exceed the time that is promised for the whole.
    ///
    /// # What it does
    ///
    /// Adds up the levels of all published commitments that support another (`supports`), exactly and in one unit of time, and compares the sum with the level
    /// of the one that they support. A step that is divided into steps itself is tested as a commitment of its own.
    ///
    /// # Why it matters to an auditor
    ///
    /// If every step keeps its limit and the customer still waits too long, the promise was never within reach of those who are held to it.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # the charter promises an answer within ten working days
    /// # triage: 3 days, investigation: 6 days, reply: 2 days
    /// supports: [charter-complaints]
    /// ```
    ///
    /// # Instead
    ///
    /// Agree on limits that leave some room: two days to triage, five to investigate, two to reply.
    ///
    /// # Configuration
    ///
    /// Only upper limits (`at-most`, `below`) can be added up, and only times, sums of money and counts of one unit. Steps that run side by side should
    /// not both support the same promise.
    "M05" "steps-exceed-promise" {
        severity: Severity::Warning,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the levels of the commitment and of all that support it",
        expects: "the steps fit into the whole",
        looks: Looks::Records(&[Kind::Commitment], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Commitment(commitment) = &record.fields else {
        return;
    };
    if commitment.state != CommitmentState::Published {
        return sheet.not_applicable("the commitment is not published");
    }
    let Some(budget) = Budget::of(context.catalog, record, commitment) else {
        return sheet.not_applicable("no other commitment supports it");
    };
    let Some((sum, rest)) = budget.sum().zip(budget.rest()) else {
        return sheet.untestable("the limits of the steps cannot be added up");
    };
    for part in &budget.parts {
        sheet.used(part.record.reference().to_string());
    }
    sheet.test(rest.is_negative().then(|| {
        let (sum, unit) = (shown(sum), budget.unit.code());
        let message = format!("the steps behind `{}` may take {sum} {unit} together, but {} are promised", record.id, commitment.level);
        let failed = Failed::new(record.place("level"), message, "shorten a step, or promise what the steps allow");
        let related = |failed: Failed, part: &BudgetPart<'_>| failed.related(part.record.place("level"), "one of the steps");
        budget.parts.iter().fold(failed, related).values(format!("at most {}", commitment.level), sum)
    }));
}

/// A sum with as many places as it needs, at most four.
fn shown(sum: Exact) -> String {
    let places = (0..=4).find_map(|places| sum.round(places, Rounding::HalfEven).filter(|rounded| rounded.exact() == sum));
    places.or_else(|| sum.round(4, Rounding::HalfEven)).map_or_else(String::new, |sum| sum.to_string())
}
