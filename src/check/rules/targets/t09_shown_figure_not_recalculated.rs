//! T09: a status, an attainment, a score or a baseline is not what a recalculation gives.

use super::direction::as_good;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::baseline::BaselineMethod;
use crate::model::scorecard::{MissingRule, ScorecardItem};
use crate::model::{AnyRecord, Baseline, Decimal, Exact, Id, Kind, Period, Rounding, Scorecard};
use crate::source::Record;
use crate::stats::{MetricTargets, ScorecardFigures, ScorecardResult, ScoredItem, TargetStatus};

check! {
    /// A status, an attainment, a score or a baseline differs from its recalculation.
    ///
    /// # What it does
    ///
    /// For each period of a scorecard: judges each published value against its target and threshold anew, counts the attainment from floor to target, and weighs
    /// the attainments, apart from the arithmetic that the pages use. Of a baseline it makes the mean or the median of its periods again. Half a unit of the last digit
    /// that a baseline is written with is allowed.
    ///
    /// # Why it matters to an auditor
    ///
    /// What people act on is rarely the figure and mostly the sign beside it. The sign has to follow from the figure, as the figure does from its counts.
    ///
    /// # Example
    ///
    /// ```yaml
    /// metric: first-contact-resolution
    /// periods: {from: 2025-04, to: 2025-09}
    /// method: mean
    /// value: 76.3 # the mean of the six values is 73.6
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// value: 73.6
    /// ```
    ///
    /// # Configuration
    ///
    /// A baseline may be made from exact or from published values; agreement with either is enough.
    "T09" "shown-figure-not-recalculated" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy, Assertion::Presentation],
        mark: None,
        inputs: "the published values, targets, thresholds, floors, caps and weights of each period, or the values of the periods of the baseline",
        expects: "every status, attainment, score and baseline is that of the recalculation",
        looks: Looks::Records(&[Kind::Scorecard, Kind::Baseline], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Scorecard(scorecard) => scores(context, record, scorecard, sheet),
        AnyRecord::Baseline(baseline) => level(context, record, baseline, sheet),
        _ => {}
    }
}

fn scores(context: &Context<'_>, record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    sheet.not_applicable("no period of the scorecard has a figure yet");
    let results = context.scorecards().results(context.catalog, &record.id);
    for (position, item) in scorecard.items.iter().enumerate() {
        statuses(context, record, (position, item), results, sheet);
    }
    for (period, result) in results {
        let again: Result<Vec<Option<Exact>>, TooLong> =
            scorecard.items.iter().zip(&result.items).map(|(item, scored)| attained(item, scored)).collect();
        let (Ok(again), Ok(score)) = (again, &result.score) else {
            sheet.untestable("the numbers of a period are too long to be combined exactly");
            continue;
        };
        for ((position, attained), scored) in again.iter().enumerate().zip(&result.items) {
            let metric = scorecard.items[position].metric.id();
            let shown = scored.attainment.filter(|_| scored.value.is_ok() && scored.target.is_some());
            let failed = || {
                differs(record, &format!("items.{position}.metric"), (&format!("the attainment of `{metric}`"), *period), shown, *attained)
            };
            sheet.test((shown != *attained).then(failed));
        }
        if let Some(shown) = score.score {
            let expected = weighed(scorecard, &again);
            sheet.test((Some(shown) != expected).then(|| differs(record, "items", ("the score", *period), Some(shown), expected)));
        }
    }
}

/// A number with more digits than can be held.
struct TooLong;

/// The attainment of an item by its own arithmetic; an error where a number does not fit.
fn attained(item: &ScorecardItem, scored: &ScoredItem) -> Result<Option<Exact>, TooLong> {
    let (Some(value), Some(target)) = (scored.value.ok(), scored.target) else {
        return Ok(None);
    };
    let (floor, cap) = (item.floor.exact(), item.cap.map_or(Exact::ONE, |cap| cap.exact()));
    let whole = target.exact().checked_sub(floor).ok_or(TooLong)?;
    if whole.is_zero() || cap.is_negative() {
        return Ok(None);
    }
    let way = value.checked_sub(floor).and_then(|way| way.checked_div(whole)).ok_or(TooLong)?;
    Ok(Some(if way.is_negative() {
        Exact::ZERO
    } else if way > cap {
        cap
    } else {
        way
    }))
}

/// The weighted mean of what was attained.
fn weighed(scorecard: &Scorecard, attained: &[Option<Exact>]) -> Option<Exact> {
    let (mut sum, mut weights) = (Exact::ZERO, Exact::ZERO);
    for (item, attained) in scorecard.items.iter().zip(attained) {
        let weight = item.weight.exact();
        match (attained, scorecard.missing_rule) {
            (Some(attained), _) => {
                sum = sum.checked_add(weight.checked_mul(*attained)?)?;
                weights = weights.checked_add(weight)?;
            }
            (None, MissingRule::Zero) => weights = weights.checked_add(weight)?,
            (None, MissingRule::Withhold) => return None,
            (None, MissingRule::Bounds) => {}
        }
    }
    sum.checked_div(weights)
}

