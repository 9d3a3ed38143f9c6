//! V07: nobody has shown of late that an instrument, or the sorting of comments, gives the same result twice.

use super::asked::is_asked;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::insight::{Insight, InsightState, InsightType};
use crate::model::survey::Survey;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// Nothing recent shows that a survey, or the sorting of comments into themes, gives the same result twice.
    ///
    /// # What it does
    ///
    /// Looks at each survey that a reported metric names for a test under `stability_tests`, and at each insight that was reviewed and sorts comments or
    /// recordings into themes for its `agreement`. It finds surveys without a test, surveys whose newest test is too old, and insights without an agreement.
    ///
    /// # Why it matters to an auditor
    ///
    /// A measure that moves when nothing has happened cannot show that something has. Only asking or sorting the same things twice can tell.
    ///
    /// # Example
    ///
    /// ```yaml
    /// stability_tests:
    ///   - held: 2023-05-20
    ///     method: The same customers answered twice.
    ///     result: The share differed by 1.2 points.
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// stability_tests:
    ///   - held: 2026-03-24
    ///     method: The same 200 customers answered twice within ten days.
    ///     result: The share differed by 0.6 points; 91 in 100 chose the same or the next answer.
    /// ```
    ///
    /// # Configuration
    ///
    /// A test of a survey counts for two years, the usual time after which an instrument is tested again. Interviews and what members of staff said in a meeting
    /// need no agreement, since nobody counts them.
    "V07" "reliability-not-shown" {
        severity: Severity::Warning,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the stability tests of the survey or the agreement of the insight, and the day of the report",
        expects: "a test of the last two years, or an agreement among those who sorted",
        looks: Looks::Records(&[Kind::Survey, Kind::Insight], test),
    }
}

/// Months for which a test of stability counts.
const VALID_MONTHS: u32 = 24;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Survey(survey) if is_asked(context.catalog, record) => of_survey(context, record, survey, sheet),
        AnyRecord::Survey(_) => sheet.not_applicable("no metric that is reported names the survey"),
        AnyRecord::Insight(insight) => of_insight(record, insight, sheet),
        _ => {}
    }
}

fn of_survey(context: &Context<'_>, record: &Record, survey: &Survey, sheet: &mut Sheet) {
    let day = context.as_of();
    let newest = survey.stability_tests.iter().enumerate().filter(|(_, test)| test.held <= day).max_by_key(|(_, test)| test.held);
    let Some((index, newest)) = newest else {
        let message = format!("nothing shows that the survey `{}` gives the same result twice", record.id);
        return sheet.fail(Failed::new(
            record.key_place("title"),
            message,
            "ask the same people twice, and add what was found under `stability_tests`",
        ));
    };
    sheet.test((newest.held.add_months(VALID_MONTHS) < day).then(|| {
        let message = format!(
            "the newest test of whether `{}` gives the same result twice is of {}, more than two years ago",
            record.id, newest.held
        );
        Failed::new(
            record.place(&format!("stability_tests.{index}.held")),
            message,
            "ask the same people twice again, and add what was found",
        )
    }));
}

fn of_insight(record: &Record, insight: &Insight, sheet: &mut Sheet) {
    if insight.state == InsightState::Draft || !matches!(insight.kind, InsightType::Theme | InsightType::Speech) {
        return sheet.not_applicable("it is a draft, or nothing in it is counted by theme");
    }
    sheet.test(insight.agreement.is_none().then(|| {
        let message =
            format!("`{}` counts what {} comments say, and does not tell how far those who sorted them agree", record.id, insight.n);
        Failed::new(
            record.key_place("protocol"),
            message,
            "let two people sort the same part, and add `agreement:` with the measure and its value",
        )
    }));
}
