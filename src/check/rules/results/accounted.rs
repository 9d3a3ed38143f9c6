//! The deviations that account for what is odd in a period of a metric.

use crate::catalog::{Catalog, Origin};
use crate::model::{AnyRecord, Deviation, Id, Kind, RecordRef};

/// The deviations that name a metric, whatever became of its results.
pub(super) fn deviations<'a>(catalog: &'a Catalog, metric: &Id) -> Vec<&'a Deviation> {
    let reference = RecordRef { kind: Kind::Metric, id: metric.clone() };
    let links = catalog.backlinks(&reference).iter().filter(|link| link.field == "metrics");
    links
        .filter_map(|link| {
            let Origin::Record(from) = &link.from else {
                return None;
            };
            if let AnyRecord::Deviation(deviation) = &catalog.record(from)?.fields { Some(&**deviation) } else { None }
        })
        .collect()
}
