//! Centre and natural process limits of one phase.

use super::options::Options;

/// Distance of the limits from the centre in mean moving ranges: 3 / 1.128, rounded as the method publishes it.
const LIMIT_FACTOR: f64 = 2.66;

/// Upper limit of a moving range in mean moving ranges (D4 for ranges of two).
const RANGE_FACTOR: f64 = 3.267;

/// The number of baseline points below which limits are called trial limits.
pub const TRIAL_POINTS: usize = 12;

/// Differences below this part of the largest magnitude are noise of binary arithmetic and count as none.
///
/// A mean of n values carries an error of a few n · 2⁻⁵³ of the largest, far below this; values that people publish
/// have far fewer digits than this keeps apart.
const NOISE: f64 = 1e-12;

/// The centre and the limits of a phase, in the unit of the points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Mean of the baseline points.
    pub centre: f64,
    /// Mean of the moving ranges between neighbouring baseline points, after screening.
    pub mean_moving_range: f64,
    /// Upper process limit: centre + 2.66 × mean moving range.
    pub upper: f64,
    /// Lower process limit: centre − 2.66 × mean moving range.
    pub lower: f64,
    /// Upper near limit, two thirds of the way to the upper limit.
    pub near_upper: f64,
    /// Lower near limit, two thirds of the way to the lower limit.
    pub near_lower: f64,
    /// Upper limit of a moving range: 3.267 × mean moving range.
    pub range_upper: f64,
    /// Difference that counts as none.
    noise: f64,
}

impl Limits {
    /// Computes the limits from the baseline of one phase, given all its points.
    ///
    /// Nothing without a moving range, which takes two neighbouring baseline points that both have values. Source:
    /// W. A. Shewhart's limits as published by NHS Making Data Count; constants as in the R package `NHSRplotthedots`
    /// 0.2.2.
    pub(super) fn of_phase(points: &[Option<f64>], options: &Options) -> Option<Self> {
        let baseline = baseline(points, options);
        let values: Vec<f64> = baseline.iter().copied().flatten().collect();
        let ranges: Vec<f64> = baseline.windows(2).filter_map(moving_range).collect();
        let centre = mean(&values)?;
        let mean_moving_range = mean_range(&ranges, options.screening)?;
        let largest = points.iter().flatten().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let reach = LIMIT_FACTOR * mean_moving_range;
        let near = reach * 2.0 / 3.0;
        Some(Self {
            centre,
            mean_moving_range,
            upper: centre + reach,
            lower: centre - reach,
            near_upper: centre + near,
            near_lower: centre - near,
            range_upper: RANGE_FACTOR * mean_moving_range,
            noise: largest * NOISE,
        })
    }

    /// Tells whether a value lies above a line, beyond the noise of binary arithmetic.
    pub(super) fn is_above(&self, value: f64, line: f64) -> bool {
        value - line > self.noise
    }

    /// Tells whether a value lies below a line, beyond the noise of binary arithmetic.
    pub(super) fn is_below(&self, value: f64, line: f64) -> bool {
        line - value > self.noise
    }
}

/// Counts the points with values from which the limits of a phase are computed.
pub(super) fn baseline_points(points: &[Option<f64>], options: &Options) -> usize {
    baseline(points, options).iter().flatten().count()
}

/// Takes the baseline of a phase: its start, up to the last point that counts.
fn baseline<'a>(points: &'a [Option<f64>], options: &Options) -> &'a [Option<f64>] {
    let Some(wanted) = options.baseline else {
        return points;
    };
    let Some(last) = wanted.checked_sub(1) else {
        return &[];
    };
    let end = points.iter().enumerate().filter(|(_, point)| point.is_some()).nth(last).map(|(place, _)| place + 1);
    points.get(..end.unwrap_or(points.len())).unwrap_or(points)
}

/// Gives the distance of two neighbours; nothing across a gap, because it would span more than one step of time.
fn moving_range(neighbours: &[Option<f64>]) -> Option<f64> {
    match neighbours {
        [Some(first), Some(second)] => Some((second - first).abs()),
        _ => None,
    }
}

/// Averages the moving ranges; screening leaves out, once, those at or above their upper limit.
fn mean_range(ranges: &[f64], screening: bool) -> Option<f64> {
    let all = mean(ranges)?;
    // Where nothing varies, every range would be at its limit of zero, and none is an outlier.
    if !screening || all <= 0.0 {
        return Some(all);
    }
    let kept: Vec<f64> = ranges.iter().copied().filter(|range| *range < RANGE_FACTOR * all).collect();
    mean(&kept)
}

/// Averages as first + mean of the differences from it, so that equal values have exactly their value as mean.
#[expect(clippy::cast_precision_loss, reason = "a series has far fewer than 2^53 points")]
fn mean(values: &[f64]) -> Option<f64> {
    let first = values.first()?;
    let differences: f64 = values.iter().map(|value| value - first).sum();
    Some(first + differences / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::{Limits, baseline_points};
    use crate::stats::spc::Options;

    fn limits(points: &[Option<f64>], options: &Options) -> Limits {
        Limits::of_phase(points, options).expect("limits")
    }

    fn mean_moving_range(points: &[Option<f64>], screening: bool) -> String {
        format!("{:.6}", limits(points, &Options { screening, ..Options::default() }).mean_moving_range)
    }

    #[test]
    fn equal_values_have_limits_on_the_value() {
        for screening in [false, true] {
            let flat = limits(&[Some(0.1); 10], &Options { screening, ..Options::default() });
            assert_eq!([flat.upper.to_bits(), flat.lower.to_bits(), flat.centre.to_bits()], [0.1_f64.to_bits(); 3]);
        }
    }

    #[test]
    fn no_range_is_taken_across_a_gap() {
        assert_eq!(mean_moving_range(&[Some(1.0), Some(2.0), None, Some(9.0), Some(9.5)], false), "0.750000");
    }

    #[test]
    fn two_points_apart_have_no_limits() {
        assert_eq!(Limits::of_phase(&[Some(1.0), None, Some(2.0)], &Options::default()), None);
        assert_eq!(Limits::of_phase(&[Some(1.0)], &Options::default()), None);
        assert_eq!(Limits::of_phase(&[], &Options::default()), None);
    }

    #[test]
    fn screening_is_one_pass() {
        // Mean 30/10 = 3 drops 21 (above 9.801); mean 1 of the rest would drop 4 (above 3.267) in a second pass.
        let ranges = [1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 4.0, 21.0];
        assert_eq!(super::mean_range(&ranges, true), Some(1.0));
        assert_eq!(super::mean_range(&ranges, false), Some(3.0));
    }

    #[test]
    fn missing_points_do_not_count_towards_the_baseline() {
        let points = [Some(1.0), None, Some(2.0), Some(3.0), Some(100.0)];
        let options = Options { baseline: Some(3), ..Options::default() };
        assert_eq!(baseline_points(&points, &options), 3);
        assert_eq!(limits(&points, &options).centre.to_bits(), 2.0_f64.to_bits());
        assert_eq!(baseline_points(&points, &Options { baseline: Some(9), ..options.clone() }), 4);
        assert_eq!(baseline_points(&points, &Options { baseline: Some(0), ..options }), 0);
    }
}
