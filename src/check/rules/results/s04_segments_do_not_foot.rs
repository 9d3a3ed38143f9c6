//! S04: the cells of a partition do not sum to the total.

use super::place::{described, place};
use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{Exact, Id, Period, Rollup};
use crate::source::NumberColumn;
use crate::stats::{Basis, Figure, Points};

check! {
    /// The cells of a partition do not sum to the total.
    ///
    /// # What it does
    ///
    /// For each segment that is a partition and each reported total: sums every count over the codes of the segment and compares the sums with the total. Rates
    /// are not summed; they follow from the counts.
    ///
    /// # Why it matters to an auditor
    ///
    /// Footing (casting) shows that the parts are all there and that none is counted twice.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,region,denominator
    /// 2026-01,,500
    /// 2026-01,north,240
    /// 2026-01,south,250
    /// ```
    ///
    /// # Instead
    ///
    /// Report every record under exactly one code; give records without a region a code of their own, such as `unknown`.
    ///
    /// # Configuration
    ///
    /// `partition: false` in the segment says that its codes overlap or leave something out.
    "S04" "segments-do-not-foot" {
        severity: Severity::Error,
        supports: &[Assertion::Completeness, Assertion::Accuracy],
        mark: Some(Mark::Foots),
        inputs: "the counts of the total and of each code of the segments that are partitions",
        expects: "the counts of the codes sum to the count of the total",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    sheet.not_applicable("the metric has no total with a segment that is a partition");
    let series = figures.series;
    let Some((total_key, total)) = series.total_key().zip(series.total()) else {
        return;
    };
    if !matches!(series.calculation.rollup(), Rollup::Recompute | Rollup::Sum) {
        return sheet.not_applicable("values of this kind do not sum up");
    }
    for (position, reference) in figures.metric.segments.iter().enumerate() {
        if !context.catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition) {
            continue;
        }
        let parts: Vec<&Points> = series
            .cells
            .iter()
            .filter(|(key, _)| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0)))
            .map(|(_, points)| points)
            .collect();
        for (period, point) in total.iter().filter(|(_, point)| matches!(point.latest.basis, Basis::Row { .. })) {
            if let Some(at) = figures.at(total_key, *period) {
                foot(context, figures, reference.id(), (total_key, at, &point.latest), &parts, sheet);
            }
        }
    }
}

/// Sums every count of a total over the parts.
fn foot(
    context: &Context<'_>,
    figures: &Figures<'_>,
    segment: &Id,
    (key, at, total): (&[u16], FigureAt, &Figure),
    parts: &[&Points],
    sheet: &mut Sheet,
) {
    let (mut any, mut right) = (false, true);
    for (column, heading) in figures.series.columns.iter().enumerate().filter(|(_, heading)| is_count(heading)) {
        match compare(total, parts, total.period, column) {
            Footing::Unknown => {}
            Footing::Foots => any = true,
            Footing::Differs { expected, sum } => {
                (any, right) = (true, false);
                let what = described(context.catalog, figures, key, total);
                let message = format!("the codes of `{segment}` sum to {sum} in `{}`, but {what} has {expected}", heading.heading());
                let failed = Failed::new(place(context.catalog, figures, total), message, "report every record under exactly one code");
                sheet.fail_figure(at, failed.values(expected, sum));
            }
        }
    }
    if any && right {
        sheet.pass_figure(at);
    }
}

fn is_count(heading: &NumberColumn) -> bool {
    match heading {
        NumberColumn::Excluded(_) => true,
        NumberColumn::Named(name) => !matches!(&**name, "value" | "sd" | "sum_w" | "sum_w2"),
    }
}

/// How the parts of a count compare with its total.
enum Footing {
    /// The total or a part is not known.
    Unknown,
    /// They sum to it.
    Foots,
    /// They do not.
    Differs { expected: String, sum: String },
}

fn compare(total: &Figure, parts: &[&Points], period: Period, column: usize) -> Footing {
    let sums = || {
        let expected = total.numbers.get(column).copied().flatten()?;
        let mut sum = Exact::from_integer(0);
        let mut seen = false;
        for point in parts.iter().filter_map(|points| points.get(&period)) {
            sum = sum.checked_add(point.latest.numbers.get(column).copied().flatten()?.exact())?;
            seen = true;
        }
        let text = sum.round(expected.scale(), crate::model::Rounding::HalfEven)?.to_string();
        seen.then_some((expected, sum, text))
    };
    match sums() {
        None => Footing::Unknown,
        Some((expected, sum, _)) if sum == expected.exact() => Footing::Foots,
        Some((expected, _, sum)) => Footing::Differs { expected: expected.to_string(), sum },
    }
}
