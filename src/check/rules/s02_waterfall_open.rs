//! S02: raw counts less the exclusions do not give the counts after exclusions.

use super::place::{described, place};
use crate::catalog::Catalog;
use crate::diag::{Finding, codes};
use crate::model::{Metric, Rollup};
use crate::stats::{MetricSeries, Point, Side, waterfall};

/// Reports each side of a figure that does not close.
pub(in crate::check) fn find(catalog: &Catalog, metric: &Metric, series: &MetricSeries) -> Vec<Finding> {
    let mut findings = Vec::new();
    if matches!(series.calculation.rollup(), Rollup::Weighted) {
        return findings;
    }
    for (key, points) in &series.cells {
        for (_, figure) in points.values().flat_map(Point::vintages) {
            for side in [Side::Denominator, Side::Numerator] {
                let Some(waterfall) = waterfall(catalog, series, figure, side) else {
                    continue;
                };
                if !waterfall.closes() {
                    let message = format!(
                        "the {} behind {} does not close: {} less {} is not {}",
                        side.name(),
                        described(catalog, metric, key, figure),
                        waterfall.raw,
                        waterfall.removed(),
                        waterfall.net
                    );
                    let help = "count every record under the first exclusion that fits, and under no other";
                    findings.push(Finding::error(&codes::WATERFALL, place(catalog, series, figure), message).help(help));
                }
            }
        }
    }
    findings
}
