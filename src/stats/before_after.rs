//! A metric before and after something was done.
//!
//! The two sides are equally many periods; values are pooled exactly from counts wherever the definition allows it. What is
//! found is a difference in time. Nothing here says what caused it.

use std::collections::BTreeMap;

use super::figure::Figure;
use super::interval::{Interval, Z_95, newcombe_difference, wilson};
use super::judgement::{overlaps, suspensions};
use super::series::MetricSeries;
use super::weighting::WeightedSample;
use super::{calculation::column, rollup::sum};
use crate::catalog::Catalog;
use crate::model::metric::{Aggregate, Scoring};
use crate::model::{Date, Decimal, Exact, Formula, Metric, Period, Rounding, Version};

/// Most periods on one side.
const MOST_PERIODS: usize = 6;

/// Fewest periods on one side.
pub const FEWEST_PERIODS: usize = 2;

/// Fewest observations on one side for the normal interval of two means.
const FEWEST_FOR_MEANS: f64 = 30.0;

/// When something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first day on which it could have had an effect; periods before lie wholly before it.
    pub begun: Date,
    /// The day on which it was in place; periods after begin on it or later.
    pub done: Date,
    /// The last day that counts; nothing where it stays in place.
    pub until: Option<Date>,
}

/// How a difference was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Proportions pooled from counts; interval by Newcombe's method 10.
    Proportions,
    /// Weighted proportions pooled from sums of weights; the same interval at the effective sizes.
    WeightedProportions,
    /// Means pooled from sums, with the standard deviations of the periods; normal interval with unequal variances.
    Means,
    /// Values pooled from sums; nothing is known from which an interval could be computed.
    Pooled,
    /// Means of the periods' values; no interval.
    PeriodMeans,
}

/// One side of a comparison.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The periods, in order.
    pub periods: Vec<Period>,
    /// The value over all of them, in the unit of the metric.
    pub value: Exact,
    /// Numerator and denominator over all of them, where the value is their quotient.
    pub counts: Option<(Decimal, Decimal)>,
}

/// A metric before and after something was done.
#[derive(Clone, Debug)]
pub struct BeforeAfter {
    /// Before.
    pub before: Stretch,
    /// After.
    pub after: Stretch,
    /// After less before, in the unit of the metric's differences.
    pub difference: Exact,
    /// How it was computed.
    pub method: Method,
    /// The 95 per cent interval of the difference, in the same unit.
    pub interval: Option<Interval>,
    /// Periods left out between the first and the last of those used because the metric was suspended in them.
    pub suspended: Vec<Period>,
    /// Whether the rows of the periods are pinned to versions of the definition that differ in meaning.
    pub crosses_definitions: bool,
}

/// Why there is no comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoComparison {
    /// Too few periods with a value; how many there are before and after.
    TooFew {
        /// Before.
        before: usize,
        /// After.
        after: usize,
    },
    /// A sum has more digits than can be held.
    Overflow,
}

/// Compares the total of a metric before and after something was done.
///
/// # Errors
///
/// When a side has fewer than [`FEWEST_PERIODS`] periods with a value that are not suspended, or a number cannot be held.
pub fn before_after(catalog: &Catalog, metric: &Metric, series: &MetricSeries, change: Change) -> Result<BeforeAfter, NoComparison> {
    let calendar = catalog.calendar();
    let deviations = suspensions(catalog, &series.metric);
    let is_suspended = |period: Period| deviations.iter().any(|(_, deviation)| overlaps(catalog, deviation, period));
    let total = series.total().into_iter().flat_map(BTreeMap::values);
    let known: Vec<&Figure> =
        total.map(|point| &point.latest).filter(|figure| figure.value.is_ok() && figure.period.frequency() == metric.frequency).collect();
    let usable = |figure: &&&Figure| !is_suspended(figure.period);
    let is_after = |figure: &&&Figure| {
        figure.period.first_day(calendar) >= change.done && change.until.is_none_or(|until| figure.period.last_day(calendar) <= until)
    };
    let before: Vec<&Figure> =
        known.iter().filter(|figure| figure.period.last_day(calendar) < change.begun).filter(usable).copied().collect();
    let after: Vec<&Figure> = known.iter().filter(is_after).filter(usable).copied().collect();
    let size = before.len().min(after.len()).min(MOST_PERIODS);
    if size < FEWEST_PERIODS {
        return Err(NoComparison::TooFew { before: before.len(), after: after.len() });
    }
    let (before, after) = (&before[before.len() - size..], &after[..size]);
    let used = || before.iter().chain(after);
    let (first, last) = (before[0].period, after[size - 1].period);
    let suspended = known.iter().map(|figure| figure.period).filter(|period| (first..=last).contains(period) && is_suspended(*period));
    let majors: Vec<u32> = used().map(|figure| major_of(catalog, series, figure)).collect();
    compare(metric, series, before, after)
        .map(|found| BeforeAfter {
            suspended: suspended.collect(),
            crosses_definitions: majors.windows(2).any(|pair| pair[0] != pair[1]),
            ..found
        })
        .ok_or(NoComparison::Overflow)
}

