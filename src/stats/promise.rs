//! A promise held against its measure, window by window.
//!
//! A window is judged by the value as it is published, so that a reader can repeat the judgement. Nothing is judged from
//! before the day on which the wording took effect, and nothing where the measure cannot be rolled up to the window.

use std::cmp::Ordering;

use super::series::MetricSeries;
use crate::catalog::Catalog;
use crate::model::commitment::Operator;
use crate::model::{Commitment, Date, Decimal, Metric, Period, Rounding};

/// How a value stands to a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromiseStatus {
    /// Kept.
    Kept,
    /// Kept, and at the warning level or beyond it.
    AtRisk,
    /// Not kept.
    Broken,
}

/// One window of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseWindow {
    /// The window.
    pub period: Period,
    /// The published value of the measure.
    pub value: Option<Decimal>,
    /// Value minus level, in the unit of the measure.
    pub gap: Option<Decimal>,
    /// How the value stands to the promise.
    pub status: Option<PromiseStatus>,
}

/// How many windows kept a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCount {
    /// Kept with room to the warning level.
    pub kept: usize,
    /// Kept, at the warning level or beyond it.
    pub at_risk: usize,
    /// Not kept.
    pub broken: usize,
    /// Without a value.
    pub unjudged: usize,
}

impl PromiseCount {
    /// Counts windows.
    #[must_use]
    pub fn of(windows: &[PromiseWindow]) -> Self {
        let with = |status: Option<PromiseStatus>| windows.iter().filter(|window| window.status == status).count();
        Self {
            kept: with(Some(PromiseStatus::Kept)),
            at_risk: with(Some(PromiseStatus::AtRisk)),
            broken: with(Some(PromiseStatus::Broken)),
            unjudged: with(None),
        }
    }

    /// The windows with a value.
    #[must_use]
    pub const fn judged(&self) -> usize {
        self.kept + self.at_risk + self.broken
    }

    /// The windows in which the promise was kept, whether or not it was in danger.
    #[must_use]
    pub const fn kept_at_all(&self) -> usize {
        self.kept + self.at_risk
    }
}

/// Judges a published value against a promise.
#[must_use]
pub fn judge_promise(commitment: &Commitment, value: Decimal) -> PromiseStatus {
    let side = value.cmp(&commitment.level);
    let kept = match commitment.operator {
        Operator::AtLeast => side != Ordering::Less,
        Operator::AtMost => side != Ordering::Greater,
        Operator::Above => side == Ordering::Greater,
        Operator::Below => side == Ordering::Less,
    };
    let warned = |warn: Decimal| match commitment.operator {
        Operator::AtLeast | Operator::Above => value <= warn,
        Operator::AtMost | Operator::Below => value >= warn,
    };
    match (kept, commitment.warn_level.is_some_and(warned)) {
        (false, _) => PromiseStatus::Broken,
        (true, true) => PromiseStatus::AtRisk,
        (true, false) => PromiseStatus::Kept,
    }
}

/// The windows of a promise over the total of its measure, the oldest first.
///
/// Only windows that end on the day from which the wording holds or later. A measure of a finer frequency is rolled up by
/// its own rule, to complete windows only; one of a coarser frequency gives none.
#[must_use]
pub fn promise_windows(
    catalog: &Catalog,
    metric: &Metric,
    series: &MetricSeries,
    commitment: &Commitment,
    since: Option<Date>,
) -> Vec<PromiseWindow> {
    let Some((key, points)) = series.total_key().zip(series.total()) else {
        return Vec::new();
    };
    let values: Vec<(Period, Option<Decimal>)> = if commitment.window == metric.frequency {
        points.iter().map(|(period, point)| (*period, point.latest.published)).collect()
    } else {
        series.coarser(catalog, key, commitment.window).into_iter().map(|figure| (figure.period, figure.published)).collect()
    };
    let calendar = catalog.calendar();
    values
        .into_iter()
        .filter(|(period, _)| since.is_none_or(|since| period.last_day(calendar) >= since))
        .map(|(period, value)| PromiseWindow {
            period,
            value,
            gap: value.and_then(|value| difference(value, commitment.level)),
            status: value.map(|value| judge_promise(commitment, value)),
        })
        .collect()
}

/// One decimal minus another, with the places of the finer of the two.
fn difference(value: Decimal, level: Decimal) -> Option<Decimal> {
    value.exact().checked_sub(level.exact())?.round(value.scale().max(level.scale()), Rounding::HalfEven)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::commitment::{CommitmentState, Counterparty};
    use crate::model::{Frequency, Prose};

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    fn promise(operator: Operator, level: &str, warn: Option<&str>) -> Commitment {
        Commitment {
            state: CommitmentState::Published,
            promise: serde_json::from_str::<Prose>("\"soon\"").expect("prose"),
            counterparty: Counterparty::Public,
            source: "charter".to_owned(),
            metric: serde_json::from_str("\"calls\"").expect("a reference"),
            operator,
            level: number(level),
            window: Frequency::Month,
            exclusions_allowed: Vec::new(),
            remedy: None,
            warn_level: warn.map(number),
            claims: Vec::new(),
            supports: Vec::new(),
        }
    }

    #[test]
    fn the_level_itself_keeps_a_promise_of_at_most_and_breaks_one_of_below() {
        let judged = |operator| judge_promise(&promise(operator, "10", None), number("10.0"));
        assert_eq!(judged(Operator::AtMost), PromiseStatus::Kept);
        assert_eq!(judged(Operator::AtLeast), PromiseStatus::Kept);
        assert_eq!(judged(Operator::Below), PromiseStatus::Broken);
        assert_eq!(judged(Operator::Above), PromiseStatus::Broken);
    }

    #[test]
    fn the_warning_level_lies_on_the_way_to_the_promise() {
        let at_most = promise(Operator::AtMost, "10", Some("8"));
        let judged = |value: &str| judge_promise(&at_most, number(value));
        assert_eq!([judged("7.9"), judged("8"), judged("10.1")], [PromiseStatus::Kept, PromiseStatus::AtRisk, PromiseStatus::Broken]);
        let at_least = promise(Operator::AtLeast, "90", Some("92"));
        assert_eq!(judge_promise(&at_least, number("91")), PromiseStatus::AtRisk);
    }

    #[test]
    fn a_gap_is_exact_and_keeps_the_places_of_the_finer_number() {
        assert_eq!(difference(number("9.30"), number("10")).map(|gap| gap.to_string()), Some("-0.70".to_owned()));
    }

    #[test]
    fn windows_without_a_value_are_counted_apart() {
        let window = |status| PromiseWindow { period: Period::parse("2026-09").expect("a period"), value: None, gap: None, status };
        let count = PromiseCount::of(&[window(Some(PromiseStatus::Kept)), window(Some(PromiseStatus::AtRisk)), window(None)]);
        assert_eq!((count.kept_at_all(), count.judged(), count.unjudged), (2, 2, 1));
    }
}
