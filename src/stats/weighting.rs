//! What weighting does to a sample.

use super::interval::{Interval, wilson_of_proportion};
use crate::model::Exact;

/// How much a weighted sample is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightedSample {
    /// The size of an unweighted sample that would tell as much.
    pub effective: Exact,
    /// How many times larger the sample is than that.
    pub design_effect: Exact,
}

impl WeightedSample {
    /// Sums up a sample of `n` answers from the sum of their weights and the sum of the squares of their weights.
    ///
    /// Source: L. Kish, Survey Sampling (1965): effective size (Σw)² / Σw², design effect n over it. Nothing where a sum is
    /// not above zero.
    #[must_use]
    pub fn of(n: Exact, weights: Exact, squares: Exact) -> Option<Self> {
        let effective = weights.checked_mul(weights)?.checked_div(squares)?;
        if squares.is_negative() || effective.is_zero() || n.is_negative() {
            return None;
        }
        Some(Self { effective, design_effect: n.checked_div(effective)? })
    }

    /// The 95 per cent Wilson interval of a weighted proportion at the effective size, as fractions of 1.
    #[must_use]
    pub fn interval(&self, proportion: Exact) -> Option<Interval> {
        wilson_of_proportion(proportion.to_f64(), self.effective.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rounding;

    fn places(value: Exact, decimals: u32) -> String {
        value.round(decimals, Rounding::HalfEven).expect("a number").to_string()
    }

    /// New customers answered 60 of 100, old ones 255 of 300; both are half of the population.
    #[test]
    fn the_worked_example_of_two_groups_is_reproduced() {
        let ratio = |part, whole| Exact::new(part, whole).expect("a ratio");
        let (new, old) = (ratio(1, 2).checked_div(ratio(100, 400)), ratio(1, 2).checked_div(ratio(300, 400)));
        let (new, old) = (new.expect("a weight"), old.expect("a weight"));
        assert_eq!((places(new, 6), places(old, 6)), ("2.000000".to_owned(), "0.666667".to_owned()));
        let sum = |new_count: i128, old_count: i128, new: Exact, old: Exact| {
            let times = |count: i128, weight: Exact| weight.checked_mul(Exact::from_integer(count)).expect("a product");
            times(new_count, new).checked_add(times(old_count, old)).expect("a sum")
        };
        let weighted = sum(60, 255, new, old).checked_div(sum(100, 300, new, old)).expect("a rate");
        assert_eq!((places(ratio(315, 400), 4), places(weighted, 4)), ("0.7875".to_owned(), "0.7250".to_owned()));
        let squared = |weight: Exact| weight.checked_mul(weight).expect("a square");
        let of_squares = sum(100, 300, squared(new), squared(old));
        let sample = WeightedSample::of(Exact::from_integer(400), sum(100, 300, new, old), of_squares).expect("a sample");
        assert_eq!((places(sample.effective, 6), places(sample.design_effect, 6)), ("300.000000".to_owned(), "1.333333".to_owned()));
        let interval = sample.interval(weighted).expect("an interval");
        assert_eq!((format!("{:.6}", interval.lower), format!("{:.6}", interval.upper)), ("0.671868".to_owned(), "0.772442".to_owned()));
    }

    #[test]
    fn a_sample_without_weight_is_worth_nothing() {
        assert_eq!(WeightedSample::of(Exact::from_integer(10), Exact::from_integer(0), Exact::from_integer(0)), None);
    }
}
