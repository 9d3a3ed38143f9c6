//! Why a text is not a number of the strict grammar, said so that its writer can mend it.
//!
//! This file only words and sorts refusals; it must not accept or convert anything.

use std::error::Error;
use std::fmt;

/// Why a text was refused as a number.
///
/// `Display` says what was found, [`NumberError::help`] says one step that mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// The text is empty.
    Empty,
    /// White space stands before or after the number.
    SurroundingSpace {
        /// The text as found.
        found: String,
    },
    /// The digits are grouped.
    ThousandsSeparator {
        /// The text as found.
        found: String,
        /// The character between the groups.
        separator: char,
    },
    /// A comma stands where the decimal point belongs.
    DecimalComma {
        /// The text as found.
        found: String,
    },
    /// One comma before three digits: it may group thousands or mark decimals.
    AmbiguousComma {
        /// The text as found.
        found: String,
    },
    /// The number is written with an exponent.
    Exponent {
        /// The text as found.
        found: String,
    },
    /// The text means "not a number" or an infinity.
    NotFinite {
        /// The text as found.
        found: String,
    },
    /// A plus sign leads.
    LeadingPlus {
        /// The text as found.
        found: String,
    },
    /// The minus is a typographic sign, not the hyphen-minus of the keyboard.
    TypographicMinus {
        /// The text as found.
        found: String,
    },
    /// Another zero leads the integer part.
    LeadingZero {
        /// The text as found.
        found: String,
    },
    /// No digit stands before the decimal point.
    NoIntegerDigit {
        /// The text as found.
        found: String,
    },
    /// No digit follows the decimal point.
    NoFractionDigit {
        /// The text as found.
        found: String,
    },
    /// The number ends in a percent or per mille sign.
    PercentSign {
        /// The text as found.
        found: String,
    },
    /// More digits than can be kept exactly.
    TooManyDigits {
        /// How many digits were found.
        digits: usize,
    },
    /// A character that no number has.
    Character {
        /// The text as found.
        found: String,
        /// The first such character.
        character: char,
    },
}

impl NumberError {
    /// Says one step that mends the text.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty => "write the number, or leave the key out if there is none",
            Self::SurroundingSpace { .. } => "remove the white space around the digits",
            Self::ThousandsSeparator { .. } => "write the digits without separators, as in `12345.6`",
            Self::DecimalComma { .. } => "write a decimal point instead of the comma, as in `82.4`",
            Self::AmbiguousComma { .. } => "write thousands without a separator (`1234`), or decimals with a point (`1.234`)",
            Self::Exponent { .. } => "write all digits out, as in `1500` for `1.5e3`",
            Self::NotFinite { .. } => "leave the value empty where there is none",
            Self::LeadingPlus { .. } => "remove the plus sign",
            Self::TypographicMinus { .. } => "write the minus as `-`, the hyphen of the keyboard",
            Self::LeadingZero { .. } => "remove the leading zeros, or quote the text if it is a code",
            Self::NoIntegerDigit { .. } => "write a zero before the decimal point, as in `0.5`",
            Self::NoFractionDigit { .. } => "write a digit after the decimal point, or remove the point",
            Self::PercentSign { .. } => "remove the sign: the unit is declared, not written with the figure",
            Self::TooManyDigits { .. } => "round the number to at most 28 digits",
            Self::Character { .. } => "write digits with at most one decimal point, as in `82.4`",
        }
    }

    /// Finds the most helpful reason for refusing `text`, which the strict grammar has already refused.
    pub(super) fn explain(text: &str) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        let found = || text.to_owned();
        if text.trim() != text {
            return Self::SurroundingSpace { found: found() };
        }
        if is_not_finite(text) {
            return Self::NotFinite { found: found() };
        }
        if text.starts_with('+') {
            return Self::LeadingPlus { found: found() };
        }
        if text.starts_with(['\u{2212}', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}']) {
            return Self::TypographicMinus { found: found() };
        }
        if text.ends_with(['%', '‰']) {
            return Self::PercentSign { found: found() };
        }
        let body = text.strip_prefix('-').unwrap_or(text);
        explain_separators(text, body)
            .or_else(|| is_exponent(body).then(|| Self::Exponent { found: found() }))
            .unwrap_or_else(|| explain_shape(text, body))
    }
}

