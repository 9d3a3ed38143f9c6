//! What every check may ask: the linked project, the day as of which the report speaks, and what was looked up once for all.

use super::facts::Facts;
use crate::catalog::Catalog;
use crate::model::{AnyRecord, Date, Profile};
use crate::source::Record;

/// What every check may ask.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The linked project.
    pub catalog: &'a Catalog,
    /// What was looked up once for all checks.
    pub facts: &'a Facts,
}

impl<'a> Context<'a> {
    /// The day as of which the report speaks.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.facts.as_of
    }

    /// How much is demanded of a record: by the profile of a metric, else by that of the project.
    #[must_use]
    pub fn profile(&self, record: Option<&'a Record>) -> Profile {
        let own = record.and_then(|record| if let AnyRecord::Metric(metric) = &record.fields { metric.profile } else { None });
        own.unwrap_or(self.catalog.settings().profile)
    }
}
