//! Student's t: the interval of a mean.
//!
//! Only the four operations and the square root are used, so that every machine gives the same bits.

use super::interval::{Interval, Z_95};

/// From how many degrees of freedom on the quantile is taken from its expansion around the normal one; the error is below 1e-9 there.
const MANY: u64 = 200;

/// Computes the 95 per cent interval of a mean from the number of observations, their mean and their standard deviation (divisor n − 1).
///
/// Mean ± t(n − 1) · sd / sqrt(n), with the quantile of Student's t for a two-sided level of 95 per cent. Nothing for fewer than two observations, or where the
/// deviation is negative or no number.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts above 2^53 shift the limits by less than one part in 10^15")]
pub fn mean_interval(n: u64, mean: f64, deviation: f64) -> Option<Interval> {
    if n < 2 || !mean.is_finite() || !deviation.is_finite() || deviation < 0.0 {
        return None;
    }
    let half = t_95(n - 1) * deviation / (n as f64).sqrt();
    Some(Interval { estimate: mean, lower: mean - half, upper: mean + half })
}

/// The quantile of Student's t for a two-sided level of 95 per cent.
#[must_use]
pub fn t_95(freedom: u64) -> f64 {
    if freedom >= MANY { expanded(freedom) } else { searched(freedom.max(1)) }
}

/// The Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5).
#[expect(clippy::cast_precision_loss, reason = "degrees of freedom are far below 2^53")]
fn expanded(freedom: u64) -> f64 {
    let (z, v) = (Z_95, freedom as f64);
    let z2 = z * z;
    let first = z * (z2 + 1.0) / 4.0;
    let second = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    let third = z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    z + (first + (second + third / v) / v) / v
}

/// Halves an interval until the probability inside ±t is 0.95.
fn searched(freedom: u64) -> f64 {
    let (mut low, mut high) = (1.0_f64, 13.0_f64);
    // 60 halvings leave less than the last bit.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if inside(middle, freedom) < 0.95 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The probability that Student's t lies inside ±t (Abramowitz and Stegun 26.7.3 and 26.7.4).
#[expect(clippy::cast_precision_loss, reason = "degrees of freedom are below 200 here")]
fn inside(t: f64, freedom: u64) -> f64 {
    let v = freedom as f64;
    let hypotenuse = (v + t * t).sqrt();
    let (sine, cosine_squared) = (t / hypotenuse, v / (v + t * t));
    let is_odd = freedom % 2 == 1;
    let first = if is_odd { v.sqrt() / hypotenuse } else { 1.0 };
    let (mut term, mut sum) = (first, if freedom == 1 { 0.0 } else { first });
    let mut step = if is_odd { 3 } else { 2 };
    while step < freedom {
        term *= (step - 1) as f64 / step as f64 * cosine_squared;
        sum += term;
        step += 2;
    }
    if is_odd { (arctangent(t / v.sqrt()) + sine * sum) * 2.0 / std::f64::consts::PI } else { sine * sum }
}

/// The arctangent of a number that is not negative: halved until its series is short.
fn arctangent(x: f64) -> f64 {
    let mut x = x;
    let mut factor = 1.0;
    while x > 0.1 {
        x /= 1.0 + (1.0 + x * x).sqrt();
        factor *= 2.0;
    }
    let square = x * x;
    let mut sum = 0.0;
    let mut power = x;
    for odd in [1.0, -3.0, 5.0, -7.0, 9.0, -11.0, 13.0, -15.0_f64] {
        sum += power / odd;
        power *= square;
    }
    factor * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        let known = [
            (1, "12.706205"),
            (2, "4.302653"),
            (3, "3.182446"),
            (9, "2.262157"),
            (10, "2.228139"),
            (30, "2.042272"),
            (120, "1.979930"),
            (1000, "1.962339"),
        ];
        for (freedom, expected) in known {
            assert_eq!(format!("{:.6}", t_95(freedom)), expected, "{freedom}");
        }
    }

    #[test]
    fn the_two_ways_meet() {
        assert!((expanded(MANY) - searched(MANY)).abs() < 1e-9);
        assert!((expanded(MANY + 1) - searched(MANY + 1)).abs() < 1e-9);
    }

    #[test]
    fn the_worked_example_is_reproduced() {
        let values = [4.0, 5.0, 3.0, 5.0, 4.0, 2.0, 5.0, 4.0, 4.0, 5.0_f64];
        let mean = values.iter().sum::<f64>() / 10.0;
        let deviation = (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / 9.0).sqrt();
        assert_eq!((format!("{mean:.1}"), format!("{deviation:.6}")), ("4.1".to_owned(), "0.994429".to_owned()));
        let interval = mean_interval(10, mean, deviation).expect("an interval");
        assert_eq!((format!("{:.6}", interval.lower), format!("{:.6}", interval.upper)), ("3.388628".to_owned(), "4.811372".to_owned()));
    }

    #[test]
    fn one_observation_has_no_interval() {
        assert_eq!(mean_interval(1, 4.0, 0.0), None);
        assert_eq!(mean_interval(5, 4.0, -1.0), None);
    }
}
