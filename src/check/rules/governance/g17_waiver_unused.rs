//! G17: a waiver is in force and covers nothing.

use crate::check::context::Context;
use crate::check::ledger::check_of;
use crate::check::result::{Failed, Verdict};
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::settings::CheckLevel;
use crate::model::waiver::{Waiver, WaiverState};
use crate::source::Record;

check! {
    /// A waiver is in force and covers nothing, because the check finds no fault with its subject.
    ///
    /// # What it does
    ///
    /// Makes every check first, and then looks for waivers in force by which no result was waived. Where the check could not be made for the
    /// subject, nobody can tell whether the waiver is needed. A waiver of a check that does not exist is the matter of G19.
    ///
    /// # Why it matters to an auditor
    ///
    /// A waiver that covers nothing was granted too broadly, or the fault has been mended. Left in force, it would hide the next one.
    ///
    /// # Example
    ///
    /// ```yaml
    /// state: active
    /// check: L07
    /// subject: transform/sorted-by-hand   # which names a `manual_reviewer` since May
    /// expires: 2027-05-31
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// state: expired
    /// check: L07
    /// subject: transform/sorted-by-hand
    /// expires: 2027-05-31
    /// ```
    ///
    /// # Configuration
    ///
    /// A check that is switched off under `checks` in `tickmark.yaml` finds nothing, and a waiver of it covers nothing.
    "G17" "waiver-unused" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the waivers in force, and the results of the checks that they name",
        expects: "a waiver in force covers something that is wrong",
        looks: Looks::Waivers(test),
    }
}

fn test(context: &Context<'_>, record: &Record, waiver: &Waiver, verdict: Option<Verdict>, sheet: &mut Sheet) {
    if waiver.state != WaiverState::Active || waiver.expires < context.as_of() {
        return sheet.not_applicable("the waiver is not in force");
    }
    let code = waiver.check.as_str();
    if check_of(code).is_none() {
        return sheet.not_applicable("no check has the code that it names");
    }
    match verdict {
        Some(Verdict::Waived) => return sheet.pass(),
        Some(Verdict::NotTestable) => return sheet.untestable(format!("{code} could not be made for `{}`", waiver.for_what())),
        _ => {}
    }
    let why = if context.catalog.settings().checks.get(code) == Some(&CheckLevel::Off) {
        format!("{code} is switched off")
    } else {
        format!("{code} finds no fault with `{}`", waiver.for_what())
    };
    let message = format!("the waiver `{}` is in force and covers nothing: {why}", record.id);
    sheet.fail(
        Failed::new(record.place("check"), message, "write `state: expired`, or correct `check` or `subject`")
            .values("a waived result", "none"),
    );
}
