//! G03: an action has no owner.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::action::ActionState;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// An action has no owner.
    ///
    /// # What it does
    ///
    /// Looks for `owner` in each action that was not cancelled. A day by which it is to be done is part of every action: without `due` it cannot be read.
    ///
    /// # Why it matters to an auditor
    ///
    /// What nobody in particular undertook, nobody can be asked about, and nobody can be told apart from whoever verifies it.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Confirm all guidance on billing
    /// state: open
    /// type: corrective
    /// due: 2026-04-30
    /// # no `owner`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// owner: person/tom-reddish
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to set beside the level of the check, under `checks` in `tickmark.yaml`.
    "G03" "action-without-owner" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the owner of the action",
        expects: "one person or team owns the action",
        looks: Looks::Records(&[Kind::Action], test),
    }
}

fn test(_: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Action(action) = &record.fields else {
        return;
    };
    if action.state == ActionState::Cancelled {
        return sheet.not_applicable("the action was given up");
    }
    let failed = record.envelope.owner.is_none().then(|| {
        let message = format!("the action `{}` has no owner", record.id);
        Failed::new(record.key_place("title"), message, "add `owner:` with one person or team")
    });
    sheet.test(failed);
}
