//! The version, its first day, and the class that is declared.

use super::*;

const VERSION: &str = "version: 2.0.0\neffective_from: 2026-06-01";

#[test]
fn a_change_raises_the_version() {
    assert_eq!(Files::breaking().swap(METRIC, VERSION, "version: 1.0.0\neffective_from: 2025-01-01").rules(), ["version-not-raised"]);
}

#[test]
fn a_version_never_falls() {
    let lower = Files::breaking().swap(METRIC, "version: 2.0.0", "version: 0.9.0").swap(CHANGE, "to: 2.0.0", "to: 0.9.0");
    assert_eq!(lower.rules(), ["version-decreased"]);
}

#[test]
fn the_step_of_the_version_is_that_of_the_class() {
    for version in ["1.1.0", "1.0.1"] {
        let small = Files::breaking().swap(METRIC, "version: 2.0.0", &format!("version: {version}")).swap(
            CHANGE,
            "to: 2.0.0",
            &format!("to: {version}"),
        );
        assert_eq!(small.rules(), ["class-understated"], "{version}");
    }
    let large = Files::minor().swap(METRIC, "version: 1.0.1", "version: 3.0.0").swap(CHANGE, "to: 1.0.1", "to: 3.0.0");
    assert_eq!(large.rules(), NOTHING);
}

#[test]
fn the_declared_class_is_not_below_the_computed_one() {
    assert_eq!(Files::breaking().swap(CHANGE, "declared_class: breaking", "declared_class: material").rules(), ["class-understated"]);
    assert_eq!(Files::minor().swap(CHANGE, "declared_class: minor", "declared_class: breaking").rules(), NOTHING);
}

#[test]
fn a_new_version_has_a_first_day_of_its_own() {
    let same = Files::breaking().swap(METRIC, VERSION, "version: 2.0.0\neffective_from: 2025-01-01");
    assert!(same.rules().contains(&"effective-date-missing"));
    let earlier = Files::breaking().swap(METRIC, VERSION, "version: 2.0.0\neffective_from: 2024-01-01");
    assert!(earlier.rules().contains(&"effective-date-backdated"));
}

#[test]
fn the_first_day_is_the_one_that_was_agreed() {
    assert_eq!(
        Files::breaking().swap(METRIC, "effective_from: 2026-06-01", "effective_from: 2026-07-01").rules(),
        ["effective-date-moved"]
    );
}

#[test]
fn a_version_that_was_announced_keeps_its_day() {
    let moved = Files::before().swap(METRIC, "effective_from: 2025-01-01", "effective_from: 2025-02-01");
    assert!(moved.rules().contains(&"effective-date-moved"));
    assert!(!moved.rules().contains(&"version-not-raised"));
}

#[test]
fn words_alone_need_no_version() {
    assert_eq!(Files::before().swap(METRIC, "title: Calls", "title: Calls, all of them").rules(), NOTHING);
}
