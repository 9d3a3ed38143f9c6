//! A decimal number exactly as written.
//!
//! The text is read by a strict grammar and kept with its own scale, so `0.10` stays `0.10`. No other file names the
//! crate that stores the digits. Arithmetic is [`Exact`]'s business; a `Decimal` is only read, compared and printed.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{Exact, NumberError, Rounding};

/// The most digits a number may have, a single zero before the point not counted.
///
/// Every such number fits the 96-bit integer and the scale of at most 28 with which the digits are stored.
const MOST_DIGITS: usize = 28;

/// A decimal number exactly as written: `-?digits[.digits]`, at most 28 digits.
///
/// No exponent, no separators, no leading plus and no leading zeros. A single zero before the point does not count
/// towards the 28. Two numbers are equal when their values are (`1.0 == 1.00`), but each prints with its own scale.
/// A zero has no sign: `-0.0` is read and prints as `0.0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// The number `0`.
    pub const ZERO: Self = Self(rust_decimal::Decimal::ZERO);

    /// The number `1`.
    pub const ONE: Self = Self(rust_decimal::Decimal::ONE);

    /// Reads a number by the strict grammar.
    ///
    /// # Errors
    ///
    /// Every other text is refused with the reason; nothing is rounded, trimmed or guessed.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        read(text).ok_or_else(|| NumberError::explain(text))
    }

    /// Makes the decimal with no places that equals `value`.
    #[must_use]
    pub fn from_integer(value: i64) -> Self {
        Self(rust_decimal::Decimal::from(value))
    }

    /// Makes `mantissa / 10^scale`, or nothing when that has more than 28 digits or places.
    #[must_use]
    pub fn from_mantissa(mantissa: i128, scale: u32) -> Option<Self> {
        if mantissa.unsigned_abs() >= 10_u128.pow(28) {
            return None;
        }
        rust_decimal::Decimal::try_from_i128_with_scale(mantissa, scale).ok().map(Self)
    }

    /// Gives the integer that, divided by 10 to the [`scale`](Self::scale), is the number.
    #[must_use]
    pub fn mantissa(&self) -> i128 {
        self.0.mantissa()
    }

    /// Counts the decimal places as written.
    #[must_use]
    pub fn scale(&self) -> u32 {
        self.0.scale()
    }

    /// Tells whether the number is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Tells whether the value is a whole number, however written (`2.00` is).
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.0.is_integer()
    }

    /// Gives the same value as an exact quotient.
    #[must_use]
    pub fn exact(&self) -> Exact {
        // The scale is at most 28, and 10^28 is below 2^94.
        Exact::from_scaled(self.0.mantissa(), 10_u128.pow(self.0.scale()))
    }

    /// Gives the binary floating-point number nearest to the value.
    ///
    /// For chart geometry and for statistics that need a root; never for a figure that is printed.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // Reading the digits rounds correctly once; dividing mantissa by scale would round up to three times.
        self.0.to_string().parse().unwrap_or(f64::NAN)
    }

    /// Rounds to exactly `decimals` places, or widens with zeros.
    ///
    /// Nothing when the result would need more than 28 digits.
    #[must_use]
    pub fn with_scale(self, decimals: u32, rounding: Rounding) -> Option<Self> {
        self.exact().round(decimals, rounding)
    }
}

/// Reads `text` by the grammar, or gives nothing; the reason is found elsewhere, and only when needed.
fn read(text: &str) -> Option<Decimal> {
    let (is_negative, body) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    let point = body.iter().position(|byte| *byte == b'.');
    let (integer, fraction): (&[u8], &[u8]) = match point {
        Some(point) => (&body[..point], &body[point + 1..]),
        None => (body, &[]),
    };
    if integer.is_empty() || integer.len() > 1 && integer[0] == b'0' || point.is_some() && fraction.is_empty() {
        return None;
    }
    let counted = if integer == b"0" { 0 } else { integer.len() } + fraction.len();
    if counted > MOST_DIGITS {
        return None;
    }
    let mut mantissa = 0_i128;
    for byte in integer.iter().chain(fraction) {
        if !byte.is_ascii_digit() {
            return None;
        }
        mantissa = mantissa * 10 + i128::from(*byte - b'0');
    }
    let scale = u32::try_from(fraction.len()).ok()?;
    Decimal::from_mantissa(if is_negative { -mantissa } else { mantissa }, scale)
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Decimal {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DecimalVisitor)
    }
}

/// Reads a decimal from a text only: a number that a reader already made binary has lost its digits.
struct DecimalVisitor;

impl Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the digits of a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::parse(text).map_err(|error| E::custom(format_args!("{error}; {}", error.help())))
    }
}

