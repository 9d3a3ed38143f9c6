//! What holds for every pair of states: nothing differs from itself, each edit has its mirror, and more edits never weigh less.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tickmark::diff::{Comparison, FieldEdit, Mirror, compare, rules};

use super::case::{base, catalog, parse};
use super::corpus::cases;
use crate::edits::Files;

/// Edits that do not touch each other: file, old line, new line.
const EDITS: &[(&str, &str, &str)] = &[
    ("metrics/definitions/calls.yaml", "window: P5D", "window: P7D"),
    ("metrics/definitions/calls.yaml", "direction: increase", "direction: decrease"),
    ("metrics/definitions/calls.yaml", "decimals: 1", "decimals: 2"),
    ("metrics/definitions/calls.yaml", "min_n: 10", "min_n: 5"),
    ("metrics/definitions/calls.yaml", "limitations: None known.", "limitations: Some."),
    ("metrics/definitions/calls.yaml", "title: Calls settled at once", "title: Settled calls"),
    ("metrics/definitions/calls.yaml", "accountable: person/ann", "accountable: person/cid"),
    ("metrics/definitions/calls.yaml", "counter_metrics: [waits]", "counter_metrics: []"),
    ("metrics/definitions/calls.yaml", "exclusions: [tests]", "exclusions: []"),
    ("metrics/definitions/calls.yaml", "population: All contacts of customers.", "population: All contacts."),
    ("metrics/definitions/calls.yaml", "version: 1.0.0", "version: 2.0.0"),
    ("metrics/exclusions/tests.yaml", "order: 1", "order: 2"),
    ("metrics/exclusions/tests.yaml", "limit_share: 2", "limit_share: 3"),
    ("metrics/exclusions/tests.yaml", "rationale: Nobody needed help.", "rationale: \"-\""),
    ("metrics/segments/region.yaml", "partition: true", "partition: false"),
    ("metrics/scorecards/board.yaml", "missing_rule: bounds", "missing_rule: zero"),
    ("metrics/scorecards/board.yaml", "  - {metric: calls, weight: 60, floor: 50}", "  - {metric: calls, weight: 70, floor: 50}"),
    ("metrics/targets/calls.yaml", "target: 70", "target: 71"),
    ("metrics/commitments/charter.yaml", "level: 60", "level: 61"),
    ("metrics/snapshots/2026-02/calls.csv", "2026-01,,680,1000", "2026-01,,681,1000"),
    ("tickmark.yaml", "timezone: Europe/London", "timezone: Europe/Paris"),
];

fn edited(chosen: &[bool]) -> Files {
    let mut files = base();
    for ((path, old, new), _) in EDITS.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
        let text = files.get_mut(*path).expect("a file");
        assert!(text.contains(old), "`{path}` has no `{old}`");
        *text = text.replacen(old, new, 1);
    }
    files
}

/// Every edit by where it stands, without what only reaches a record.
fn edits(comparison: &Comparison) -> BTreeMap<(String, String), &'static str> {
    let place = |record: String, edit: &FieldEdit| ((record, edit.field.clone()), edit.rule.id);
    let records = comparison.records.iter().flat_map(|change| change.edits.iter().map(|edit| place(change.record.to_string(), edit)));
    let settings = comparison.settings.iter().map(|edit| place("settings".to_owned(), edit));
    let rows = comparison.releases.iter().flat_map(|change| {
        change.rows.iter().map(|row| ((change.release.to_string(), format!("{} {} {:?}", row.metric, row.period, row.cell)), row.rule.id))
    });
    records.chain(settings).chain(rows).collect()
}

/// Why two comparisons are not each other's mirror.
fn mirrored(forth: &Comparison, back: &Comparison) -> Result<(), String> {
    let (forth, back) = (edits(forth), edits(back));
    for (place, id) in &forth {
        let rule = rules().into_iter().find(|rule| rule.id == *id).expect("a rule");
        let expected = match rule.mirror {
            Mirror::None(_) => continue,
            Mirror::Itself => *id,
            Mirror::Rule(mirror) => mirror,
        };
        match back.get(place) {
            Some(found) if *found == expected => {}
            // Retiring with and without notice are both undone by the same.
            Some(found) if rules().into_iter().any(|rule| rule.id == *found && rule.mirror == Mirror::Rule(id)) => {}
            found => return Err(format!("{place:?}: `{id}` is undone by {found:?}, expected `{expected}`")),
        }
    }
    Ok(())
}

#[test]
fn every_edit_of_the_corpus_has_its_mirror() {
    // A rename and a move of codes bear the names of the later state.
    let named = |name: &str| name.contains("renamed") || name.starts_with("code-") || name == "metric-id-reused";
    for (name, text) in cases().into_iter().filter(|(name, _)| !named(name)) {
        let case = parse(&text);
        let (before, after) = (catalog(&case.before), catalog(&case.after));
        let forth = compare(&before, &after);
        let back = compare(&after, &before);
        assert_eq!(mirrored(&forth, &back), Ok(()), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_differs_from_itself(chosen in proptest::collection::vec(any::<bool>(), EDITS.len())) {
        let files = edited(&chosen);
        prop_assert!(compare(&catalog(&files), &catalog(&files)).is_empty());
    }

    #[test]
    fn what_was_done_is_undone_by_the_mirror(
        one in proptest::collection::vec(any::<bool>(), EDITS.len()),
        other in proptest::collection::vec(any::<bool>(), EDITS.len()),
    ) {
        let (one, other) = (catalog(&edited(&one)), catalog(&edited(&other)));
        prop_assert_eq!(mirrored(&compare(&one, &other), &compare(&other, &one)), Ok(()));
    }

    #[test]
    fn more_edits_never_weigh_less(
        some in proptest::collection::vec(any::<bool>(), EDITS.len()),
        more in proptest::collection::vec(any::<bool>(), EDITS.len()),
    ) {
        let all: Vec<bool> = some.iter().zip(&more).map(|(some, more)| *some || *more).collect();
        let start = catalog(&base());
        let (few, many) = (compare(&start, &catalog(&edited(&some))), compare(&start, &catalog(&edited(&all))));
        prop_assert!(few.class() <= many.class());
        prop_assert!(edits(&few).keys().all(|place| edits(&many).contains_key(place)));
    }
}
