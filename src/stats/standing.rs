//! How the total of a metric stood to its target, period by period.
//!
//! A period in which the metric was suspended is not judged, whatever its value.

use super::judgement::{overlaps, suspensions};
use super::series::MetricSeries;
use super::target_level::{LevelBasis, MetricTargets, TargetStatus, judge};
use crate::catalog::Catalog;
use crate::model::{Decimal, Id, Metric, Period};

/// How a value stood to its target in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Judged against a target.
    Judged(TargetStatus),
    /// The metric was suspended.
    Suspended,
    /// There is no value, no target, or no better direction.
    #[default]
    NotJudged,
}

/// One period of a metric beside its target.
#[derive(Clone, Debug)]
pub struct StandingPeriod {
    /// The period.
    pub period: Period,
    /// The value as published.
    pub value: Option<Decimal>,
    /// The level that held.
    pub level: Option<Decimal>,
    /// Why the level differs from the target's own.
    pub basis: Option<LevelBasis>,
    /// Id of the target that held.
    pub target: Option<Id>,
    /// How the value stood to it.
    pub standing: Standing,
}

/// Every period of a metric's total, from the first with a figure to the last.
#[must_use]
pub fn standings(catalog: &Catalog, id: &Id, metric: &Metric, series: &MetricSeries) -> Vec<StandingPeriod> {
    let Some((key, points)) = series.total_key().zip(series.total()) else {
        return Vec::new();
    };
    let targets = MetricTargets::of(catalog, id, metric);
    let deviations = suspensions(catalog, id);
    let ends = points.keys().next().zip(points.keys().next_back());
    let periods = ends.map_or_else(Vec::new, |(first, last)| Period::iter(*first, *last).collect());
    periods
        .into_iter()
        .map(|period| {
            let value = points.get(&period).and_then(|point| point.latest.published);
            let level = targets.level(key, period);
            let judged = value.zip(level.as_ref()).and_then(|(value, level)| judge(value, level, metric.direction));
            let suspended = deviations.iter().any(|(_, deviation)| overlaps(catalog, deviation, period));
            let standing = if suspended { Standing::Suspended } else { judged.map_or(Standing::NotJudged, Standing::Judged) };
            StandingPeriod {
                period,
                value,
                level: level.as_ref().map(|level| level.level),
                basis: level.as_ref().map(|level| level.basis),
                target: level.as_ref().map(|level| level.record.id.clone()),
                standing,
            }
        })
        .collect()
}

/// How many periods stood in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandingCount {
    /// Met.
    pub met: usize,
    /// Close.
    pub close: usize,
    /// Missed.
    pub missed: usize,
    /// Suspended.
    pub suspended: usize,
    /// Not judged.
    pub not_judged: usize,
}

impl StandingCount {
    /// Counts periods.
    pub fn of(standings: impl IntoIterator<Item = Standing>) -> Self {
        let mut count = Self::default();
        for standing in standings {
            *match standing {
                Standing::Judged(TargetStatus::Met) => &mut count.met,
                Standing::Judged(TargetStatus::Close) => &mut count.close,
                Standing::Judged(TargetStatus::Missed) => &mut count.missed,
                Standing::Suspended => &mut count.suspended,
                Standing::NotJudged => &mut count.not_judged,
            } += 1;
        }
        count
    }

    /// The periods that were judged.
    #[must_use]
    pub const fn judged(&self) -> usize {
        self.met + self.close + self.missed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suspended_periods_are_counted_apart_from_those_that_nobody_judged() {
        let count = StandingCount::of([
            Standing::Judged(TargetStatus::Met),
            Standing::Suspended,
            Standing::NotJudged,
            Standing::Judged(TargetStatus::Missed),
        ]);
        assert_eq!((count.judged(), count.suspended, count.not_judged), (2, 1, 1));
    }
}
