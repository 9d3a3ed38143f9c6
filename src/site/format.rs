//! Numbers as people read them.

use crate::model::{Decimal, Unit};

/// A number with its thousands grouped: `1,867,781`.
#[must_use]
pub fn grouped(number: Decimal) -> String {
    group(&number.to_string())
}

/// A number with its thousands grouped and the sign of its unit: `86.60%`.
#[must_use]
pub fn with_unit(number: Decimal, unit: Unit) -> String {
    unit.mark(&grouped(number))
}

fn group(text: &str) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("\u{2212}", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::with_capacity(text.len() + whole.len() / 3 + 2);
    grouped.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_and_places_kept() {
        for (text, expected) in
            [("1867781", "1,867,781"), ("-1234.50", "\u{2212}1,234.50"), ("999", "999"), ("0.10", "0.10"), ("100000", "100,000")]
        {
            assert_eq!(group(text), expected);
        }
    }
}
