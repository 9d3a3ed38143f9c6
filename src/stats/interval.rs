//! Confidence intervals of proportions.
//!
//! The formulas need a root, so they are computed in binary floating point, with nothing but the four operations and the
//! square root, which IEEE 754 rounds correctly: every machine gives the same bits. The proportion itself stays exact
//! elsewhere; these limits are rounded where they are printed.

/// The quantile of the standard normal distribution for a two-sided level of 95 per cent.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// A lower and an upper confidence limit, with the estimate that they surround.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The estimate.
    pub estimate: f64,
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

/// Computes the 95 per cent Wilson score interval of `successes` out of `n`, as fractions of 1.
///
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, method 3; also PHE's published method for
/// proportions. Centre (p + z²/2n) / (1 + z²/n), half-width z·sqrt(p(1 − p)/n + z²/4n²) / (1 + z²/n), without
/// continuity correction. The limits lie in [0, 1]; they are exactly 0 where nothing succeeds and exactly 1 where all
/// do. Nothing when `n` is zero or `successes` exceeds it.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts above 2^53 shift the limits by less than one part in 10^15")]
pub fn wilson(successes: u64, n: u64) -> Option<Interval> {
    if n == 0 || successes > n {
        return None;
    }
    let estimate = successes as f64 / n as f64;
    let interval = wilson_of_proportion(estimate, n as f64)?;
    Some(Interval {
        lower: if successes == 0 { 0.0 } else { interval.lower },
        upper: if successes == n { 1.0 } else { interval.upper },
        ..interval
    })
}

/// Computes the same interval for a proportion with an effective size that need not be whole, as weighting gives.
///
/// Nothing unless the proportion lies in [0, 1] and the size is finite and above zero.
#[must_use]
pub fn wilson_of_proportion(estimate: f64, n: f64) -> Option<Interval> {
    if !(0.0..=1.0).contains(&estimate) || !n.is_finite() || n <= 0.0 {
        return None;
    }
    let square = Z_95 * Z_95;
    let scale = 1.0 + square / n;
    let centre = (estimate + square / (2.0 * n)) / scale;
    let variance = estimate * (1.0 - estimate) / n + square / (4.0 * n * n);
    let half_width = Z_95 * variance.sqrt() / scale;
    Some(Interval {
        estimate,
        lower: if estimate > 0.0 { (centre - half_width).max(0.0) } else { 0.0 },
        upper: if estimate < 1.0 { (centre + half_width).min(1.0) } else { 1.0 },
    })
}

/// Computes the 95 per cent interval of the difference of two independent proportions, the first less the second.
///
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10 (hybrid score): with the Wilson limits
/// l and u of each, lower d − sqrt((p1 − l1)² + (u2 − p2)²) and upper d + sqrt((u1 − p1)² + (p2 − l2)²).
#[must_use]
pub fn newcombe_difference(first: &Interval, second: &Interval) -> Interval {
    let estimate = first.estimate - second.estimate;
    let below = root_of_squares(first.estimate - first.lower, second.upper - second.estimate);
    let above = root_of_squares(first.upper - first.estimate, second.estimate - second.lower);
    Interval { estimate, lower: estimate - below, upper: estimate + above }
}

/// Gives sqrt(a² + b²); not `hypot`, whose last bit differs between mathematics libraries.
fn root_of_squares(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Interval, newcombe_difference, wilson, wilson_of_proportion};

    fn six(value: f64) -> String {
        format!("{value:.6}")
    }

    fn limits(interval: &Interval) -> (String, String) {
        (six(interval.lower), six(interval.upper))
    }

    #[test]
    fn published_wilson_intervals_are_reproduced() {
        let oracles = [
            (81, 263, "0.255289", "0.366210"),
            (15, 148, "0.062386", "0.160487"),
            (0, 20, "0.000000", "0.161125"),
            (1, 29, "0.006113", "0.171755"),
            (29, 29, "0.883030", "1.000000"),
            (412, 500, "0.788186", "0.854874"),
        ];
        for (successes, n, lower, upper) in oracles {
            let interval = wilson(successes, n).expect("an interval");
            assert_eq!(limits(&interval), (lower.to_owned(), upper.to_owned()), "{successes}/{n}");
        }
    }

    #[test]
    fn the_ends_are_exact() {
        assert_eq!(wilson(0, 20).expect("an interval").lower.to_bits(), 0.0_f64.to_bits());
        assert_eq!(wilson(29, 29).expect("an interval").upper.to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn an_effective_size_takes_the_place_of_n() {
        let interval = wilson_of_proportion(0.725, 300.0).expect("an interval");
        assert_eq!(limits(&interval), ("0.671868".to_owned(), "0.772442".to_owned()));
    }

    #[test]
    fn impossible_counts_have_no_interval() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(2, 1), None);
        assert_eq!(wilson_of_proportion(f64::NAN, 5.0), None);
        assert_eq!(wilson_of_proportion(0.5, f64::INFINITY), None);
        assert_eq!(wilson_of_proportion(0.5, 0.0), None);
        assert_eq!(wilson_of_proportion(1.01, 5.0), None);
    }

    #[test]
    fn the_published_difference_is_reproduced() {
        let (first, second) = (wilson(56, 70).expect("an interval"), wilson(48, 80).expect("an interval"));
        let difference = newcombe_difference(&first, &second);
        assert_eq!(six(difference.estimate), "0.200000");
        assert_eq!(limits(&difference), ("0.052431".to_owned(), "0.333873".to_owned()));
    }

    proptest! {
        #[test]
        fn the_interval_holds_its_estimate_and_mirrors(successes in 0_u64..5000, failures in 0_u64..5000) {
            prop_assume!(successes + failures > 0);
            let interval = wilson(successes, successes + failures).expect("an interval");
            let mirror = wilson(failures, successes + failures).expect("an interval");
            prop_assert!(0.0 <= interval.lower && interval.lower <= interval.estimate);
            prop_assert!(interval.estimate <= interval.upper && interval.upper <= 1.0);
            prop_assert!((interval.lower - (1.0 - mirror.upper)).abs() < 1e-12);
        }

        #[test]
        fn a_difference_changes_its_sign_with_the_order(a in 0_u64..50, b in 0_u64..50, m in 50_u64..90, n in 50_u64..90) {
            let (first, second) = (wilson(a, m).expect("an interval"), wilson(b, n).expect("an interval"));
            let (forth, back) = (newcombe_difference(&first, &second), newcombe_difference(&second, &first));
            prop_assert!((forth.lower + back.upper).abs() < 1e-12 && (forth.upper + back.lower).abs() < 1e-12);
        }
    }
}
