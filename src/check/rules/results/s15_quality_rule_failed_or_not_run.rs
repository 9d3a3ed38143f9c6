//! S15: a data-quality rule failed and nothing was done, or it was not run.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::commitment::Operator;
use crate::model::quality_rule::{QualityResult, QualityRule, QualityRuleState, QualitySeverity, QualityThreshold};
use crate::model::{AnyRecord, Kind, Period};
use crate::source::Record;

check! {
    /// A data-quality rule failed and nothing says what was done, or it was not run.
    ///
    /// # What it does
    ///
    /// For each rule in use: compares what every run measured with the threshold, and with what the run says of itself; takes the last run of each period; reports
    /// one that failed, unless `follow_up` leads to the record that says what was done. From the first run on, every period needs one up to the newest for which
    /// figures rest on the data of the rule. A rule of severity `info` is compared only.
    ///
    /// # Why it matters to an auditor
    ///
    /// A test of the data protects a figure only where it is run each time, and where somebody acts when it fails.
    ///
    /// # Example
    ///
    /// ```yaml
    /// threshold: {operator: at-most, value: 0, unit: complaints}
    /// results:
    ///   - {period: 2026-02, measured: 3, passed: false}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// results:
    ///   - {period: 2026-02, measured: 3, passed: false}
    ///   - {period: 2026-02, measured: 0, passed: true} # after the three were mended
    ///   - {period: 2026-03, measured: 2, passed: false, follow_up: deviation/2026-03-late-letters}
    /// ```
    ///
    /// # Configuration
    ///
    /// `state: waived` sets a rule aside. An error under the profile `assured`, a warning under any other.
    "S15" "quality-rule-failed-or-not-run" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Accuracy, Assertion::Completeness],
        mark: None,
        inputs: "the runs of the rule with its threshold, and the periods of the figures that rest on its data",
        expects: "the rule was run for every period, and passed or was followed up",
        looks: Looks::Records(&[Kind::QualityRule], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::QualityRule(rule) = &record.fields else {
        return;
    };
    if rule.state == QualityRuleState::Waived {
        return sheet.not_applicable("the rule is set aside");
    }
    if rule.results.is_empty() {
        let message = format!("the rule `{}` was never run", record.id);
        return sheet.fail(Failed::new(record.key_place("title"), message, "run it, and record what it measured under `results`"));
    }
    for (position, result) in rule.results.iter().enumerate() {
        sheet.test(contradicts(record, rule, position, result));
    }
    let mut last: BTreeMap<Period, (usize, &QualityResult)> = BTreeMap::new();
    for (position, result) in rule.results.iter().enumerate() {
        last.insert(result.period, (position, result));
    }
    if rule.severity != QualitySeverity::Info {
        for (position, result) in last.values() {
            sheet.test((!result.passed && result.follow_up.is_none()).then(|| failed(record, rule, *position, result)));
        }
    }
    not_run(context, record, rule, &last.keys().copied().collect(), sheet);
}

fn reaches(threshold: &QualityThreshold, result: &QualityResult) -> bool {
    let (measured, level) = (result.measured.exact(), threshold.value.exact());
    match threshold.operator {
        Operator::AtLeast => measured >= level,
        Operator::AtMost => measured <= level,
        Operator::Above => measured > level,
        Operator::Below => measured < level,
    }
}

const fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::AtLeast => "at least",
        Operator::AtMost => "at most",
        Operator::Above => "above",
        Operator::Below => "below",
    }
}

fn contradicts(record: &Record, rule: &QualityRule, position: usize, result: &QualityResult) -> Option<Failed> {
    let passed = reaches(&rule.threshold, result);
    if passed == result.passed {
        return None;
    }
    let (says, is) = if passed { ("failed", "passed") } else { ("passed", "failed") };
    let message = format!(
        "the run of `{}` for {} says that it {says}, but {} with a threshold of {} {} has {is}",
        record.id,
        result.period,
        result.measured,
        operator(rule.threshold.operator),
        rule.threshold.value
    );
    let place = record.place(&format!("results.{position}.passed"));
    Some(Failed::new(place, message, "correct `passed` or `measured`").values(is, says))
}

fn failed(record: &Record, rule: &QualityRule, position: usize, result: &QualityResult) -> Failed {
    let message = format!(
        "the rule `{}` failed for {}: {} measured, {} {} needed",
        record.id,
        result.period,
        result.measured,
        operator(rule.threshold.operator),
        rule.threshold.value
    );
    let help = "mend the data and record the new run, or name under `follow_up` the record that says what was done";
    Failed::new(record.place(&format!("results.{position}")), message, help)
        .values(format!("{} {}", operator(rule.threshold.operator), rule.threshold.value), result.measured.to_string())
}

/// The periods between the first run and the newest figure that have none.
fn not_run(context: &Context<'_>, record: &Record, rule: &QualityRule, run: &BTreeSet<Period>, sheet: &mut Sheet) {
    let Some(first) = run.first() else {
        return;
    };
    // Where the length of the runs changed, only those of the newest length follow each other.
    let length = run.last().map_or(first.frequency(), |last| last.frequency());
    let newest = |scope: &crate::model::reference::DataRef| context.newest_figures().get(scope.record())?.get(&length).copied();
    let first = run.iter().find(|period| period.frequency() == length).copied();
    let Some((first, last)) = first.zip(rule.scope.iter().filter_map(newest).max()) else {
        return sheet.untestable("no figures of the length of its runs rest on the data of the rule");
    };
    let missing: Vec<Period> = Period::iter(first, last).filter(|period| !run.contains(period)).collect();
    let failed = || {
        let periods = missing.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let more = if missing.len() > 3 { format!(" and {} more periods", missing.len() - 3) } else { String::new() };
        let message = format!("the rule `{}` was not run for {periods}{more}", record.id);
        Failed::new(record.key_place("results"), message, "run it for these periods, and record what it measured")
    };
    sheet.test((!missing.is_empty()).then(failed));
}
