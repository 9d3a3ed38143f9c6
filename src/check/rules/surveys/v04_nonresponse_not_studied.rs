//! V04: it is not known whether those who did not answer differ from those who did.

use super::asked::is_asked;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// No analysis of those who did not answer is still valid.
    ///
    /// # What it does
    ///
    /// Looks at each survey that a reported metric names, unless everybody has to answer it. It finds surveys without a `nonresponse_analysis`, and analyses whose
    /// `valid_until` is over on the day of the report.
    ///
    /// # Why it matters to an auditor
    ///
    /// One in seven answers. Whether the other six would say the same is the largest doubt about the figure, and no interval shows it.
    ///
    /// # Example
    ///
    /// ```yaml
    /// nonresponse_analysis:
    ///   held: 2023-05-02
    ///   valid_until: 2024-05-01
    ///   result: Those who did not answer were as satisfied.
    /// ```
    ///
    /// # Instead
    ///
    /// Ask a sample of those who did not answer in another way, and record what was found, with its evidence, under `nonresponse_analysis`.
    ///
    /// # Configuration
    ///
    /// `valid_until` says how long an analysis can be relied on. Without it, two years from `held` count: longer than that, neither the customers nor the way of
    /// asking stay the same.
    "V04" "nonresponse-not-studied" {
        severity: Severity::Warning,
        supports: &[Assertion::Completeness],
        mark: None,
        inputs: "the analysis of non-response of the survey, and the day of the report",
        expects: "an analysis of non-response is there and still valid",
        looks: Looks::Records(&[Kind::Survey], test),
    }
}

/// Months for which an analysis counts that does not say how long.
const VALID_MONTHS: u32 = 24;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Survey(survey) = &record.fields else {
        return;
    };
    if !is_asked(context.catalog, record) {
        return sheet.not_applicable("no metric that is reported names the survey");
    }
    let Some(analysis) = &survey.nonresponse_analysis else {
        let message = format!("nobody has looked into whether those who do not answer `{}` differ from those who do", record.id);
        let help = "ask a sample of them in another way, and add `nonresponse_analysis:` with what was found";
        return sheet.fail(Failed::new(record.key_place("title"), message, help));
    };
    let until = analysis.valid_until.unwrap_or_else(|| analysis.held.add_months(VALID_MONTHS));
    sheet.test((until < context.as_of()).then(|| {
        let field = if analysis.valid_until.is_some() { "nonresponse_analysis.valid_until" } else { "nonresponse_analysis.held" };
        let message =
            format!("the analysis of those who do not answer `{}` was held on {} and counted until {until}", record.id, analysis.held);
        Failed::new(record.place(field), message, "look into it again, and record what was found")
    }));
}
