//! Two people who state that a meaning is unchanged.

use super::*;

fn stated(by: &str) -> Files {
    Files::breaking()
        .swap(METRIC, "version: 2.0.0\neffective_from: 2026-06-01", "version: 1.0.0\neffective_from: 2025-01-01")
        .swap(METRIC, "spc: {rebase: [{from: 2026-06, because: change/2026-04-10-count}]}\n", "")
        .swap(CHANGE, "declared_class: breaking", "declared_class: editorial")
        .swap(CHANGE, "effective:", &format!("meaning_unchanged: {{stated_by: [{by}], reason: R}}\neffective:"))
}

#[test]
fn the_word_of_two_people_makes_a_change_of_prose_editorial() {
    let reviewed = stated("bob, cyd").reviewed();
    assert_eq!((reviewed.class, rules(&reviewed)), (Some(ChangeClass::Editorial), Vec::new()));
    let Some(crate::check::review::Lowering::MeaningUnchanged { stated_by, .. }) = &reviewed.lowered else {
        panic!("{:?}", reviewed.lowered);
    };
    assert_eq!(stated_by.iter().map(ToString::to_string).collect::<Vec<_>>(), ["person/bob", "person/cyd"]);
}

#[test]
fn one_person_an_author_or_somebody_without_a_role_proves_nothing() {
    for by in ["bob", "ann, bob", "bob, dee"] {
        let files = stated(by);
        assert_eq!(files.class(), Some(ChangeClass::Breaking), "{by}");
        assert!(files.rules().contains(&"unchanged-unproven"), "{by}");
    }
}

#[test]
fn one_person_under_two_ids_is_one_person() {
    let key = |files: Files, path: &str, title: &str| files.swap(path, title, &format!("{title}keys: [SHA256:abc]\n"));
    let files = key(stated("bob, cyd"), "content/people/bob.yaml", "title: Bob\n");
    assert!(key(files, "content/people/cyd.yaml", "title: Cyd\n").rules().contains(&"unchanged-unproven"));
}

#[test]
fn the_word_of_two_people_says_nothing_of_what_is_no_prose() {
    let files = stated("bob, cyd").swap(METRIC, "decimals: 1", "decimals: 0");
    assert_eq!(files.class(), Some(ChangeClass::Breaking));
    assert!(files.rules().contains(&"unchanged-unproven"));
}

#[test]
fn prose_that_comes_or_goes_is_more_than_other_words() {
    let files = stated("bob, cyd").swap(METRIC, "denominator: All calls.\n", "");
    assert!(files.rules().contains(&"unchanged-unproven"));
}