impl JsonSchema for Decimal {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    // A plain scalar in YAML is a number to an editor and a text to this program, so the schema admits both.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "string"],
            "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$",
            "x-type": "decimal"
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Decimal, NumberError, Rounding};

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number of the grammar")
    }

    #[test]
    fn the_scale_is_kept_as_written() {
        for text in ["0", "7", "-3", "0.10", "82.40", "-0.5", "1234567890.12345678901234567", "0.0000000000000000000000000001"] {
            assert_eq!(decimal(text).to_string(), text);
        }
    }

    #[test]
    fn equality_order_and_hash_go_by_value() {
        use std::collections::BTreeSet;
        use std::hash::{DefaultHasher, Hash, Hasher};
        let hash = |d: Decimal| {
            let mut hasher = DefaultHasher::new();
            d.hash(&mut hasher);
            hasher.finish()
        };
        assert_eq!(decimal("1.0"), decimal("1.00"));
        assert_eq!(hash(decimal("1.0")), hash(decimal("1.00")));
        assert!(decimal("-2") < decimal("-1.99"));
        assert_eq!(BTreeSet::from([decimal("1"), decimal("1.0"), decimal("2")]).len(), 2);
    }

    #[test]
    fn a_negative_zero_is_zero() {
        for text in ["-0", "-0.00"] {
            assert!(!decimal(text).is_negative());
            assert_eq!(decimal(text).to_string(), &text[1..]);
        }
    }

    #[test]
    fn twenty_eight_digits_are_kept_and_one_more_is_refused() {
        assert_eq!(decimal(&"9".repeat(28)).to_string(), "9".repeat(28));
        let small = format!("0.{}", "9".repeat(28));
        assert_eq!(decimal(&small).to_string(), small);
        assert!(Decimal::parse(&"9".repeat(29)).is_err());
        assert!(Decimal::parse(&format!("1.{}", "9".repeat(28))).is_err());
        assert!(Decimal::parse(&"9".repeat(100_000)).is_err());
    }

    #[test]
    fn whole_numbers_are_recognised_whatever_their_scale() {
        assert!(decimal("2.00").is_integer() && decimal("0").is_integer());
        assert!(!decimal("2.01").is_integer());
    }

    #[test]
    fn a_new_scale_rounds_or_widens() {
        assert_eq!(decimal("2.5").with_scale(0, Rounding::HalfEven).expect("fits").to_string(), "2");
        assert_eq!(decimal("2.5").with_scale(0, Rounding::HalfUp).expect("fits").to_string(), "3");
        assert_eq!(decimal("2.5").with_scale(3, Rounding::HalfEven).expect("fits").to_string(), "2.500");
        assert_eq!(decimal("99").with_scale(27, Rounding::HalfEven), None);
        assert_eq!(decimal("0").with_scale(29, Rounding::HalfEven), None);
    }

    #[test]
    fn serde_takes_and_gives_texts_only() {
        assert_eq!(serde_json::to_string(&decimal("0.10")).expect("serialises"), "\"0.10\"");
        assert_eq!(serde_json::from_str::<Decimal>("\"0.10\"").expect("reads").to_string(), "0.10");
        assert!(serde_json::from_str::<Decimal>("0.10").is_err());
        let error = serde_json::from_str::<Decimal>("\"1,5\"").expect_err("refused").to_string();
        assert!(error.starts_with("expected a decimal point, found a comma in `1,5`; write a decimal point"), "{error}");
    }

    #[test]
    fn integers_have_no_places() {
        assert_eq!(Decimal::from_integer(i64::MIN).to_string(), i64::MIN.to_string());
        assert_eq!(Decimal::from_integer(5).scale(), 0);
    }

    proptest! {
        #[test]
        fn printing_what_was_read_gives_the_text_back(text in "-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,14})?") {
            let value = decimal(&text);
            let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c));
            let expected = if is_zero { text.trim_start_matches('-') } else { &text };
            prop_assert_eq!(value.to_string(), expected);
            prop_assert_eq!(value.to_f64().to_bits(), expected.parse::<f64>().expect("digits").to_bits());
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC*") {
            if let Err(error) = Decimal::parse(&text) {
                prop_assert!(!error.to_string().is_empty());
            }
        }

        #[test]
        fn what_looks_nearly_like_a_number_is_read_or_refused_with_a_reason(text in "[-+0-9.,eE_ %]{0,12}") {
            if let Err(error) = Decimal::parse(&text) {
                prop_assert!(!error.help().is_empty());
                let blames_length = matches!(error, NumberError::TooManyDigits { .. });
                prop_assert!(!blames_length, "{}", text);
            }
        }
    }
}
