//! How the figures of one cell are judged over time.

use super::series::Points;
use super::spc::{self, Assurance, Chart, Latest, Options, Variation};
use super::target_level::MetricTargets;
use crate::catalog::Catalog;
use crate::model::deviation::DeviationEffect;
use crate::model::metric::RuleSet;
use crate::model::{AnyRecord, Direction, Id, Kind, Metric, Period, RecordRef};
use crate::source::Record;

/// The periods of a cell without gaps, with what the process-behaviour chart says of them.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Every period from the first with a figure to the last.
    pub periods: Vec<Period>,
    /// The exact values as numbers with a binary fraction, for charts and limits; nothing where there is no value.
    pub values: Vec<Option<f64>>,
    /// Whether the metric was suspended in the period; such values take no part in limits and rules.
    pub suspended: Vec<bool>,
    /// How variation is judged; nothing where the definition says that it is not.
    pub options: Option<Options>,
    /// Limits and signals.
    pub chart: Option<Chart>,
    /// What the newest point says.
    pub variation: Option<Variation>,
    /// Whether the process can be expected to meet its target.
    pub assurance: Option<Assurance>,
    /// What the newest point shows.
    pub latest: Option<Latest>,
}

/// Judges the figures of a cell.
#[must_use]
pub fn judge_cell(catalog: &Catalog, id: &Id, metric: &Metric, key: &[u16], points: &Points, targets: &MetricTargets<'_>) -> Judgement {
    let ends = points.keys().next().zip(points.keys().next_back());
    let periods: Vec<Period> = ends.map_or_else(Vec::new, |(first, last)| Period::iter(*first, *last).collect());
    let value = |period: &Period| points.get(period)?.latest.value.ok().map(crate::model::Exact::to_f64);
    let values: Vec<Option<f64>> = periods.iter().map(value).collect();
    let deviations = suspensions(catalog, id);
    let suspended: Vec<bool> =
        periods.iter().map(|period| deviations.iter().any(|(_, deviation)| overlaps(catalog, deviation, *period))).collect();
    let options = options(metric, &periods);
    let chart = options.as_ref().map(|options| {
        let judged: Vec<Option<f64>> = values.iter().zip(&suspended).map(|(value, suspended)| value.filter(|_| !suspended)).collect();
        spc::analyse(&judged, options)
    });
    let direction = metric.direction.unwrap_or(Direction::Neutral);
    let newest = chart.as_ref().and_then(Chart::latest_point).and_then(|point| periods.get(point));
    let level = newest.and_then(|period| targets.level(key, *period)).map(|level| level.level.to_f64());
    Judgement {
        variation: chart.as_ref().and_then(|chart| spc::variation(chart, direction)),
        assurance: chart.as_ref().zip(level).and_then(|(chart, level)| spc::assurance(chart, level, direction)),
        latest: chart.as_ref().and_then(spc::describe_latest),
        periods,
        values,
        suspended,
        options,
        chart,
    }
}

fn options(metric: &Metric, periods: &[Period]) -> Option<Options> {
    let spc = metric.spc.clone().unwrap_or_default();
    if spc.rules == RuleSet::None {
        return None;
    }
    let mut starts: Vec<usize> = spc.rebase.iter().filter_map(|rebase| periods.iter().position(|period| *period >= rebase.from)).collect();
    starts.sort_unstable();
    starts.dedup();
    Some(Options {
        baseline: spc.baseline_periods.and_then(|periods| usize::try_from(periods).ok()),
        screening: spc.screening,
        phase_starts: starts.into_iter().filter(|start| *start > 0).collect(),
    })
}

/// The deviations during which a metric was suspended or its results left out.
#[must_use]
pub fn suspensions<'a>(catalog: &'a Catalog, metric: &Id) -> Vec<(&'a Record, &'a crate::model::Deviation)> {
    let reference = RecordRef { kind: Kind::Metric, id: metric.clone() };
    let naming = catalog.referring_in(&reference, "metrics");
    naming
        .filter_map(|record| match &record.fields {
            AnyRecord::Deviation(deviation) if matches!(deviation.effect, DeviationEffect::Suspended | DeviationEffect::Excluded) => {
                Some((record, &**deviation))
            }
            _ => None,
        })
        .collect()
}

/// Whether a deviation lasted into a period; one without an end lasts.
#[must_use]
pub fn overlaps(catalog: &Catalog, deviation: &crate::model::Deviation, period: Period) -> bool {
    let calendar = catalog.calendar();
    deviation.from <= period.last_day(calendar) && deviation.to.is_none_or(|to| to >= period.first_day(calendar))
}
