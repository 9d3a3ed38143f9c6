//! Which surveys are in use, and by which metrics.

use crate::catalog::Catalog;
use crate::model::{AnyRecord, Metric};
use crate::source::Record;

/// The metrics that name a survey.
pub(super) fn metrics_of<'a>(catalog: &'a Catalog, survey: &Record) -> impl Iterator<Item = (&'a Record, &'a Metric)> {
    let naming = catalog.referring_in(&survey.reference(), "survey");
    naming.filter_map(|record| if let AnyRecord::Metric(metric) = &record.fields { Some((record, &**metric)) } else { None })
}

/// Whether a metric that is reported rests on a survey.
pub(super) fn is_asked(catalog: &Catalog, survey: &Record) -> bool {
    metrics_of(catalog, survey).any(|(_, metric)| metric.state.is_reported())
}
