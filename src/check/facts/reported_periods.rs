//! How far the results of the project reach.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::{Frequency, Period};

/// The newest period for which any metric has a figure, by frequency.
#[derive(Debug, Default)]
pub(in crate::check) struct ReportedPeriods {
    newest: BTreeMap<Frequency, Period>,
}

impl ReportedPeriods {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut newest: BTreeMap<Frequency, Period> = BTreeMap::new();
        for (record, _) in catalog.metrics() {
            for period in catalog.results(&record.id).iter().flat_map(|table| &table.rows).map(|row| row.period) {
                let known = newest.entry(period.frequency()).or_insert(period);
                *known = (*known).max(period);
            }
        }
        Self { newest }
    }

    /// The newest period of a frequency for which any metric has a figure.
    #[must_use]
    pub(in crate::check) fn newest(&self, frequency: Frequency) -> Option<Period> {
        self.newest.get(&frequency).copied()
    }
}
