//! G01: a review meeting or the review of a policy is overdue.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::policy::Policy;
use crate::model::review::{Review, ReviewState};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// A review meeting or the review of a policy is overdue.
    ///
    /// # What it does
    ///
    /// Reports a meeting that is still `planned` although its day has gone by, a meeting that was `missed` and after which its committee has not met
    /// again, and a policy past its `review_by`. The review of metric definitions is the matter of D15, that of exclusions of D10.
    ///
    /// # Why it matters to an auditor
    ///
    /// A control that depends on a meeting does not work while the meeting does not take place. A record that still says `planned` leaves open whether it
    /// did.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/reviews/2026-05-21-performance.yaml, on 23 November 2026
    /// title: Performance review, May 2026
    /// state: planned
    /// type: performance
    /// body: service-board
    /// scheduled: 2026-05-21
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// state: held
    /// scheduled: 2026-05-21
    /// held: 2026-05-21
    /// ```
    ///
    /// Or write `state: missed` and hold the meeting that makes up for it. A policy that was looked at gets a new `review_by`.
    ///
    /// # Configuration
    ///
    /// The day is that as of which the report speaks: `report.as_of` in `tickmark.yaml`, or the option `--as-of`.
    "G01" "review-overdue" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the day of the review, its state, and the later meetings of the committee",
        expects: "no review is past its day without having been held",
        looks: Looks::Records(&[Kind::Review, Kind::Policy], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Review(review) => sheet.test(of_meeting(context, record, review)),
        AnyRecord::Policy(policy) => sheet.test(of_policy(context, record, policy)),
        _ => {}
    }
}

fn of_meeting(context: &Context<'_>, record: &Record, review: &Review) -> Option<Failed> {
    let (day, scheduled) = (context.as_of(), review.scheduled);
    match review.state {
        ReviewState::Planned if scheduled < day => {
            let days = scheduled.days_until(day);
            let message = format!("the review `{}` was planned for `{scheduled}`, {days} days ago, and is still `planned`", record.id);
            let help = "write `state: held` with the day in `held`, or `state: missed`";
            Some(Failed::new(record.place("scheduled"), message, help).values(format!("held by {scheduled}"), "planned"))
        }
        ReviewState::Missed if scheduled < day => {
            let body = review.body.record();
            let last = context.governance().last_held(body);
            if last.is_some_and(|last| last >= scheduled) {
                return None;
            }
            let message = format!("the review `{}` of `{scheduled}` was missed, and `{body}` has not met since", record.id);
            Some(Failed::new(record.place("state"), message, "hold a review that takes up its points"))
        }
        ReviewState::Planned | ReviewState::Missed | ReviewState::Held => None,
    }
}

fn of_policy(context: &Context<'_>, record: &Record, policy: &Policy) -> Option<Failed> {
    let (day, by) = (context.as_of(), policy.review_by);
    if by >= day {
        return None;
    }
    let message = format!("the policy `{}` was to be reviewed by `{by}`, {} days ago", record.id, by.days_until(day));
    Some(Failed::new(record.place("review_by"), message, "review the policy, and write the day of the next review in `review_by`"))
}