fn differs(record: &Record, path: &str, (what, period): (&str, Period), shown: Option<Exact>, again: Option<Exact>) -> Failed {
    let words = |value: Option<Exact>| {
        value.and_then(|value| value.round(4, Rounding::HalfEven)).map_or_else(|| "nothing".to_owned(), |value| value.to_string())
    };
    let message = format!("{what} on `{}` for {period} is {}, recalculated {}", record.id, words(shown), words(again));
    Failed::new(record.place(path), message, "report it to those who keep the program").values(words(again), words(shown))
}

/// Judges each published value of an item anew.
fn statuses(
    context: &Context<'_>,
    record: &Record,
    (position, item): (usize, &ScorecardItem),
    results: &[(Period, ScorecardResult)],
    sheet: &mut Sheet,
) {
    let id: &Id = item.metric.id();
    let Some(((_, metric), key)) = context.catalog.metric(id).zip(ScorecardFigures::key(context.catalog, item)) else {
        return;
    };
    let targets = MetricTargets::of(context.catalog, id, metric);
    for (period, result) in results {
        let scored = &result.items[position];
        let (Some(published), Some(status), Some(level)) = (scored.published, scored.status, targets.level(&key, *period)) else {
            continue;
        };
        let near = level.threshold.is_some_and(|threshold| as_good(published, threshold, metric.direction) == Some(true));
        let again = match as_good(published, level.level, metric.direction) {
            Some(true) => TargetStatus::Met,
            Some(false) if near => TargetStatus::Close,
            _ => TargetStatus::Missed,
        };
        let failed = || {
            let message =
                format!("the status of `{id}` on `{}` for {period} is {}, judged anew {}", record.id, status.word(), again.word());
            Failed::new(record.place(&format!("items.{position}.metric")), message, "report it to those who keep the program")
                .values(again.word(), status.word())
        };
        sheet.test((again != status).then(failed));
    }
}

fn level(context: &Context<'_>, record: &Record, baseline: &Baseline, sheet: &mut Sheet) {
    let Some(values) = context.baselines().get(&record.id).filter(|values| !values.exact.is_empty()) else {
        return sheet.untestable("no period of the baseline has a value");
    };
    let again = |values: &[Exact]| match baseline.method {
        BaselineMethod::Mean | BaselineMethod::Limits => mean(values),
        BaselineMethod::Median => median(values),
    };
    let Some((exact, published)) = again(&values.exact).zip(again(&values.published)) else {
        return sheet.untestable("the values of the baseline cannot be combined exactly");
    };
    let right = agrees(baseline.value, exact) || agrees(baseline.value, published);
    let failed = || {
        let shown = exact.round(baseline.value.scale(), Rounding::HalfEven).map_or_else(String::new, |value| value.to_string());
        let message = format!("the baseline `{}` is {}, recalculated {shown}", record.id, baseline.value);
        Failed::new(record.place("value"), message, "correct the value, or the periods").values(shown, baseline.value.to_string())
    };
    sheet.test((!right).then(failed));
}

/// Whether a written value is another within half a unit of its last digit.
fn agrees(written: Decimal, value: Exact) -> bool {
    let tolerance = 10_i128.checked_pow(written.scale()).and_then(|unit| Exact::new(1, unit.checked_mul(2)?));
    let difference = written.exact().checked_sub(value);
    tolerance.zip(difference).is_some_and(|(tolerance, difference)| {
        difference <= tolerance && difference.checked_neg().is_some_and(|negative| negative <= tolerance)
    })
}

fn mean(values: &[Exact]) -> Option<Exact> {
    let sum = values.iter().try_fold(Exact::ZERO, |sum, value| sum.checked_add(*value))?;
    sum.checked_div(Exact::from_integer(i128::try_from(values.len()).ok()?))
}

fn median(values: &[Exact]) -> Option<Exact> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        return sorted.get(middle).copied();
    }
    mean(sorted.get(middle.checked_sub(1)?..=middle)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(values: &[i128]) -> Vec<Exact> {
        values.iter().copied().map(Exact::from_integer).collect()
    }

    #[test]
    fn the_median_of_an_even_number_of_values_lies_between_the_middle_two() {
        assert_eq!(median(&exact(&[9, 1, 4, 2])), Some(Exact::from_integer(3)));
        assert_eq!(median(&exact(&[9, 1, 4])), Some(Exact::from_integer(4)));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_written_value_agrees_within_half_a_unit_of_its_last_digit() {
        let value = |text: &str| Decimal::parse(text).expect("a number");
        let mean = value("4.45").exact();
        assert!(agrees(value("4.5"), mean) && agrees(value("4.4"), mean));
        assert!(!agrees(value("4.6"), mean));
    }
}
