//! A scorecard in one period: each item's value and attainment, and the score with its coverage and bounds.

use std::sync::Arc;

use super::attainment::{Item, Rules, Score, ScoreError, score};
use super::cell_name::cell_key;
use super::figure::Absence;
use super::series::MetricSeries;
use super::target_level::{MetricTargets, TargetStatus, judge};
use crate::catalog::Catalog;
use crate::model::scorecard::ScorecardItem;
use crate::model::{Decimal, Exact, Id, Period, Scorecard};

/// One item of a scorecard in one period.
#[derive(Clone, Debug)]
pub struct ScoredItem {
    /// The exact value, in the unit of the metric, or why there is none.
    pub value: Result<Exact, Absence>,
    /// The value at published precision.
    pub published: Option<Decimal>,
    /// Level of the target in the period.
    pub target: Option<Decimal>,
    /// Whether the target is met.
    pub status: Option<TargetStatus>,
    /// How far the value has come from its floor to its target; nothing where value or target is missing.
    pub attainment: Option<Exact>,
}

/// A scorecard in one period.
#[derive(Clone, Debug)]
pub struct ScorecardResult {
    /// The items, in the order of the scorecard.
    pub items: Vec<ScoredItem>,
    /// The score with coverage and bounds, or why the items cannot be combined.
    pub score: Result<Score, ScoreError>,
}

/// The metrics of a scorecard, with their figures; made once for all of its periods.
#[derive(Debug)]
pub struct ScorecardFigures {
    series: Vec<Option<Arc<MetricSeries>>>,
}

impl ScorecardFigures {
    /// Takes the figures of every metric of a scorecard from `series`.
    #[must_use]
    pub fn of(scorecard: &Scorecard, series: impl Fn(&Id) -> Option<Arc<MetricSeries>>) -> Self {
        let series = scorecard.items.iter().map(|item| series(item.metric.id())).collect();
        Self { series }
    }

    /// The figures of an item, by its position.
    #[must_use]
    pub fn series(&self, position: usize) -> Option<&MetricSeries> {
        self.series.get(position)?.as_deref()
    }

    /// The key of the cell that an item scores.
    #[must_use]
    pub fn key(catalog: &Catalog, item: &ScorecardItem) -> Option<Box<[u16]>> {
        let (_, metric) = catalog.metric(item.metric.id())?;
        cell_key(catalog, metric, &item.scope)
    }

    /// The scorecard in one period.
    ///
    /// A metric of a finer frequency takes part with its value rolled up to the period, by its own rule.
    #[must_use]
    pub fn score(&self, catalog: &Catalog, scorecard: &Scorecard, period: Period) -> ScorecardResult {
        let items: Vec<ScoredItem> =
            scorecard.items.iter().enumerate().map(|(position, item)| self.item(catalog, position, item, period)).collect();
        let weighed: Vec<Item> = scorecard.items.iter().zip(&items).map(|(item, scored)| weigh(item, scored)).collect();
        let rules =
            Rules { missing: scorecard.missing_rule, min_coverage: scorecard.min_coverage.exact(), compensation: scorecard.compensation };
        ScorecardResult { items, score: score(&weighed, &rules) }
    }

    fn item(&self, catalog: &Catalog, position: usize, item: &ScorecardItem, period: Period) -> ScoredItem {
        let nothing = ScoredItem { value: Err(Absence::Missing), published: None, target: None, status: None, attainment: None };
        let found = catalog.metric(item.metric.id()).zip(self.series(position)).zip(Self::key(catalog, item));
        let Some((((_, metric), series), key)) = found else {
            return nothing;
        };
        let figure = if metric.frequency == period.frequency() {
            series.cell(&key).and_then(|points| Some(points.get(&period)?.latest.clone()))
        } else {
            series.coarser(catalog, &key, period.frequency()).into_iter().find(|figure| figure.period == period)
        };
        let targets = MetricTargets::of(catalog, item.metric.id(), metric);
        let level = targets.level(&key, period);
        let target = level.as_ref().map(|level| level.level);
        let Some(figure) = figure else {
            return ScoredItem { target, ..nothing };
        };
        let attainment = figure
            .value
            .ok()
            .zip(target)
            .and_then(|(value, target)| super::attainment::attainment(value, item.floor.exact(), target.exact(), cap(item)));
        ScoredItem {
            status: figure.published.zip(level.as_ref()).and_then(|(value, level)| judge(value, level, metric.direction)),
            value: figure.value,
            published: figure.published,
            target,
            attainment,
        }
    }
}

fn cap(item: &ScorecardItem) -> Exact {
    item.cap.map_or(Exact::ONE, |cap| cap.exact())
}

fn weigh(item: &ScorecardItem, scored: &ScoredItem) -> Item {
    let weight = item.weight.exact();
    let scored = scored
        .value
        .ok()
        .zip(scored.target)
        .and_then(|(value, target)| Item::scored(weight, cap(item), value, item.floor.exact(), target.exact()));
    scored.unwrap_or_else(|| Item::missing(weight, cap(item)))
}
