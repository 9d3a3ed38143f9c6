//! The one place where a figure is rounded.
//!
//! A quotient is rounded from its exact value to the declared places in one step, by integer arithmetic alone.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decimal, Exact};

/// How a figure that lies exactly between two printable neighbours is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To the neighbour whose last digit is even: 0.125 becomes 0.12 and 0.375 becomes 0.38.
    #[default]
    HalfEven,
    /// Away from zero, as spreadsheets do: 0.125 becomes 0.13 and -0.125 becomes -0.13.
    HalfUp,
}

impl Exact {
    /// Rounds to exactly `decimals` places, once.
    ///
    /// The last digit is decided by comparing twice the integer remainder with the denominator, so no digit is ever
    /// rounded twice. Nothing when the result would need more than 28 digits or places.
    #[must_use]
    pub fn round(self, decimals: u32, rounding: Rounding) -> Option<Decimal> {
        let denominator = self.denominator().unsigned_abs();
        let (mut quotient, remainder) = divide_scaled(self.numerator().unsigned_abs(), denominator, decimals)?;
        // The remainder is below the denominator, which is below 2^127: doubling it cannot overflow.
        let up = match (2 * remainder).cmp(&denominator) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => rounding == Rounding::HalfUp || quotient % 2 == 1,
        };
        quotient = quotient.checked_add(u128::from(up))?;
        let mantissa = i128::try_from(quotient).ok()?;
        Decimal::from_mantissa(if self.is_negative() { -mantissa } else { mantissa }, decimals)
    }
}

/// Divides `numerator · 10^decimals` by `denominator` into quotient and remainder; nothing when the quotient has more
/// than 38 digits.
fn divide_scaled(numerator: u128, denominator: u128, decimals: u32) -> Option<(u128, u128)> {
    let power = 10_u128.checked_pow(decimals)?;
    if let Some(scaled) = numerator.checked_mul(power) {
        return Some((scaled / denominator, scaled % denominator));
    }
    let (mut quotient, mut remainder) = (numerator / denominator, numerator % denominator);
    for _ in 0..decimals {
        let (digit, rest) = next_digit(remainder, denominator);
        quotient = quotient.checked_mul(10)?.checked_add(digit)?;
        remainder = rest;
    }
    Some((quotient, remainder))
}

