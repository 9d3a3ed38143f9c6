//! Which record of a change speaks for an edit.

use super::*;

#[test]
fn an_edit_without_a_record_of_the_change_is_named() {
    let files = Files::minor().without(CHANGE);
    assert_eq!(files.rules(), ["change-record-missing"]);
    assert_eq!(
        files.reviewed().shortfalls[0].message,
        "expected a record of the change of `metric/calls` from `1.0.0` to `1.0.1`, found none that names it"
    );
}

#[test]
fn a_record_of_another_step_or_a_rejected_one_does_not_speak() {
    assert_eq!(Files::minor().swap(CHANGE, "from: 1.0.0, to: 1.0.1", "from: 0.9.0, to: 1.0.0").rules(), ["change-record-missing"]);
    let rejected = Files::minor().swap(CHANGE, "state: approved", "state: rejected");
    assert_eq!(
        rejected.reviewed().shortfalls[0].message,
        "expected a record of the change of `metric/calls` from `1.0.0` to `1.0.1`, found `change/2026-04-10-count`, which was rejected"
    );
}

#[test]
fn of_several_that_fit_the_newest_speaks() {
    let later = Files::minor().swap(METRIC, "version: 1.0.1", "version: 1.0.2").swap(
        METRIC,
        "effective_from: 2026-06-01",
        "effective_from: 2026-07-01",
    );
    let second = later.0[CHANGE]
        .replace("from: 1.0.0, to: 1.0.1", "from: 1.0.1, to: 1.0.2")
        .replace("effective: 2026-06-01", "effective: 2026-07-01");
    let files = later.with("content/changes/2026-04-11-again.yaml", &second);
    let reviewed = files.reviewed();
    assert_eq!(reviewed.change.map(|change| change.to_string()).as_deref(), Some("change/2026-04-11-again"));
    assert_eq!(files.rules(), NOTHING);
}

#[test]
fn a_record_that_was_in_force_before_does_not_speak_for_a_record_without_versions() {
    let change = BREAKING
        .replace("record: metric/calls, from: 1.0.0, to: 2.0.0", "record: target/calls")
        .replace("{who: committee/board, role: Board,", "{who: person/bob, role: Method,");
    let after = Files::before().with(CHANGE, &change).swap(TARGET, "target: 65", "target: 66");
    let ids = |before: &Files| rules(&after.reviewed_from(before).reviewed[0]);
    assert_eq!(ids(&Files::before()), NOTHING);
    assert_eq!(ids(&Files::before().with(CHANGE, &change.replace("state: approved", "state: effective"))), ["change-record-missing"]);
}

#[test]
fn a_new_record_and_a_proposed_metric_demand_nothing() {
    let copy = Files::before().0[METRIC].clone();
    let added = Files::before().with("metrics/definitions/more.yaml", &copy).reviewed_from(&Files::before());
    assert_eq!(added.reviewed.iter().flat_map(rules).collect::<Vec<_>>(), NOTHING);
    let proposed = Files::before().swap(METRIC, "state: active", "state: proposed");
    assert_eq!(rules(&proposed.clone().swap(METRIC, "All calls.", "Most calls.").metric_from(&proposed)), NOTHING);
}

#[test]
fn a_record_that_is_gone_has_nothing_that_speaks_for_it() {
    let after = Files::before().without(METRIC).without(TARGET).without(RESULTS);
    let review = after.reviewed_from(&Files::before());
    assert!(review.reviewed.iter().all(|reviewed| rules(reviewed) == ["change-record-missing"]));
}
