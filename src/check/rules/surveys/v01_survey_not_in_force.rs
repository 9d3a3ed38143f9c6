//! V01: answers were asked for with an instrument that was not in force.

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{Period, Version};
use crate::source::Record;
use crate::stats::Basis;

check! {
    /// A figure rests on answers to a survey that was not in force for the whole period.
    ///
    /// # What it does
    ///
    /// For each period in which a metric with a `survey` reports figures: looks up which version of the survey was in force on the first and on the last day.
    /// It finds periods in which none was, periods in the middle of which another version began that may ask otherwise (its first or second number was
    /// raised), and periods governed by another version than the one to which the metric is pinned. Periods before the oldest version that is known cannot be
    /// tested, unless that version is the first one there was.
    ///
    /// # Why it matters to an auditor
    ///
    /// Two wordings give two measures. A period that mixes them, or that nobody can say the wording of, cannot be compared with any other.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/surveys/after-contact.yaml, while figures are monthly
    /// version: 2.0.0
    /// effective_from: 2026-10-15
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// version: 2.0.0
    /// effective_from: 2026-11-01
    /// ```
    ///
    /// # Configuration
    ///
    /// A version that raises only the third number may begin on any day. `survey: after-contact@1.1.0` in a metric pins it to a version.
    "V01" "survey-not-in-force" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability],
        mark: None,
        inputs: "the periods with figures, and the versions of the survey by the day on which each took effect",
        expects: "one version of the survey is in force from the first day of the period to the last",
        looks: Looks::Figures(test),
    }
}

/// What is so of a period.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    None { first: Version },
    Changed { from: Version, to: Version },
    Other { pinned: Version, found: Version },
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let Some(reference) = &figures.metric.survey else {
        return sheet.not_applicable("the metric names no survey");
    };
    let Some(survey) = context.catalog.record(reference.record()) else {
        return;
    };
    sheet.used(reference.record().to_string());
    let reported = figures.each().map(|(_, _, point)| &point.latest);
    let periods: std::collections::BTreeSet<Period> =
        reported.filter(|figure| figure.value.is_ok() && matches!(figure.basis, Basis::Row { .. })).map(|figure| figure.period).collect();
    let mut wrong: BTreeMap<Standing, Vec<Period>> = BTreeMap::new();
    for period in periods {
        match standing(context, survey, reference.pinned(), period) {
            Ok(None) => sheet.pass(),
            Ok(Some(standing)) => wrong.entry(standing).or_default().push(period),
            Err(reason) => sheet.untestable(reason),
        }
    }
    for (standing, periods) in wrong {
        sheet.fail(failed(figures, survey, standing, &periods));
    }
    sheet.not_applicable("the metric has no figures");
}

/// What is wrong with a period, if anything is; or why that cannot be said.
fn standing(context: &Context<'_>, survey: &Record, pinned: Option<Version>, period: Period) -> Result<Option<Standing>, &'static str> {
    let (catalog, calendar) = (context.catalog, context.catalog.calendar());
    let on = |day| catalog.governs(survey, day);
    let Some(found) = on(period.first_day(calendar)) else {
        let oldest = catalog.texts(survey).first().and_then(|text| text.versioning).map(|versioning| versioning.version);
        return match oldest.filter(|oldest| *oldest <= Version::new(1, 0, 0)) {
            Some(first) => Ok(Some(Standing::None { first })),
            None => Err("the versions of the survey before the oldest one that is known"),
        };
    };
    let last = on(period.last_day(calendar)).unwrap_or(found);
    if (last.major(), last.minor()) != (found.major(), found.minor()) {
        return Ok(Some(Standing::Changed { from: found, to: last }));
    }
    let other = pinned.filter(|pinned| (pinned.major(), pinned.minor()) != (found.major(), found.minor()));
    Ok(other.map(|pinned| Standing::Other { pinned, found }))
}

fn failed(figures: &Figures<'_>, survey: &Record, standing: Standing, periods: &[Period]) -> Failed {
    let told = match periods {
        [one] => one.to_string(),
        [first, .., last] => format!("{first} to {last}"),
        [] => String::new(),
    };
    let metric = &figures.record.id;
    let (message, help) = match standing {
        Standing::None { first } => (
            format!("`{metric}` has figures for {told}, before the first version {first} of the survey `{}` took effect", survey.id),
            "begin the survey on the day on which its first question was asked, or remove the figures",
        ),
        Standing::Changed { from, to } => (
            format!(
                "the survey `{}` went from version {from} to {to} in the middle of {told}, for which `{metric}` has one figure",
                survey.id
            ),
            "let the new version take effect on the first day of a period",
        ),
        Standing::Other { pinned, found } => (
            format!("`{metric}` is pinned to version {pinned} of the survey `{}`, but {found} governs {told}", survey.id),
            "pin the metric to the version that was asked",
        ),
    };
    Failed::new(figures.record.place("survey"), message, help).related(survey.key_place("effective_from"), "takes effect here")
}
