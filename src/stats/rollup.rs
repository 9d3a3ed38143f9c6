//! One figure from the rows of several periods or segments.
//!
//! Pure arithmetic on columns that somebody else has chosen. What is missing stays missing: a sum over a gap is no sum,
//! and no row is ever counted as zero. Rates are not averaged here; their counts are added and computed again.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::model::Exact;

/// Why rows cannot be combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RollupError {
    /// The exact result does not fit.
    #[error("the exact result does not fit 128 bits")]
    Overflow,
    /// A number of observations is below zero.
    #[error("expected a number of observations at or above zero, found one below")]
    NegativeWeight,
}

/// Adds the values of one column.
///
/// Missing when any value is missing or when there is no row: the sum of nothing is not known to be zero.
///
/// # Errors
///
/// Refuses a sum that does not fit, even of a column whose later values are missing.
pub fn sum(values: impl IntoIterator<Item = Option<Exact>>) -> Result<Option<Exact>, RollupError> {
    let mut total = None;
    let mut complete = true;
    for value in values {
        let Some(value) = value else {
            complete = false;
            continue;
        };
        total = Some(match total {
            Some(total) => Exact::checked_add(total, value).ok_or(RollupError::Overflow)?,
            None => value,
        });
    }
    Ok(total.filter(|_| complete))
}

/// Adds rows column by column.
///
/// Every column of any row is in the result. It is missing there when any row misses its value or the column itself.
///
/// # Errors
///
/// Refuses a sum that does not fit.
pub fn sum_columns<K: Ord + Clone>(rows: &[BTreeMap<K, Option<Exact>>]) -> Result<BTreeMap<K, Option<Exact>>, RollupError> {
    let mut totals = BTreeMap::new();
    for column in rows.iter().flat_map(BTreeMap::keys) {
        if !totals.contains_key(column) {
            let values = rows.iter().map(|row| row.get(column).copied().flatten());
            totals.insert(column.clone(), sum(values)?);
        }
    }
    Ok(totals)
}

/// Takes the value of the last period.
///
/// A last period without a value gives none: an earlier stock is not today's. Two rows of the last period give none
/// either, because nothing says which of them holds.
#[must_use]
pub fn last<P: Ord>(values: &[(P, Option<Exact>)]) -> Option<Exact> {
    let latest = values.iter().map(|(period, _)| period).max()?;
    let mut holding = values.iter().filter(|(period, _)| period == latest);
    match (holding.next(), holding.next()) {
        (Some((_, value)), None) => *value,
        _ => None,
    }
}

/// Averages values, each weighted by its number of observations: Σ n·x / Σ n.
///
/// Every pair is a value and its n. A row with n = 0 adds nothing, and need not have a value. Missing when any n is
/// missing, when a row with observations misses its value, or when there are no observations at all.
///
/// # Errors
///
/// Refuses an n below zero, and a result that does not fit.
pub fn weighted_mean(rows: &[(Option<Exact>, Option<Exact>)]) -> Result<Option<Exact>, RollupError> {
    let (mut total, mut weight) = (Exact::ZERO, Exact::ZERO);
    let mut complete = true;
    for (value, n) in rows {
        match (value, n) {
            (_, Some(n)) if n.is_negative() => return Err(RollupError::NegativeWeight),
            (_, Some(n)) if n.is_zero() => {}
            (Some(value), Some(n)) => {
                let product = value.checked_mul(*n).ok_or(RollupError::Overflow)?;
                total = total.checked_add(product).ok_or(RollupError::Overflow)?;
                weight = weight.checked_add(*n).ok_or(RollupError::Overflow)?;
            }
            _ => complete = false,
        }
    }
    if !complete || weight.is_zero() {
        return Ok(None);
    }
    total.checked_div(weight).map(Some).ok_or(RollupError::Overflow)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{RollupError, last, sum, sum_columns, weighted_mean};
    use crate::model::Exact;

    fn some(value: i128) -> Option<Exact> {
        Exact::new(value, 1)
    }

    #[test]
    fn counts_are_added() {
        assert_eq!(sum([some(540), some(252)]), Ok(some(792)));
    }

    #[test]
    fn a_sum_over_a_gap_is_missing() {
        assert_eq!(sum([some(1), None, some(2)]), Ok(None));
        assert_eq!(sum([None]), Ok(None));
        assert_eq!(sum([]), Ok(None));
    }

    #[test]
    fn a_sum_that_does_not_fit_is_refused() {
        assert_eq!(sum([some(i128::MAX), some(1), None]), Err(RollupError::Overflow));
    }

    #[test]
    fn rows_are_added_column_by_column_and_rates_computed_again() {
        let row = |numerator, denominator| BTreeMap::from([("denominator", denominator), ("numerator", numerator)]);
        let totals = sum_columns(&[row(some(600), some(800)), row(some(120), some(200))]).expect("fits");
        assert_eq!(totals, row(some(720), some(1000)));
        let partial = sum_columns(&[row(some(600), some(800)), row(None, some(200))]).expect("fits");
        assert_eq!(partial, row(None, some(1000)));
    }

    #[test]
    fn a_column_that_one_row_lacks_is_missing_in_the_total() {
        let rows = [BTreeMap::from([("late", some(1))]), BTreeMap::from([("late", some(2)), ("early", some(3))])];
        assert_eq!(sum_columns(&rows), Ok(BTreeMap::from([("early", None), ("late", some(3))])));
        assert_eq!(sum_columns::<&str>(&[]), Ok(BTreeMap::new()));
    }

    #[test]
    fn the_last_period_holds_in_whatever_order_the_rows_come() {
        assert_eq!(last(&[(3, some(30)), (1, some(10)), (2, some(20))]), some(30));
    }

    #[test]
    fn a_last_period_without_a_value_gives_none() {
        assert_eq!(last(&[(1, some(10)), (2, None)]), None);
        assert_eq!(last(&[(2, some(10)), (2, some(20))]), None);
        assert_eq!(last::<u8>(&[]), None);
    }

    #[test]
    fn means_are_weighted_by_their_observations() {
        assert_eq!(weighted_mean(&[(some(4), some(3)), (some(1), some(1))]), Ok(Exact::new(13, 4)));
        assert_eq!(weighted_mean(&[(some(4), some(3)), (None, some(0))]), Ok(some(4)));
    }

    #[test]
    fn a_mean_over_a_gap_is_missing() {
        assert_eq!(weighted_mean(&[(some(4), some(3)), (None, some(1))]), Ok(None));
        assert_eq!(weighted_mean(&[(some(4), some(3)), (some(1), None)]), Ok(None));
        assert_eq!(weighted_mean(&[(some(4), some(0))]), Ok(None));
        assert_eq!(weighted_mean(&[]), Ok(None));
    }

    #[test]
    fn a_negative_number_of_observations_is_refused() {
        assert_eq!(weighted_mean(&[(some(4), some(-3))]), Err(RollupError::NegativeWeight));
    }
}
