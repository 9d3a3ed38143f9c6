//! Which calculation makes which figure: that of the version in force, or of the version that a row is pinned to.

use super::calculation::Calculation;
use crate::catalog::Catalog;
use crate::model::{AnyRecord, Date, FiscalCalendar, Period, Version};
use crate::source::Record;

/// The calculations of all versions of a definition.
#[derive(Clone, Debug)]
pub struct Governed {
    calendar: FiscalCalendar,
    /// By first day in force, the oldest first; never empty.
    versions: Vec<(Option<Version>, Option<Date>, Calculation)>,
}

impl Governed {
    /// The calculations of every version of a metric that is known.
    #[must_use]
    pub(super) fn of(catalog: &Catalog, record: &Record) -> Self {
        let calculation = |text: &&Record| match &text.fields {
            AnyRecord::Metric(metric) => Some((
                text.versioning.map(|versioning| versioning.version),
                text.versioning.map(|versioning| versioning.effective_from),
                Calculation::of(metric),
            )),
            _ => None,
        };
        Self { calendar: *catalog.calendar(), versions: catalog.texts(record).iter().filter_map(calculation).collect() }
    }

    /// The calculation of a period: by the pinned version where it is known, else by the one in force on the period's first day, else by
    /// the oldest that is known; nothing where there is none at all.
    #[must_use]
    pub fn calculation(&self, period: Period, pinned: Option<Version>) -> Option<&Calculation> {
        let by_number = pinned.and_then(|wanted| self.versions.iter().find(|(version, ..)| *version == Some(wanted)));
        let first_day = period.first_day(&self.calendar);
        let in_force = || self.versions.iter().rev().find(|(_, from, _)| from.is_none_or(|from| from <= first_day));
        by_number.or_else(in_force).or_else(|| self.versions.first()).map(|(.., calculation)| calculation)
    }
}
