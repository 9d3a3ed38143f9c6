//! A bridge held against materiality: the same periods by the old and the new definition, row by row.
//!
//! A bridge lowers a class only where every metric that the edit decides has enough periods of its total, no row matters, and the old values
//! are those that were published.

use std::collections::BTreeSet;

use super::case::{Case, Spoken};
use super::judged_otherwise::{differs, icon_differs};
use super::materiality::limit;
use super::measured::{Measured, difference};
use super::verdict::{BridgeRowTest, BridgeTest, BridgeVerdict, LimitedBy};
use crate::diff::{Area, Breaks, FieldEdit};
use crate::model::change::{BridgeRow, Change};
use crate::model::{Decimal, Id, Kind, Period};

/// Periods that a bridge needs at least.
pub(super) const FEWEST_PERIODS: usize = 3;

/// Rules on what people are asked and where a variant departs: the same periods can be measured both ways, so that numbers may speak.
const MEASURED_BOTH_WAYS: [&str; 2] = ["survey-changed", "variant-changed"];

/// Whether numbers can show that an edit matters less than its field says: it moves the figure and leaves unit, periods and codes alone.
pub(super) fn can_be_lowered(edit: &FieldEdit) -> bool {
    let about_figure = matches!(edit.rule.area, Area::Meaning | Area::Exclusions | Area::Lineage);
    about_figure && (edit.rule.breaks == Breaks::Number || MEASURED_BOTH_WAYS.contains(&edit.rule.id))
}

/// Tests the rows of a bridge that speak of the metrics; nothing where there are no rows, or no metric.
pub(super) fn test(case: &Case<'_>, spoken: &Spoken<'_>, affected: &[Id]) -> Option<BridgeTest> {
    let mut rows = Vec::new();
    for metric in affected {
        let found = rows_of(spoken.change, metric, affected);
        if let Some(measured) = Measured::of(case, metric).filter(|_| !found.is_empty()) {
            rows.extend(test_rows(&measured, metric, &found));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let verdict = verdict(&rows, affected);
    Some(BridgeTest { rows, verdict })
}

/// The rows of a metric; a row without one is for the only metric that the change is about.
fn rows_of<'a>(change: &'a Change, metric: &Id, affected: &[Id]) -> Vec<&'a BridgeRow> {
    let mut named = change.targets.iter().map(|target| target.record.record()).filter(|record| record.kind == Kind::Metric);
    let only = match (named.next(), named.next()) {
        (Some(only), None) => only.id == *metric,
        (None, None) => affected.len() == 1,
        _ => false,
    };
    let mut rows: Vec<&BridgeRow> =
        change.bridge.iter().filter(|row| row.metric.as_ref().map_or(only, |named| named.id() == metric)).collect();
    rows.sort_by(|one, other| (&one.scope, one.period).cmp(&(&other.scope, other.period)));
    rows
}

fn test_rows(measured: &Measured<'_>, metric: &Id, rows: &[&BridgeRow]) -> Vec<BridgeRowTest> {
    let mut tests: Vec<BridgeRowTest> = Vec::new();
    for cell in rows.chunk_by(|one, other| one.scope == other.scope) {
        let keys = cell.first().and_then(|row| measured.keys(&row.scope));
        let first = tests.len();
        tests.extend(cell.iter().map(|row| test_row(measured, metric, row, keys.as_ref().map(|(old, new)| (&**old, &**new)))));
        let pairs: Vec<(Period, Decimal, Decimal)> = cell.iter().map(|row| (row.period, row.old, row.new)).collect();
        let moved = keys.is_some_and(|(old, new)| icon_differs(measured, (&old, &new), &pairs));
        // An icon speaks of the newest period, so that its row carries the difference.
        if let Some(newest) = tests.get_mut(first..).and_then(<[_]>::last_mut).filter(|newest| moved && !newest.is_material) {
            (newest.limited_by, newest.is_material) = (LimitedBy::Icon, true);
        }
    }
    tests
}

fn test_row(measured: &Measured<'_>, metric: &Id, row: &BridgeRow, keys: Option<(&[u16], &[u16])>) -> BridgeRowTest {
    let effect = difference(row.new, row.old);
    let (limit, limited_by) = limit(measured, keys.map_or(&[], |keys| keys.0), row.period);
    let size = effect.map(|effect| effect.max(difference(row.old, row.new).unwrap_or(effect)));
    let is_large = size.is_none_or(|size| size > Decimal::ZERO && size >= limit);
    let otherwise = keys.and_then(|keys| differs(measured, keys, row.period, (row.old, row.new)));
    BridgeRowTest {
        metric: metric.clone(),
        period: row.period,
        scope: row.scope.clone(),
        old: row.old,
        new: row.new,
        effect,
        limit,
        limited_by: otherwise.unwrap_or(limited_by),
        is_material: is_large || otherwise.is_some(),
        contradicted_by: keys.and_then(|keys| measured.contradiction(keys.0, row.period, row.old)),
    }
}

fn verdict(rows: &[BridgeRowTest], affected: &[Id]) -> BridgeVerdict {
    if rows.iter().any(|row| row.contradicted_by.is_some()) {
        return BridgeVerdict::Contradicted;
    }
    if rows.iter().any(|row| row.is_material) {
        return BridgeVerdict::Material;
    }
    match too_few(rows, affected) {
        Some((metric, periods)) => BridgeVerdict::TooFewPeriods { metric, periods },
        None => BridgeVerdict::BelowMateriality,
    }
}

/// The metric with too few periods of its total in a bridge, with their number; nothing where all have enough.
pub(super) fn too_few(rows: &[BridgeRowTest], affected: &[Id]) -> Option<(Id, usize)> {
    affected.iter().find_map(|metric| {
        let total = rows.iter().filter(|row| row.metric == *metric && row.scope.is_empty());
        let periods = total.map(|row| row.period).collect::<BTreeSet<Period>>().len();
        (periods < FEWEST_PERIODS).then(|| (metric.clone(), periods))
    })
}
