//! S01: a reported value differs from the value recalculated from its counts.

use super::agreement::{agrees, is_in_other_scale};
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::Scoring;
use crate::stats::{Basis, Figure};

check! {
    /// A reported value differs from the value recalculated from its counts.
    ///
    /// # What it does
    ///
    /// Applies the formula of the version in force to the counts of each row, earlier vintages included, and compares the outcome with the value that the row
    /// reports. Half a unit of the last published digit is allowed; where no value is reported, the recalculated one is what is published. A value that is
    /// right but for its scale, such as 0.824 for 82.4 per cent, is told by S10; values made from other metrics are recalculated by S21.
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
    if figures.metric.scoring == Scoring::Composite {
        return sheet.not_applicable("the values are made from other metrics, which S21 tests");
    }
    for (at, key, point) in figures.each() {
        for figure in &point.earlier {
            if let Some(failed) = differing(context, figures, key, figure) {
                sheet.fail(failed);
            }
        }
        let figure = &point.latest;
        if is_slip(figures, figure) {
            continue;
        }
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

/// Whether a value is right but for its scale, which S10 tells.
fn is_slip(figures: &Figures<'_>, figure: &Figure) -> bool {
    let known = figure.reported.zip(figure.value.ok()).filter(|_| figure.recomputed);
    known.is_some_and(|(reported, value)| is_in_other_scale(reported, value, figures.metric.unit.factor()))
}

/// What is wrong with a figure whose reported value is not the recalculated one.
fn differing(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], figure: &Figure) -> Option<Failed> {
    let (Some(reported), Ok(value), true) = (figure.reported, figure.value, figure.recomputed) else {
        return None;
    };
    let decimals = figures.series.calculation_of(figure.period, figure.pinned).decimals();
    if agrees(reported, value, decimals) || is_in_other_scale(reported, value, figures.metric.unit.factor()) {
        return None;
    }
    let computed = figure.published.map_or_else(|| "no value".to_owned(), |value| value.to_string());
    let message = format!("{} is reported as {reported}, recalculated {computed}", described(context.catalog, figures, key, figure));
    let failed = Failed::new(place(context.catalog, figures, figure), message, "correct the value or the counts in a new release");
    Some(failed.values(computed, reported.to_string()))
}
