//! T06: a metric that is not in use stands on a scorecard.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind, State};
use crate::source::Record;

check! {
    /// A metric that is not in use, or about to end, stands on a scorecard.
    ///
    /// # What it does
    ///
    /// Looks at the state of each metric of a scorecard. One that is only proposed or approved has no figures, a suspended one has none for now, a deprecated one
    /// is on its way out, and a retired one has ended.
    ///
    /// # Why it matters to an auditor
    ///
    /// People are judged by a scorecard. What it is made of has to be what the organisation stands by today.
    ///
    /// # Example
    ///
    /// ```yaml
    /// items:
    ///   - {metric: answered-in-20-seconds, weight: 100, floor: 60} # `state: retired`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// items:
    ///   - {metric: speed-of-answer, weight: 100, floor: 150}
    /// ```
    ///
    /// # Configuration
    ///
    /// Nothing to set. A pilot, a metric under review and a disputed one are reported and may stand on a scorecard; what T14 says of a pilot holds beside.
    "T06" "scorecard-metric-out-of-use" {
        severity: Severity::Error,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the state of each metric of the scorecard",
        expects: "every metric of a scorecard is in use",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    for (position, item) in scorecard.items.iter().enumerate() {
        let Some((metric, fields)) = context.catalog.metric(item.metric.id()) else {
            continue;
        };
        let out = matches!(fields.state, State::Proposed | State::Approved | State::Suspended | State::Deprecated | State::Retired);
        let failed = || {
            let message = format!("`{}` stands on the scorecard `{}` and is {}", metric.id, record.id, fields.state.label());
            let place = record.place(&format!("items.{position}.metric"));
            Failed::new(place, message, "take it off the scorecard, or put its successor in its place")
                .values("a metric in use", fields.state.label())
                .related(metric.place("state"), "its state stands here")
        };
        sheet.test(out.then(failed));
    }
    sheet.not_applicable("the scorecard has no metrics");
}
