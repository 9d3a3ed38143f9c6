//! Every scorecard in each of its periods.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::model::{Frequency, Id, Period, Scorecard};
use crate::source::Record;
use crate::stats::{MetricSeries, ScorecardFigures, ScorecardResult};

/// Each scorecard with its results, from the first period that its version in the file governs to the newest with a figure.
pub(super) fn scorecards(catalog: &Catalog) -> BTreeMap<Id, Vec<(Period, ScorecardResult)>> {
    let mut series: BTreeMap<Id, Option<Arc<MetricSeries>>> = BTreeMap::new();
    for (_, scorecard) in catalog.scorecards() {
        for item in &scorecard.items {
            let id = item.metric.id();
            series.entry(id.clone()).or_insert_with(|| MetricSeries::build(catalog, id).map(Arc::new));
        }
    }
    let scored = |(record, scorecard): (&Record, &Scorecard)| {
        let figures = ScorecardFigures::of(scorecard, |id| series.get(id).cloned().flatten());
        let periods = periods(catalog, record, scorecard, &series);
        (record.id.clone(), periods.into_iter().map(|period| (period, figures.score(catalog, scorecard, period))).collect())
    };
    catalog.scorecards().map(scored).collect()
}

fn periods(catalog: &Catalog, record: &Record, scorecard: &Scorecard, series: &BTreeMap<Id, Option<Arc<MetricSeries>>>) -> Vec<Period> {
    let calendar = catalog.calendar();
    let spans = || scorecard.items.iter().filter_map(|item| series.get(item.metric.id())?.as_ref()?.span());
    let Some(cadence) = scorecard.cadence.or_else(|| spans().map(|(first, _)| first.frequency()).max()) else {
        return Vec::new();
    };
    let (first, last) = (
        spans().map(|(first, _)| Period::containing(first.first_day(calendar), cadence, calendar)).min(),
        spans().map(|(_, last)| last_complete(catalog, last, cadence)).max(),
    );
    let Some((first, last)) = first.zip(last) else {
        return Vec::new();
    };
    let from = record.versioning.map(|versioning| versioning.effective_from);
    Period::iter(first, last).filter(|period| from.is_none_or(|from| from <= period.first_day(calendar))).collect()
}

/// The last period of a cadence that is over when a finer period is.
fn last_complete(catalog: &Catalog, last: Period, cadence: Frequency) -> Period {
    let calendar = catalog.calendar();
    let period = Period::containing(last.last_day(calendar), cadence, calendar);
    if period.last_day(calendar) <= last.last_day(calendar) { period } else { period.previous() }
}
