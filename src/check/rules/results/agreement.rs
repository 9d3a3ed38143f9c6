//! Whether a reported value is the recalculated one, at its own precision or in another scale.

use crate::model::{Decimal, Exact};

/// Whether a reported value lies within half a unit of the last published digit of a recalculated one.
pub(super) fn agrees(reported: Decimal, value: Exact, decimals: u32) -> bool {
    within(reported.exact(), value, Exact::new(1, 2 * 10_i128.pow(decimals)))
}

/// Whether a reported value is the recalculated one, but a fraction where the unit is multiplied, as per cent are, or multiplied once too often.
pub(super) fn is_in_other_scale(reported: Decimal, value: Exact, factor: i64) -> bool {
    let factor = Exact::from_integer(i128::from(factor));
    if factor == Exact::from_integer(1) || reported.exact().is_zero() || value.is_zero() {
        return false;
    }
    let precision = Exact::new(1, 2 * 10_i128.pow(reported.scale()));
    let is_near = |other: Option<Exact>| other.is_some_and(|other| within(reported.exact(), other, precision));
    is_near(value.checked_div(factor)) || is_near(value.checked_mul(factor))
}

fn within(one: Exact, other: Exact, tolerance: Option<Exact>) -> bool {
    let difference = one.checked_sub(other);
    difference.zip(tolerance).is_some_and(|(difference, tolerance)| {
        difference <= tolerance && difference.checked_neg().is_some_and(|negative| negative <= tolerance)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a decimal")
    }

    #[test]
    fn half_a_unit_of_the_last_digit_is_allowed() {
        let value = Exact::new(7425, 100).expect("a fraction");
        assert!(agrees(decimal("74.2"), value, 1) && agrees(decimal("74.3"), value, 1) && !agrees(decimal("74.4"), value, 1));
    }

    #[test]
    fn fractions_and_percentages_are_told_apart_from_other_mistakes() {
        let value = Exact::new(4046, 1000).expect("a fraction");
        assert!(is_in_other_scale(decimal("0.040"), value, 100) && is_in_other_scale(decimal("404.6"), value, 100));
        assert!(!is_in_other_scale(decimal("0.4"), value, 100) && !is_in_other_scale(decimal("0.040"), value, 1));
        assert!(!is_in_other_scale(decimal("0.0"), value, 100));
    }
}
