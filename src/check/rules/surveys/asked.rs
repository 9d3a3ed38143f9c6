//! Which surveys are in use, and by which metrics.

use crate::catalog::{Catalog, Origin};
use crate::model::{AnyRecord, Metric};
use crate::source::Record;

/// The metrics that name a survey.
pub(super) fn metrics_of<'a>(catalog: &'a Catalog, survey: &Record) -> impl Iterator<Item = (&'a Record, &'a Metric)> {
    catalog.backlinks(&survey.reference()).iter().filter(|link| link.field == "survey").filter_map(|link| {
        let Origin::Record(from) = &link.from else {
            return None;
        };
        let record = catalog.record(from)?;
        if let AnyRecord::Metric(metric) = &record.fields { Some((record, &**metric)) } else { None }
    })
}

/// Whether a metric that is reported rests on a survey.
pub(super) fn is_asked(catalog: &Catalog, survey: &Record) -> bool {
    metrics_of(catalog, survey).any(|(_, metric)| metric.state.is_reported())
}
