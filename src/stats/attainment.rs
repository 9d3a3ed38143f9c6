//! Attainment of a target, and the score of a scorecard.
//!
//! A component-based composite, polarity adjusted: each item says how far its value has come from its floor to its
//! target, and the score is the weighted mean of that. All arithmetic is exact. A missing item is never left out in
//! silence: every score carries the share of the weight that it rests on and the bounds within which the full one lies.

use thiserror::Error;

use crate::model::Exact;
use crate::model::scorecard::{Compensation, MissingRule};

/// Computes how far a value has come from its floor to its target: clip((v − floor) / (target − floor), 0, cap).
///
/// 0 at the floor and 1 at the target. Where less is better the floor lies above the target, and the same quotient
/// holds. Nothing when floor and target are equal, when the cap is below zero, or when the quotient does not fit.
#[must_use]
pub fn attainment(value: Exact, floor: Exact, target: Exact, cap: Exact) -> Option<Exact> {
    if cap.is_negative() {
        return None;
    }
    let way = value.checked_sub(floor)?.checked_div(target.checked_sub(floor)?)?;
    Some(way.clamp(Exact::ZERO, cap))
}

/// One item of a scorecard in one period: its weight, and what it attained.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    weight: Exact,
    cap: Exact,
    attained: Option<Attained>,
}

#[derive(Clone, Copy, Debug)]
struct Attained {
    attainment: Exact,
    below_floor: bool,
}

impl Item {
    /// Makes an item that has a value; nothing where [`attainment`] gives nothing.
    #[must_use]
    pub fn scored(weight: Exact, cap: Exact, value: Exact, floor: Exact, target: Exact) -> Option<Self> {
        let attainment = attainment(value, floor, target, cap)?;
        let below_floor = if floor < target { value < floor } else { value > floor };
        Some(Self { weight, cap, attained: Some(Attained { attainment, below_floor }) })
    }

    /// Makes an item that has no value in the period.
    #[must_use]
    pub const fn missing(weight: Exact, cap: Exact) -> Self {
        Self { weight, cap, attained: None }
    }

    /// Gives the weight, in the unit of all weights of the scorecard.
    #[must_use]
    pub const fn weight(&self) -> Exact {
        self.weight
    }

    /// Gives the attainment, if the item has a value.
    #[must_use]
    pub fn attainment(&self) -> Option<Exact> {
        self.attained.map(|attained| attained.attainment)
    }

    /// Tells whether the value lies beyond the floor, on the side away from the target.
    #[must_use]
    pub fn is_below_floor(&self) -> bool {
        self.attained.is_some_and(|attained| attained.below_floor)
    }
}

/// The rules by which one score is made of the items.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// What happens to the score when an item has no value.
    pub missing: MissingRule,
    /// Least share of the weight that must have values, from 0 to 1.
    pub min_coverage: Exact,
    /// Whether a good result makes up for a bad one.
    pub compensation: Compensation,
}

/// A score with what one must know to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The score, where 1 means that every target is reached; nothing when it is withheld.
    pub score: Option<Exact>,
    /// The share of the weight that has values, from 0 to 1.
    pub coverage: Exact,
    /// The weighted mean of all items if every missing one attained nothing.
    pub lower_bound: Exact,
    /// The weighted mean of all items if every missing one attained its cap, which is 1 unless declared otherwise.
    pub upper_bound: Exact,
    /// Why there is no score.
    pub withheld: Option<Withheld>,
}

/// Why a score is withheld.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Items lie below their floor, and the scorecard lets nothing make up for that.
    ///
    /// This is a judgement, not a gap: it stands whatever missing items turn out to be, so it comes before the other
    /// reasons. The scorecard as a whole is in its lowest band.
    BelowFloor {
        /// Places of the items in the given list, in order.
        items: Vec<usize>,
    },
    /// No item has a value.
    NothingScored,
    /// Items are missing, and the scorecard gives no score then.
    Missing {
        /// Places of the items in the given list, in order.
        items: Vec<usize>,
    },
    /// The items with values carry less of the weight than the scorecard asks for.
    Coverage {
        /// The least share that it asks for.
        minimum: Exact,
    },
}

/// Why items cannot be combined at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ScoreError {
    /// There is no item with a weight.
    #[error("expected at least one weight above zero, found none")]
    NoWeight,
    /// A weight is below zero.
    #[error("expected weights at or above zero, found one below")]
    NegativeWeight,
    /// A cap is below zero.
    #[error("expected caps at or above zero, found one below")]
    NegativeCap,
    /// The exact result does not fit.
    #[error("the exact score does not fit 128 bits")]
    Overflow,
}

