//! How many of those who were asked gave an answer.

use crate::model::Exact;
use crate::model::survey::ResponseRate;

/// What became of everybody in a sample, as the AAPOR Standard Definitions sort it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dispositions {
    /// Complete answers (I).
    pub complete: u64,
    /// Partial answers (P).
    pub partial: u64,
    /// Refusals (R).
    pub refusal: u64,
    /// Never reached, or reached without an answer (NC).
    pub non_contact: u64,
    /// Eligible, without an answer for another reason (O).
    pub other: u64,
    /// Not known to be eligible (UH and UO together).
    pub unknown: u64,
}

/// Computes a response rate as a fraction of 1, exactly.
///
/// Source: AAPOR, Standard Definitions, RR1 to RR6. `eligible` is the share of the unknown cases that is taken to be eligible;
/// only RR3 and RR4 use it. Nothing where it is needed and not given, or where nobody was asked.
#[must_use]
pub fn response_rate(formula: ResponseRate, cases: Dispositions, eligible: Option<Exact>) -> Option<Exact> {
    let whole = |count: u64| Exact::from_integer(i128::from(count));
    let answers = match formula {
        ResponseRate::Rr1 | ResponseRate::Rr3 | ResponseRate::Rr5 => whole(cases.complete),
        ResponseRate::Rr2 | ResponseRate::Rr4 | ResponseRate::Rr6 => whole(cases.complete).checked_add(whole(cases.partial))?,
    };
    let share = match formula {
        ResponseRate::Rr1 | ResponseRate::Rr2 => Exact::from_integer(1),
        ResponseRate::Rr3 | ResponseRate::Rr4 => eligible?,
        ResponseRate::Rr5 | ResponseRate::Rr6 => Exact::from_integer(0),
    };
    let known = [cases.complete, cases.partial, cases.refusal, cases.non_contact, cases.other];
    let known = known.into_iter().try_fold(Exact::from_integer(0), |sum, count| sum.checked_add(whole(count)))?;
    answers.checked_div(known.checked_add(whole(cases.unknown).checked_mul(share)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rounding;

    const CASES: Dispositions = Dispositions { complete: 400, partial: 20, refusal: 180, non_contact: 300, other: 10, unknown: 90 };

    fn six(formula: ResponseRate, eligible: Option<Exact>) -> Option<String> {
        Some(response_rate(formula, CASES, eligible)?.round(6, Rounding::HalfEven)?.to_string())
    }

    #[test]
    fn published_rates_are_reproduced() {
        let half = Exact::new(1, 2);
        let rates = [
            (ResponseRate::Rr1, "0.400000"),
            (ResponseRate::Rr2, "0.420000"),
            (ResponseRate::Rr3, "0.418848"),
            (ResponseRate::Rr5, "0.439560"),
        ];
        for (formula, rate) in rates {
            assert_eq!(six(formula, half).as_deref(), Some(rate), "{formula:?}");
        }
    }

    #[test]
    fn a_rate_that_needs_an_estimate_is_not_computed_without_one() {
        assert_eq!(six(ResponseRate::Rr3, None), None);
    }

    #[test]
    fn nobody_asked_gives_no_rate() {
        assert_eq!(response_rate(ResponseRate::Rr1, Dispositions::default(), None), None);
    }
}
