//! What lists and scorecards say of a metric, so that its figures need not be computed again for each.

use std::collections::BTreeMap;

use super::chart::Sparkline;
use super::ticked::{Ground, Ticked};
use crate::catalog::Catalog;
use crate::check::{Figures, MetricTests};
use crate::model::{AnyRecord, Decimal, Id, Kind, Period, State};
use crate::stats::spc::{Assurance, Variation};
use crate::stats::{CellKey, Judgement, MetricSeries, MetricTargets, TargetStatus, judge, judge_cell};

/// The newest figure of a metric's total.
#[derive(Clone, Debug)]
pub struct LatestValue {
    /// The period.
    pub period: Period,
    /// The value at published precision; nothing where there is none.
    pub published: Option<Decimal>,
    /// Level of the target.
    pub target: Option<Decimal>,
    /// Whether the target is met.
    pub status: Option<TargetStatus>,
    /// What the newest point says.
    pub variation: Option<Variation>,
    /// Whether the process can be expected to meet its target.
    pub assurance: Option<Assurance>,
}

/// What lists and scorecards say of a metric.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Where it stands in its life.
    pub state: Option<State>,
    /// The newest figure of the total.
    pub latest: Option<LatestValue>,
    /// What stands beside the newest figure of the total; nothing where there is no figure.
    pub ticks: Vec<Ticked>,
    /// Why figures of the metric bear `N`.
    pub grounds: Vec<Ground>,
    /// The values of the total, as a small picture; nothing where there is no value.
    pub sparkline: Option<Sparkline>,
    /// The first and last period with a figure.
    pub span: Option<(Period, Period)>,
    /// The cells that have figures, the total included.
    pub cells: Vec<CellKey>,
    /// Published values that a later release changed: the position of the release, and how many.
    pub revised: Vec<(usize, usize)>,
    /// Fields written, of those that the metric's profile demands: written and demanded.
    pub completeness: (usize, usize),
}

/// Most periods that a sparkline shows.
const SPARKLINE_PERIODS: usize = 36;

impl Summary {
    /// Sums up a metric.
    #[must_use]
    pub fn of(catalog: &Catalog, series: &MetricSeries, tests: &MetricTests) -> Self {
        let metric = catalog.metric(&series.metric);
        let judged = metric.and_then(|(_, metric)| {
            let targets = MetricTargets::of(catalog, &series.metric, metric);
            let (key, points) = series.total_key().zip(series.total())?;
            let judgement = judge_cell(catalog, &series.metric, metric, key, points, &targets);
            let (period, point) = points.iter().next_back()?;
            let level = targets.level(key, *period);
            let published = point.latest.published;
            let status = published.zip(level.as_ref()).and_then(|(value, level)| judge(value, level, metric.direction));
            let latest = LatestValue {
                period: *period,
                published,
                target: level.as_ref().map(|level| level.level),
                status,
                variation: judgement.variation,
                assurance: judgement.assurance,
            };
            Some((latest, sparkline(&judgement)))
        });
        let newest = metric.zip(series.total_key().zip(series.total())).and_then(|((record, metric), (key, points))| {
            let (period, _) = points.iter().next_back()?;
            Figures::of(record, metric, series).at(key, *period)
        });
        let ticks = newest.map_or_else(Vec::new, |at| Ticked::beside(tests, Some(at)));
        let grounds = if Ticked::is_untested(&ticks) { Ground::of(tests) } else { Vec::new() };
        let (latest, sparkline) = judged.map_or((None, None), |(latest, sparkline)| (Some(latest), sparkline));
        Self {
            state: metric.map(|(_, metric)| metric.state),
            latest,
            ticks,
            grounds,
            sparkline,
            span: series.span(),
            cells: series.cells.keys().cloned().collect(),
            revised: revised(series),
            completeness: completeness(catalog, &series.metric),
        }
    }
}

/// A small picture of the newest values.
pub(super) fn sparkline(judgement: &Judgement) -> Option<Sparkline> {
    let start = judgement.values.len().saturating_sub(SPARKLINE_PERIODS);
    let values = judgement.values.get(start..)?.to_vec();
    values.iter().any(Option::is_some).then(|| Sparkline { values, ..Sparkline::default() })
}

/// How many published values each release changed.
fn revised(series: &MetricSeries) -> Vec<(usize, usize)> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for point in series.cells.values().flat_map(|points| points.values()).filter(|point| !point.earlier.is_empty()) {
        let mut before = None;
        for (_, figure) in point.vintages() {
            if before.is_some_and(|before| before != figure.published) {
                *counts.entry(figure.release).or_default() += 1;
            }
            before = Some(figure.published);
        }
    }
    counts.into_iter().collect()
}

fn completeness(catalog: &Catalog, id: &Id) -> (usize, usize) {
    let Some(record) = catalog.find(Kind::Metric, id) else {
        return (0, 0);
    };
    let AnyRecord::Metric(metric) = &record.fields else {
        return (0, 0);
    };
    let profile = metric.profile.unwrap_or(catalog.settings().profile);
    let demanded = Kind::Metric.shape().fields.iter().filter(|field| field.demanded_from.is_some_and(|from| from <= profile));
    let names: Vec<&str> = demanded.map(|field| field.name.as_str()).collect();
    (names.iter().filter(|name| record.node.entry(name).is_some()).count(), names.len())
}
