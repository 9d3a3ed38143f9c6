//! S04: the cells of a partition do not sum to the total.

use super::place::{described, place};
use crate::catalog::Catalog;
use crate::diag::{Finding, codes};
use crate::model::{Exact, Metric, Period, Rollup};
use crate::source::NumberColumn;
use crate::stats::{Basis, Figure, MetricSeries, Points};

/// Reports each count of a reported total that differs from the sum over a partition.
pub(in crate::check) fn find(catalog: &Catalog, metric: &Metric, series: &MetricSeries) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some((total_key, total)) = series.total_key().zip(series.total()) else {
        return findings;
    };
    if !matches!(series.calculation.rollup(), Rollup::Recompute | Rollup::Sum) {
        return findings;
    }
    for (position, reference) in metric.segments.iter().enumerate() {
        if !catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition) {
            continue;
        }
        let parts: Vec<&Points> = series
            .cells
            .iter()
            .filter(|(key, _)| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0)))
            .map(|(_, points)| points)
            .collect();
        for (period, point) in total {
            let figure = &point.latest;
            if !matches!(figure.basis, Basis::Row { .. }) {
                continue;
            }
            for (column, heading) in series.columns.iter().enumerate().filter(|(_, heading)| is_count(heading)) {
                let Some((expected, sum)) = unequal(figure, &parts, *period, column) else {
                    continue;
                };
                let message = format!(
                    "the codes of `{}` sum to {sum} in `{}`, but {} has {expected}",
                    reference.id(),
                    heading.heading(),
                    described(catalog, metric, total_key, figure)
                );
                let help = "report every record under exactly one code";
                findings.push(Finding::error(&codes::FOOTING, place(catalog, series, figure), message).help(help));
            }
        }
    }
    findings
}

fn is_count(heading: &NumberColumn) -> bool {
    match heading {
        NumberColumn::Excluded(_) => true,
        NumberColumn::Named(name) => !matches!(&**name, "value" | "sd" | "sum_w" | "sum_w2"),
    }
}

/// The total and the sum of the parts, where both are known and differ.
fn unequal(total: &Figure, parts: &[&Points], period: Period, column: usize) -> Option<(String, String)> {
    let expected = total.numbers.get(column).copied().flatten()?;
    let mut sum = Exact::from_integer(0);
    let mut seen = false;
    for point in parts.iter().filter_map(|points| points.get(&period)) {
        sum = sum.checked_add(point.latest.numbers.get(column).copied().flatten()?.exact())?;
        seen = true;
    }
    let text = sum.round(expected.scale(), crate::model::Rounding::HalfEven)?.to_string();
    (seen && sum != expected.exact()).then(|| (expected.to_string(), text))
}
