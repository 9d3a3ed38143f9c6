//! A unit that became another one by an exact factor, and the levels that only follow it.

use std::collections::BTreeMap;

use super::{Judged, take};
use crate::diff::canonical::Canonical;
use crate::diff::difference::Difference;
use crate::diff::rules::meaning;
use crate::diff::subject::Subject;
use crate::model::{AnyRecord, ChangeClass, Decimal, Exact, Id, Kind, Unit};
use crate::source::Record;

/// By how much the values of each rescaled metric were multiplied.
pub(in crate::diff) type Rescales = BTreeMap<Id, Exact>;

/// The factor between the values of a metric before and after, where only its unit differs in scale.
pub(in crate::diff) fn rescale_of(before: &Record, after: &Record) -> Option<Exact> {
    let (AnyRecord::Metric(before), AnyRecord::Metric(after)) = (&before.fields, &after.fields) else {
        return None;
    };
    if before.unit == after.unit {
        return None;
    }
    let ((family, old), (other, new)) = (scale(before.unit)?, scale(after.unit)?);
    if family == other { Exact::from_integer(new).checked_div(Exact::from_integer(old)) } else { None }
}

/// What is measured, and how many of the unit make one of its family's largest.
fn scale(unit: Unit) -> Option<(&'static str, i128)> {
    Some(match unit.code() {
        "ratio" => ("share", 1),
        "percent" => ("share", 100),
        "permille" | "per-1000" => ("share", 1000),
        "per-100000" => ("share", 100_000),
        "hours" => ("time", 1),
        "minutes" => ("time", 60),
        "seconds" => ("time", 3600),
        _ => return None,
    })
}

/// Fields that hold values in the unit of a metric.
const LEVELS: &[(Kind, &[&str])] = &[
    (Kind::Metric, &["precision_target.half_width", "valid_range"]),
    (Kind::Target, &["target", "threshold", "stretch", "action_level", "seasonal", "tiers.value", "tolerance_windows.target"]),
    (Kind::Baseline, &["value"]),
    (Kind::Commitment, &["level", "warn_level"]),
    (Kind::Scorecard, &["items.floor"]),
];

pub(super) fn claim(differences: &mut Vec<Difference>, subject: &Subject<'_>, rescales: &Rescales, judged: &mut Vec<Judged>) {
    let own = rescale_of(subject.before, subject.after);
    if let Some(factor) = own.filter(|_| !subject.is_proposed()) {
        let is_level = |difference: &Difference| LEVELS[0].1.contains(&difference.field.as_str());
        differences.retain(|difference| !(keeps_precision(difference, factor) || is_level(difference) && follows(difference, factor)));
        for difference in take(differences, |difference| difference.field == "unit") {
            judged.push(Judged { difference, meaning: (&meaning::UNIT_CHANGED, Some(ChangeClass::Material)) });
        }
        return;
    }
    let fields = LEVELS.iter().find(|(kind, _)| *kind == subject.after.kind && *kind != Kind::Metric).map(|(_, fields)| *fields);
    if let Some(fields) = fields {
        differences.retain(|difference| {
            let factor = metric_of(subject.after, difference).and_then(|metric| rescales.get(metric));
            !(fields.contains(&difference.field.as_str()) && factor.is_some_and(|factor| follows(difference, *factor)))
        });
    }
}

/// The metric in whose unit a field is written.
fn metric_of<'a>(record: &'a Record, difference: &Difference) -> Option<&'a Id> {
    match &record.fields {
        AnyRecord::Target(target) => Some(target.metric.id()),
        AnyRecord::Baseline(baseline) => Some(baseline.metric.id()),
        AnyRecord::Commitment(commitment) => Some(commitment.metric.id()),
        AnyRecord::Scorecard(scorecard) => {
            let key = difference.key.as_deref()?;
            let id = key.split(' ').next()?;
            scorecard.items.iter().map(|item| item.metric.id()).find(|metric| metric.as_str() == id)
        }
        _ => None,
    }
}

/// Whether every number after is the one before times the factor.
fn follows(difference: &Difference, factor: Exact) -> bool {
    let number = |value: &Canonical| Decimal::parse(value.text()?).ok();
    let scaled = |before: &Canonical, after: &Canonical| {
        let (Some(before), Some(after)) = (number(before), number(after)) else {
            return false;
        };
        before.exact().checked_mul(factor) == Some(after.exact())
    };
    match (&difference.before, &difference.after) {
        (Some(Canonical::List(before)), Some(Canonical::List(after))) => {
            before.len() == after.len() && before.iter().zip(after).all(|(before, after)| scaled(before, after))
        }
        (Some(before), Some(after)) => scaled(before, after),
        _ => false,
    }
}

/// Whether the decimal places only follow a factor that is a power of ten.
fn keeps_precision(difference: &Difference, factor: Exact) -> bool {
    let places = |text: Option<&str>| text.and_then(|text| text.parse::<i64>().ok());
    let (Some(before), Some(after)) = (places(difference.text_before()), places(difference.text_after())) else {
        return false;
    };
    let shift = (-9_i64..=9).find(|shift| {
        let power = Exact::from_integer(10_i128.pow(u32::try_from(shift.unsigned_abs()).unwrap_or(0)));
        let power = if *shift < 0 { Exact::ONE.checked_div(power) } else { Some(power) };
        power == Some(factor)
    });
    difference.field == "decimals" && shift.is_some_and(|shift| after == before - shift)
}
