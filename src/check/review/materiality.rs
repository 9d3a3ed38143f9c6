//! How large an effect may be before it matters.
//!
//! An effect matters from the least of: units of published precision, half the distance between two status bands, half the distance between
//! two bands of a score, half the 95 per cent interval of the figure. Exact as far as no root is needed.

use super::measured::Measured;
use super::verdict::LimitedBy;
use crate::model::metric::IntervalMethod;
use crate::model::{Decimal, Exact, Period, Rounding, Scorecard};
use crate::stats::{cell_key, interval_by};

/// Units of the last published digit from which an effect matters.
///
/// A policy of the type `materiality` could set another number; its rules are prose so far, so that this one holds for every project.
const UNITS_OF_PRECISION: i128 = 1;

/// Places that a limit has beyond those of the published value.
const FURTHER_PLACES: u32 = 3;

/// The least effect that matters in a cell and period, in the unit of the metric, and what it comes from.
pub(super) fn limit(measured: &Measured<'_>, key: &[u16], period: Period) -> (Decimal, LimitedBy) {
    let decimals = measured.before.metric.decimals;
    let precision = Decimal::from_mantissa(UNITS_OF_PRECISION, decimals).unwrap_or(Decimal::ONE);
    let places = decimals + FURTHER_PLACES;
    let rounded = |limit: Exact| limit.round(places, Rounding::HalfEven);
    let others = [
        (status_bands(measured, key, period).and_then(rounded), LimitedBy::StatusBands),
        (score_bands(measured, key, period).and_then(rounded), LimitedBy::ScoreBands),
        (half_interval(measured, key, period, places), LimitedBy::Interval),
    ];
    let known = others.into_iter().filter_map(|(limit, by)| Some((limit?, by)));
    [(precision, LimitedBy::Precision)].into_iter().chain(known).min().unwrap_or((precision, LimitedBy::Precision))
}

/// Half of |level − threshold| of the target that holds.
fn status_bands(measured: &Measured<'_>, key: &[u16], period: Period) -> Option<Exact> {
    let level = measured.before.targets.level(key, period)?;
    half(distance(level.level.exact(), level.threshold?.exact())?)
}

/// Half of the least distance between two bands, as a distance of the metric's value, over all scorecards on which the cell is.
///
/// A step d of the score is a step d · |level − floor| · 100 ÷ weight of the value, since the score is Σ weight · attainment ÷ 100 and the
/// attainment runs from the floor to the level.
fn score_bands(measured: &Measured<'_>, key: &[u16], period: Period) -> Option<Exact> {
    let side = &measured.before;
    let level = side.targets.level(key, period)?.level.exact();
    let mut least: Option<Exact> = None;
    for (_, scorecard) in side.scorecards() {
        let Some(bands) = least_gap(scorecard).and_then(half) else {
            continue;
        };
        for item in scorecard.items.iter().filter(|item| *item.metric.id() == side.id) {
            if cell_key(side.catalog, side.metric, &item.scope).as_deref() != Some(key) {
                continue;
            }
            let reach = distance(level, item.floor.exact()).filter(|reach| !reach.is_zero());
            let step = reach.and_then(|reach| {
                let whole = bands.checked_mul(reach)?.checked_mul(Exact::from_integer(100))?;
                whole.checked_div(item.weight.exact())
            });
            least = least.into_iter().chain(step).min();
        }
    }
    least
}

fn least_gap(scorecard: &Scorecard) -> Option<Exact> {
    let mut starts: Vec<Exact> = scorecard.bands.iter().map(|band| band.from.exact()).collect();
    starts.sort_unstable();
    starts.windows(2).filter_map(|pair| distance(pair[0], pair[1])).filter(|gap| !gap.is_zero()).min()
}

/// Half the width of the interval of the published figure, by the method that the definition before names, in the unit of the metric.
fn half_interval(measured: &Measured<'_>, key: &[u16], period: Period, places: u32) -> Option<Decimal> {
    let figure = &measured.point(key, period)?.latest;
    let metric = measured.before.metric;
    // A proportion has the interval of its counts although its definition names no method.
    let method = metric.interval.unwrap_or(IntervalMethod::Wilson);
    let interval = interval_by(method, metric, &measured.series, figure)?;
    let half_width = (interval.upper - interval.lower) / 2.0;
    Decimal::parse(&format!("{half_width:.*}", usize::try_from(places).ok()?)).ok()
}

pub(super) fn distance(one: Exact, other: Exact) -> Option<Exact> {
    let distance = one.checked_sub(other)?;
    if distance.is_negative() { distance.checked_neg() } else { Some(distance) }
}

fn half(distance: Exact) -> Option<Exact> {
    distance.checked_div(Exact::from_integer(2))
}
