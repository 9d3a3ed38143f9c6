//! S02: raw counts less the exclusions do not give the counts after exclusions.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::Rollup;
use crate::stats::{Figure, Side, waterfall};

check! {
    /// Raw counts less the exclusions do not give the counts after exclusions.
    ///
    /// # What it does
    ///
    /// For numerator and denominator of each row: takes the raw count, subtracts what each exclusion removed, and compares the rest with the reported count.
    /// Not made of weighted values, whose counts need not add up.
    ///
    /// # Why it matters to an auditor
    ///
    /// What is left out moves a rate as much as what is counted. Only a waterfall that closes shows that every record is either in the figure or left out for
    /// a stated reason.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,denominator_raw,excluded:test-calls,denominator
    /// 2026-01,560,48,500
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,denominator_raw,excluded:test-calls,excluded:flow-outs,denominator
    /// 2026-01,560,48,12,500
    /// ```
    ///
    /// # Configuration
    ///
    /// `checks: {S02: warn}` in `tickmark.yaml` gives it another level.
    "S02" "waterfall-open" {
        severity: Severity::Error,
        supports: &[Assertion::Completeness, Assertion::Classification, Assertion::Accuracy],
        mark: Some(Mark::Excludes),
        inputs: "the raw counts, the counts of each exclusion and the counts after exclusions of each row",
        expects: "raw count less exclusions is the count after exclusions",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    if matches!(figures.series.calculation.rollup(), Rollup::Weighted) {
        return sheet.not_applicable("the values are weighted");
    }
    for (at, key, point) in figures.each() {
        for figure in &point.earlier {
            sides(context, figures, key, figure).into_iter().flatten().for_each(|failed| sheet.fail(failed));
        }
        let tested = sides(context, figures, key, &point.latest);
        if tested.iter().any(Option::is_some) {
            tested.into_iter().flatten().for_each(|failed| sheet.fail_figure(at, failed));
        } else if !tested.is_empty() {
            sheet.pass_figure(at);
        } else if !figures.metric.exclusions.is_empty() && point.latest.value.is_ok() {
            sheet.untestable_figure(at, "rows do not report the raw counts");
        }
    }
    sheet.not_applicable("no row reports raw counts, and nothing is excluded");
}

/// What is wrong with each side of a figure that has a waterfall.
fn sides(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], figure: &Figure) -> Vec<Option<Failed>> {
    let catalog = context.catalog;
    let known = [Side::Denominator, Side::Numerator].into_iter().filter_map(|side| waterfall(catalog, figures.series, figure, side));
    let failed = |waterfall: crate::stats::Waterfall| {
        (!waterfall.closes()).then(|| {
            let message = format!(
                "the {} behind {} does not close: {} less {} is not {}",
                waterfall.side.name(),
                described(catalog, figures, key, figure),
                waterfall.raw,
                waterfall.removed(),
                waterfall.net
            );
            let help = "count every record under the first exclusion that fits, and under no other";
            Failed::new(place(catalog, figures, figure), message, help)
        })
    };
    known.map(failed).collect()
}
