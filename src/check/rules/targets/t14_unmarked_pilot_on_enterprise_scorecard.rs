//! T14: a pilot metric stands on a scorecard of the whole organisation as if it were proven.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind, State};
use crate::source::Record;

check! {
    /// A pilot metric stands on a scorecard of the whole organisation without the mark of a pilot.
    ///
    /// # What it does
    ///
    /// On a scorecard whose `level` is the organisation: an item whose metric is a pilot has to say `pilot: true`, and one that says so has to be a pilot still.
    ///
    /// # Why it matters to an auditor
    ///
    /// The method of a pilot is still being tried. Those who read the scorecard of the whole organisation were not there when that was agreed, and take every figure
    /// on it for proven.
    ///
    /// # Example
    ///
    /// ```yaml
    /// level: organisation
    /// items:
    ///   - {metric: customer-effort, weight: 10, floor: 4} # `state: pilot`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// level: organisation
    /// items:
    ///   - {metric: customer-effort, weight: 10, floor: 4, pilot: true}
    /// ```
    ///
    /// # Configuration
    ///
    /// These words under `level` stand for the whole organisation: `organisation`, `organization`, `enterprise`, `company`, `corporate` and `group`.
    "T14" "unmarked-pilot-on-enterprise-scorecard" {
        severity: Severity::Warning,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the level of the scorecard, the mark of each item and the state of its metric",
        expects: "an item is marked as a pilot where its metric is one, and only there",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

/// What people write for the whole organisation.
const ENTERPRISE: [&str; 6] = ["organisation", "organization", "enterprise", "company", "corporate", "group"];

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    let whole = scorecard.level.as_ref().is_some_and(|level| ENTERPRISE.contains(&level.trim().to_lowercase().as_str()));
    if !whole {
        return sheet.not_applicable("the scorecard is not one of the whole organisation");
    }
    for (position, item) in scorecard.items.iter().enumerate() {
        let Some((metric, fields)) = context.catalog.metric(item.metric.id()) else {
            continue;
        };
        let failed = match (fields.state == State::Pilot, item.pilot) {
            (true, false) => Some((
                record.place(&format!("items.{position}.metric")),
                format!("`{}` is a pilot and stands on `{}` without the mark of one", metric.id, record.id),
                "write `pilot: true` beside it",
            )),
            (false, true) => Some((
                record.place(&format!("items.{position}.pilot")),
                format!("`{}` bears the mark of a pilot on `{}` and is {}", metric.id, record.id, fields.state.label()),
                "take the mark away",
            )),
            _ => None,
        };
        sheet.test(
            failed.map(|(place, message, help)| Failed::new(place, message, help).related(metric.place("state"), "its state stands here")),
        );
    }
}
