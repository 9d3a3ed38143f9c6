//! Whether a judgement differs between the value by the old definition and the one by the new.

use super::measured::{Measured, Side};
use super::verdict::LimitedBy;
use crate::model::{Decimal, Period};
use crate::stats::spc::{Assurance, Variation};
use crate::stats::{Points, TargetStatus, judge, judge_cell, judge_promise};

/// The judgement that differs; the value by each definition is judged as it would be published, by the targets and promises of its project.
pub(super) fn differs(measured: &Measured<'_>, keys: (&[u16], &[u16]), period: Period, values: (Decimal, Decimal)) -> Option<LimitedBy> {
    let (old, new) = (measured.before.published(values.0), measured.after.published(values.1));
    if status_differs(measured, keys, period, (old, new)) {
        return Some(LimitedBy::Status);
    }
    let is_total = keys.0.iter().all(|code| *code == 0);
    (is_total && promise_differs(measured, period, (old, new))).then_some(LimitedBy::Promise)
}

fn status_differs(measured: &Measured<'_>, keys: (&[u16], &[u16]), period: Period, (old, new): (Decimal, Decimal)) -> bool {
    let Some(level) = measured.before.targets.level(keys.0, period) else {
        return false;
    };
    let status: Option<TargetStatus> = judge(old, &level, measured.before.metric.direction);
    let level = measured.after.targets.level(keys.1, period).unwrap_or(level);
    status != judge(new, &level, measured.after.metric.direction)
}

fn promise_differs(measured: &Measured<'_>, period: Period, (old, new): (Decimal, Decimal)) -> bool {
    measured.before.promises(period).any(|(record, before)| {
        let after = measured.after.promises(period).find(|(known, _)| known.id == record.id).map_or(before, |(_, after)| after);
        judge_promise(before, old) != judge_promise(after, new)
    })
}

/// Whether the cell has another icon of variation or assurance when the values of some periods are those by the new definition.
///
/// Other periods keep their figures; periods without any take no part.
pub(super) fn icon_differs(measured: &Measured<'_>, keys: (&[u16], &[u16]), pairs: &[(Period, Decimal, Decimal)]) -> bool {
    let Some(points) = measured.series.cell(keys.0) else {
        return false;
    };
    let (mut old, mut new) = (points.clone(), points.clone());
    for (period, old_value, new_value) in pairs {
        replace(&mut old, *period, *old_value);
        replace(&mut new, *period, *new_value);
    }
    icons(&measured.before, keys.0, &old) != icons(&measured.after, keys.1, &new)
}

fn replace(points: &mut Points, period: Period, value: Decimal) {
    if let Some(point) = points.get_mut(&period) {
        point.latest.value = Ok(value.exact());
    }
}

fn icons(side: &Side<'_>, key: &[u16], points: &Points) -> (Option<Variation>, Option<Assurance>) {
    let judgement = judge_cell(side.catalog, &side.id, side.metric, key, points, &side.targets);
    (judgement.variation, judgement.assurance)
}