/// Combines the items of a scorecard: Σ w·a / Σ w over the items that count.
///
/// Weights may be in any unit, such as per cent; only their proportions matter. Under [`MissingRule::Zero`] a missing
/// item counts with an attainment of zero; coverage and bounds still show that it is missing.
///
/// A weighted mean compensates in full: one strong item can hide a failed one. [`Compensation::NoneBelowFloor`] is a
/// conjunctive rule against that: while any scored item lies below its floor there is no score to print, the items are
/// named, and the scorecard is in its lowest band. Withholding is preferred to printing a lowered number, because any
/// such number would be a second scale that nobody agreed. On compensability and rules without it see the OECD and JRC
/// Handbook on Constructing Composite Indicators (2008), step 6, weighting and aggregation.
///
/// # Errors
///
/// Refuses weights or caps below zero, a total weight of zero, and results that do not fit.
pub fn score(items: &[Item], rules: &Rules) -> Result<Score, ScoreError> {
    if items.iter().any(|item| item.cap.is_negative()) {
        return Err(ScoreError::NegativeCap);
    }
    let total = total_weight(items)?;
    let scored_weight = fitting(sum(items.iter().filter(|item| item.attained.is_some()).map(|item| Some(item.weight))))?;
    let attained = weighted_sum(items, |item| item.attainment().unwrap_or(Exact::ZERO))?;
    let attainable = weighted_sum(items, |item| item.attainment().unwrap_or(item.cap))?;
    let coverage = fitting(scored_weight.checked_div(total))?;
    let withheld = reason_to_withhold(items, coverage, rules);
    let score = match (&withheld, rules.missing) {
        (Some(_), _) => None,
        (None, MissingRule::Zero) => Some(fitting(attained.checked_div(total))?),
        (None, MissingRule::Bounds | MissingRule::Withhold) => Some(fitting(attained.checked_div(scored_weight))?),
    };
    Ok(Score {
        score,
        coverage,
        lower_bound: fitting(attained.checked_div(total))?,
        upper_bound: fitting(attainable.checked_div(total))?,
        withheld,
    })
}

fn reason_to_withhold(items: &[Item], coverage: Exact, rules: &Rules) -> Option<Withheld> {
    let places = |holds: fn(&Item) -> bool| -> Vec<usize> {
        items.iter().enumerate().filter(|(_, item)| holds(item)).map(|(place, _)| place).collect()
    };
    let below = places(Item::is_below_floor);
    let missing = places(|item| item.attained.is_none());
    if rules.compensation == Compensation::NoneBelowFloor && !below.is_empty() {
        Some(Withheld::BelowFloor { items: below })
    } else if coverage.is_zero() {
        Some(Withheld::NothingScored)
    } else if rules.missing == MissingRule::Withhold && !missing.is_empty() {
        Some(Withheld::Missing { items: missing })
    } else if coverage < rules.min_coverage {
        Some(Withheld::Coverage { minimum: rules.min_coverage })
    } else {
        None
    }
}

/// Makes of what did not fit an error.
pub(super) fn fitting(result: Option<Exact>) -> Result<Exact, ScoreError> {
    result.ok_or(ScoreError::Overflow)
}

fn sum(values: impl IntoIterator<Item = Option<Exact>>) -> Option<Exact> {
    values.into_iter().try_fold(Exact::ZERO, |total, value| total.checked_add(value?))
}

fn weighted_sum(items: &[Item], value: impl Fn(&Item) -> Exact) -> Result<Exact, ScoreError> {
    fitting(sum(items.iter().map(|item| item.weight.checked_mul(value(item)))))
}

