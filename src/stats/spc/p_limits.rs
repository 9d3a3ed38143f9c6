//! Limits for proportions whose denominators are small or change from point to point.

/// The limits of one proportion, as fractions of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProportionLimits {
    /// Proportion of all points together.
    pub centre: f64,
    /// Lower limit, not below 0.
    pub lower: f64,
    /// Upper limit, not above 1.
    pub upper: f64,
}

/// Computes p-chart limits p ± 3·sqrt(p(1 − p)/n) for each `(successes, n)`, with p from all points together.
///
/// The limits of each point depend on its own n (W. A. Shewhart's three-sigma limits of a binomial proportion). They
/// assume that the cases are independent and that nothing but chance varies between periods; with very large n that
/// rarely holds, and the XmR chart is the better judge. A point with n = 0 has no limits. Nothing at all when there is
/// no case, or when successes exceed their n.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts above 2^53 shift the limits by less than one part in 10^15")]
pub fn p_limits(points: &[(u64, u64)]) -> Option<Vec<Option<ProportionLimits>>> {
    let (mut successes, mut all) = (0_u64, 0_u64);
    for (x, n) in points {
        if x > n {
            return None;
        }
        successes = successes.checked_add(*x)?;
        all = all.checked_add(*n)?;
    }
    if all == 0 {
        return None;
    }
    let centre = successes as f64 / all as f64;
    let of_size = |n: u64| {
        let reach = 3.0 * (centre * (1.0 - centre) / n as f64).sqrt();
        ProportionLimits { centre, lower: (centre - reach).max(0.0), upper: (centre + reach).min(1.0) }
    };
    Some(points.iter().map(|(_, n)| (*n > 0).then(|| of_size(*n))).collect())
}

#[cfg(test)]
mod tests {
    use super::{ProportionLimits, p_limits};

    fn six(limits: Option<ProportionLimits>) -> [String; 3] {
        let limits = limits.expect("limits");
        [limits.centre, limits.lower, limits.upper].map(|value| format!("{value:.6}"))
    }

    #[test]
    fn limits_widen_where_there_are_fewer_cases() {
        let limits = p_limits(&[(82, 100), (90, 120), (75, 100)]).expect("limits");
        let found: Vec<_> = limits.into_iter().map(six).collect();
        let hundred = ["0.771875", "0.645988", "0.897762"].map(str::to_owned);
        // In 40 digits the lower limit is 0.65695633820…
        let more = ["0.771875", "0.656956", "0.886794"].map(str::to_owned);
        assert_eq!(found, [hundred.clone(), more, hundred]);
    }

    #[test]
    fn limits_stay_within_zero_and_one() {
        let limits = p_limits(&[(1, 4), (0, 0)]).expect("limits");
        assert_eq!(six(limits.first().copied().flatten()), ["0.250000", "0.000000", "0.899519"].map(str::to_owned));
        assert_eq!(limits.get(1), Some(&None));
    }

    #[test]
    fn impossible_counts_have_no_limits() {
        assert_eq!(p_limits(&[(2, 1)]), None);
        assert_eq!(p_limits(&[(0, 0)]), None);
        assert_eq!(p_limits(&[]), None);
        assert_eq!(p_limits(&[(u64::MAX, u64::MAX), (1, 1)]), None);
    }
}
