//! S01: a reported value differs from the value recalculated from its counts.

use super::place::{described, place};
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::Exact;
use crate::stats::{Basis, Figure};

check! {
    /// A reported value differs from the value recalculated from its counts.
    ///
    /// # What it does
    ///
    /// Applies the formula of the version in force to the counts of each row, earlier vintages included, and compares the outcome with the value that the row
    /// reports. Half a unit of the last published digit is allowed; where no value is reported, the recalculated one is what is published.
    ///
    /// # Why it matters to an auditor
    ///
    /// It is the recalculation of an auditor's programme (ISA 500): the published figure follows from its counts by the definition, and by nothing else.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator,value
    /// 2026-01,412,500,84.2
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator,denominator,value
    /// 2026-01,412,500,82.4
    /// ```
    ///
    /// # Configuration
    ///
    /// `decimals` and `rounding` of the metric decide the tolerance. `checks: {S01: warn}` in `tickmark.yaml` gives the check another level.
    "S01" "value-not-recalculated" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: Some(Mark::Recalculated),
        inputs: "the counts and the reported value of each row, and the formula of the version in force",
        expects: "the value is that of the formula, within half a unit of the last published digit",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    for (at, key, point) in figures.each() {
        for figure in &point.earlier {
            if let Some(failed) = differing(context, figures, key, figure) {
                sheet.fail(failed);
            }
        }
        let figure = &point.latest;
        match (figure.value, differing(context, figures, key, figure)) {
            (_, Some(failed)) => sheet.fail_figure(at, failed),
            (Ok(_), None) if figure.recomputed => sheet.pass_figure(at),
            (Ok(_), None) if matches!(figure.basis, Basis::Row { .. }) => {
                sheet.untestable_figure(at, "rows report a value without the counts behind it");
            }
            _ => {}
        }
    }
    sheet.not_applicable("there is no figure with a value");
}

/// What is wrong with a figure whose reported value is not the recalculated one.
fn differing(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], figure: &Figure) -> Option<Failed> {
    let (Some(reported), Ok(value), true) = (figure.reported, figure.value, figure.recomputed) else {
        return None;
    };
    let decimals = figures.series.calculation_of(figure.period, figure.pinned).decimals();
    let tolerance = Exact::new(1, 2 * 10_i128.pow(decimals));
    let difference = reported.exact().checked_sub(value);
    let agrees = difference.zip(tolerance).is_some_and(|(difference, tolerance)| {
        difference <= tolerance && difference.checked_neg().is_some_and(|negative| negative <= tolerance)
    });
    if agrees {
        return None;
    }
    let computed = figure.published.map_or_else(|| "no value".to_owned(), |value| value.to_string());
    let message = format!("{} is reported as {reported}, recalculated {computed}", described(context.catalog, figures, key, figure));
    let failed = Failed::new(place(context.catalog, figures, figure), message, "correct the value or the counts in a new release");
    Some(failed.values(computed, reported.to_string()))
}
