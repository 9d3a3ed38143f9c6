//! The formula of a definition as a spreadsheet writes it, its rounding, and whether doubles decide it as exact numbers do.

use crate::model::{Exact, Formula, Rounding};
use crate::stats::Calculation;

/// How near to a half a scaled value counts as one. What is nearer to a half without being one cannot be told in a spreadsheet.
const HALF: f64 = 0.000_001;

/// The same, as formulas say it.
const HALF_WRITTEN: &str = "0.000001";

/// The value of a definition's formula before rounding; empty where a term or the value is missing.
///
/// `address` gives the cell of a term. Nothing where a term has none.
pub(super) fn value(calculation: &Calculation, address: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let terms: Vec<String> = calculation.formula().terms().into_iter().map(address).collect::<Option<_>>()?;
    let formula = with_addresses(calculation.formula(), address)?;
    let factor = calculation.factor();
    let scaled = if factor == Exact::ONE { formula } else { format!("{}*({formula})", factor.numerator()) };
    let guarded = format!("IFERROR({scaled},\"\")");
    if terms.is_empty() {
        return Some(format!("={guarded}"));
    }
    // An empty cell would count as zero, where a missing term means that there is no value.
    Some(format!("=IF(COUNT({})<{},\"\",{guarded})", terms.join(","), terms.len()))
}

/// The formula with cells in place of its terms.
fn with_addresses(formula: &Formula, address: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let written = formula.to_string();
    let mut text = String::new();
    let mut rest = written.as_str();
    while let Some(first) = rest.chars().next() {
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        let length = if is_name(first) { rest.find(|letter| !is_name(letter)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (token, behind) = rest.split_at(length);
        match token {
            "min" if behind.starts_with('(') => text.push_str("MIN"),
            "max" if behind.starts_with('(') => text.push_str("MAX"),
            _ if first.is_alphabetic() || first == '_' => text.push_str(&address(token)?),
            " " => {}
            _ => text.push_str(token),
        }
        rest = behind;
    }
    Some(text)
}

/// The value of a cell at published precision.
///
/// Doubles miss most halves by a little, so that what lies within a millionth of one counts as one. Half to even comes from rounding
/// the half of it: of two neighbours only the even one is twice a whole number.
pub(super) fn rounded(cell: &str, decimals: u32, rounding: Rounding) -> String {
    let power = format!("1{}", "0".repeat(decimals as usize));
    let (scaled, back) = if decimals == 0 { (cell.to_owned(), String::new()) } else { (format!("{cell}*{power}"), format!("/{power}")) };
    let whole = match rounding {
        Rounding::HalfUp => format!("ROUND(ROUND({scaled},6),0)"),
        Rounding::HalfEven => {
            format!("IF(ABS({scaled}-INT({scaled})-0.5)<{HALF_WRITTEN},2*ROUND({scaled}/2,0),ROUND({scaled},0))")
        }
    };
    format!("=IF({cell}=\"\",\"\",{whole}{back})")
}

/// Whether doubles decide the rounding of a value as exact numbers do: it is a half, or far enough from one.
///
/// `computed` is the value as doubles give it.
pub(super) fn is_decided(value: Exact, computed: f64, decimals: u32) -> bool {
    let power = 10_i128.checked_pow(decimals).map(Exact::from_integer);
    let Some(scaled) = power.and_then(|power| value.checked_mul(power)).map(Exact::reduced) else {
        return false;
    };
    let rest = scaled.numerator().rem_euclid(scaled.denominator());
    let from_half = Exact::new(rest, scaled.denominator()).and_then(|rest| rest.checked_sub(Exact::new(1, 2)?));
    let Some(from_half) = from_half.map(|distance| distance.to_f64().abs()) else {
        return false;
    };
    let size = scaled.to_f64();
    let noise = (computed * 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX)) - size).abs() + size.abs() * 4.0 * f64::EPSILON;
    if from_half == 0.0 { noise < HALF / 4.0 } else { from_half > HALF + 2.0 * noise }
}

/// The value of a formula as doubles give it, in the order in which a spreadsheet computes.
pub(super) fn in_doubles(calculation: &Calculation, value_of: &dyn Fn(&str) -> Option<f64>) -> Option<f64> {
    Some(calculation.factor().to_f64() * computed(calculation.formula(), value_of)?)
}

fn computed(formula: &Formula, value_of: &dyn Fn(&str) -> Option<f64>) -> Option<f64> {
    let of = |part: &Formula| computed(part, value_of);
    let all = |parts: &[Formula], choose: fn(f64, f64) -> f64| {
        let values: Option<Vec<f64>> = parts.iter().map(of).collect();
        values?.into_iter().reduce(choose)
    };
    match formula {
        Formula::Number(number) => Some(super::sheet::double(*number)),
        Formula::Term(name) => value_of(name),
        Formula::Negative(inner) => Some(-of(inner)?),
        Formula::Add(left, right) => Some(of(left)? + of(right)?),
        Formula::Subtract(left, right) => Some(of(left)? - of(right)?),
        Formula::Multiply(left, right) => Some(of(left)? * of(right)?),
        Formula::Divide(left, right) => Some(of(left)? / of(right)?),
        Formula::Minimum(parts) => all(parts, f64::min),
        Formula::Maximum(parts) => all(parts, f64::max),
    }
}

/// Adds cells, or says nothing where one of them has no number; `pieces` are addresses and ranges that hold `count` cells.
pub(super) fn sum(pieces: &[String], count: usize) -> String {
    let listed = pieces.join(",");
    format!("=IF(COUNT({listed})<{count},\"\",SUM({listed}))")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::parse_expression;

    fn cells(name: &str) -> Option<String> {
        Some(match name {
            "numerator" => "J5".to_owned(),
            "denominator" => "K5".to_owned(),
            "late" => "L5".to_owned(),
            _ => return None,
        })
    }

    fn written(text: &str) -> Option<String> {
        with_addresses(&parse_expression(text).expect("a formula"), &cells)
    }

    #[test]
    fn terms_become_cells_and_operations_stay_in_their_order() {
        assert_eq!(written("numerator / (denominator - late)").as_deref(), Some("J5/(K5-L5)"));
        assert_eq!(written("min(numerator, 2.5 * late, -denominator)").as_deref(), Some("MIN(J5,2.5*L5,-K5)"));
        assert_eq!(written("numerator / unknown"), None);
    }

    #[test]
    fn what_is_a_half_is_decided_and_what_is_nearly_one_is_not() {
        let exact = |numerator, denominator| Exact::new(numerator, denominator).expect("a number");
        assert!(is_decided(exact(6925, 80), 86.562_5, 3));
        assert!(is_decided(exact(1, 3), 1.0 / 3.0, 2));
        let nearly = exact(866_250_000_001, 10_000_000_000);
        assert!(!is_decided(nearly, nearly.to_f64(), 2));
        // Doubles know nothing of the places of so large a value.
        assert!(!is_decided(exact(1_000_000_000_000_001, 2), 500_000_000_000_000.5, 3));
    }

    #[test]
    fn sum_over_a_gap_is_no_sum() {
        assert_eq!(sum(&["A2:A4".to_owned(), "A9".to_owned()], 4), "=IF(COUNT(A2:A4,A9)<4,\"\",SUM(A2:A4,A9))");
    }
}
