//! G16: a waiver has run out, and is still treated as if it held.

use crate::check::context::Context;
use crate::check::result::{Failed, Verdict};
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::waiver::{Waiver, WaiverState};
use crate::source::Record;

check! {
    /// A waiver has run out and is still marked as active, or what it covered is still wrong.
    ///
    /// # What it does
    ///
    /// Reports a waiver that says `active` after its day in `expires`, and a waiver that is over although the check that it set aside still finds fault with
    /// its subject. The finding itself is told by the check as well: a waiver that is over covers nothing.
    ///
    /// # Why it matters to an auditor
    ///
    /// A waiver is a promise that something will be mended by a day. Where the day has gone by and nothing was mended, the exception has become the rule.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # on 23 November 2026
    /// state: active
    /// check: L07
    /// subject: transform/sorted-by-hand
    /// expires: 2026-09-30
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// state: expired
    /// check: L07
    /// subject: transform/sorted-by-hand
    /// expires: 2026-09-30
    /// ```
    ///
    /// Mend what it covered. Where that takes longer, have a new waiver approved; a day that is only moved hides how long the exception has lasted.
    ///
    /// # Configuration
    ///
    /// The day is that as of which the report speaks: `report.as_of` in `tickmark.yaml`, or the option `--as-of`.
    "G16" "waiver-expired" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the state and the last day of the waiver, and what the check says of its subject",
        expects: "a waiver that is over says so, and nothing needs it any more",
        looks: Looks::Waivers(test),
    }
}

fn test(context: &Context<'_>, record: &Record, waiver: &Waiver, verdict: Option<Verdict>, sheet: &mut Sheet) {
    let (day, expires) = (context.as_of(), waiver.expires);
    let is_past = expires < day;
    if waiver.state == WaiverState::Active && !is_past {
        return sheet.pass();
    }
    sheet.test((waiver.state == WaiverState::Active).then(|| {
        let message =
            format!("the waiver `{}` ran out on `{expires}`, {} days ago, and is still `active`", record.id, expires.days_until(day));
        Failed::new(record.place("expires"), message, "write `state: expired`, and have a new waiver approved if one is needed")
            .values("expired", "active")
    }));
    sheet.test((verdict == Some(Verdict::Fail)).then(|| {
        let message = format!("the waiver `{}` is over, and {} still finds fault with `{}`", record.id, waiver.check, waiver.for_what());
        Failed::new(record.place("check"), message, "mend what the waiver covered, or have a new waiver approved")
    }));
}
