//! Units of measure: their codes, marks and factors.
//!
//! Invariant: every code stands once, whether it is a unit or a currency. Must not know decimals, rounding or any locale.

use std::fmt;
use std::str::FromStr;

use crate::diag::did_you_mean;
use crate::model::text::{explained, quote, record_text};
use crate::model::unit::currency::CURRENCIES;

/// Where the symbol of a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placement {
    /// Right before the number: £12.
    Before,
    /// Before the number with a space: USD 12.
    BeforeSpaced,
    /// Right behind the number: 12%.
    After,
    /// Behind the number with a space: 12 min.
    AfterSpaced,
}

/// What is known about a unit.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Entry {
    /// Text in records.
    pub(crate) code: &'static str,
    /// Long name, in words.
    pub(crate) name: &'static str,
    /// Mark at the number; empty for bare numbers.
    pub(crate) symbol: &'static str,
    /// What a stored value is multiplied by before it is shown.
    pub(crate) factor: i64,
    /// Where the mark stands.
    pub(crate) placement: Placement,
}

/// Makes the entry of a unit that is no currency.
const fn measure(code: &'static str, name: &'static str, symbol: &'static str, factor: i64, placement: Placement) -> Entry {
    Entry { code, name, symbol, factor, placement }
}

/// The units that are no currencies, in the order in which people should see them.
const MEASURES: &[Entry] = &[
    measure("percent", "per cent", "%", 100, Placement::After),
    measure("percentage-points", "percentage points", "pp", 100, Placement::AfterSpaced),
    measure("permille", "per mille", "‰", 1000, Placement::After),
    measure("per-1000", "per 1,000", "per 1,000", 1000, Placement::AfterSpaced),
    measure("per-100000", "per 100,000", "per 100,000", 100_000, Placement::AfterSpaced),
    measure("ratio", "ratio", "", 1, Placement::AfterSpaced),
    measure("count", "count", "", 1, Placement::AfterSpaced),
    measure("seconds", "seconds", "s", 1, Placement::AfterSpaced),
    measure("minutes", "minutes", "min", 1, Placement::AfterSpaced),
    measure("hours", "hours", "h", 1, Placement::AfterSpaced),
    measure("days", "days", "d", 1, Placement::AfterSpaced),
    measure("points", "points", "points", 1, Placement::AfterSpaced),
    measure("score", "score", "", 1, Placement::AfterSpaced),
];

/// Spellings that people try first, with the code that each stands for.
const ALIASES: &[(&str, &str)] = &[
    ("%", "percent"),
    ("pct", "percent"),
    ("per cent", "percent"),
    ("percentage", "percent"),
    ("pp", "percentage-points"),
    ("‰", "permille"),
    ("number", "count"),
    ("n", "count"),
    ("s", "seconds"),
    ("sec", "seconds"),
    ("min", "minutes"),
    ("h", "hours"),
    ("d", "days"),
    ("pts", "points"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("£", "GBP"),
    ("pounds", "GBP"),
    ("$", "USD"),
    ("dollars", "USD"),
];

/// A unit of measure: a share, a count, a length of time, a score, or an ISO 4217 currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(&'static Entry);

impl Unit {
    /// Reads a unit's code.
    ///
    /// # Errors
    ///
    /// Says that the code is not known, with the one that was most likely meant.
    pub fn parse(text: &str) -> Result<Self, UnitError> {
        entries().find(|entry| entry.code == text).map(Self).ok_or_else(|| UnitError { found: text.to_owned() })
    }

    /// Gives every code that can be read: units first, then currencies.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        entries().map(|entry| entry.code)
    }

    /// Gives the code as records write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// Gives what a stored value is multiplied by before it is shown: 100 for per cent, 1 where it is shown as it is.
    #[must_use]
    pub const fn factor(self) -> i64 {
        self.0.factor
    }

    /// Gives the mark at the number, such as `%`, `min`, `€` or `USD`; empty where the number stands alone.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        self.0.symbol
    }

    /// Gives the long name, in words: "per cent".
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// Tells where the mark stands.
    #[must_use]
    pub const fn placement(self) -> Placement {
        self.0.placement
    }

    /// Tells whether the mark stands before the number.
    #[must_use]
    pub const fn is_prefix(self) -> bool {
        matches!(self.0.placement, Placement::Before | Placement::BeforeSpaced)
    }

    /// Tells whether a space parts mark and number.
    #[must_use]
    pub const fn is_spaced(self) -> bool {
        matches!(self.0.placement, Placement::BeforeSpaced | Placement::AfterSpaced)
    }

    /// Tells whether it is an ISO 4217 currency.
    #[must_use]
    pub const fn is_currency(self) -> bool {
        self.0.code.as_bytes()[0].is_ascii_uppercase()
    }

    /// Tells whether a value is a share of a whole that is shown multiplied.
    #[must_use]
    pub const fn is_scaled(self) -> bool {
        self.0.factor != 1
    }

    /// Gives the unit in which differences between two values are shown: percentage points for per cent, else the unit itself.
    #[must_use]
    pub fn of_difference(self) -> Self {
        if self.code() == "percent" { Self(&MEASURES[1]) } else { self }
    }

    /// Puts the mark at a number that is already written out, with a space that does not break the line where one is wanted.
    #[must_use]
    pub fn mark(self, number: &str) -> String {
        let space = if self.is_spaced() { "\u{a0}" } else { "" };
        match (self.symbol(), self.is_prefix()) {
            ("", _) => number.to_owned(),
            (symbol, false) => format!("{number}{space}{symbol}"),
            (symbol, true) => match number.strip_prefix(['-', '\u{2212}']) {
                Some(rest) => format!("\u{2212}{symbol}{space}{rest}"),
                None => format!("{symbol}{space}{number}"),
            },
        }
    }
}

