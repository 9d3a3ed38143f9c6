//! Exact quotients of integers.
//!
//! Every operation is exact or refused; none approximates. A quotient is stored unreduced, because reducing costs more
//! than most sums need; equality and order therefore go by value. This file must not know what a figure measures.

use std::cmp::Ordering;

/// An exact quotient of two integers of 128 bits; the denominator is above zero.
///
/// Operations give nothing when an intermediate product does not fit, even after both operands were reduced by their
/// common divisors. Equality and order are by value, whatever the terms.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

impl Exact {
    /// The number 0.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// The number 1.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// Makes a whole number.
    #[must_use]
    pub const fn from_integer(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// Makes `numerator / denominator`, or nothing when the denominator is zero or the quotient does not fit.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator > 0 {
            return Some(Self { numerator, denominator });
        }
        if denominator == 0 {
            return None;
        }
        if let (Some(numerator), Some(denominator)) = (numerator.checked_neg(), denominator.checked_neg()) {
            return Some(Self { numerator, denominator });
        }
        let negative = numerator > 0;
        from_magnitudes(negative, numerator.unsigned_abs(), denominator.unsigned_abs())
    }

    /// Makes `mantissa / power`, where the power of ten is one that a decimal can have.
    pub(super) fn from_scaled(mantissa: i128, power: u128) -> Self {
        debug_assert!((1..1 << 94).contains(&power), "a decimal has at most 28 places");
        Self { numerator: mantissa, denominator: power.cast_signed() }
    }

    /// Gives the numerator of the stored terms, which need not be the lowest.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Gives the denominator of the stored terms; it is above zero.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Tells whether the value is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Tells whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Gives the same value in its lowest terms.
    #[must_use]
    pub fn reduced(self) -> Self {
        from_magnitudes(self.is_negative(), self.numerator.unsigned_abs(), self.denominator.unsigned_abs()).unwrap_or(self)
    }

    /// Adds exactly.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        add_directly(self, other).or_else(|| add_by_common_divisors(self.reduced(), other.reduced()))
    }

    /// Subtracts exactly.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.checked_neg()?)
    }

    /// Multiplies exactly.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        multiply_directly(self, other).or_else(|| {
            let (a, b) = (self.reduced(), other.reduced());
            let across = reduce_pair(a.numerator.unsigned_abs(), b.denominator.unsigned_abs());
            let back = reduce_pair(b.numerator.unsigned_abs(), a.denominator.unsigned_abs());
            let numerator = across.0.checked_mul(back.0)?;
            let denominator = across.1.checked_mul(back.1)?;
            from_magnitudes(a.is_negative() != b.is_negative(), numerator, denominator)
        })
    }

    /// Divides exactly; nothing when `other` is zero.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        // The reciprocal of -2^127 exists only in lower terms or not at all; `new` knows which.
        self.checked_mul(Self::new(other.denominator, other.numerator)?)
    }

    /// Changes the sign; nothing only when the numerator is the least 128-bit integer over an odd denominator.
    #[must_use]
    pub fn checked_neg(self) -> Option<Self> {
        let negated = |value: Self| Some(Self { numerator: value.numerator.checked_neg()?, ..value });
        negated(self).or_else(|| negated(self.reduced()))
    }

    /// Gives a binary floating-point number beside the value, within two units in the last place.
    ///
    /// Correctly rounded while both reduced terms are below 2^53, as all counts are. For chart geometry and for
    /// statistics that need a root; never for a figure that is printed.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the loss is the documented purpose, and bounded")]
    pub fn to_f64(self) -> f64 {
        const WHOLE: u128 = 1 << 53;
        if self.numerator.unsigned_abs() < WHOLE && self.denominator.unsigned_abs() < WHOLE {
            return self.numerator as f64 / self.denominator as f64;
        }
        let Self { numerator, denominator } = self.reduced();
        numerator as f64 / denominator as f64
    }
}

/// Adds without reducing.
fn add_directly(a: Exact, b: Exact) -> Option<Exact> {
    if a.denominator == b.denominator {
        return Some(Exact { numerator: a.numerator.checked_add(b.numerator)?, ..a });
    }
    let left = a.numerator.checked_mul(b.denominator)?;
    let right = b.numerator.checked_mul(a.denominator)?;
    Some(Exact { numerator: left.checked_add(right)?, denominator: a.denominator.checked_mul(b.denominator)? })
}

