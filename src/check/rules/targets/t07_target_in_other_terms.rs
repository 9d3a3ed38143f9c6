//! T07: a target is written in other terms than the metric.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Decimal, Exact, Kind, Metric, Period, Target};
use crate::source::Record;
use crate::stats::MetricSeries;

check! {
    /// A target is written for another unit, scale or version than those of its metric.
    ///
    /// # What it does
    ///
    /// Compares each level of a target with the metric: it may not have more decimal places than the metric publishes, nor lie outside the `valid_range`; of a
    /// percentage it may not be a fraction of one while the figures are above one. A pinned version has to be in force when the target begins, and every season has to be
    /// one of the metric's periods.
    ///
    /// # Why it matters to an auditor
    ///
    /// A target of 0.74 for a percentage is always met, one of 74.25 never exactly, and one for another version judges another metric. All of them look
    /// like ordinary targets on a page.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # the metric has `unit: percent` and `decimals: 1`
    /// target: 0.74
    /// seasonal: {2026-Q1: 0.72}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// target: 74
    /// seasonal: {2026-01: 72, 2026-02: 72, 2026-03: 72}
    /// ```
    ///
    /// # Configuration
    ///
    /// `unit`, `decimals`, `valid_range` and `frequency` of the metric say what a target has to look like.
    "T07" "target-in-other-terms" {
        severity: Severity::Error,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the levels and seasons of the target, and unit, decimals, range, frequency and versions of the metric",
        expects: "each level is one that the metric could publish, in a version that is in force",
        looks: Looks::Records(&[Kind::Target], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Target(target) = &record.fields else {
        return;
    };
    let Some((owner, metric)) = context.catalog.metric(target.metric.id()) else {
        return;
    };
    for (path, level) in levels(target) {
        let wrong = misfit(context, owner, metric, level);
        sheet.test(wrong.map(|(what, help)| {
            let message = format!("`{path}` of the target `{}` is {level}, {what}", record.id);
            Failed::new(record.place(&path), message, help)
        }));
    }
    seasons(record, target, metric, sheet);
    version(context, record, target, owner, sheet);
}

/// Every level of a target with its path.
fn levels(target: &Target) -> Vec<(String, Decimal)> {
    let named = [
        ("target", Some(target.target)),
        ("threshold", target.threshold),
        ("stretch", target.stretch),
        ("action_level", target.action_level),
    ];
    let mut found: Vec<(String, Decimal)> = named.into_iter().filter_map(|(name, level)| Some((name.to_owned(), level?))).collect();
    found.extend(target.seasonal.iter().map(|(season, level)| (format!("seasonal.{season}"), *level)));
    found.extend(target.tiers.iter().enumerate().map(|(place, tier)| (format!("tiers.{place}.value"), tier.value)));
    let windows = target.tolerance_windows.iter().enumerate();
    found.extend(windows.map(|(place, window)| (format!("tolerance_windows.{place}.target"), window.target)));
    found
}

/// What is wrong with a level, and how it is mended.
fn misfit(context: &Context<'_>, owner: &Record, metric: &Metric, level: Decimal) -> Option<(String, &'static str)> {
    if let [least, greatest] = metric.valid_range.as_slice()
        && (level.exact() < least.exact() || level.exact() > greatest.exact())
    {
        return Some((format!("outside the range {least} to {greatest} of `{}`", owner.id), "write it in the unit of the metric"));
    }
    if level.exact().round(metric.decimals, metric.rounding).is_none_or(|rounded| rounded.exact() != level.exact()) {
        let what = format!("and `{}` is published with {} decimal places", owner.id, metric.decimals);
        return Some((what, "round it to the decimal places of the metric"));
    }
    if metric.unit.factor() > 1 && is_fraction(level) && figures_exceed_one(context, owner) {
        let what = format!("a fraction of one, while the figures of `{}` are in {}", owner.id, metric.unit.name());
        return Some((what, "write it in the unit of the metric"));
    }
    None
}

fn is_fraction(level: Decimal) -> bool {
    level.exact() > Exact::ZERO && level.exact() <= Exact::ONE
}

/// Whether every figure of the total is above one.
fn figures_exceed_one(context: &Context<'_>, owner: &Record) -> bool {
    let Some(series) = MetricSeries::build(context.catalog, &owner.id) else {
        return false;
    };
    let published = |points: &crate::stats::Points| points.values().filter_map(|point| point.latest.published).collect::<Vec<_>>();
    let values = series.total().map(published).unwrap_or_default();
    !values.is_empty() && values.iter().all(|value| value.exact() > Exact::ONE)
}

fn seasons(record: &Record, target: &Target, metric: &Metric, sheet: &mut Sheet) {
    for season in target.seasonal.keys() {
        let fits = Period::parse(season).is_ok_and(|period| period.frequency() == metric.frequency);
        let failed = || {
            let message = format!("the season `{season}` of the target `{}` is none of the periods of `{}`", record.id, target.metric.id());
            Failed::new(record.key_place(&format!("seasonal.{season}")), message, "name each period as the results do")
        };
        sheet.test((!fits).then(failed));
    }
}

fn version(context: &Context<'_>, record: &Record, target: &Target, owner: &Record, sheet: &mut Sheet) {
    let Some(pinned) = target.metric.pinned() else {
        return;
    };
    let begins = target.from.first_day(context.catalog.calendar());
    let governs = context.catalog.governs(owner, begins);
    let failed = || {
        let found = governs.map_or_else(|| "none".to_owned(), |version| version.to_string());
        let message = format!(
            "the target `{}` is set for version {pinned} of `{}`, and on {begins} version {found} is in force",
            record.id, owner.id
        );
        Failed::new(record.place("metric"), message, "set a target for the version in force").values(pinned.to_string(), found)
    };
    sheet.test((governs != Some(pinned)).then(failed));
}
