//! G02: an action is past its day and not done.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// An action is past its day and not done.
    ///
    /// # What it does
    ///
    /// Compares `due` of each action that is `open` or `in-progress` with the day as of which the report speaks.
    ///
    /// # Why it matters to an auditor
    ///
    /// Actions are what a programme promises itself. Many that are late, or one that is late for long, show that findings are noted and not followed up.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/actions/2026-09-17-clear-the-backlog.yaml, on 23 November 2026
    /// state: in-progress
    /// due: 2026-11-13
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// state: implemented
    /// due: 2026-11-13
    /// in_place_from: 2026-11-12
    /// ```
    ///
    /// Where more time was agreed, leave `due` as it is and record a waiver of `G02` with the reason and the new day in `expires`, so that both days can be
    /// seen.
    ///
    /// # Configuration
    ///
    /// The day is that as of which the report speaks: `report.as_of` in `tickmark.yaml`, or the option `--as-of`.
    "G02" "action-overdue" {
        severity: Severity::Warning,
        supports: &[],
        mark: None,
        inputs: "the state of the action and the day by which it has to be done",
        expects: "an action that is not done is not past its day",
        looks: Looks::Records(&[Kind::Action], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Action(action) = &record.fields else {
        return;
    };
    if !action.is_to_do() {
        return sheet.not_applicable("nothing is left to be done");
    }
    let (due, day) = (action.due, context.as_of());
    let failed = (due < day).then(|| {
        let message = format!("the action `{}` was due on `{due}`, {} days ago, and is not done", record.id, due.days_until(day));
        Failed::new(record.place("due"), message, "finish the action, or record a waiver with the day that was agreed instead")
            .values(format!("done by {due}"), "not done")
    });
    sheet.test(failed);
}
