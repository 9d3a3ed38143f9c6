//! Scalars by value: two spellings of one number, day or length of time have one text.
//!
//! A text that does not follow its grammar stays as it is; the reader has refused it long before.

use super::prose::{one_line, paragraphs};
use super::rename::Renames;
use crate::model::{
    Date, Decimal, Duration, Formula, Frequency, Instant, Kind, Period, Rounding, Scalar, Shape, TimeOfDay, Version, Zone, parse_reference,
};
use crate::source::parse_expression;

/// The canonical text of a scalar; references follow records that were renamed.
pub(super) fn canonical_scalar(shape: &Shape, text: &str, renames: &Renames) -> String {
    match shape {
        Shape::Scalar(scalar) => by_grammar(*scalar, text),
        Shape::Reference(kinds) => reference(kinds, text, renames),
        Shape::Integer { .. } => text.trim().parse::<i128>().map_or_else(|_| text.to_owned(), |number| number.to_string()),
        _ => one_line(text),
    }
}

fn by_grammar(scalar: Scalar, text: &str) -> String {
    let same = || text.trim().to_owned();
    match scalar {
        Scalar::Prose => paragraphs(text),
        Scalar::Decimal => Decimal::parse(text).map_or_else(|_| same(), decimal_by_value),
        Scalar::Date => Date::parse(text).map_or_else(|_| same(), |date| date.to_string()),
        Scalar::Instant => Instant::parse(text).map_or_else(|_| same(), Instant::utc_text),
        Scalar::TimeOfDay => TimeOfDay::parse(text).map_or_else(|_| same(), |time| time.to_string()),
        Scalar::Zone => Zone::parse(text).map_or_else(|_| same(), |zone| zone.name().to_owned()),
        Scalar::Duration => Duration::parse(text).map_or_else(|_| same(), duration_by_value),
        Scalar::Period => text.parse::<Period>().map_or_else(|_| same(), |period| period.to_string()),
        Scalar::Frequency => text.parse::<Frequency>().map_or_else(|_| same(), |frequency| frequency.to_string()),
        Scalar::Version => Version::parse(text).map_or_else(|_| same(), |version| version.to_string()),
        Scalar::Expression => parse_expression(text).map_or_else(|_| one_line(text), |formula| formula_by_value(formula).to_string()),
        Scalar::Sha256 | Scalar::Id | Scalar::Unit | Scalar::FiscalStart => same(),
    }
}

/// A number without the zeros at its end.
pub(super) fn decimal_by_value(number: Decimal) -> String {
    trimmed(number).to_string()
}

fn trimmed(mut number: Decimal) -> Decimal {
    while number.scale() > 0 {
        match number.with_scale(number.scale() - 1, Rounding::HalfEven) {
            Some(shorter) if shorter.exact() == number.exact() => number = shorter,
            _ => break,
        }
    }
    number
}

/// A length of time in years, months, days, hours and minutes: a week is always seven days, a year twelve months, an hour sixty minutes.
fn duration_by_value(duration: Duration) -> String {
    let [years, months, weeks, days, hours, minutes] = duration.parts().map(u64::from);
    let (months, days, minutes) = (years * 12 + months, weeks * 7 + days, hours * 60 + minutes);
    let part = |count: u64, letter: char| if count == 0 { String::new() } else { format!("{count}{letter}") };
    let date = [part(months / 12, 'Y'), part(months % 12, 'M'), part(days, 'D')].concat();
    let time = [part(minutes / 60, 'H'), part(minutes % 60, 'M')].concat();
    match (date.is_empty(), time.is_empty()) {
        (true, true) => "P0D".to_owned(),
        (_, true) => format!("P{date}"),
        (_, false) => format!("P{date}T{time}"),
    }
}

fn formula_by_value(formula: Formula) -> Formula {
    let inner = |formula: Box<Formula>| Box::new(formula_by_value(*formula));
    match formula {
        Formula::Number(number) => Formula::Number(trimmed(number)),
        Formula::Term(name) => Formula::Term(name),
        Formula::Negative(formula) => Formula::Negative(inner(formula)),
        Formula::Add(left, right) => Formula::Add(inner(left), inner(right)),
        Formula::Subtract(left, right) => Formula::Subtract(inner(left), inner(right)),
        Formula::Multiply(left, right) => Formula::Multiply(inner(left), inner(right)),
        Formula::Divide(left, right) => Formula::Divide(inner(left), inner(right)),
        Formula::Minimum(arguments) => Formula::Minimum(arguments.into_iter().map(formula_by_value).collect()),
        Formula::Maximum(arguments) => Formula::Maximum(arguments.into_iter().map(formula_by_value).collect()),
    }
}

fn reference(kinds: &[Kind], text: &str, renames: &Renames) -> String {
    let Ok((record, pinned)) = parse_reference(text, kinds) else {
        return text.trim().to_owned();
    };
    let record = renames.now(&record);
    let name = if kinds.len() == 1 { record.id.to_string() } else { record.to_string() };
    pinned.map_or_else(|| name.clone(), |version| format!("{name}@{version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(scalar: Scalar, text: &str) -> String {
        canonical_scalar(&Shape::Scalar(scalar), text, &Renames::default())
    }

    #[test]
    fn numbers_and_times_are_taken_by_value() {
        assert_eq!([scalar(Scalar::Decimal, "1.50"), scalar(Scalar::Decimal, "-0.0")], ["1.5", "0"]);
        assert_eq!(
            [scalar(Scalar::Duration, "P2W"), scalar(Scalar::Duration, "P24M"), scalar(Scalar::Duration, "PT90M")],
            ["P14D", "P2Y", "PT1H30M"]
        );
        assert_eq!(scalar(Scalar::Instant, "2026-10-01T10:00:00+02:00"), scalar(Scalar::Instant, "2026-10-01T08:00:00Z"));
    }

    #[test]
    fn a_day_is_no_fixed_number_of_hours() {
        assert_ne!(scalar(Scalar::Duration, "P1D"), scalar(Scalar::Duration, "PT24H"));
    }

    #[test]
    fn a_formula_is_its_tree() {
        assert_eq!(
            scalar(Scalar::Expression, "(numerator)/ (2.0*denominator)"),
            scalar(Scalar::Expression, "numerator / (2 * denominator)")
        );
    }
}
