//! C12: a change that could not wait was not reviewed in time.

use super::naming::change;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::change::{Change, ChangeState};
use crate::model::{Date, Kind};
use crate::source::Record;

check! {
    /// An emergency change was not reviewed within thirty days.
    ///
    /// # What it does
    ///
    /// Of a change with `emergency: true` it asks that `post_review` names a day no later than thirty days after the change came into force, and that the
    /// review was held by that thirtieth day. As long as there is time left nothing is said.
    ///
    /// # Why it matters to an auditor
    ///
    /// An emergency change goes round the agreement that guards definitions. The review afterwards is the control that takes its place; without it
    /// "emergency" is a way past the board.
    ///
    /// # Example
    ///
    /// ```yaml
    /// emergency: true
    /// effective: 2026-08-11
    /// # no `post_review`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// post_review:
    ///   due: 2026-09-10
    ///   held: 2026-09-03
    ///   by: committee/measures-board
    ///   outcome: Confirmed. The board would have decided the same.
    /// ```
    ///
    /// # Configuration
    ///
    /// The thirty days are the usual time in change management and cannot be set; they leave room for a monthly meeting.
    "C12" "emergency-unreviewed" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the change and the day as of which the report speaks",
        expects: "the review after an emergency was held within thirty days",
        looks: Looks::Records(&[Kind::Change], test),
    }
}

/// Days after an emergency change within which it has to be reviewed: time for one monthly meeting.
const REVIEW_WITHIN: i32 = 30;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let Some(change) = change(record).filter(|change| change.emergency) else {
        return sheet.not_applicable("it is no emergency change");
    };
    if matches!(change.state, ChangeState::Draft | ChangeState::Rejected) || change.effective > context.as_of() {
        return sheet.not_applicable("it does not hold yet");
    }
    let last = change.effective.add_days(REVIEW_WITHIN);
    match late(context, change, last) {
        Some((path, found)) => {
            let message = format!("expected `{}`, an emergency change, to be reviewed by `{last}`, found {found}", record.reference());
            let place = if record.node.entry("post_review").is_some() { record.place(path) } else { record.key_place("emergency") };
            let help = "review the change, and write under `post_review` when, by whom and what was found";
            sheet.fail(Failed::new(place, message, help).values(format!("held by {last}"), found));
        }
        None if change.post_review.as_ref().is_some_and(|review| review.held.is_some()) => sheet.pass(),
        None => sheet.not_applicable(format!("its review has time until {last}")),
    }
}

/// What is late, by its field, in words.
fn late(context: &Context<'_>, change: &Change, last: Date) -> Option<(&'static str, String)> {
    let is_over = context.as_of() > last;
    match &change.post_review {
        None => is_over.then(|| ("emergency", "none".to_owned())),
        Some(review) => match review.held {
            Some(held) => (held > last).then(|| ("post_review.held", format!("a review on `{held}`"))),
            None if is_over => Some(("post_review.due", "none held".to_owned())),
            None => (review.due > last).then(|| ("post_review.due", format!("one planned for `{}`", review.due))),
        },
    }
}