/// The first number of the version by which a figure was counted; 0 where that is not known.
fn major_of(catalog: &Catalog, series: &MetricSeries, figure: &Figure) -> u32 {
    let current = catalog.metric(&series.metric).and_then(|(record, _)| record.versioning);
    let in_force = || current.filter(|now| now.version.major() <= 1 || now.effective_from <= figure.period.first_day(catalog.calendar()));
    figure.pinned.or_else(|| in_force().map(|now| now.version)).map_or(0, Version::major)
}

fn compare(metric: &Metric, series: &MetricSeries, before: &[&Figure], after: &[&Figure]) -> Option<BeforeAfter> {
    let pooled = Pool::of(metric, series, before).zip(Pool::of(metric, series, after));
    let (before, after, method, interval) = match pooled {
        Some((first, second)) => {
            let (method, interval) = interval(metric, series, &first, &second);
            (first.into_stretch(series), second.into_stretch(series), method, interval)
        }
        None => (mean_of_periods(before)?, mean_of_periods(after)?, Method::PeriodMeans, None),
    };
    let difference = after.value.checked_sub(before.value)?;
    Some(BeforeAfter { before, after, difference, method, interval, suspended: Vec::new(), crosses_definitions: false })
}

/// The rows of one side, summed column by column.
struct Pool<'a> {
    rows: &'a [&'a Figure],
    numbers: Vec<Option<Decimal>>,
    value: Exact,
}

impl<'a> Pool<'a> {
    /// Sums the rows; nothing where the value of several periods cannot be computed from sums.
    fn of(metric: &Metric, series: &MetricSeries, rows: &'a [&'a Figure]) -> Option<Self> {
        let averaged = metric.aggregate.is_none_or(|aggregate| aggregate == Aggregate::Mean);
        let fits = match metric.scoring {
            Scoring::Proportion | Scoring::Ratio | Scoring::Index => true,
            Scoring::Mean => averaged,
            Scoring::Count | Scoring::Composite => false,
        };
        if !fits || rows.iter().any(|row| !row.recomputed) {
            return None;
        }
        let numbers: Vec<Option<Decimal>> = (0..series.columns.len()).map(|position| sum_of(rows, position)).collect();
        let value = series.calculation.apply(&series.columns, &numbers, &BTreeMap::new()).value.ok()?;
        Some(Self { rows, numbers, value })
    }

    fn number(&self, series: &MetricSeries, name: &str) -> Option<Decimal> {
        column(&series.columns, &self.numbers, name)
    }

    fn into_stretch(self, series: &MetricSeries) -> Stretch {
        let counts = self.number(series, "numerator").zip(self.number(series, "denominator")).filter(|_| is_quotient(series));
        Stretch { periods: periods(self.rows), value: self.value, counts }
    }

    /// The Wilson interval of a pooled proportion, as fractions of 1.
    fn proportion(&self, series: &MetricSeries) -> Option<Interval> {
        let whole =
            |number: Decimal| number.is_integer().then(|| u64::try_from(number.exact().round(0, Rounding::HalfEven)?.mantissa()).ok())?;
        wilson(whole(self.number(series, "numerator")?)?, whole(self.number(series, "denominator")?)?)
    }

    /// The Wilson interval of a pooled weighted proportion at its effective size, as fractions of 1.
    fn weighted_proportion(&self, series: &MetricSeries, factor: Exact) -> Option<Interval> {
        let number = |name: &str| self.number(series, name).map(|number| number.exact());
        let n = number("n").or_else(|| number("denominator"))?;
        WeightedSample::of(n, number("sum_w")?, number("sum_w2")?)?.interval(self.value.checked_div(factor)?)
    }

    /// Mean and squared standard error, from the size, mean and standard deviation of every period.
    fn mean(&self, series: &MetricSeries) -> Option<(f64, f64)> {
        let number = |row: &Figure, name: &str| column(&series.columns, &row.numbers, name).map(|number| number.to_f64());
        let mean = self.value.to_f64();
        let (mut n, mut squares) = (0.0, 0.0);
        for row in self.rows {
            let (size, deviation) = (number(row, "n")?, number(row, "sd")?);
            let apart = row.value.ok()?.to_f64() - mean;
            n += size;
            squares += (size - 1.0) * deviation * deviation + size * apart * apart;
        }
        (n >= FEWEST_FOR_MEANS).then(|| (mean, squares / (n - 1.0) / n))
    }
}

