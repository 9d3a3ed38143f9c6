//! Numbers as the language writes them.

use super::words::Language;
use crate::model::{Decimal, Unit};

/// The signs of a language's numbers.
#[derive(Clone, Debug)]
pub(super) struct Signs {
    /// Between whole and fraction.
    pub(super) decimal: String,
    /// Between groups of digits.
    pub(super) group: String,
    /// Before negative numbers.
    pub(super) minus: String,
    /// Digits in the last group, and in each group before it.
    pub(super) sizes: (usize, usize),
    /// Digits that a whole number needs at least before it is grouped.
    pub(super) least: usize,
}

impl Signs {
    /// Writes a number that stands in its plain form: digits with at most one point and a sign.
    pub(super) fn write(&self, plain: &str) -> String {
        let (negative, rest) = plain.strip_prefix('-').map_or((false, plain), |rest| (true, rest));
        let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
        let mut out = String::with_capacity(plain.len() + 8);
        if negative {
            out.push_str(&self.minus);
        }
        let length = whole.len();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && length >= self.least && self.group_begins(length - index) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }

    /// Whether a group begins where so many digits are left.
    const fn group_begins(&self, left: usize) -> bool {
        let (last, before) = self.sizes;
        left == last || (left > last && (left - last).is_multiple_of(before))
    }
}

impl Language {
    /// A number as the language writes it: `1,867,781.50`.
    #[must_use]
    pub fn number(&self, number: Decimal) -> String {
        self.signs.write(&number.to_string())
    }

    /// A number in its plain form, `-1234.5`, as the language writes it.
    #[must_use]
    pub fn plain_number(&self, plain: &str) -> String {
        self.signs.write(plain)
    }

    /// A count as the language writes it: `12,765`.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        self.signs.write(&count.to_string())
    }

    /// A number with the mark of its unit: `86.60%`, `£12`.
    #[must_use]
    pub fn with_unit(&self, number: Decimal, unit: Unit) -> String {
        self.mark(&self.number(number), unit)
    }

    /// Puts the mark of a unit at a number that is already written.
    #[must_use]
    pub fn mark(&self, number: &str, unit: Unit) -> String {
        if self.marks.is_empty() {
            return unit.mark(number);
        }
        if let Some(pattern) = self.marks.get(&unit.code().to_lowercase()) {
            return self.filled(pattern, &[("number", number.into())]);
        }
        if let Some(pattern) = self.marks.get("currency").filter(|_| unit.is_currency()) {
            return self.filled(pattern, &[("number", number.into()), ("symbol", unit.symbol().into())]);
        }
        unit.mark(number)
    }

    /// The long name of a unit: `per cent`.
    #[must_use]
    pub fn unit_name(&self, unit: Unit) -> &str {
        self.say_dynamic(&format!("unit-{}", unit.code().to_lowercase())).unwrap_or_else(|| unit.name())
    }

    /// The mark of a unit alone: `%`, `min`; empty where its numbers stand alone.
    #[must_use]
    pub fn unit_symbol(&self, unit: Unit) -> &str {
        self.say_dynamic(&format!("symbol-{}", unit.code().to_lowercase())).unwrap_or_else(|| unit.symbol())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_and_places_kept() {
        let english = Language::built_in("en-GB");
        for (text, expected) in
            [("1867781", "1,867,781"), ("-1234.50", "\u{2212}1,234.50"), ("999", "999"), ("0.10", "0.10"), ("100000", "100,000")]
        {
            assert_eq!(english.plain_number(text), expected);
        }
    }

    #[test]
    fn each_language_has_its_signs_and_marks() {
        let german = Language::built_in("de");
        let number = Decimal::parse("1234.50").expect("a number");
        let unit = |code: &str| Unit::parse(code).expect("a unit");
        assert_eq!(german.with_unit(number, unit("percent")), "1.234,50\u{a0}%");
        assert_eq!(german.with_unit(number, unit("GBP")), "1.234,50\u{a0}£");
        assert_eq!(Language::built_in("en").with_unit(number, unit("GBP")), "£1,234.50");
    }

    #[test]
    fn groups_may_differ_in_size() {
        let signs = Signs { decimal: ".".to_owned(), group: ",".to_owned(), minus: "-".to_owned(), sizes: (3, 2), least: 5 };
        assert_eq!((signs.write("1234567"), signs.write("1234")), ("12,34,567".to_owned(), "1234".to_owned()));
    }
}
