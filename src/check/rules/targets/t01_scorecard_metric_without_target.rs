//! T01: a metric of a scorecard has no target for a period that is scored.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind, Period};
use crate::source::Record;

check! {
    /// A metric of a scorecard has no target for a period that is scored.
    ///
    /// # What it does
    ///
    /// Takes every period of a scorecard from the day on which its version takes effect to the newest one with a figure, and looks for an agreed target that
    /// covers the whole period and exactly the part of the results that the item scores. A draft is no target.
    ///
    /// # Why it matters to an auditor
    ///
    /// Without a target an item attains nothing and is left out of the score, however good or bad its figure is. The score then rests on other metrics than
    /// those which were agreed.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/targets/abandonment.yaml, while the scorecard goes on in April
    /// metric: abandonment
    /// from: 2025-04
    /// to: 2026-03
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # metrics/targets/abandonment-2026.yaml
    /// metric: abandonment
    /// from: 2026-04
    /// target: 5
    /// ```
    ///
    /// # Configuration
    ///
    /// A warning, and an error under the profile `assured`. `scope` of the item and of the target have to name the same codes.
    "T01" "scorecard-metric-without-target" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the items of the scorecard, and the targets that are agreed for each period",
        expects: "every item has a target in every period that is scored",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    sheet.not_applicable("no period of the scorecard has a figure yet");
    let results = context.scorecards().results(context.catalog, &record.id);
    for (position, item) in scorecard.items.iter().enumerate() {
        let missing = |(period, result): &(Period, crate::stats::ScorecardResult)| {
            result.items.get(position).is_some_and(|item| item.target.is_none()).then_some(*period)
        };
        let without: Vec<Period> = results.iter().filter_map(missing).collect();
        if let Some((first, last)) = without.first().zip(without.last()) {
            sheet.fail(untargeted(record, position, item.metric.id().as_str(), (*first, *last, without.len())));
        } else if !results.is_empty() {
            sheet.pass();
        }
    }
}

fn untargeted(record: &Record, position: usize, metric: &str, (first, last, count): (Period, Period, usize)) -> Failed {
    let when = if count == 1 { format!("for {first}") } else { format!("in {count} periods from {first} to {last}") };
    let message = format!("`{metric}` stands on the scorecard `{}` and has no target {when}", record.id);
    let place = record.place(&format!("items.{position}.metric"));
    Failed::new(place, message, format!("agree a target of `{metric}` for these periods, or take it off the scorecard"))
        .values("an agreed target", "none")
}
