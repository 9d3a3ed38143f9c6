//! The deviations that account for what is odd in a period of a metric.

use crate::catalog::Catalog;
use crate::model::{AnyRecord, Deviation, Id, Kind, RecordRef};

/// The deviations that name a metric, whatever became of its results.
pub(super) fn deviations<'a>(catalog: &'a Catalog, metric: &Id) -> Vec<&'a Deviation> {
    let reference = RecordRef { kind: Kind::Metric, id: metric.clone() };
    let naming = catalog.referring_in(&reference, "metrics");
    naming.filter_map(|record| if let AnyRecord::Deviation(deviation) = &record.fields { Some(&**deviation) } else { None }).collect()
}
