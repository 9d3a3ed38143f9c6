//! S01: a reported value differs from the value recalculated from its counts.

use super::place::{described, place};
use crate::catalog::Catalog;
use crate::diag::{Finding, codes};
use crate::model::{Exact, Metric};
use crate::stats::{MetricSeries, Point};

/// Reports values that differ by more than half a unit of the last published digit.
pub(in crate::check) fn find(catalog: &Catalog, metric: &Metric, series: &MetricSeries) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, points) in &series.cells {
        for (_, figure) in points.values().flat_map(Point::vintages) {
            let (Some(reported), Ok(value), true) = (figure.reported, figure.value, figure.recomputed) else {
                continue;
            };
            let decimals = series.calculation_of(figure.period, figure.pinned).decimals();
            let tolerance = Exact::new(1, 2 * 10_i128.pow(decimals));
            let difference = reported.exact().checked_sub(value);
            let agrees = difference.zip(tolerance).is_some_and(|(difference, tolerance)| {
                difference <= tolerance && difference.checked_neg().is_some_and(|negative| negative <= tolerance)
            });
            if !agrees {
                let computed = figure.published.map_or_else(|| "no value".to_owned(), |value| value.to_string());
                let message = format!("{} is reported as {reported}, recalculated {computed}", described(catalog, metric, key, figure));
                let help = "correct the value or the counts in a new release";
                findings.push(Finding::error(&codes::RECALCULATION, place(catalog, series, figure), message).help(help));
            }
        }
    }
    findings
}
