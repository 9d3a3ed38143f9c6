//! How far published figures moved after they were first published.

use super::series::Points;
use crate::model::{Decimal, Exact, Period, Rounding};

/// Decimal places beyond those of the figures with which means of revisions are given.
const MEAN_PLACES: u32 = 2;

/// The published values of one period, from the first vintage to the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vintages {
    /// The period.
    pub period: Period,
    /// The values; the position counts the revisions.
    pub values: Vec<Option<Decimal>>,
}

/// How far the figures moved up to a vintage, over all periods that have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Periods with a first value and this one.
    pub periods: usize,
    /// Mean of later less first: the bias of first figures.
    pub mean: Decimal,
    /// Mean of the distance between later and first.
    pub mean_absolute: Decimal,
}

/// The revision triangle of a cell: its revised periods by vintage, and what the revisions come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionTriangle {
    /// The periods that were revised, the oldest first.
    pub rows: Vec<Vintages>,
    /// The first revision, the second one, and so on.
    pub lags: Vec<Option<Revision>>,
    /// The newest vintage of each revised period.
    pub latest: Option<Revision>,
}

impl RevisionTriangle {
    /// The triangle of the figures of a cell; nothing where none was ever revised.
    #[must_use]
    pub fn of(points: &Points) -> Option<Self> {
        let revised = points.values().filter(|point| point.revisions() > 0);
        let rows: Vec<Vintages> = revised
            .map(|point| Vintages { period: point.period(), values: point.vintages().map(|(_, figure)| figure.published).collect() })
            .collect();
        let most = rows.iter().map(|row| row.values.len()).max()?;
        let lags = (1..most).map(|lag| revision(&rows, |values| values.get(lag).copied().flatten())).collect();
        let latest = revision(&rows, |values| values.last().copied().flatten());
        Some(Self { rows, lags, latest })
    }
}

/// Mean revision and mean absolute revision: revision = later − first vintage.
fn revision(rows: &[Vintages], later: impl Fn(&[Option<Decimal>]) -> Option<Decimal>) -> Option<Revision> {
    let pairs: Vec<(Decimal, Decimal)> =
        rows.iter().filter_map(|row| Some((row.values.first().copied().flatten()?, later(&row.values)?))).collect();
    let places = pairs.iter().map(|(first, later)| first.scale().max(later.scale())).max()? + MEAN_PLACES;
    let count = Exact::from_integer(i128::try_from(pairs.len()).ok()?);
    let mut sum = Exact::ZERO;
    let mut distance = Exact::ZERO;
    for (first, later) in &pairs {
        let moved = later.exact().checked_sub(first.exact())?;
        sum = sum.checked_add(moved)?;
        distance = distance.checked_add(if moved.is_negative() { moved.checked_neg()? } else { moved })?;
    }
    let mean = |sum: Exact| sum.checked_div(count)?.round(places, Rounding::HalfEven);
    Some(Revision { periods: pairs.len(), mean: mean(sum)?, mean_absolute: mean(distance)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(period: &str, values: &[&str]) -> Vintages {
        let number = |text: &&str| Decimal::parse(text).ok();
        Vintages { period: Period::parse(period).expect("a period"), values: values.iter().map(number).collect() }
    }

    fn shown(revision: Option<Revision>) -> Option<(usize, String, String)> {
        revision.map(|found| (found.periods, found.mean.to_string(), found.mean_absolute.to_string()))
    }

    #[test]
    fn revisions_have_the_mean_and_the_mean_distance_of_the_oracle() {
        let rows = [row("2026-01", &["70.2", "70.60000"]), row("2026-02", &["71.0", "70.8"]), row("2026-03", &["69.5", "70.1"])];
        let found = revision(&rows, |values| values.last().copied().flatten())
            .map(|found| (found.mean.to_string(), found.mean_absolute.to_string()));
        assert_eq!(found, Some(("0.2666667".to_owned(), "0.4000000".to_owned())));
    }

    #[test]
    fn a_lag_counts_the_periods_that_have_it() {
        let rows = [row("2026-01", &["70", "71", "73"]), row("2026-02", &["60", "59"])];
        assert_eq!(shown(revision(&rows, |values| values.get(2).copied().flatten())), Some((1, "3.00".to_owned(), "3.00".to_owned())));
        assert_eq!(shown(revision(&rows, |values| values.get(1).copied().flatten())), Some((2, "0.00".to_owned(), "1.00".to_owned())));
    }

    #[test]
    fn a_period_without_a_value_moves_nothing() {
        let rows = [row("2026-01", &["", "71"])];
        assert_eq!(revision(&rows, |values| values.last().copied().flatten()), None);
    }
}
