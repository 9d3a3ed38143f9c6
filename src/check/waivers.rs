//! Which waivers are in force, and what they cover.

use std::collections::{BTreeMap, BTreeSet};

use super::result::{CheckResult, Subject, Verdict};
use crate::catalog::Catalog;
use crate::model::waiver::{Waiver, WaiverState};
use crate::model::{Date, Id};
use crate::source::Record;

/// The waivers in force, by the code of the check and what they are for.
#[derive(Clone, Debug, Default)]
pub struct Waivers(BTreeMap<(String, Subject), Id>);

impl Waivers {
    /// The waivers that hold on a day.
    #[must_use]
    pub fn in_force(catalog: &Catalog, day: Date) -> Self {
        let holds = catalog.waivers().filter(|(_, waiver)| waiver.state == WaiverState::Active && day <= waiver.expires);
        let entry = |(record, waiver): (&Record, &Waiver)| ((waiver.check.clone(), subject_of(waiver)), record.id.clone());
        Self(holds.map(entry).collect())
    }

    /// Sets a result aside where a waiver in force covers it.
    pub(in crate::check) fn apply(&self, result: &mut CheckResult) {
        if result.verdict != Verdict::Fail || self.0.is_empty() {
            return;
        }
        if let Some(waiver) = self.0.get(&(result.check.code.id.to_owned(), result.subject.clone())) {
            result.verdict = Verdict::Waived;
            result.waiver = Some(waiver.clone());
        }
    }

    /// The waivers that covered a result.
    #[must_use]
    pub fn used<'r>(results: impl IntoIterator<Item = &'r CheckResult>) -> BTreeSet<Id> {
        results.into_iter().filter_map(|result| result.waiver.clone()).collect()
    }
}

/// What a waiver is for.
pub(in crate::check) fn subject_of(waiver: &Waiver) -> Subject {
    Subject::Record(waiver.subject.record().clone())
}
