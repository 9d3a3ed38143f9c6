//! The end of a metric, and its return.

use super::{Judged, take};
use crate::diff::classify::class_of_field;
use crate::diff::difference::Difference;
use crate::diff::rule::ChangeRule;
use crate::diff::rules::existence;
use crate::diff::subject::Subject;
use crate::model::{AnyRecord, ChangeClass, Kind, State};

pub(super) fn claim(differences: &mut Vec<Difference>, subject: &Subject<'_>, judged: &mut Vec<Judged>) {
    let (AnyRecord::Metric(before), AnyRecord::Metric(after)) = (&subject.before.fields, &subject.after.fields) else {
        return;
    };
    let ends = |state: State| state == State::Retired;
    if ends(before.state) == ends(after.state) {
        return;
    }
    let Some(state) = take(differences, |difference| difference.field == "state").pop() else {
        return;
    };
    differences.retain(|difference| difference.field != "retired" && !difference.field.starts_with("retired."));
    let rule: &'static ChangeRule = if ends(after.state) {
        if before.state == State::Deprecated || is_announced(subject) {
            &existence::METRIC_RETIRED
        } else {
            &existence::RETIRED_WITHOUT_NOTICE
        }
    } else if differences.iter().any(|difference| decides(&difference.field)) {
        &existence::METRIC_ID_REUSED
    } else {
        &existence::METRIC_REACTIVATED
    };
    judged.push(Judged { difference: state, meaning: (rule, Some(ChangeClass::Breaking)) });
}

/// Whether what is counted may differ.
fn decides(field: &str) -> bool {
    class_of_field(Kind::Metric, field) == Some(ChangeClass::Breaking)
}

/// Whether the record of a change that ends the metric says who was told before.
fn is_announced(subject: &Subject<'_>) -> bool {
    let reference = subject.after.reference();
    let changes = subject.projects.after.into_iter().flat_map(crate::catalog::Catalog::changes);
    changes
        .filter(|(_, change)| change.targets.iter().any(|target| *target.record.record() == reference))
        .any(|(_, change)| change.communications.iter().any(|told| told.at < change.effective))
}