/// Whether the value is the numerator over the denominator and nothing else.
fn is_quotient(series: &MetricSeries) -> bool {
    let term = |name: &str| Box::new(Formula::Term(name.to_owned()));
    *series.calculation.formula() == Formula::Divide(term("numerator"), term("denominator"))
}

/// The method that the counts allow, with its interval.
///
/// Means: the observations of a side are taken together, Σ(nᵢ − 1)sdᵢ² + Σnᵢ(mᵢ − m)² over N − 1 is their variance, and the
/// interval is d ± z·sqrt(s₁²/N₁ + s₂²/N₂), which needs at least thirty observations on each side.
fn interval(metric: &Metric, series: &MetricSeries, before: &Pool<'_>, after: &Pool<'_>) -> (Method, Option<Interval>) {
    let factor = metric.unit.factor();
    let scaled = |interval: Interval| scale(&interval, factor);
    match metric.scoring {
        Scoring::Proportion if is_quotient(series) => {
            let sides = after.proportion(series).zip(before.proportion(series));
            sides
                .map_or((Method::Pooled, None), |(after, before)| (Method::Proportions, Some(scaled(newcombe_difference(&after, &before)))))
        }
        Scoring::Proportion => {
            let whole = Exact::from_integer(i128::from(factor));
            let sides = after.weighted_proportion(series, whole).zip(before.weighted_proportion(series, whole));
            sides.map_or((Method::Pooled, None), |(after, before)| {
                (Method::WeightedProportions, Some(scaled(newcombe_difference(&after, &before))))
            })
        }
        Scoring::Mean => after
            .mean(series)
            .zip(before.mean(series))
            .map_or((Method::Pooled, None), |(after, before)| (Method::Means, Some(difference_of_means(after, before)))),
        _ => (Method::Pooled, None),
    }
}

/// The 95 per cent interval of the first mean less the second, each with the square of its standard error.
fn difference_of_means(first: (f64, f64), second: (f64, f64)) -> Interval {
    let estimate = first.0 - second.0;
    let half_width = Z_95 * (first.1 + second.1).sqrt();
    Interval { estimate, lower: estimate - half_width, upper: estimate + half_width }
}

fn scale(interval: &Interval, factor: i64) -> Interval {
    let factor = Exact::from_integer(i128::from(factor)).to_f64();
    Interval { estimate: interval.estimate * factor, lower: interval.lower * factor, upper: interval.upper * factor }
}

fn mean_of_periods(rows: &[&Figure]) -> Option<Stretch> {
    let total = sum(rows.iter().map(|row| row.value.ok())).ok()??;
    let value = total.checked_div(Exact::from_integer(i128::try_from(rows.len()).ok()?))?;
    Some(Stretch { periods: periods(rows), value, counts: None })
}

fn periods(rows: &[&Figure]) -> Vec<Period> {
    rows.iter().map(|row| row.period).collect()
}

/// The sum of a column, with as many places as its most precise row; nothing where a row lacks it.
fn sum_of(rows: &[&Figure], position: usize) -> Option<Decimal> {
    let numbers = || rows.iter().map(|row| row.numbers.get(position).copied().flatten());
    let places = numbers().flatten().map(|number| number.scale()).max()?;
    sum(numbers().map(|number| number.map(|number| number.exact()))).ok()??.round(places, Rounding::HalfEven)
}

#[cfg(test)]
mod tests;
