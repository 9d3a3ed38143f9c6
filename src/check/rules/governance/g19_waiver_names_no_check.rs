//! G19: a waiver names a check that does not exist.

use crate::check::context::Context;
use crate::check::ledger::check_of;
use crate::check::registry::{CHECKS, RETIRED};
use crate::check::result::{Failed, Verdict};
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::did_you_mean;
use crate::model::waiver::Waiver;
use crate::source::Record;

check! {
    /// A waiver names a check that does not exist, and so sets nothing aside.
    ///
    /// # What it does
    ///
    /// Compares `check` of each waiver with the codes of the checks. Names of checks are not codes, and what the reader of files reports (codes that begin
    /// with `R`) cannot be waived.
    ///
    /// # Why it matters to an auditor
    ///
    /// A waiver that was approved and covers nothing shows that those who approved it did not know what they set aside.
    ///
    /// # Example
    ///
    /// ```yaml
    /// check: manual-step-unreviewed
    /// subject: transform/sorted-by-hand
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// check: L07
    /// subject: transform/sorted-by-hand
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to set beside the level of the check, under `checks` in `tickmark.yaml`. `tickmark explain` tells what each code stands for.
    "G19" "waiver-names-no-check" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the code in the waiver, and the table of checks",
        expects: "the waiver names the code of a check",
        looks: Looks::Waivers(test),
    }
}

fn test(_: &Context<'_>, record: &Record, waiver: &Waiver, _: Option<Verdict>, sheet: &mut Sheet) {
    let code = waiver.check.as_str();
    sheet.test(check_of(code).is_none().then(|| {
        let shown = code;
        let message = if RETIRED.contains(&code) {
            format!("the waiver `{}` names `{shown}`, a check that does not exist any more", record.id)
        } else {
            format!("the waiver `{}` names `{shown}`, which is no code of a check", record.id)
        };
        Failed::new(record.place("check"), message, help(code)).values("a code such as `L07`", format!("`{shown}`"))
    }));
}

fn help(code: &str) -> String {
    let by_name = CHECKS.iter().find(|check| check.code.name == code);
    let known = by_name.map(|check| check.code.id).or_else(|| did_you_mean(code, CHECKS.iter().map(|check| check.code.id)));
    known.map_or_else(|| "write the code of the check, as its findings show it".to_owned(), |known| format!("write `{known}`"))
}