/// Gives the next digit of a long division and what remains, where ten times the remainder may not fit.
fn next_digit(remainder: u128, denominator: u128) -> (u128, u128) {
    if let Some(tenfold) = remainder.checked_mul(10) {
        return (tenfold / denominator, tenfold % denominator);
    }
    let (mut digit, mut rest) = (0, 0_u128);
    for _ in 0..10 {
        // Both terms are below the denominator, which is at most 2^127.
        rest += remainder;
        if rest >= denominator {
            rest -= denominator;
            digit += 1;
        }
    }
    (digit, rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Exact, Rounding};

    fn exact(numerator: i128, denominator: i128) -> Exact {
        Exact::new(numerator, denominator).expect("the denominator is not zero and the quotient fits")
    }

    fn rounded(numerator: i128, denominator: i128, decimals: u32, rounding: Rounding) -> String {
        exact(numerator, denominator).round(decimals, rounding).expect("fits").to_string()
    }

    #[test]
    fn ties_go_to_even_or_away_from_zero() {
        let cases = [(1, 8, "0.12", "0.13"), (3, 8, "0.38", "0.38"), (-1, 8, "-0.12", "-0.13"), (5, 1000, "0.00", "0.01")];
        for (n, d, even, up) in cases {
            assert_eq!(rounded(n, d, 2, Rounding::HalfEven), even);
            assert_eq!(rounded(n, d, 2, Rounding::HalfUp), up);
        }
    }

    #[test]
    fn a_value_just_off_a_tie_is_not_rounded_twice() {
        let tie = 10_i128.pow(30);
        assert_eq!(rounded(5 * tie / 10 - 1, tie, 0, Rounding::HalfUp), "0");
        assert_eq!(rounded(5 * tie / 10 + 1, tie, 0, Rounding::HalfEven), "1");
        assert_eq!(rounded(251, 100, 0, Rounding::HalfEven), "3");
        assert_eq!(rounded(61056, 10000, 2, Rounding::HalfEven), "6.11");
    }

    #[test]
    fn declared_places_are_always_printed() {
        assert_eq!(rounded(0, 7, 2, Rounding::HalfEven), "0.00");
        assert_eq!(rounded(-1, 1000, 2, Rounding::HalfEven), "0.00");
        assert_eq!(rounded(41200, 500, 1, Rounding::HalfEven), "82.4");
    }

    #[test]
    fn a_result_of_more_than_28_digits_is_refused() {
        assert_eq!(exact(1, 3).round(29, Rounding::HalfEven), None);
        assert_eq!(exact(10, 3).round(28, Rounding::HalfEven), None);
        assert_eq!(Exact::from_integer(i128::MIN).round(0, Rounding::HalfEven), None);
        assert_eq!(exact(10_i128.pow(29) - 5, 10).round(0, Rounding::HalfUp), None);
        assert_eq!(rounded(1, 3, 28, Rounding::HalfEven), format!("0.{}", "3".repeat(28)));
    }

    /// Rounds by long division over the written digits of the numerator: an oracle that shares no code.
    fn rounded_by_digits(numerator: i128, denominator: i128, decimals: u32, rounding: Rounding) -> String {
        let divisor = denominator.unsigned_abs();
        let mut written = numerator.unsigned_abs().to_string();
        written.push_str(&"0".repeat(decimals as usize));
        let (mut digits, mut remainder) = (Vec::new(), 0_u128);
        for byte in written.bytes() {
            let dividend = remainder * 10 + u128::from(byte - b'0');
            digits.push(u8::try_from(dividend / divisor).expect("one digit"));
            remainder = dividend % divisor;
        }
        let is_odd = digits.last().is_some_and(|digit| digit % 2 == 1);
        let tie_up = rounding == Rounding::HalfUp || is_odd;
        if 2 * remainder > divisor || (2 * remainder == divisor && tie_up) {
            let nines = digits.iter().rev().take_while(|digit| **digit == 9).count();
            let start = digits.len() - nines;
            digits[start..].fill(0);
            if start == 0 {
                digits.insert(0, 1);
            } else {
                digits[start - 1] += 1;
            }
        }
        let places = decimals as usize;
        while digits.len() > places + 1 && digits[0] == 0 {
            digits.remove(0);
        }
        let mut text: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
        if places > 0 {
            text.insert(text.len() - places, '.');
        }
        if numerator < 0 && digits.iter().any(|digit| *digit != 0) { format!("-{text}") } else { text }
    }

    fn any_rounding() -> impl Strategy<Value = Rounding> {
        prop_oneof![Just(Rounding::HalfEven), Just(Rounding::HalfUp)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn rounding_agrees_with_long_division(
            value in any::<i128>(), size in 0_u32..127, d in 1_i128..(1 << 120), shift in 0_u32..120, decimals in 0_u32..12, rounding in any_rounding()
        ) {
            let n = value >> size;
            let d = (d >> shift).max(1);
            let expected = rounded_by_digits(n, d, decimals, rounding);
            let count = expected.trim_start_matches('-').trim_start_matches("0.").bytes().filter(u8::is_ascii_digit).count();
            match exact(n, d).round(decimals, rounding) {
                Some(value) => prop_assert_eq!(value.to_string(), expected),
                None => prop_assert!(count > 28, "refused {}", expected),
            }
        }

        #[test]
        fn ties_agree_with_long_division(n in -100_000_i128..100_000, d in 1_i128..2000, decimals in 0_u32..4, rounding in any_rounding()) {
            let value = exact(n, d).round(decimals, rounding).expect("fits").to_string();
            prop_assert_eq!(value, rounded_by_digits(n, d, decimals, rounding));
        }

    }
}