/// Lists every unit.
fn entries() -> impl Iterator<Item = &'static Entry> {
    MEASURES.iter().chain(CURRENCIES)
}

/// A code that is no unit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a unit such as `percent`, `count`, `seconds` or a currency code such as `EUR`, found {}", quote(found))]
pub struct UnitError {
    /// The text that was found.
    pub found: String,
}

impl UnitError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        let tidy = self.found.trim().to_lowercase();
        let dashed = tidy.replace([' ', '_'], "-");
        let alias = ALIASES.iter().find(|(alias, _)| *alias == tidy).map(|(_, code)| *code);
        let same = Unit::codes().find(|code| code.eq_ignore_ascii_case(&dashed));
        let near = || did_you_mean(&dashed, MEASURES.iter().map(|entry| entry.code));
        if let Some(code) = alias.or(same).or_else(near) {
            return format!("did you mean `{code}`?");
        }
        let codes: Vec<String> = MEASURES.iter().map(|entry| format!("`{}`", entry.code)).collect();
        format!("use one of {}, or an ISO 4217 currency code", codes.join(", "))
    }
}

explained!(UnitError);

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

impl FromStr for Unit {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        Self::parse(text)
    }
}

/// Writes the pattern of the JSON Schema: each unit, or three capitals.
fn pattern() -> String {
    let codes: Vec<&str> = MEASURES.iter().map(|entry| entry.code).collect();
    format!("^({}|[A-Z]{{3}})$", codes.join("|"))
}

record_text!(Unit, expecting "a unit such as `percent`", text |unit| unit.code(), schema {
    "type": "string",
    "x-type": "unit",
    "description": "Unit of measure: a share such as percent (stored as a fraction and shown multiplied), a count, a time, a score, or an ISO 4217 currency code.",
    "pattern": pattern(),
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn unit(text: &str) -> Unit {
        Unit::parse(text).expect("the text is a unit")
    }

    #[test]
    fn every_code_reads_back_and_stands_once() {
        let codes: BTreeSet<&str> = Unit::codes().collect();
        assert_eq!(codes.len(), Unit::codes().count());
        for code in codes {
            assert_eq!(unit(code).to_string(), code);
            assert!(!unit(code).name().is_empty());
        }
    }

    #[test]
    fn currencies_are_three_capitals_and_in_order() {
        let codes: Vec<&str> = CURRENCIES.iter().map(|entry| entry.code).collect();
        assert!(codes.is_sorted());
        assert!(codes.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
    }

    #[test]
    fn every_alias_leads_to_a_unit() {
        for (alias, code) in ALIASES {
            assert!(Unit::parse(alias).is_err() && Unit::parse(code).is_ok(), "{alias}");
        }
    }

    #[test]
    fn shares_are_shown_multiplied() {
        let factors: Vec<i64> = ["percent", "permille", "per-1000", "per-100000", "ratio", "EUR"].map(|code| unit(code).factor()).to_vec();
        assert_eq!(factors, [100, 1000, 1000, 100_000, 1, 1]);
    }

    #[test]
    fn mark_stands_where_people_expect_it() {
        for (code, number, shown) in [
            ("percent", "71.2", "71.2%"),
            ("minutes", "6.5", "6.5\u{a0}min"),
            ("count", "412", "412"),
            ("GBP", "12.00", "£12.00"),
            ("GBP", "-12.00", "\u{2212}£12.00"),
            ("USD", "12.00", "USD\u{a0}12.00"),
            ("percentage-points", "-0.4", "-0.4\u{a0}pp"),
        ] {
            assert_eq!(unit(code).mark(number), shown);
        }
    }

    #[test]
    fn difference_of_two_percentages_is_in_points() {
        assert_eq!(unit("percent").of_difference(), unit("percentage-points"));
        assert_eq!(unit("minutes").of_difference(), unit("minutes"));
    }

    #[test]
    fn unknown_unit_is_suggested_or_listed() {
        for (text, code) in [
            ("%", "percent"),
            ("Percent", "percent"),
            ("per cent", "percent"),
            ("eur", "EUR"),
            ("€", "EUR"),
            ("secnods", "seconds"),
            ("per 1000", "per-1000"),
        ] {
            assert_eq!(Unit::parse(text).expect_err("the text is no unit").help(), format!("did you mean `{code}`?"), "{text}");
        }
        let error = Unit::parse("furlongs").expect_err("furlongs are not kept");
        assert_eq!(
            error.to_string(),
            "expected a unit such as `percent`, `count`, `seconds` or a currency code such as `EUR`, found `furlongs`"
        );
        assert!(error.help().starts_with("use one of `percent`, "), "{}", error.help());
        assert!(Unit::parse("ZZZ").is_err());
    }
}
