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
        let entry = |(record, waiver): (&Record, &Waiver)| Some(((waiver.check.clone(), subject_of(waiver)?), record.id.clone()));
        Self(holds.filter_map(entry).collect())
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

/// What a waiver is for; linking sees to it that it is for something.
pub(in crate::check) fn subject_of(waiver: &Waiver) -> Option<Subject> {
    let record = waiver.subject.as_ref().map(|subject| Subject::Record(subject.record().clone()));
    record.or_else(|| waiver.release.clone().map(Subject::Release))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiver(of: &str) -> Waiver {
        let text = format!(
            "{{\"state\": \"active\", \"check\": \"S07\", {of}, \"reason\": \"x\", \"approved_by\": \"person/ann\", \"expires\": \"2027-01-31\"}}"
        );
        serde_json::from_str(&text).expect("a waiver")
    }

    #[test]
    fn a_waiver_is_for_a_record_or_for_a_release() {
        let names = [r#""subject": "metric/calls""#, r#""release": "2026-01""#]
            .map(|of| subject_of(&waiver(of)).map(|subject| subject.to_string()));
        assert_eq!(names, [Some("metric/calls".to_owned()), Some("release/2026-01".to_owned())]);
    }
}
