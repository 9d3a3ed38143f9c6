//! C06: a change held before it was agreed.

use super::naming::change;
use crate::catalog::NamingChange;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::review::Told;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::change::{Change, ChangeTarget};
use crate::model::{ChangeClass, Date, Kind};
use crate::source::Record;

check! {
    /// A change came into force before those who have to had agreed.
    ///
    /// # What it does
    ///
    /// Finds the day on which everybody had agreed who has to for the declared class: a committee for a breaking change, else the owner and somebody else.
    /// Compares it with the day under `effective` and with the first day of the version that the change brought in. Both may be that day itself.
    ///
    /// # Why it matters to an auditor
    ///
    /// A definition that holds backwards judges figures that are already known. Whoever may choose the first day afterwards may choose the result.
    ///
    /// # Example
    ///
    /// ```yaml
    /// effective: 2026-04-01
    /// approvals:
    ///   - {who: committee/measures-board, role: Board for definitions, date: 2026-04-16}
    /// ```
    ///
    /// # Instead
    ///
    /// Let the change hold from the first period after the agreement, and restate earlier figures where they have to follow.
    ///
    /// # Configuration
    ///
    /// A change that could not wait is marked with `emergency: true` and is then looked at by C12. One that holds backwards on purpose needs a waiver.
    "C06" "effective-before-approval" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation, Assertion::CutOff],
        mark: None,
        inputs: "the change with its approvals, and the first day of each version that it brought in",
        expects: "the change holds from the day of the last agreement, or later",
        looks: Looks::Records(&[Kind::Change], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let Some(change) = change(record).filter(|change| change.is_agreed()) else {
        return sheet.not_applicable("it is not agreed");
    };
    if change.emergency {
        return sheet.not_applicable("it could not wait, and is reviewed afterwards");
    }
    let lines = NamingChange::lines(record, change);
    let mut agreed: Option<Date> = None;
    let mut starts = Vec::new();
    for naming in lines {
        let Some(told) = Told::of(context.catalog, record, change, naming.target) else {
            continue;
        };
        agreed = agreed.max(told.agreed_on().or_else(|| first_agreement(change)));
        starts.extend(version_start(context, naming.target));
    }
    let Some(agreed) = agreed else {
        return sheet.untestable("nobody has agreed to it");
    };
    let name = record.reference();
    let help = "let it hold from a day after the last approval, or have a waiver agreed";
    sheet.test((change.effective < agreed).then(|| {
        let message = format!("expected `{name}` to hold from `{agreed}` or later, when all had agreed, found `{}`", change.effective);
        Failed::new(record.place("effective"), message, help).values(format!("{agreed} or later"), change.effective.to_string())
    }));
    for (changed, start) in starts.into_iter().filter(|(_, start)| *start != change.effective) {
        sheet.test((start < agreed).then(|| {
            let target = changed.reference();
            let message = format!("expected `{target}` to hold from `{agreed}` or later, when all had agreed to `{name}`, found `{start}`");
            Failed::new(changed.place("effective_from"), message, help).values(format!("{agreed} or later"), start.to_string())
        }));
    }
}

/// The first agreement that can decide the class; who else has to agree cannot be told.
fn first_agreement(change: &Change) -> Option<Date> {
    let breaking = change.declared_class.class() == ChangeClass::Breaking;
    let decides = change.approvals.iter().filter(|approval| !breaking || approval.who.record().kind == Kind::Committee);
    decides.map(|approval| approval.date).min()
}

/// The changed record with the first day of the version that the change brought in, where its text is known.
fn version_start<'a>(context: &Context<'a>, target: &ChangeTarget) -> Option<(&'a Record, Date)> {
    let now = context.catalog.record(target.record.record())?;
    let text = context.catalog.at_version(now, target.to?)?;
    Some((text, text.versioning?.effective_from))
}
