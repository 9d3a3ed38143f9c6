//! When the days begin of which each release reports.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::model::{Id, TimeOfDay, Zone};

/// The zones and day boundaries of the metrics in each release.
#[derive(Debug, Default)]
pub(in crate::check) struct ReleaseDays {
    days: BTreeMap<Id, BTreeSet<(Zone, TimeOfDay)>>,
}

impl ReleaseDays {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut days: BTreeMap<Id, BTreeSet<(Zone, TimeOfDay)>> = BTreeMap::new();
        for (record, metric) in catalog.metrics() {
            let day = catalog.day(metric);
            for table in catalog.results(&record.id) {
                days.entry(table.release.clone()).or_default().insert(day);
            }
        }
        Self { days }
    }

    /// The zones and day boundaries of the metrics that a release reports, each once.
    pub(in crate::check) fn of_release(&self, release: &Id) -> impl Iterator<Item = (Zone, TimeOfDay)> {
        self.days.get(release).into_iter().flatten().copied()
    }
}
