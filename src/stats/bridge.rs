//! From the values by an old definition to those by a new one, over periods for which both are known.

use crate::model::{Decimal, Exact};

/// How far the new values lie from the old ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// Periods for which both values are known.
    pub periods: usize,
    /// Mean of new − old, exact.
    pub mean_difference: Exact,
    /// Sum of the new values over the sum of the old ones, exact; nothing where the old ones sum to zero.
    pub ratio: Option<Exact>,
}

impl Bridge {
    /// A value by the old definition, cast back to the new one by the mean difference; an estimate, never a vintage.
    #[must_use]
    pub fn cast_back(&self, old: Decimal) -> Option<Exact> {
        old.exact().checked_add(self.mean_difference)
    }

    /// The same by the ratio.
    #[must_use]
    pub fn cast_back_by_ratio(&self, old: Decimal) -> Option<Exact> {
        old.exact().checked_mul(self.ratio?)
    }
}

/// Computes the bridge of pairs of an old and a new value.
///
/// Additive: mean(new − old). Ratio: sum(new) ÷ sum(old). Both exact. Nothing without a pair, or where a sum has more
/// digits than can be held.
#[must_use]
pub fn bridge(pairs: &[(Decimal, Decimal)]) -> Option<Bridge> {
    let old = sum(pairs.iter().map(|(old, _)| *old))?;
    let new = sum(pairs.iter().map(|(_, new)| *new))?;
    let count = Exact::from_integer(i128::try_from(pairs.len()).ok()?);
    Some(Bridge {
        periods: pairs.len(),
        mean_difference: new.checked_sub(old)?.checked_div(count)?,
        ratio: if old.is_zero() { None } else { new.checked_div(old) },
    })
}

fn sum(mut values: impl Iterator<Item = Decimal>) -> Option<Exact> {
    values.try_fold(Exact::from_integer(0), |sum, value| sum.checked_add(value.exact()).map(Exact::reduced))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rounding;

    fn pairs(values: &[(&str, &str)]) -> Vec<(Decimal, Decimal)> {
        let decimal = |text: &str| Decimal::parse(text).expect("a number");
        values.iter().map(|(old, new)| (decimal(old), decimal(new))).collect()
    }

    #[test]
    fn the_mean_difference_and_the_ratio_are_those_of_the_worked_example() {
        let bridge = bridge(&pairs(&[("0.700", "0.742"), ("0.710", "0.755"), ("0.705", "0.748")])).expect("a bridge");
        let text = |exact: Exact| exact.round(6, Rounding::HalfEven).map(|decimal| decimal.to_string());
        assert_eq!(text(bridge.mean_difference).as_deref(), Some("0.043333"));
        assert_eq!(bridge.ratio.and_then(text).as_deref(), Some("1.061466"));
        let old = Decimal::parse("0.690").expect("a number");
        assert_eq!(bridge.cast_back(old).and_then(text).as_deref(), Some("0.733333"));
        assert_eq!(bridge.cast_back_by_ratio(old).and_then(text).as_deref(), Some("0.732411"));
    }

    #[test]
    fn there_is_no_ratio_to_nothing_and_no_bridge_without_a_period() {
        assert_eq!(bridge(&pairs(&[("1", "2"), ("-1", "3")])).map(|bridge| bridge.ratio), Some(None));
        assert_eq!(bridge(&[]), None);
    }
}
