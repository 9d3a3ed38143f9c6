//! Every scorecard in each of its periods.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::catalog::Catalog;
use crate::model::{AnyRecord, Frequency, Id, Kind, Period, Scorecard};
use crate::source::Record;
use crate::stats::{MetricSeries, ScorecardFigures, ScorecardResult};

/// The results of a scorecard, the oldest period first.
type Results = Vec<(Period, ScorecardResult)>;

/// Each scorecard with its results, computed when they are first asked for.
#[derive(Debug)]
pub(in crate::check) struct Scorecards(BTreeMap<Id, OnceLock<Results>>);

impl Scorecards {
    pub(super) fn of(catalog: &Catalog) -> Self {
        Self(catalog.scorecards().map(|(record, _)| (record.id.clone(), OnceLock::new())).collect())
    }

    /// The results of a scorecard from the first period that its version in the file governs to the newest with a figure.
    pub(in crate::check) fn results(&self, catalog: &Catalog, scorecard: &Id) -> &[(Period, ScorecardResult)] {
        self.0.get(scorecard).map_or(&[], |results| results.get_or_init(|| results_of(catalog, scorecard)))
    }
}

fn results_of(catalog: &Catalog, scorecard: &Id) -> Results {
    let Some(record) = catalog.find(Kind::Scorecard, scorecard) else {
        return Vec::new();
    };
    let AnyRecord::Scorecard(fields) = &record.fields else {
        return Vec::new();
    };
    let ids = fields.items.iter().map(|item| item.metric.id());
    let series: BTreeMap<Id, Option<Arc<MetricSeries>>> =
        ids.map(|id| (id.clone(), MetricSeries::build(catalog, id).map(Arc::new))).collect();
    let figures = ScorecardFigures::of(fields, |id| series.get(id).cloned().flatten());
    let periods = periods(catalog, record, fields, &series);
    periods.into_iter().map(|period| (period, figures.score(catalog, fields, period))).collect()
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