/// Recognises grouped digits and a decimal comma in `body`, which has no sign.
fn explain_separators(text: &str, body: &str) -> Option<NumberError> {
    let found = text.to_owned();
    let is_separator = |c: char| matches!(c, ',' | '_' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ');
    let plain = |c: char| c.is_ascii_digit() || c == '.' || is_separator(c);
    if !body.chars().all(plain) || !body.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let points = body.matches('.').count();
    if let Some(separator) = body.chars().find(|c| is_separator(*c) && *c != ',') {
        return Some(NumberError::ThousandsSeparator { found, separator });
    }
    match (body.matches(',').count(), points) {
        (0, 0 | 1) => None,
        (0, _) => Some(NumberError::ThousandsSeparator { found, separator: '.' }),
        (1, 0) => {
            let (whole, after) = body.split_once(',')?;
            // A group of thousands follows one to three digits that do not begin with zero: only then is it ambiguous.
            let may_group = after.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
            Some(if may_group { NumberError::AmbiguousComma { found } } else { NumberError::DecimalComma { found } })
        }
        (_, 0) => Some(NumberError::ThousandsSeparator { found, separator: ',' }),
        // Both signs occur: the one that comes first groups, the other marks decimals.
        _ => {
            let separator = body.chars().find(|c| matches!(c, ',' | '.'))?;
            Some(NumberError::ThousandsSeparator { found, separator })
        }
    }
}

/// Names what is wrong with a text of digits, points and unknown characters.
fn explain_shape(text: &str, body: &str) -> NumberError {
    let found = text.to_owned();
    if let Some(character) = body.chars().find(|c| !c.is_ascii_digit() && *c != '.') {
        return NumberError::Character { found, character };
    }
    let (integer, fraction) = body.split_once('.').map_or((body, None), |(i, f)| (i, Some(f)));
    if integer.is_empty() && fraction.is_none() {
        // Only a sign was written; it is the character that stands where a digit belongs.
        return NumberError::Character { found, character: '-' };
    }
    if integer.is_empty() {
        return NumberError::NoIntegerDigit { found };
    }
    if fraction.is_some_and(str::is_empty) {
        return NumberError::NoFractionDigit { found };
    }
    if integer.len() > 1 && integer.starts_with('0') {
        return NumberError::LeadingZero { found };
    }
    NumberError::TooManyDigits { digits: body.bytes().filter(u8::is_ascii_digit).count() }
}

/// Recognises the spellings of "not a number" and of the infinities, YAML's among them.
fn is_not_finite(text: &str) -> bool {
    let bare = text.trim_start_matches(['+', '-']).trim_start_matches('.').to_ascii_lowercase();
    matches!(bare.as_str(), "nan" | "inf" | "infinity" | "∞")
}

/// Recognises `digits[.digits]e[sign]digits`.
fn is_exponent(body: &str) -> bool {
    let Some((mantissa, exponent)) = body.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.trim_start_matches(['+', '-']);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(exponent) && mantissa.bytes().any(|b| b.is_ascii_digit()) && mantissa.split('.').all(|part| part.is_empty() || digits(part))
}

/// Quotes a text in a message, shortened, so that a hostile cell cannot fill the screen.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut quote = String::from("`");
    quote.extend(text.chars().take(LONGEST).flat_map(escape_control));
    quote.push_str(if text.chars().nth(LONGEST).is_some() { "…`" } else { "`" });
    quote
}

/// Prints control characters as escapes; everything else stands for itself.
fn escape_control(character: char) -> Vec<char> {
    if character.is_control() { character.escape_default().collect() } else { vec![character] }
}

impl NumberError {
    /// Names what the grammar wants in the place of what was found.
    fn expected(&self) -> &'static str {
        match self {
            Self::Empty | Self::SurroundingSpace { .. } | Self::Character { .. } => "a number",
            Self::ThousandsSeparator { .. } => "digits without separators",
            Self::DecimalComma { .. } => "a decimal point",
            Self::AmbiguousComma { .. } => "digits without a comma",
            Self::Exponent { .. } => "all digits written out",
            Self::NotFinite { .. } => "a finite number",
            Self::LeadingPlus { .. } => "a number without a plus sign",
            Self::TypographicMinus { .. } => "`-` before a negative number",
            Self::LeadingZero { .. } => "a number without leading zeros",
            Self::NoIntegerDigit { .. } => "a digit before the decimal point",
            Self::NoFractionDigit { .. } => "a digit after the decimal point",
            Self::PercentSign { .. } => "a bare number",
            Self::TooManyDigits { .. } => "at most 28 digits",
        }
    }

    /// Names what was found, and quotes it.
    fn found(&self) -> String {
        match self {
            Self::Empty => "nothing".to_owned(),
            Self::TooManyDigits { digits } => digits.to_string(),
            Self::SurroundingSpace { found } => {
                format!("white space around it in {}", quoted(found))
            }
            Self::ThousandsSeparator { found, separator } => {
                format!("{} between the digits of {}", named(*separator), quoted(found))
            }
            Self::DecimalComma { found } => format!("a comma in {}", quoted(found)),
            Self::AmbiguousComma { found } => {
                format!("{}, which may mean thousands or decimals", quoted(found))
            }
            Self::Exponent { found } => format!("an exponent in {}", quoted(found)),
            Self::TypographicMinus { found } => format!("another dash in {}", quoted(found)),
            Self::PercentSign { found } => {
                format!("a percent or per mille sign in {}", quoted(found))
            }
            Self::Character { found, character } if found.chars().nth(1).is_none() => {
                format!("only {}", named(*character))
            }
            Self::Character { found, character } => {
                format!("{} in {}", named(*character), quoted(found))
            }
            Self::NotFinite { found }
            | Self::LeadingPlus { found }
            | Self::LeadingZero { found }
            | Self::NoIntegerDigit { found }
            | Self::NoFractionDigit { found } => quoted(found),
        }
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}", self.expected(), self.found())
    }
}

