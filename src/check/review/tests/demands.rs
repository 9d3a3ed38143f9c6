//! What a class demands besides agreement: present, nothing is said; absent, exactly that.

use super::*;

const UNLIKE: &str =
    "bridge: [{period: 2026-01, old: 70.0, new: 71}, {period: 2026-02, old: 71.0, new: 72}, {period: 2026-03, old: 72.0, new: 73}]\n";

#[test]
fn a_breaking_change_says_what_it_does_to_those_who_rely_on_the_figure() {
    assert_eq!(Files::breaking().swap(CHANGE, "impact: I\n", "").rules(), ["impact-missing"]);
}

#[test]
fn a_breaking_change_has_a_bridge_or_a_reason_why_there_is_none() {
    let without = Files::breaking().swap(CHANGE, "bridge_impracticable: P\n", "");
    assert_eq!(without.rules(), ["bridge-missing"]);
    assert_eq!(without.clone().swap(CHANGE, "impact: I\n", &format!("impact: I\n{UNLIKE}")).rules(), NOTHING);
    let two = UNLIKE.replace(", {period: 2026-03, old: 72.0, new: 73}", "");
    assert_eq!(without.swap(CHANGE, "impact: I\n", &format!("impact: I\n{two}")).rules(), ["bridge-missing"]);
}

#[test]
fn a_breaking_change_is_followed_by_a_break_or_a_restatement() {
    let without = Files::breaking().swap(METRIC, "spc: {rebase: [{from: 2026-06, because: change/2026-04-10-count}]}\n", "");
    assert_eq!(without.rules(), ["break-unstated"]);
    let restatement = "title: R\nstate: announced\nreason_code: R3\nscheduled: false\nreason: R\nmaterial: true\n\
approved_by: committee/board\nannounced_on: 2026-05-20\nchange: 2026-04-10-count\n";
    assert_eq!(without.clone().with("content/restatements/2026-05-20-calls.yaml", restatement).rules(), NOTHING);
    let marked = format!("{}2026-06,7400,10000,B,Counted otherwise\n", "period,numerator,denominator,status,comment\n");
    let release = "title: July\nstatus: final\nreleased: 2026-07-05T09:00:00Z\n";
    let marked = without.with("metrics/snapshots/2026-07/release.yaml", release).with("metrics/snapshots/2026-07/calls.csv", &marked);
    assert_eq!(marked.rules(), NOTHING);
}

#[test]
fn somebody_is_told_before_a_breaking_change_holds() {
    assert_eq!(Files::breaking().swap(CHANGE, "communications: [{to: All, at: 2026-05-20}]\n", "").rules(), ["notice-missing"]);
    assert_eq!(Files::breaking().swap(CHANGE, "at: 2026-05-20", "at: 2026-06-01").rules(), ["notice-missing"]);
}

#[test]
fn somebody_is_told_of_a_material_change_with_its_release() {
    assert_eq!(Files::bridged().swap(CHANGE, "at: 2026-05-20", "at: 2026-07-01").rules(), NOTHING);
    assert_eq!(Files::bridged().swap(CHANGE, "communications: [{to: All, at: 2026-05-20}]\n", "").rules(), ["notice-missing"]);
}

#[test]
fn nobody_needs_to_be_told_of_a_minor_change() {
    assert_eq!(Files::minor().swap(CHANGE, "communications: [{to: All, at: 2026-05-20}]\n", "").rules(), NOTHING);
}

#[test]
fn levels_for_the_old_definition_are_set_anew_or_decided() {
    let without = Files::breaking().without("content/decisions/2026-05-02-levels.yaml");
    assert_eq!(without.rules(), ["levels-undecided"]);
    assert_eq!(without.clone().swap(TARGET, "from: 2026-01\n", "from: 2026-01\nto: 2026-05\n").rules(), NOTHING);
    assert_eq!(
        without.with("content/decisions/2026-01-02-levels.yaml", &DECISION.replace("2026-05-02", "2026-01-02")).rules(),
        ["levels-undecided"]
    );
}

#[test]
fn gates_are_met_before_the_change_holds() {
    assert_eq!(Files::breaking().swap(CHANGE, ", met_on: 2026-05-25", "").rules(), ["gate-unmet"]);
    assert_eq!(Files::bridged().swap(CHANGE, "met_on: 2026-05-25", "met_on: 2026-06-02").rules(), ["gate-unmet"]);
    assert_eq!(Files::minor().swap(CHANGE, ", met_on: 2026-05-25", "").rules(), NOTHING);
}

#[test]
fn a_metric_that_ends_needs_neither_bridge_nor_break_nor_levels() {
    let retired = Files::breaking()
        .swap(METRIC, "Calls that were answered or rung back.", "Calls that were answered.")
        .swap(
            METRIC,
            "spc: {rebase: [{from: 2026-06, because: change/2026-04-10-count}]}\n",
            "retired: {reason: R, last_period: 2026-05}\n",
        )
        .swap(METRIC, "state: active", "state: retired")
        .swap(CHANGE, "bridge_impracticable: P\n", "")
        .without("content/decisions/2026-05-02-levels.yaml");
    assert_eq!(retired.rules(), NOTHING);
    assert_eq!(retired.swap(CHANGE, "impact: I\n", "").rules(), ["impact-missing"]);
}

#[test]
fn another_source_is_run_beside_the_first() {
    let before = Files::before().with("metrics/sources/new.yaml", &Files::before().0["metrics/sources/desk.yaml"]);
    let bridged = Files::bridged()
        .swap(METRIC, " or rung back", "")
        .swap(METRIC, "sources: [desk]", "sources: [new]")
        .with("metrics/sources/new.yaml", &Files::before().0["metrics/sources/desk.yaml"]);
    let material = bridged.metric_from(&before);
    assert_eq!((material.class, rules(&material)), (Some(ChangeClass::Material), Vec::new()));
    assert_eq!(rules(&bridged.clone().swap(CHANGE, BRIDGE, "").metric_from(&before)), ["bridge-missing"]);
    let far = bridged.swap(CHANGE, "new: 70.04", "new: 72").metric_from(&before);
    assert_eq!(far.class, Some(ChangeClass::Breaking));
}
