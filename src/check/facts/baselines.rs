//! The values from which baselines are made.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::model::baseline::BaselineState;
use crate::model::{Exact, Id, Period};
use crate::stats::MetricSeries;

/// What is known of the values of a baseline.
#[derive(Debug, Default)]
pub(in crate::check) struct BaselineValues {
    /// The exact values of the total within its periods, the oldest first.
    pub(in crate::check) exact: Vec<Exact>,
    /// The same as they were published.
    pub(in crate::check) published: Vec<Exact>,
    /// Periods between its first and its last.
    pub(in crate::check) periods: usize,
}

/// The values of each baseline.
pub(super) fn baselines(catalog: &Catalog) -> BTreeMap<Id, BaselineValues> {
    let mut series: BTreeMap<&Id, Option<MetricSeries>> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for (record, baseline) in catalog.baselines() {
        let metric = baseline.metric.id();
        let series = series.entry(metric).or_insert_with(|| MetricSeries::build(catalog, metric));
        let mut values = BaselineValues::default();
        for period in Period::iter(baseline.periods.from, baseline.periods.to) {
            values.periods += 1;
            let figure = series.as_ref().and_then(|series| Some(&series.total()?.get(&period)?.latest));
            if let Some((value, published)) = figure.and_then(|figure| Some((figure.value.ok()?, figure.published?))) {
                values.exact.push(value);
                values.published.push(published.exact());
            }
        }
        found.insert(record.id.clone(), values);
    }
    found
}

/// The metrics that have a baseline in use.
pub(super) fn metrics_with_baseline(catalog: &Catalog) -> BTreeSet<Id> {
    let current = catalog.baselines().filter(|(_, baseline)| baseline.state == BaselineState::Current);
    current.map(|(_, baseline)| baseline.metric.id().clone()).collect()
}
