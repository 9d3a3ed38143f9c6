//! L07: work that is done by hand is looked over by nobody else.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::transform::{Operation, TransformState};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// Records are changed by hand, and nobody independent looks over the work.
    ///
    /// # What it does
    ///
    /// Looks at each transform in use whose `operation` is `manual`, and demands a `manual_reviewer` who is somebody else than its `owner`.
    ///
    /// # Why it matters to an auditor
    ///
    /// Nothing but a second pair of eyes stands between a slip of the hand, or a wish, and the published figure.
    ///
    /// # Example
    ///
    /// ```yaml
    /// owner: person/samuel-achterberg
    /// operation: manual
    /// manual_reviewer: person/samuel-achterberg
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// owner: person/samuel-achterberg
    /// operation: manual
    /// manual_reviewer: person/elin-vaughan
    /// ```
    ///
    /// # Configuration
    ///
    /// A reviewer from the same team counts as independent; the same person or the same team does not.
    "L07" "manual-step-unreviewed" {
        severity: Severity::Error,
        supports: &[Assertion::Segregation, Assertion::Accuracy],
        mark: None,
        inputs: "the operation, the owner and the reviewer of the transform",
        expects: "somebody other than the owner looks over what is done by hand",
        looks: Looks::Records(&[Kind::Transform], test),
    }
}

fn test(_: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Transform(transform) = &record.fields else {
        return;
    };
    if transform.operation != Operation::Manual || transform.state == TransformState::Retired {
        return sheet.not_applicable("nothing is done by hand");
    }
    let Some(reviewer) = &transform.manual_reviewer else {
        let message = format!("`{}` is done by hand, and nobody is named who looks over the work", record.id);
        return sheet.fail(Failed::new(
            record.place("operation"),
            message,
            "add `manual_reviewer:` with a person or team other than the owner",
        ));
    };
    let Some(owner) = &record.envelope.owner else {
        return sheet.untestable("nobody is named who does the work");
    };
    sheet.test((owner.record() == reviewer.record()).then(|| {
        let message = format!("`{}` is done by hand and looked over by its owner, `{}`", record.id, owner.record());
        Failed::new(record.place("manual_reviewer"), message, "name a reviewer who is not the owner")
    }));
}
