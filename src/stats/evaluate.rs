//! The value of a formula, exact.
//!
//! A formula has a value or a reason why it has none; a missing term is never taken as zero. Nothing here rounds, and
//! nothing here knows where the values of the terms come from.

use thiserror::Error;

use crate::model::{Exact, Formula};

/// Why a formula has no value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EvaluateError {
    /// A term has no value.
    #[error("no value for the term `{0}`")]
    MissingTerm(String),
    /// A divisor is zero.
    #[error("a divisor of the formula is zero")]
    DivisionByZero,
    /// An exact intermediate result does not fit.
    #[error("an exact result of the formula does not fit 128 bits")]
    Overflow,
    /// A minimum or maximum of nothing; a parsed formula has none.
    #[error("a minimum or maximum of the formula has no arguments")]
    NoArguments,
}

/// Computes a formula exactly, with the values that `value_of` gives for its terms.
///
/// # Errors
///
/// Gives the first reason, from left to right, why there is no exact value.
pub fn evaluate(formula: &Formula, value_of: &dyn Fn(&str) -> Option<Exact>) -> Result<Exact, EvaluateError> {
    let of = |part: &Formula| evaluate(part, value_of);
    match formula {
        Formula::Number(number) => Ok(number.exact()),
        Formula::Term(name) => value_of(name).ok_or_else(|| EvaluateError::MissingTerm(name.clone())),
        Formula::Negative(inner) => fitting(of(inner)?.checked_neg()),
        Formula::Add(left, right) => fitting(of(left)?.checked_add(of(right)?)),
        Formula::Subtract(left, right) => fitting(of(left)?.checked_sub(of(right)?)),
        Formula::Multiply(left, right) => fitting(of(left)?.checked_mul(of(right)?)),
        Formula::Divide(left, right) => {
            let (dividend, divisor) = (of(left)?, of(right)?);
            if divisor.is_zero() {
                return Err(EvaluateError::DivisionByZero);
            }
            fitting(dividend.checked_div(divisor))
        }
        Formula::Minimum(parts) => chosen(parts, value_of, Exact::min),
        Formula::Maximum(parts) => chosen(parts, value_of, Exact::max),
    }
}

fn fitting(result: Option<Exact>) -> Result<Exact, EvaluateError> {
    result.ok_or(EvaluateError::Overflow)
}

/// Computes all parts, so that a missing term is found even where another part would be chosen.
fn chosen(parts: &[Formula], value_of: &dyn Fn(&str) -> Option<Exact>, choose: fn(Exact, Exact) -> Exact) -> Result<Exact, EvaluateError> {
    let mut best = None;
    for part in parts {
        let value = evaluate(part, value_of)?;
        best = Some(best.map_or(value, |best| choose(best, value)));
    }
    best.ok_or(EvaluateError::NoArguments)
}

#[cfg(test)]
mod tests {
    use super::{EvaluateError, evaluate};
    use crate::model::{Exact, Formula, Rounding};
    use crate::source::parse_expression;

    fn formula(text: &str) -> Formula {
        parse_expression(text).expect("a formula")
    }

    /// The service-level example: one data set, counted once.
    fn service_level(name: &str) -> Option<Exact> {
        let count = match name {
            "answered" => 1000,
            "abandoned" => 60,
            "answered_in_threshold" => 860,
            "abandoned_in_threshold" => 20,
            "abandoned_in_5s" => 10,
            _ => return None,
        };
        Some(Exact::from_integer(count))
    }

    fn percent(text: &str) -> String {
        let value = evaluate(&formula(&format!("100 * ({text})")), &service_level).expect("a value");
        value.round(2, Rounding::HalfEven).expect("fits").to_string()
    }

    #[test]
    fn five_service_level_formulas_give_five_figures_of_one_data_set() {
        assert_eq!(percent("(answered_in_threshold + abandoned_in_threshold) / (answered + abandoned)"), "83.02");
        assert_eq!(percent("answered_in_threshold / answered"), "86.00");
        assert_eq!(percent("answered_in_threshold / (answered + abandoned)"), "81.13");
        assert_eq!(percent("answered_in_threshold / (answered + (abandoned - abandoned_in_threshold))"), "82.69");
        assert_eq!(percent("(answered_in_threshold + abandoned_in_5s) / (answered + abandoned)"), "82.08");
    }

    #[test]
    fn thirds_stay_exact() {
        let third = evaluate(&formula("1 / 3 + 1 / 3 + 1 / 3 - 1"), &|_| None);
        assert_eq!(third, Ok(Exact::ZERO));
    }

    #[test]
    fn the_least_and_the_greatest_are_chosen() {
        let values = |name: &str| (name == "a").then(|| Exact::from_integer(7));
        assert_eq!(evaluate(&formula("min(a, 3, max(1, -a))"), &values), Ok(Exact::ONE));
    }

    #[test]
    fn a_missing_term_is_named_even_where_another_part_would_be_chosen() {
        let result = evaluate(&formula("min(0, late)"), &|_| None);
        assert_eq!(result, Err(EvaluateError::MissingTerm("late".to_owned())));
        assert_eq!(result.expect_err("missing").to_string(), "no value for the term `late`");
    }

    #[test]
    fn nothing_over_nothing_has_no_value() {
        let result = evaluate(&formula("n / d"), &|_| Some(Exact::ZERO));
        assert_eq!(result, Err(EvaluateError::DivisionByZero));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let huge = |_: &str| Some(Exact::from_integer(i128::MAX));
        assert_eq!(evaluate(&formula("a + a"), &huge), Err(EvaluateError::Overflow));
        assert_eq!(evaluate(&formula("a / a"), &huge), Ok(Exact::ONE));
    }

    #[test]
    fn an_empty_minimum_has_no_value() {
        assert_eq!(evaluate(&Formula::Minimum(Vec::new()), &|_| None), Err(EvaluateError::NoArguments));
    }
}
