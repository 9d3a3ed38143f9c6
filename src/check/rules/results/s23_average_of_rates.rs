//! S23: a total is an average of rates where the definition says that it is recomputed.

use std::collections::BTreeMap;

use super::agreement::agrees;
use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::{Decimal, Exact, Id, Rollup, Rounding};
use crate::stats::{Basis, Figure, sum};

check! {
    /// A total is an average of rates where the definition says that it is recomputed.
    ///
    /// # What it does
    ///
    /// For each reported total of a metric whose `rollup` is `recompute`, and each segment that is a partition: adds the counts of the codes, applies the formula
    /// to the sums, and compares the outcome with the reported value. Where they differ it tells whether the value is the plain average of the rates of the
    /// codes. Totals whose own counts already contradict their value are told by S01, totals whose counts are not those of the codes by S04.
    ///
    /// # Why it matters to an auditor
    ///
    /// An average of rates gives a small branch the weight of a large one. It can rise while the rate of every customer taken together falls.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,region,numerator,denominator,value
    /// 2026-01,,,,70.0
    /// 2026-01,north,720,900,80.0
    /// 2026-01,south,60,100,60.0
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,region,numerator,denominator,value
    /// 2026-01,,780,1000,78.0
    /// ```
    ///
    /// # Configuration
    ///
    /// `rollup` of the metric says how values combine: `recompute` adds the counts, `weighted` averages with weights (which S21 tests).
    "S23" "average-of-rates" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the reported value of each total, and the counts and values of the codes of each partition",
        expects: "the total is what the formula gives for the summed counts of the codes",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    sheet.not_applicable("the metric has no reported total with a segment that is a partition");
    let Some((total_key, total)) = figures.series.total_key().zip(figures.series.total()) else {
        return;
    };
    if figures.series.calculation.rollup() != Rollup::Recompute {
        return sheet.not_applicable("values of this kind are not recomputed from summed counts");
    }
    for (position, reference) in figures.metric.segments.iter().enumerate() {
        if !context.catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition) {
            continue;
        }
        let is_code = |key: &[u16]| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0));
        let codes: Vec<_> = figures.series.cells.iter().filter(|(key, _)| is_code(key)).map(|(_, points)| points).collect();
        for (period, point) in total {
            let is_row = matches!(point.latest.basis, Basis::Row { .. });
            let (Some(at), Some(reported), true) = (figures.at(total_key, *period), point.latest.reported, is_row) else {
                continue;
            };
            let parts: Vec<&Figure> = codes.iter().filter_map(|points| Some(&points.get(period)?.latest)).collect();
            if !parts.is_empty() {
                compare(context, figures, reference.id(), (at, &point.latest, reported), &parts, sheet);
            }
        }
    }
}

/// Compares a reported total with what the sums of its parts give.
fn compare(
    context: &Context<'_>,
    figures: &Figures<'_>,
    segment: &Id,
    (at, total, reported): (FigureAt, &Figure, Decimal),
    parts: &[&Figure],
    sheet: &mut Sheet,
) {
    let calculation = figures.series.calculation_of(total.period, total.pinned);
    let decimals = calculation.decimals();
    let sums: Vec<Option<Decimal>> = (0..figures.series.columns.len()).map(|column| summed(parts, column)).collect();
    let outcome = calculation.apply(&figures.series.columns, &sums, &BTreeMap::new());
    let is_counted = outcome.recomputed && parts.iter().all(|part| part.recomputed);
    let outcome = outcome.value.ok().filter(|_| is_counted);
    let Some(value) = outcome else {
        if !total.recomputed {
            sheet.untestable_figure(at, "codes report a value without the counts behind it");
        }
        return;
    };
    if agrees(reported, value, decimals) {
        return sheet.pass_figure(at);
    }
    if total.recomputed {
        // Its own counts stand beside it: S01 and S04 say what is wrong.
        return;
    }
    let is_mean = mean(parts).is_some_and(|mean| agrees(reported, mean, decimals));
    let why = if is_mean { format!(", which is the average of the rates of `{segment}`;") } else { " without counts, but".to_owned() };
    let computed = value.round(decimals, Rounding::HalfEven).map_or_else(String::new, |value| value.to_string());
    let what = described(context.catalog, figures, &vec![0; figures.metric.segments.len()], total);
    let message = format!("{what} is reported as {reported}{why} the summed counts give {computed}");
    let help = "add the counts of the codes and apply the formula to the sums; report the counts with the total";
    sheet.fail_figure(at, Failed::new(place(context.catalog, figures, total), message, help).values(computed, reported.to_string()));
}

/// The sum of a column over all parts, with the places of its most precise part; nothing where a part lacks it.
fn summed(parts: &[&Figure], column: usize) -> Option<Decimal> {
    let numbers = || parts.iter().map(|part| part.numbers.get(column).copied().flatten());
    let scale = numbers().flatten().map(|number| number.scale()).max()?;
    sum(numbers().map(|number| number.map(|number| number.exact()))).ok()??.round(scale, Rounding::HalfEven)
}

/// The plain average of the values of the parts.
fn mean(parts: &[&Figure]) -> Option<Exact> {
    let mut sum = Exact::ZERO;
    for part in parts {
        sum = sum.checked_add(part.published?.exact())?;
    }
    sum.checked_div(Exact::from_integer(i128::try_from(parts.len()).ok()?))
}