/// Adds the weights, none of which may be below zero; the total must be above it.
pub(super) fn total_weight(items: &[Item]) -> Result<Exact, ScoreError> {
    if items.iter().any(|item| item.weight.is_negative()) {
        return Err(ScoreError::NegativeWeight);
    }
    let total = fitting(sum(items.iter().map(|item| Some(item.weight))))?;
    if total.is_zero() { Err(ScoreError::NoWeight) } else { Ok(total) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Item, Rules, ScoreError, Withheld, attainment, score};
    use crate::model::scorecard::{Compensation, MissingRule};
    use crate::model::{Decimal, Exact};

    fn exact(text: &str) -> Exact {
        Decimal::parse(text).expect("a number").exact()
    }

    fn scored(weight: &str, value: &str, floor: &str, target: &str) -> Item {
        Item::scored(exact(weight), Exact::ONE, exact(value), exact(floor), exact(target)).expect("an item")
    }

    /// First-contact resolution, satisfaction, handling time (less is better); cost has no value.
    fn contact_centre() -> Vec<Item> {
        vec![
            scored("0.30", "72", "65", "75"),
            scored("0.25", "84", "75", "85"),
            scored("0.20", "410", "500", "400"),
            Item::missing(exact("0.25"), Exact::ONE),
        ]
    }

    fn rules(min_coverage: &str) -> Rules {
        Rules { missing: MissingRule::Bounds, min_coverage: exact(min_coverage), compensation: Compensation::Full }
    }

    #[test]
    fn attainment_runs_from_floor_to_target_in_both_directions() {
        let items = contact_centre();
        let attained: Vec<_> = items.iter().map(Item::attainment).collect();
        assert_eq!(attained, [Some(exact("0.7")), Some(exact("0.9")), Some(exact("0.9")), None]);
    }

    #[test]
    fn attainment_is_clipped_at_nothing_and_at_the_cap() {
        let of = |value: &str, cap: &str| attainment(exact(value), exact("65"), exact("75"), exact(cap));
        assert_eq!(of("60", "1"), Some(Exact::ZERO));
        assert_eq!(of("80", "1"), Some(Exact::ONE));
        assert_eq!(of("80", "1.2"), Some(exact("1.2")));
        assert_eq!(of("76", "1.2"), Some(exact("1.1")));
        assert_eq!(of("76", "-1"), None);
        assert_eq!(attainment(exact("1"), exact("5"), exact("5"), Exact::ONE), None);
    }

    #[test]
    fn the_score_comes_with_coverage_and_bounds() {
        let result = score(&contact_centre(), &rules("0.7")).expect("a score");
        assert_eq!(result.score, Some(exact("0.82")));
        assert_eq!(result.coverage, exact("0.75"));
        assert_eq!((result.lower_bound, result.upper_bound), (exact("0.615"), exact("0.865")));
        assert_eq!(result.withheld, None);
    }

    #[test]
    fn too_little_coverage_withholds_the_score_but_not_the_bounds() {
        let result = score(&contact_centre(), &rules("0.8")).expect("bounds");
        assert_eq!(result.score, None);
        assert_eq!(result.withheld, Some(Withheld::Coverage { minimum: exact("0.8") }));
        assert_eq!((result.lower_bound, result.upper_bound), (exact("0.615"), exact("0.865")));
    }

    #[test]
    fn a_missing_item_may_count_as_nothing_or_withhold_the_score() {
        let zero = Rules { missing: MissingRule::Zero, ..rules("0.7") };
        assert_eq!(score(&contact_centre(), &zero).expect("a score").score, Some(exact("0.615")));
        let withhold = Rules { missing: MissingRule::Withhold, ..rules("0.7") };
        let result = score(&contact_centre(), &withhold).expect("bounds");
        assert_eq!((result.score, result.withheld), (None, Some(Withheld::Missing { items: vec![3] })));
    }

    #[test]
    fn the_upper_bound_lets_a_missing_item_reach_its_own_cap() {
        let items = [scored("1", "5", "0", "10"), Item::missing(exact("1"), exact("1.2"))];
        assert_eq!(score(&items, &rules("0")).expect("a score").upper_bound, exact("0.85"));
    }

    #[test]
    fn below_one_floor_there_is_no_score_where_nothing_may_make_up_for_it() {
        let strict = Rules { compensation: Compensation::NoneBelowFloor, ..rules("0.9") };
        let items = [scored("1", "90", "0", "90"), scored("1", "64", "65", "75"), scored("1", "501", "500", "400")];
        let result = score(&items, &strict).expect("bounds");
        assert_eq!((result.score, result.withheld), (None, Some(Withheld::BelowFloor { items: vec![1, 2] })));
        let full = score(&items, &rules("0.9")).expect("a score");
        assert_eq!(full.score, Exact::new(1, 3));
    }

    #[test]
    fn a_value_at_its_floor_is_not_below_it() {
        let strict = Rules { compensation: Compensation::NoneBelowFloor, ..rules("0.9") };
        let items = [scored("1", "90", "0", "90"), scored("1", "65", "65", "75")];
        assert_eq!(score(&items, &strict).expect("a score").score, Some(exact("0.5")));
    }

    #[test]
    fn without_any_value_nothing_is_scored() {
        let items = [Item::missing(exact("1"), Exact::ONE)];
        let result = score(&items, &rules("0")).expect("bounds");
        assert_eq!(result.withheld, Some(Withheld::NothingScored));
        assert_eq!((result.lower_bound, result.upper_bound), (Exact::ZERO, Exact::ONE));
    }

    #[test]
    fn weights_that_make_no_sense_are_refused() {
        assert_eq!(score(&[], &rules("0")), Err(ScoreError::NoWeight));
        assert_eq!(score(&[scored("0", "1", "0", "2")], &rules("0")), Err(ScoreError::NoWeight));
        assert_eq!(score(&[scored("-1", "1", "0", "2")], &rules("0")), Err(ScoreError::NegativeWeight));
        let capped = [Item::missing(exact("1"), exact("-1"))];
        assert_eq!(score(&capped, &rules("0")), Err(ScoreError::NegativeCap));
    }

    proptest! {
        #[test]
        fn the_score_of_any_completion_lies_between_the_bounds(
            parts in proptest::collection::vec((1_i128..50, 0_i128..=100, any::<bool>()), 1..8)
        ) {
            let item = |weight: i128, value: i128| {
                Item::scored(Exact::from_integer(weight), Exact::ONE, Exact::from_integer(value), Exact::ZERO, exact("100"))
                    .expect("an item")
            };
            let partial: Vec<Item> = parts
                .iter()
                .map(|(weight, value, known)| {
                    if *known { item(*weight, *value) } else { Item::missing(Exact::from_integer(*weight), Exact::ONE) }
                })
                .collect();
            let complete: Vec<Item> = parts.iter().map(|(weight, value, _)| item(*weight, *value)).collect();
            let bounds = score(&partial, &rules("0")).expect("bounds");
            let full = score(&complete, &rules("0")).expect("a score").score.expect("all items have values");
            prop_assert!(bounds.lower_bound <= full && full <= bounds.upper_bound);
        }
    }
}
