//! How much the score of a scorecard owes to the choice of its weights.
//!
//! One weight at a time is moved a little and the score is computed again, exactly. Whether a score may be shown is
//! decided elsewhere.

use super::attainment::{Item, ScoreError, fitting, total_weight};
use crate::model::Exact;
use crate::model::scorecard::MissingRule;

/// What the score would be if one weight were a little smaller or larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// Place of the item in the given list.
    pub item: usize,
    /// The score with the lowered weight.
    pub lowered: Option<Exact>,
    /// The score with the raised weight.
    pub raised: Option<Exact>,
}

/// Moves one weight at a time by `step`, as a share of the total weight, and computes the score again.
///
/// The other weights are rescaled so that their total stays what it has to be: each is multiplied by
/// (1 − s′) / (1 − s), where s is the share of the item and s′ the moved one, kept within [0, 1]. Items count as in
/// [`score`](super::attainment::score): under [`MissingRule::Zero`] all do, else those that have values. An entry for each item that counts, in
/// order; no score where the item holds the whole weight, because nothing is there to rescale, and none where the
/// items that count have no weight left. The usual step is 5 points, 0.05. Whether the score is withheld is not
/// looked at.
///
/// # Errors
///
/// As [`score`](super::attainment::score).
pub fn weight_sensitivity(items: &[Item], missing: MissingRule, step: Exact) -> Result<Vec<Sensitivity>, ScoreError> {
    let total = total_weight(items)?;
    let mut counted = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let value = item.attainment().or_else(|| (missing == MissingRule::Zero).then_some(Exact::ZERO));
        if let Some(value) = value {
            counted.push(Counted { place, share: fitting(item.weight().checked_div(total))?, value });
        }
    }
    let back = fitting(step.checked_neg())?;
    counted
        .iter()
        .map(|item| {
            Ok(Sensitivity {
                item: item.place,
                lowered: score_with_moved_share(&counted, item, back)?,
                raised: score_with_moved_share(&counted, item, step)?,
            })
        })
        .collect()
}

/// An item that counts, with its share of the total weight.
struct Counted {
    place: usize,
    share: Exact,
    value: Exact,
}

fn score_with_moved_share(counted: &[Counted], moved: &Counted, step: Exact) -> Result<Option<Exact>, ScoreError> {
    let rest = fitting(Exact::ONE.checked_sub(moved.share))?;
    if rest.is_zero() {
        return Ok(None);
    }
    let share = fitting(moved.share.checked_add(step))?.clamp(Exact::ZERO, Exact::ONE);
    let factor = fitting(Exact::ONE.checked_sub(share).and_then(|new_rest| new_rest.checked_div(rest)))?;
    let (mut attained, mut weight) = (Exact::ZERO, Exact::ZERO);
    for item in counted {
        let its_share = if item.place == moved.place { Some(share) } else { item.share.checked_mul(factor) };
        let its_share = fitting(its_share)?;
        weight = fitting(weight.checked_add(its_share))?;
        attained = fitting(its_share.checked_mul(item.value).and_then(|part| attained.checked_add(part)))?;
    }
    if weight.is_zero() { Ok(None) } else { fitting(attained.checked_div(weight)).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::{Item, MissingRule, Sensitivity, weight_sensitivity};
    use crate::model::{Decimal, Exact};

    fn exact(text: &str) -> Exact {
        Decimal::parse(text).expect("a number").exact()
    }

    fn scored(weight: &str, attainment: &str) -> Item {
        let weight = exact(weight);
        Item::scored(weight, Exact::ONE, exact(attainment), Exact::ZERO, Exact::ONE).expect("an item")
    }

    fn contact_centre() -> Vec<Item> {
        let missing = Item::missing(exact("25"), Exact::ONE);
        vec![scored("30", "0.7"), scored("25", "0.9"), scored("20", "0.9"), missing]
    }

    #[test]
    fn moving_one_weight_by_five_points_moves_the_score_as_computed_by_hand() {
        let tested = weight_sensitivity(&contact_centre(), MissingRule::Bounds, exact("0.05")).expect("scores");
        let by_hand = [((341, 410), (1739, 2150)), ((447, 550), (951, 1150)), ((1911, 2350), (81, 98))];
        for (place, ((low, below), (high, above))) in by_hand.into_iter().enumerate() {
            let entry = Sensitivity { item: place, lowered: Exact::new(low, below), raised: Exact::new(high, above) };
            assert_eq!(tested.get(place), Some(&entry));
        }
        assert_eq!(tested.len(), 3, "the missing item does not count");
    }

    #[test]
    fn the_only_weight_cannot_be_moved() {
        let tested = weight_sensitivity(&[scored("7", "0.5")], MissingRule::Bounds, exact("0.05"));
        assert!(tested.expect("one entry").iter().all(|entry| entry.lowered.is_none() && entry.raised.is_none()));
    }

    #[test]
    fn an_item_that_counts_as_nothing_is_tested_too() {
        let tested = weight_sensitivity(&contact_centre(), MissingRule::Zero, exact("0.05")).expect("scores");
        let missing = tested.last().expect("four entries");
        assert_eq!((missing.item, missing.lowered, missing.raised), (3, Some(exact("0.656")), Some(exact("0.574"))));
    }

    #[test]
    fn a_weight_is_not_lowered_below_zero() {
        let items = [scored("0.02", "1"), scored("0.98", "0.5")];
        let tested = weight_sensitivity(&items, MissingRule::Bounds, exact("0.05")).expect("scores");
        assert_eq!(tested.first().and_then(|entry| entry.lowered), Some(exact("0.5")));
    }
}
