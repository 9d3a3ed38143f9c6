//! One source or transform in the place of another.

use super::{Judged, take};
use crate::diff::difference::Difference;
use crate::diff::rules;
use crate::diff::subject::Subject;
use crate::model::{ChangeClass, Kind};

pub(super) fn claim(differences: &mut Vec<Difference>, subject: &Subject<'_>, judged: &mut Vec<Judged>) {
    if subject.after.kind != Kind::Metric || subject.is_proposed() {
        return;
    }
    for (field, rule) in [("sources", &rules::lineage::SOURCE_CHANGED), ("transforms", &rules::lineage::TRANSFORM_CHANGED)] {
        let count =
            |pick: fn(&Difference) -> bool| differences.iter().filter(|difference| difference.field == field && pick(difference)).count();
        if count(Difference::is_added) != 1 || count(Difference::is_removed) != 1 {
            continue;
        }
        let both = take(differences, |difference| difference.field == field);
        let (added, removed): (Vec<Difference>, Vec<Difference>) = both.into_iter().partition(Difference::is_added);
        if let (Some(added), Some(removed)) = (added.into_iter().next(), removed.into_iter().next()) {
            let difference = Difference {
                path: field.to_owned(),
                field: field.to_owned(),
                key: None,
                before: removed.before,
                after: added.after,
                before_span: removed.before_span,
                after_span: added.after_span,
            };
            judged.push(Judged { difference, meaning: (rule, Some(ChangeClass::Material)) });
        }
    }
}
