//! V06: people are asked as often as anybody likes, or more often than was agreed.

use super::asked::is_asked;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// A survey has no rule on how often one person is asked, or the rule was broken too often.
    ///
    /// # What it does
    ///
    /// Looks at each survey that a reported metric names. It finds surveys without `contact_rules`, and those of which `contact_breaches` reports a greater share
    /// of breaches than `contact_rules.limit_share` accepts. A limit without a measured share cannot be tested.
    ///
    /// # Why it matters to an auditor
    ///
    /// Whoever is asked too often stops answering, and the answers that are left are those of other people. Some will complain of being asked.
    ///
    /// # Example
    ///
    /// ```yaml
    /// contact_rules:
    ///   rule: Nobody is invited twice within 90 days.
    ///   limit_share: 0.5
    /// contact_breaches: {measured: 2026-10-26, share: 1.2}
    /// ```
    ///
    /// # Instead
    ///
    /// Mend the rule that draws people, and measure again; or agree on a rule that can be kept.
    ///
    /// # Configuration
    ///
    /// `contact_rules.limit_share` is the greatest share of breaches that is accepted, in per cent. Without it any share passes.
    "V06" "contact-rule-broken" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the contact rule of the survey, its limit, and the share of breaches that was measured",
        expects: "there is a rule, and it was broken no more often than its limit accepts",
        looks: Looks::Records(&[Kind::Survey], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Survey(survey) = &record.fields else {
        return;
    };
    if !is_asked(context.catalog, record) {
        return sheet.not_applicable("no metric that is reported names the survey");
    }
    let Some(rules) = &survey.contact_rules else {
        let message = format!("the survey `{}` has no rule on how often one person may be asked", record.id);
        return sheet.fail(Failed::new(
            record.key_place("title"),
            message,
            "add `contact_rules:` with the rule and the share of breaches that is accepted",
        ));
    };
    sheet.pass();
    match (rules.limit_share, &survey.contact_breaches) {
        (None, _) => {}
        (Some(_), None) => sheet.untestable("how often the rule was broken"),
        (Some(limit), Some(breaches)) => sheet.test((breaches.share > limit).then(|| {
            let message =
                format!("{} per cent of those asked by `{}` were asked against its rule, accepted are {limit}", breaches.share, record.id);
            let failed = Failed::new(record.place("contact_breaches.share"), message, "mend the rule that draws people, and measure again");
            failed.values(format!("at most {limit}"), breaches.share.to_string())
        })),
    }
}
