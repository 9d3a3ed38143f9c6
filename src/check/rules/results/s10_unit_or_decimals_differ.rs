//! S10: a value is reported in another scale or precision than the definition says.

use std::collections::BTreeSet;

use super::agreement::is_in_other_scale;
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::Decimal;
use crate::stats::{Basis, Figure};

check! {
    /// A value is reported in another scale or precision than the definition says.
    ///
    /// # What it does
    ///
    /// Looks at each reported value, earlier vintages included: a value that is the recalculated one but for the factor of its unit, such as a fraction where
    /// the unit is per cent; a value with more decimal places than `decimals`; and a value with fewer, where no counts confirm it and no value of the same table
    /// has as many as the definition says, so that zeros cannot just have been dropped.
    ///
    /// # Why it matters to an auditor
    ///
    /// A fraction among percentages is off by a factor of a hundred. More digits than were agreed claim a precision that nobody has vouched for.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator,value
    /// 2026-01,412,500,0.824
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
    /// `unit` and `decimals` of the metric, in the version that is in force for the period.
    "S10" "unit-or-decimals-differ" {
        severity: Severity::Error,
        supports: &[Assertion::Classification, Assertion::Presentation],
        mark: None,
        inputs: "the reported value of each row, and the unit and decimals of the version in force",
        expects: "values are in the unit of the definition and have as many decimal places as it says",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let full = tables_of_full_precision(figures);
    for (at, key, point) in figures.each() {
        for (position, figure) in point.vintages() {
            let (Some(reported), Basis::Row { table, .. }) = (figure.reported, figure.basis) else {
                continue;
            };
            let failed = problem(figures, figure, reported, full.contains(&table)).map(|(problem, help)| {
                let message = format!("{} {problem}", described(context.catalog, figures, key, figure));
                Failed::new(place(context.catalog, figures, figure), message, help)
            });
            if position == point.revisions() {
                sheet.test_figure(at, failed);
            } else {
                sheet.test(failed);
            }
        }
    }
    sheet.not_applicable("no value is reported");
}

/// The tables in which at least one value has as many decimal places as the definition says.
fn tables_of_full_precision(figures: &Figures<'_>) -> BTreeSet<u32> {
    let rows = figures.each().flat_map(|(_, _, point)| point.vintages().map(|(_, figure)| figure));
    rows.filter_map(|figure| match (figure.basis, figure.reported) {
        (Basis::Row { table, .. }, Some(reported)) if reported.scale() >= decimals(figures, figure) => Some(table),
        _ => None,
    })
    .collect()
}

fn decimals(figures: &Figures<'_>, figure: &Figure) -> u32 {
    figures.series.calculation_of(figure.period, figure.pinned).decimals()
}

/// What is wrong with a reported value, in words that follow its name, and the step that mends it.
fn problem(figures: &Figures<'_>, figure: &Figure, reported: Decimal, is_full: bool) -> Option<(String, String)> {
    let unit = figures.metric.unit;
    if let (true, Ok(value), Some(published)) = (figure.recomputed, figure.value, figure.published)
        && is_in_other_scale(reported, value, unit.factor())
    {
        let problem = format!("is reported as {reported}, expected {published} in the unit `{}`", unit.code());
        return Some((problem, format!("report values multiplied by {}, as the unit says", unit.factor())));
    }
    let (found, expected) = (reported.scale(), decimals(figures, figure));
    let is_short = found < expected && !figure.recomputed && !is_full;
    (found > expected || is_short).then(|| {
        let problem = format!("is reported as {reported}, with {}, expected {}", places(found), places(expected));
        (problem, format!("report values with {}, as `decimals` of the definition says", places(expected)))
    })
}

fn places(count: u32) -> String {
    match count {
        0 => "no decimal place".to_owned(),
        1 => "1 decimal place".to_owned(),
        _ => format!("{count} decimal places"),
    }
}
