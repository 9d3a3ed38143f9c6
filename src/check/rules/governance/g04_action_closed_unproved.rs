//! G04: an action was closed without proof that it helped, or by its owner's own word.

use super::people::is_one;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::action::{Action, ActionState, ActionType};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// An action was closed without proof that it helped, or by its owner's own word.
    ///
    /// # What it does
    ///
    /// Looks at each action that is `verified`, `ineffective` or `closed`. It needs `closing_evidence`, and `verified_by` somebody who is not its owner: not
    /// the same person or team, and not a team of which the owner is the only member. An action of type `communication` that moves no metric needs neither
    /// when it is closed; where a verifier is named nevertheless, it is not the owner.
    ///
    /// # Why it matters to an auditor
    ///
    /// An action that its owner declares to be a success is a claim and no evidence. Without a second pair of eyes the list of closed actions shows diligence,
    /// not effect.
    ///
    /// # Example
    ///
    /// ```yaml
    /// owner: person/tom-reddish
    /// state: verified
    /// closed_on: 2026-07-23
    /// verified_by: person/tom-reddish
    /// # no `closing_evidence`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// owner: person/tom-reddish
    /// state: verified
    /// closed_on: 2026-07-23
    /// closing_evidence: [2026-07-23-guidance-follow-up]
    /// verified_by: person/elin-vaughan
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to set beside the level of the check, under `checks` in `tickmark.yaml`.
    "G04" "action-closed-unproved" {
        severity: Severity::Error,
        supports: &[Assertion::Segregation, Assertion::Existence],
        mark: None,
        inputs: "the state, the closing evidence, the owner and the verifier of the action",
        expects: "a closed action has evidence, and was verified by somebody else than its owner",
        looks: Looks::Records(&[Kind::Action], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Action(action) = &record.fields else {
        return;
    };
    if !matches!(action.state, ActionState::Verified | ActionState::Ineffective | ActionState::Closed) {
        return sheet.not_applicable("the action was not closed");
    }
    let only_tells = action.state == ActionState::Closed && action.kind == ActionType::Communication && action.effect_metric.is_none();
    if !only_tells {
        sheet.test(without_evidence(record, action));
    }
    match (&action.verified_by, &record.envelope.owner) {
        (Some(verifier), Some(owner)) => {
            let day = action.closed_on.unwrap_or(context.as_of());
            let own = is_one(context.catalog, verifier.record(), owner.record(), day);
            sheet.test(own.then(|| {
                let message = format!("the action `{}` was verified by `{verifier}`, who is its owner `{owner}`", record.id);
                Failed::new(record.place("verified_by"), message, "have the action verified by somebody who does not own it")
                    .values(format!("somebody else than {owner}"), verifier.to_string())
            }));
        }
        (None, _) if !only_tells => {
            let message = format!("the action `{}` was closed and names nobody who verified it", record.id);
            sheet.fail(Failed::new(record.place("state"), message, "add `verified_by:` with somebody who does not own the action"));
        }
        (Some(_), None) => sheet.untestable("the action has no owner"),
        (None, _) => sheet.not_applicable("nothing was to be moved by it"),
    }
}

fn without_evidence(record: &Record, action: &Action) -> Option<Failed> {
    action.closing_evidence.is_empty().then(|| {
        let message = format!("the action `{}` was closed without evidence of what it did", record.id);
        Failed::new(record.place("state"), message, "add `closing_evidence:` with the records that show what came of it")
    })
}