/// Names a character for a message: printable ones by themselves, blanks by their name.
fn named(character: char) -> String {
    match character {
        ' ' => "a space".to_owned(),
        '\u{a0}' | '\u{202f}' => "a no-break space".to_owned(),
        '\u{2009}' => "a thin space".to_owned(),
        other if other.is_control() => {
            format!("the control character `{}`", other.escape_default())
        }
        other => format!("`{other}`"),
    }
}

impl Error for NumberError {}

#[cfg(test)]
mod tests {
    use super::NumberError;
    use crate::model::number::Decimal;

    fn message(text: &str) -> String {
        Decimal::parse(text).expect_err("the text is no number of the grammar").to_string()
    }

    #[track_caller]
    fn refused(text: &str, expected: &str, found: &str) {
        assert_eq!(message(text), format!("expected {expected}, found {found}"), "for {text:?}");
    }

    #[test]
    fn separators_between_digits_are_named() {
        let expected = "digits without separators";
        for text in ["1,234,567", "1,234.5", "12,34,567.8"] {
            refused(text, expected, &format!("`,` between the digits of `{text}`"));
        }
        for text in ["1.234,5", "1.234.567"] {
            refused(text, expected, &format!("`.` between the digits of `{text}`"));
        }
        refused("1_000", expected, "`_` between the digits of `1_000`");
        refused("1\u{a0}000", expected, "a no-break space between the digits of `1\u{a0}000`");
        refused("12 000", expected, "a space between the digits of `12 000`");
    }

    #[test]
    fn a_single_comma_is_a_decimal_comma_unless_it_may_group() {
        refused("-82,4", "a decimal point", "a comma in `-82,4`");
        refused("0,125", "a decimal point", "a comma in `0,125`");
        refused("12345,678", "a decimal point", "a comma in `12345,678`");
        refused("1,234", "digits without a comma", "`1,234`, which may mean thousands or decimals");
    }

    #[test]
    fn numbers_in_other_notations_are_recognised() {
        refused("1e400", "all digits written out", "an exponent in `1e400`");
        refused("1.5E-3", "all digits written out", "an exponent in `1.5E-3`");
        refused("NaN", "a finite number", "`NaN`");
        refused("-.inf", "a finite number", "`-.inf`");
        refused("+5", "a number without a plus sign", "`+5`");
        refused("\u{2212}5", "`-` before a negative number", "another dash in `\u{2212}5`");
        refused("012", "a number without leading zeros", "`012`");
        refused(".5", "a digit before the decimal point", "`.5`");
        refused("5.", "a digit after the decimal point", "`5.`");
        refused("82.4%", "a bare number", "a percent or per mille sign in `82.4%`");
        refused("12345678901234567890123456789", "at most 28 digits", "29");
    }

    #[test]
    fn what_is_no_number_is_quoted() {
        refused("", "a number", "nothing");
        refused(" 1", "a number", "white space around it in ` 1`");
        refused("12a", "a number", "`a` in `12a`");
        refused("1\u{7}2", "a number", "the control character `\\u{7}` in `1\\u{7}2`");
        refused("-", "a number", "only `-`");
        refused("--5", "a number", "`-` in `--5`");
        refused("n/a", "a number", "`n` in `n/a`");
        refused("٣", "a number", "only `٣`");
    }

    #[test]
    fn a_long_text_is_shortened_in_the_message() {
        let message = message(&"x".repeat(10_000));
        assert!(message.chars().count() < 100, "{message}");
        assert!(message.ends_with("…`"), "{message}");
    }

    #[test]
    fn every_refusal_offers_a_step() {
        for text in ["", " 1", "1,2", "1,234", "1_0", "1e3", "nan", "+1", "–1", "01", ".1", "1.", "1%", "x"] {
            let help = Decimal::parse(text).expect_err("refused").help();
            assert!(!help.is_empty() && !help.ends_with('.'), "{help}");
        }
        assert_eq!(NumberError::TooManyDigits { digits: 29 }.help(), "round the number to at most 28 digits");
    }
}
