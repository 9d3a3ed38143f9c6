//! Confidence intervals of a net promoter score.

use super::interval::{Interval, Z_95};

/// What the adjusted Wald interval adds to promoters and to detractors.
const ADDED_EACH: f64 = 0.75;
/// What it adds to the answers.
const ADDED_ALL: f64 = 3.0;

/// Computes the 95 per cent adjusted Wald interval of a net promoter score, in points from -100 to 100.
///
/// Source: B. Rocks, The American Statistician 70 (2016): 0.75 is added to promoters and to detractors and 3 to all answers, then the trinomial variance is
/// taken with the divisor n, not n − 1. The estimate is the score as counted; the interval lies around the adjusted one and ends at ±100. Nothing where
/// there is no answer, or more promoters and detractors than answers.
#[must_use]
pub fn adjusted_wald(promoters: u64, detractors: u64, n: u64) -> Option<Interval> {
    let (estimate, ..) = trinomial(promoters, detractors, n)?;
    let (centre, error) = moments(count(promoters) + ADDED_EACH, count(detractors) + ADDED_EACH, count(n) + ADDED_ALL);
    Some(around(estimate, centre, error))
}

/// Computes the 95 per cent trinomial Wald interval of a net promoter score, in points, without adjustment.
///
/// The same variance; too narrow for few answers. Nothing where [`adjusted_wald`] has none.
#[must_use]
pub fn trinomial_wald(promoters: u64, detractors: u64, n: u64) -> Option<Interval> {
    let (estimate, error) = trinomial(promoters, detractors, n)?;
    Some(around(estimate, estimate, error))
}

/// The score and its standard error, as fractions of 1.
fn trinomial(promoters: u64, detractors: u64, n: u64) -> Option<(f64, f64)> {
    let counted = promoters.checked_add(detractors)?;
    (n > 0 && counted <= n).then(|| moments(count(promoters), count(detractors), count(n)))
}

fn moments(promoters: f64, detractors: f64, n: f64) -> (f64, f64) {
    let score = (promoters - detractors) / n;
    let variance = (promoters + detractors) / n - score * score;
    (score, (variance / n).sqrt())
}

fn around(estimate: f64, centre: f64, error: f64) -> Interval {
    let half = Z_95 * error;
    Interval { estimate: 100.0 * estimate, lower: (100.0 * (centre - half)).max(-100.0), upper: (100.0 * (centre + half)).min(100.0) }
}

#[expect(clippy::cast_precision_loss, reason = "counts above 2^53 shift the limits by less than one part in 10^15")]
fn count(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two(interval: &Interval) -> [String; 3] {
        [interval.estimate, interval.lower, interval.upper].map(|value| format!("{value:.2}"))
    }

    #[test]
    fn worked_examples_are_reproduced() {
        let of = |promoters, detractors, n| {
            let plain = trinomial_wald(promoters, detractors, n).expect("an interval");
            let adjusted = adjusted_wald(promoters, detractors, n).expect("an interval");
            (two(&plain), two(&adjusted))
        };
        let (plain, adjusted) = of(50, 20, 100);
        assert_eq!(plain, ["30.00", "14.69", "45.31"]);
        assert_eq!(adjusted, ["30.00", "14.05", "44.20"]);
        let (plain, adjusted) = of(5, 1, 10);
        assert_eq!(plain, ["40.00", "-1.11", "81.11"]);
        assert_eq!(adjusted, ["40.00", "-6.98", "68.52"]);
    }

    #[test]
    fn the_standard_error_and_the_adjusted_centre_are_those_of_the_worked_example() {
        assert_eq!(format!("{:.4}", 100.0 * trinomial(50, 20, 100).expect("a score").1), "7.8102");
        assert_eq!(format!("{:.2}", 100.0 * moments(50.75, 20.75, 103.0).0), "29.13");
    }

    #[test]
    fn limits_end_where_scores_end() {
        let interval = trinomial_wald(1, 0, 2).expect("an interval");
        assert!(interval.upper <= 100.0 && interval.lower >= -100.0);
        assert_eq!(adjusted_wald(3, 3, 5), None);
        assert_eq!(adjusted_wald(0, 0, 0), None);
    }
}
