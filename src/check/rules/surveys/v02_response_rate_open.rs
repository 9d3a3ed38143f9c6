//! V02: the response rate cannot be computed from what is reported, or differs from it.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::survey::{ResponseRate, Survey};
use crate::model::{AnyRecord, Decimal, Exact, Rounding};
use crate::stats::{Dispositions, Figure, column, response_rate};

check! {
    /// What is reported of invitations and answers does not give the response rate.
    ///
    /// # What it does
    ///
    /// Sorts the counts of each row of a metric with a `survey` as the AAPOR Standard Definitions do: `completes` and `partials` are answers, other
    /// invitations that were `delivered` are non-contacts, and those that were not are of unknown eligibility. It finds rows in which more were delivered than
    /// `invited`, or more answered than delivered, and rows whose `n` is neither the complete answers nor lies between these and all answers. Where the metric
    /// declares a term `response_rate` and reports it, the rate is computed by the formula that the survey names, RR1 to RR6, and compared at its last digit.
    /// That a survey names its formula is demanded when the project is read.
    ///
    /// # Why it matters to an auditor
    ///
    /// The same answers give a rate of 40 or of 44 per cent, by formula. A rate that cannot be computed again says nothing about whom the answers stand for.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,invited,delivered,completes,partials,n
    /// 2026-09,1000,910,940,20,940
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,invited,delivered,completes,partials,n
    /// 2026-09,1000,910,400,20,400
    /// ```
    ///
    /// # Configuration
    ///
    /// `response_rate` of the survey names the formula. RR3 and RR4 need an estimate of how many unknown cases are eligible, for which there is no field; a
    /// rate by them cannot be tested.
    "V02" "response-rate-open" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the invitations, deliveries and answers of each row, and the formula that the survey names",
        expects: "answers are among those delivered, and the response rate follows from the counts",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let fields = figures.metric.survey.as_ref().and_then(|survey| context.catalog.record(survey.record())).map(|record| &record.fields);
    let Some(AnyRecord::Survey(survey)) = fields else {
        return sheet.not_applicable("the metric names no survey");
    };
    for (at, key, point) in figures.each() {
        for figure in &point.earlier {
            if let Some(tested) = problem(figures, survey, figure) {
                sheet.test(tested.ok().flatten().map(|problem| failed(context, figures, key, figure, &problem)));
            }
        }
        match problem(figures, survey, &point.latest) {
            None => {}
            Some(Ok(found)) => sheet.test_figure(at, found.map(|problem| failed(context, figures, key, &point.latest, &problem))),
            Some(Err(reason)) => sheet.untestable_figure(at, reason),
        }
    }
    if sheet.tested == 0 && sheet.untested == 0 && !figures.is_empty() {
        sheet.untestable("rows do not say how many were invited and how many answered");
    }
    sheet.not_applicable("the metric has no figures");
}

fn failed(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], figure: &Figure, problem: &str) -> Failed {
    let message = format!("{}: {problem}", described(context.catalog, figures, key, figure));
    Failed::new(place(context.catalog, figures, figure), message, "correct the counts in a new release")
}

type Tested = Result<Option<String>, &'static str>;

/// What is wrong with the counts of a row; nothing where it has no such counts.
fn problem(figures: &Figures<'_>, survey: &Survey, figure: &Figure) -> Option<Tested> {
    let number = |name| column(&figures.series.columns, &figure.numbers, name);
    let count = |name| {
        number(name)
            .filter(Decimal::is_integer)
            .and_then(|count| u64::try_from(count.exact().round(0, Rounding::HalfEven)?.mantissa()).ok())
    };
    let (invited, complete) = (count("invited")?, count("completes")?);
    let partial = count("partials").unwrap_or_default();
    let reached = count("delivered").unwrap_or(invited);
    let answers = complete.checked_add(partial)?;
    if reached > invited {
        return Some(Ok(Some(format!("{reached} invitations were delivered, but only {invited} people were invited"))));
    }
    if answers > reached {
        return Some(Ok(Some(format!("{answers} people answered, but only {reached} were reached"))));
    }
    if let Some(n) = count("n").filter(|n| !(complete..=answers).contains(n)) {
        return Some(Ok(Some(format!("`n` is {n}, but {complete} answers are complete and {partial} partial"))));
    }
    let cases = Dispositions { complete, partial, non_contact: reached - answers, unknown: invited - reached, ..Dispositions::default() };
    let Some(reported) = number("response_rate") else {
        return Some(Ok(None));
    };
    Some(compare(survey.response_rate, cases, reported))
}

/// Holds a rate that is reported in per cent against the counts, at its last digit.
fn compare(formula: ResponseRate, cases: Dispositions, reported: Decimal) -> Tested {
    if matches!(formula, ResponseRate::Rr3 | ResponseRate::Rr4) && cases.unknown > 0 {
        return Err("the estimate of how many unknown cases are eligible has no field");
    }
    let rate = response_rate(formula, cases, Some(Exact::ZERO)).and_then(|rate| rate.checked_mul(Exact::from_integer(100)));
    let Some(expected) = rate.and_then(|rate| rate.round(reported.scale(), Rounding::HalfEven)) else {
        return Err("nobody was invited");
    };
    let differs = expected.exact() != reported.exact();
    Ok(differs.then(|| format!("the response rate is reported as {reported}, recalculated {expected}")))
}
