//! What exclusions do to a proportion: the rate after them, and how far they could have moved it.
//!
//! All arithmetic is exact. Counts that contradict one another have no rate; nothing is clipped into place.

use crate::model::Exact;

/// The counts of a proportion measure before and after its exclusions.
///
/// All counts are at or above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProportionCounts {
    /// Cases in the denominator population before anything is taken out.
    pub denominator: Exact,
    /// Cases taken out of the denominator whatever their outcome.
    pub denominator_exclusions: Exact,
    /// Cases taken out of the denominator only because they did not meet the numerator and had a valid reason.
    pub denominator_exceptions: Exact,
    /// Cases that meet the numerator.
    pub numerator: Exact,
    /// Cases taken out of the numerator.
    pub numerator_exclusions: Exact,
}

/// Computes (NUM − NUMEX) / (DEN − DENEX − DENEXCEP).
///
/// Source: HL7 HQMF and cqf-measures, proportion scoring. An exception leaves the denominator only where the numerator
/// is not met, so exceptions can only raise the rate: their share belongs beside it. Nothing when a count is below
/// zero, when the remaining denominator is not above zero, or when more cases meet the numerator than remain.
#[must_use]
pub fn proportion_with_exclusions(counts: &ProportionCounts) -> Option<Exact> {
    let all =
        [counts.denominator, counts.denominator_exclusions, counts.denominator_exceptions, counts.numerator, counts.numerator_exclusions];
    if all.into_iter().any(Exact::is_negative) {
        return None;
    }
    let denominator = counts.denominator.checked_sub(counts.denominator_exclusions)?.checked_sub(counts.denominator_exceptions)?;
    let numerator = counts.numerator.checked_sub(counts.numerator_exclusions)?;
    if numerator.is_negative() || numerator > denominator {
        return None;
    }
    numerator.checked_div(denominator)
}

/// The least and the greatest value that a proportion could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProportionBounds {
    /// The proportion if no excluded case met the numerator.
    pub lower: Exact,
    /// The proportion if every excluded case met it.
    pub upper: Exact,
}

/// Computes the worst-case bounds `[NUM/(DEN + E), (NUM + E)/(DEN + E)]` of a proportion for `excluded` cases.
///
/// `numerator` and `denominator` are the counts after exclusions. Source: bounds without assumptions on the missing
/// outcomes, after C. F. Manski, Partial Identification of Probability Distributions (2003). They assume nothing about
/// the excluded cases, so they hold however these were chosen; they say nothing about sampling. The proportion itself
/// lies between them. Nothing when a count is below zero, when there are no cases at all, or when the numerator
/// exceeds the denominator, because then it is no proportion.
#[must_use]
pub fn exclusion_bounds(numerator: Exact, denominator: Exact, excluded: Exact) -> Option<ProportionBounds> {
    if numerator.is_negative() || excluded.is_negative() || numerator > denominator {
        return None;
    }
    let all = denominator.checked_add(excluded)?;
    let lower = numerator.checked_div(all)?;
    let upper = numerator.checked_add(excluded)?.checked_div(all)?;
    Some(ProportionBounds { lower, upper })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ProportionCounts, exclusion_bounds, proportion_with_exclusions};
    use crate::model::{Exact, Rounding};

    fn percent(value: Exact, decimals: u32) -> String {
        let hundredfold = value.checked_mul(Exact::from_integer(100)).expect("fits");
        hundredfold.round(decimals, Rounding::HalfEven).expect("fits").to_string()
    }

    fn count(value: i128) -> Exact {
        Exact::from_integer(value)
    }

    fn counts(values: [i128; 5]) -> ProportionCounts {
        let [denominator, denominator_exclusions, denominator_exceptions, numerator, numerator_exclusions] = values.map(count);
        ProportionCounts { denominator, denominator_exclusions, denominator_exceptions, numerator, numerator_exclusions }
    }

    #[test]
    fn exclusions_and_exceptions_leave_the_denominator() {
        let rate = proportion_with_exclusions(&counts([560, 48, 12, 412, 0])).expect("a rate");
        assert_eq!(percent(rate, 1), "82.4");
        assert_eq!(rate, Exact::new(412, 500).expect("a quotient"));
    }

    #[test]
    fn contradicting_counts_have_no_rate() {
        for values in [[60, 48, 12, 0, 0], [60, 50, 12, 0, 0], [60, 0, 0, 61, 0], [60, 0, 0, 5, 6], [60, -1, 0, 5, 0]] {
            assert_eq!(proportion_with_exclusions(&counts(values)), None, "{values:?}");
        }
    }

    #[test]
    fn forty_excluded_of_five_hundred_and_forty_move_the_rate_by_at_most_these_bounds() {
        let bounds = exclusion_bounds(count(412), count(500), count(40)).expect("bounds");
        assert_eq!(percent(bounds.lower, 4), "76.2963");
        assert_eq!(percent(bounds.upper, 4), "83.7037");
    }

    #[test]
    fn without_exclusions_both_bounds_are_the_rate() {
        let bounds = exclusion_bounds(count(1), count(3), Exact::ZERO).expect("bounds");
        assert_eq!((bounds.lower, bounds.upper), (Exact::new(1, 3).expect("a third"), Exact::new(1, 3).expect("a third")));
    }

    #[test]
    fn when_everything_is_excluded_nothing_is_known() {
        let bounds = exclusion_bounds(Exact::ZERO, Exact::ZERO, count(7)).expect("bounds");
        assert_eq!((bounds.lower, bounds.upper), (Exact::ZERO, Exact::ONE));
    }

    #[test]
    fn what_is_no_proportion_has_no_bounds() {
        assert_eq!(exclusion_bounds(count(6), count(5), count(1)), None);
        assert_eq!(exclusion_bounds(count(-1), count(5), count(1)), None);
        assert_eq!(exclusion_bounds(count(1), count(5), count(-1)), None);
        assert_eq!(exclusion_bounds(Exact::ZERO, Exact::ZERO, Exact::ZERO), None);
    }

    proptest! {
        #[test]
        fn the_rate_and_any_outcome_of_the_excluded_lie_between_the_bounds(
            numerator in 0_i128..1000, rest in 0_i128..1000, excluded in 0_i128..1000, met in 0_i128..1000
        ) {
            prop_assume!(numerator + rest > 0 && met <= excluded);
            let bounds = exclusion_bounds(count(numerator), count(numerator + rest), count(excluded)).expect("bounds");
            let rate = Exact::new(numerator, numerator + rest).expect("a rate");
            let actual = Exact::new(numerator + met, numerator + rest + excluded).expect("a rate");
            prop_assert!(bounds.lower <= rate && rate <= bounds.upper);
            prop_assert!(bounds.lower <= actual && actual <= bounds.upper);
        }
    }
}
