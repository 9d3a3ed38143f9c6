//! How far the figures reach that rest on a source, a transform or a metric.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::{Frequency, Period, RecordRef};

/// The newest periods of figures, by what they rest on.
pub(super) fn newest_figures(catalog: &Catalog) -> BTreeMap<RecordRef, BTreeMap<Frequency, Period>> {
    let mut newest: BTreeMap<RecordRef, BTreeMap<Frequency, Period>> = BTreeMap::new();
    let mut waiting: Vec<(RecordRef, Period)> = Vec::new();
    for (record, metric) in catalog.metrics() {
        let last = catalog.results(&record.id).iter().flat_map(|table| table.rows.iter().map(|row| row.period)).max();
        let Some(last) = last else {
            continue;
        };
        waiting.push((record.reference(), last));
        waiting.extend(metric.sources.iter().map(|source| (source.record().clone(), last)));
        waiting.extend(metric.transforms.iter().map(|transform| (transform.record().clone(), last)));
    }
    // What is known only grows, so that a cycle of transforms comes to rest.
    while let Some((reference, period)) = waiting.pop() {
        let known = newest.entry(reference.clone()).or_default();
        if known.get(&period.frequency()).is_some_and(|known| *known >= period) {
            continue;
        }
        known.insert(period.frequency(), period);
        let inputs = catalog.links(&reference).iter().filter(|link| link.field == "inputs");
        waiting.extend(inputs.map(|link| (link.to.clone(), period)));
    }
    newest
}
