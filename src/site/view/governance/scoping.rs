//! The metrics whose charts mark an event of the calendar.

use crate::catalog::Catalog;
use crate::model::CalendarEvent;
use crate::source::Record;

/// The metrics whose segments include all that the scope names; a scope that names none holds for every metric.
pub(in crate::site::view) fn in_scope<'a>(catalog: &'a Catalog, event: &CalendarEvent) -> Vec<&'a Record> {
    let concerns = |metric: &crate::model::Metric| {
        event.scope.keys().all(|segment| metric.segments.iter().any(|reference| reference.id().as_str() == segment))
    };
    catalog.metrics().filter(|(_, metric)| concerns(metric)).map(|(record, _)| record).collect()
}
