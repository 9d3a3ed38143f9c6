//! What a bridge proves, and which limit decides.

use super::*;
use crate::check::review::{BridgeRowTest, BridgeVerdict, LimitedBy, Lowering};

/// The test of the row of March, which has 72.0 by the old definition.
fn march(files: &Files, before: &Files) -> BridgeRowTest {
    files.metric_from(before).bridge.expect("a bridge").rows[2].clone()
}

fn decided(row: &BridgeRowTest) -> (String, LimitedBy, bool) {
    (row.limit.to_string(), row.limited_by, row.is_material)
}

/// Both projects with the same text in one file.
fn both(path: &str, from: &str, to: &str) -> (Files, Files) {
    (Files::bridged().swap(path, from, to), Files::before().swap(path, from, to))
}

#[test]
fn a_bridge_below_materiality_lowers_a_breaking_change() {
    let reviewed = Files::bridged().reviewed();
    assert!(matches!(reviewed.lowered, Some(Lowering::Bridge { rows: 3, .. })));
    let bridge = reviewed.bridge.expect("a bridge");
    assert_eq!(bridge.verdict, BridgeVerdict::BelowMateriality);
    let effects: Vec<Option<String>> = bridge.rows.iter().map(|row| row.effect.map(|effect| effect.to_string())).collect();
    assert_eq!(effects, vec![Some("0.04".to_owned()); 3]);
}

#[test]
fn an_effect_of_one_published_unit_matters() {
    let files = Files::bridged().swap(CHANGE, "new: 72.04", "new: 72.1");
    assert_eq!(decided(&march(&files, &Files::before())), ("0.1".to_owned(), LimitedBy::Precision, true));
    assert_eq!(files.class(), Some(ChangeClass::Breaking));
    let below = Files::bridged().swap(CHANGE, "new: 72.04", "new: 71.91");
    assert_eq!(decided(&march(&below, &Files::before())), ("0.1".to_owned(), LimitedBy::Precision, false));
}

#[test]
fn half_the_distance_between_level_and_threshold_decides_where_it_is_least() {
    let (after, before) = both(TARGET, "threshold: 60", "threshold: 64.94");
    assert_eq!(decided(&march(&after, &before)), ("0.0300".to_owned(), LimitedBy::StatusBands, true));
    let near = after.swap(CHANGE, "new: 72.04", "new: 72.02");
    assert_eq!(decided(&march(&near, &before)), ("0.0300".to_owned(), LimitedBy::StatusBands, false));
}

#[test]
fn half_the_distance_between_two_score_bands_decides_where_it_is_least() {
    let scorecard = "title: S\nversion: 1.0.0\neffective_from: 2025-01-01\nitems: [{metric: calls, weight: 100, floor: 60}]\n\
missing_rule: withhold\nmin_coverage: 1\nbands: [{name: good, from: 0.912}, {name: fair, from: 0.9}]\n";
    let with = |files: Files| files.with("metrics/scorecards/s.yaml", scorecard);
    // Half of 0.012 over the five points from the floor to the level.
    assert_eq!(decided(&march(&with(Files::bridged()), &with(Files::before()))), ("0.0300".to_owned(), LimitedBy::ScoreBands, true));
}

#[test]
fn half_the_interval_of_the_figure_decides_where_it_is_least() {
    let many = |files: Files| {
        files.swap(RESULTS, "7000,10000", "700000000,1000000000").swap(RESULTS, "7100,10000", "710000000,1000000000").swap(
            RESULTS,
            "7200,10000",
            "720000000,1000000000",
        )
    };
    // 1.96 · √(0.72 · 0.28 ÷ 10⁹), in per cent.
    let row = march(&many(Files::bridged()), &many(Files::before()));
    assert_eq!(decided(&row), ("0.0028".to_owned(), LimitedBy::Interval, true));
}

#[test]
fn another_status_matters_however_small_the_effect() {
    let (after, before) = both(TARGET, "target: 65", "target: 72.0");
    let near = after.swap(CHANGE, "old: 72.0, new: 72.04", "old: 71.96, new: 71.94");
    assert_eq!(decided(&march(&near, &before)), ("0.1".to_owned(), LimitedBy::Status, true));
}

#[test]
fn another_verdict_on_a_promise_matters_however_small_the_effect() {
    let promise = "title: P\nversion: 1.0.0\neffective_from: 2025-01-01\nstate: published\npromise: P\ncounterparty: public\nsource: S\n\
metric: calls\noperator: at-least\nlevel: 72.0\nwindow: P1M\n";
    let with = |files: Files| files.with("metrics/commitments/p.yaml", promise);
    let near = with(Files::bridged()).swap(CHANGE, "old: 72.0, new: 72.04", "old: 71.96, new: 71.94");
    assert_eq!(decided(&march(&near, &with(Files::before()))), ("0.1".to_owned(), LimitedBy::Promise, true));
}

#[test]
fn another_icon_matters_however_small_the_effect() {
    // The mean moving range is one point over three points; the target lies just below the worse limit by one definition only.
    let calm = |files: Files| {
        files.swap(RESULTS, "2026-04,7300,10000\n", "").swap(TARGET, "target: 65", "target: 68.36").swap(TARGET, "threshold: 60\n", "")
    };
    assert_eq!(decided(&march(&calm(Files::bridged()), &calm(Files::before()))), ("0.1".to_owned(), LimitedBy::Icon, true));
}

#[test]
fn a_bridge_needs_three_periods_of_the_total() {
    let two = Files::bridged().swap(CHANGE, ", {period: 2026-03, old: 72.0, new: 72.04}", "");
    let reviewed = two.reviewed();
    assert_eq!(reviewed.class, Some(ChangeClass::Breaking));
    assert!(matches!(reviewed.bridge.map(|bridge| bridge.verdict), Some(BridgeVerdict::TooFewPeriods { periods: 2, .. })));
}

#[test]
fn a_bridge_that_contradicts_published_figures_proves_nothing() {
    let reviewed = Files::bridged().swap(CHANGE, "old: 72.0, new: 72.04", "old: 72.2, new: 72.2").reviewed();
    assert_eq!(
        (reviewed.class, reviewed.bridge.as_ref().map(|bridge| bridge.verdict.clone())),
        (Some(ChangeClass::Breaking), Some(BridgeVerdict::Contradicted))
    );
    let said = reviewed.shortfalls.iter().find(|shortfall| shortfall.rule.id == "bridge-contradicted").expect("a shortfall");
    assert!(said.message.ends_with("found `72.2` for `2026-03`, published as `72.0`"), "{}", said.message);
}

#[test]
fn periods_without_a_published_figure_may_be_tested() {
    let files = Files::bridged().swap(CHANGE, "period: 2026-01, old: 70.0, new: 70.04", "period: 2025-12, old: 12.3, new: 12.3");
    assert_eq!(files.rules(), NOTHING);
}

#[test]
fn numbers_do_not_lower_a_change_of_direction() {
    assert_eq!(Files::bridged().swap(METRIC, "direction: increase", "direction: decrease").class(), Some(ChangeClass::Breaking));
}
