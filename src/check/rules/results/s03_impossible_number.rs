//! S03: a count or value cannot be.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::Scoring;
use crate::stats::{Figure, column};

check! {
    /// A count or value cannot be.
    ///
    /// # What it does
    ///
    /// Looks at each row, earlier vintages included: a numerator above its denominator in a proportion, a value that rests on no observation, a value outside
    /// the metric's `valid_range`.
    ///
    /// # Why it matters to an auditor
    ///
    /// An impossible number is a sure sign of an error in the extract or in the transformation before it.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator
    /// 2026-01,512,500
    /// ```
    ///
    /// # Instead
    ///
    /// Find out which of the two counts is wrong, and report both again in a new release.
    ///
    /// # Configuration
    ///
    /// `valid_range` of the metric says which values there can be.
    "S03" "impossible-number" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the counts and values of each row, and the valid range of the definition",
        expects: "no part exceeds its whole, no value rests on nothing, and none is outside the valid range",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let failed = |key: &[u16], figure: &Figure| {
        let problem = problem(figures, figure)?;
        let message = format!("{}: {problem}", described(context.catalog, figures, key, figure));
        Some(Failed::new(place(context.catalog, figures, figure), message, "correct the row in a new release"))
    };
    for (at, key, point) in figures.each() {
        for figure in &point.earlier {
            sheet.test(failed(key, figure));
        }
        sheet.test_figure(at, failed(key, &point.latest));
    }
}

fn problem(figures: &Figures<'_>, figure: &Figure) -> Option<String> {
    let number = |name| column(&figures.series.columns, &figure.numbers, name);
    if let (Scoring::Proportion, Some(part), Some(whole)) = (figures.metric.scoring, number("numerator"), number("denominator"))
        && part > whole
    {
        return Some(format!("the numerator {part} exceeds the denominator {whole}"));
    }
    if let (Some(0), Some(value)) = (number("n").map(|n| n.exact().numerator()), number("value")) {
        return Some(format!("the value {value} rests on no observation"));
    }
    let (value, [least, greatest]) = (figure.value.ok()?, figures.metric.valid_range.as_slice()) else {
        return None;
    };
    let published = figure.published.map_or_else(String::new, |published| published.to_string());
    (value < least.exact() || value > greatest.exact()).then(|| format!("{published} is outside {least} to {greatest}"))
}