/// Adds over the least common denominator (Knuth, The Art of Computer Programming, volume 2, section 4.5.1).
fn add_by_common_divisors(a: Exact, b: Exact) -> Option<Exact> {
    let common = greatest_common_divisor(a.denominator.unsigned_abs(), b.denominator.unsigned_abs());
    let common = i128::try_from(common).ok()?;
    let (a_rest, b_rest) = (a.denominator / common, b.denominator / common);
    let left = a.numerator.checked_mul(b_rest)?;
    let right = b.numerator.checked_mul(a_rest)?;
    let numerator = left.checked_add(right)?;
    // Only divisors of `common` can still divide the sum, so the rest is reduced before the last product.
    let (upper, lower) = reduce_pair(numerator.unsigned_abs(), common.unsigned_abs());
    let denominator = a_rest.unsigned_abs().checked_mul(b_rest.unsigned_abs())?.checked_mul(lower)?;
    from_magnitudes(numerator < 0, upper, denominator)
}

/// Multiplies without reducing.
fn multiply_directly(a: Exact, b: Exact) -> Option<Exact> {
    Some(Exact { numerator: a.numerator.checked_mul(b.numerator)?, denominator: a.denominator.checked_mul(b.denominator)? })
}

/// Makes the reduced quotient of two magnitudes with a sign; nothing when it does not fit or the denominator is zero.
fn from_magnitudes(negative: bool, numerator: u128, denominator: u128) -> Option<Exact> {
    if denominator == 0 {
        return None;
    }
    let (numerator, denominator) = reduce_pair(numerator, denominator);
    let numerator = if negative { 0_i128.checked_sub_unsigned(numerator)? } else { i128::try_from(numerator).ok()? };
    Some(Exact { numerator, denominator: i128::try_from(denominator).ok()? })
}

/// Divides both by their greatest common divisor; at least one is not zero.
fn reduce_pair(a: u128, b: u128) -> (u128, u128) {
    let divisor = greatest_common_divisor(a, b);
    (a / divisor, b / divisor)
}

/// Finds the greatest common divisor by Euclid's rule; it is zero only when both are.
fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_by_continued_fractions(*self, *other),
        }
    }
}

