//! The periods that a deviation shades on the chart of a metric, by the rule of the chart itself.

use crate::model::deviation::DeviationEffect;
use crate::model::{Deviation, Id, Period};
use crate::site::Site;
use crate::stats::overlaps;

/// Whether a deviation shades anything: only results that are left out or not published are shaded.
pub(in crate::site::view) const fn shades(deviation: &Deviation) -> bool {
    matches!(deviation.effect, DeviationEffect::Suspended | DeviationEffect::Excluded)
}

/// The periods, in order: of those between the metric's first and last figure, the ones into which the deviation lasted.
pub(in crate::site::view) fn shaded_periods(site: &Site, deviation: &Deviation, metric: &Id) -> Vec<Period> {
    let series = if shades(deviation) { site.series(metric) } else { None };
    let ends = series.as_ref().and_then(|series| {
        let points = series.total()?;
        points.keys().next().copied().zip(points.keys().next_back().copied())
    });
    ends.map_or_else(Vec::new, |(first, last)| {
        Period::iter(first, last).filter(|period| overlaps(site.catalog(), deviation, *period)).collect()
    })
}
