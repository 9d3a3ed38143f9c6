//! S03: a count or value cannot be.

use super::place::{described, place};
use crate::catalog::Catalog;
use crate::diag::{Finding, codes};
use crate::model::{Metric, Scoring};
use crate::stats::{Figure, MetricSeries, Point, column};

/// Reports parts that exceed their whole, values outside the valid range and values of nothing.
pub(in crate::check) fn find(catalog: &Catalog, metric: &Metric, series: &MetricSeries) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, points) in &series.cells {
        for (_, figure) in points.values().flat_map(Point::vintages) {
            if let Some(problem) = problem(metric, series, figure) {
                let message = format!("{}: {problem}", described(catalog, metric, key, figure));
                let help = "correct the row in a new release";
                findings.push(Finding::error(&codes::IMPOSSIBLE, place(catalog, series, figure), message).help(help));
            }
        }
    }
    findings
}

fn problem(metric: &Metric, series: &MetricSeries, figure: &Figure) -> Option<String> {
    let number = |name| column(&series.columns, &figure.numbers, name);
    if let (Scoring::Proportion, Some(part), Some(whole)) = (metric.scoring, number("numerator"), number("denominator"))
        && part > whole
    {
        return Some(format!("the numerator {part} exceeds the denominator {whole}"));
    }
    if let (Some(0), Some(value)) = (number("n").map(|n| n.exact().numerator()), number("value")) {
        return Some(format!("the value {value} rests on no observation"));
    }
    let (value, [least, greatest]) = (figure.value.ok()?, metric.valid_range.as_slice()) else {
        return None;
    };
    let published = figure.published.map_or_else(String::new, |published| published.to_string());
    (value < least.exact() || value > greatest.exact()).then(|| format!("{published} is outside {least} to {greatest}"))
}