/// Compares by the terms of the two continued fractions, where the cross products do not fit.
///
/// Whole parts decide; where they are equal, the remainders r/d lie in [0, 1), and r1/d1 < r2/d2 exactly when
/// d1/r1 > d2/r2. Each step is one of Euclid's, so it ends after at most about 185 steps.
fn compare_by_continued_fractions(left: Exact, right: Exact) -> Ordering {
    let (mut a, mut b) = (left.numerator, left.denominator);
    let (mut c, mut d) = (right.numerator, right.denominator);
    let mut reversed = false;
    loop {
        let by_whole = a.div_euclid(b).cmp(&c.div_euclid(d));
        let (a_rest, c_rest) = (a.rem_euclid(b), c.rem_euclid(d));
        let decided = match (by_whole, a_rest == 0, c_rest == 0) {
            (Ordering::Equal, true, true) => Some(Ordering::Equal),
            (Ordering::Equal, true, false) => Some(Ordering::Less),
            (Ordering::Equal, false, true) => Some(Ordering::Greater),
            (Ordering::Equal, false, false) => None,
            (unequal, _, _) => Some(unequal),
        };
        if let Some(order) = decided {
            return if reversed { order.reverse() } else { order };
        }
        (a, b) = (b, a_rest);
        (c, d) = (d, c_rest);
        reversed = !reversed;
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::{Exact, compare_by_continued_fractions};

    fn exact(numerator: i128, denominator: i128) -> Exact {
        Exact::new(numerator, denominator).expect("the denominator is not zero and the quotient fits")
    }

    #[test]
    fn operations_that_only_fit_when_reduced_are_done() {
        let huge = 2_i128.pow(100);
        assert_eq!(exact(huge, 3).checked_mul(exact(3, huge)), Some(Exact::ONE));
        assert_eq!(exact(1, huge).checked_add(exact(1, huge * 2)), Some(exact(3, huge * 2)));
        assert_eq!(exact(huge, 7).checked_div(exact(huge, 7)), Some(Exact::ONE));
        assert_eq!(Exact::from_integer(i128::MAX).checked_add(Exact::ONE), None);
        assert_eq!(Exact::from_integer(i128::MAX).checked_mul(Exact::from_integer(2)), None);
    }

    #[test]
    fn the_least_integer_never_overflows() {
        let least = Exact::from_integer(i128::MIN);
        assert_eq!(least.checked_neg(), None);
        assert_eq!(exact(i128::MIN, 2).checked_neg(), Some(Exact::from_integer(2_i128.pow(126))));
        assert_eq!(Exact::new(1, i128::MIN), None);
        assert_eq!(Exact::new(2, i128::MIN), Some(exact(-1, 2_i128.pow(126))));
        assert_eq!(Exact::new(i128::MIN, -1), None);
        assert_eq!(least.checked_div(least), None, "its reciprocal has no 128-bit denominator");
        assert!(least < exact(i128::MIN + 1, 1) && least == least.reduced());
        assert!(least < exact(i128::MAX, i128::MAX - 1));
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(Exact::new(1, 0), None);
        assert_eq!(Exact::ONE.checked_div(Exact::ZERO), None);
    }

    #[test]
    fn equality_goes_by_value() {
        assert_eq!(exact(2, 4), exact(-3, -6));
        assert_ne!(exact(1, 3), exact(333_333, 1_000_000));
    }

    /// Multiplies two 128-bit numbers into (high, low) halves of 64-bit schoolbook products.
    fn wide_product(a: u128, b: u128) -> (u128, u128) {
        const LOW: u128 = u64::MAX as u128;
        let (a1, a0, b1, b0) = (a >> 64, a & LOW, b >> 64, b & LOW);
        let (low, cross1, cross2) = (a0 * b0, a1 * b0, a0 * b1);
        let middle = (low >> 64) + (cross1 & LOW) + (cross2 & LOW);
        (a1 * b1 + (cross1 >> 64) + (cross2 >> 64) + (middle >> 64), (middle << 64) | (low & LOW))
    }

    fn order_by_wide_products(a: Exact, b: Exact) -> Ordering {
        let magnitude = wide_product(a.numerator.unsigned_abs(), b.denominator.unsigned_abs())
            .cmp(&wide_product(b.numerator.unsigned_abs(), a.denominator.unsigned_abs()));
        match (a.numerator.signum(), b.numerator.signum()) {
            (-1, -1) => magnitude.reverse(),
            (sign, other) if sign != other => sign.cmp(&other),
            _ => magnitude,
        }
    }

    /// Integers of every size, so that small and overflowing cases both occur often.
    fn sized() -> impl Strategy<Value = i128> {
        (any::<i128>(), 0_u32..127).prop_map(|(value, shift)| value >> shift)
    }

    fn any_exact() -> impl Strategy<Value = Exact> {
        (sized(), sized()).prop_filter_map("the denominator is zero", |(n, d)| Exact::new(n, d))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn order_agrees_with_wide_products(a in any_exact(), b in any_exact()) {
            prop_assert_eq!(a.cmp(&b), order_by_wide_products(a, b));
            prop_assert_eq!(compare_by_continued_fractions(a, b), order_by_wide_products(a, b));
            prop_assert_eq!(a.reduced().cmp(&a), Ordering::Equal);
        }

        #[test]
        fn sums_and_products_undo_each_other(a in any_exact(), b in any_exact()) {
            if let Some(sum) = a.checked_add(b) {
                prop_assert_eq!(Some(sum), b.checked_add(a));
                if let Some(back) = sum.checked_sub(b) {
                    prop_assert_eq!(back, a);
                }
            }
            if let Some(product) = a.checked_mul(b) {
                prop_assert_eq!(Some(product), b.checked_mul(a));
                if let Some(back) = product.checked_div(b) {
                    prop_assert_eq!(back, a);
                }
            }
        }

        #[test]
        fn the_slow_path_gives_what_the_fast_one_does(a in -10_000_i128..10_000, b in 1_i128..10_000, c in -10_000_i128..10_000, d in 1_i128..10_000) {
            let (x, y) = (exact(a, b), exact(c, d));
            let slow = super::add_by_common_divisors(x.reduced(), y.reduced());
            prop_assert_eq!(slow, super::add_directly(x, y));
        }

        #[test]
        fn floats_lie_beside_the_value(n in -1_000_000_i128..1_000_000, d in 1_i128..1_000_000, factor in 1_i128..(1 << 60)) {
            let scaled = exact(n * factor, d * factor).to_f64();
            prop_assert_eq!(scaled.to_bits(), exact(n, d).to_f64().to_bits());
        }
    }
}
