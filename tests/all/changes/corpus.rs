//! Every case of the corpus says what its file expects; together they meet every rule.

use std::collections::BTreeSet;
use std::fs;

use tickmark::diff::rules;

use super::case::{EXPECTED, linked, parse};
use super::said::said;
use crate::tree::root;

const MIRRORED: &str = "=== mirrored";

/// The files of the corpus with their names, in order.
pub(super) fn cases() -> Vec<(String, String)> {
    let folder = root().join("tests/changes");
    let mut cases: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the corpus")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a text"))
        })
        .filter(|(name, _)| name != "base")
        .collect();
    cases.sort();
    cases
}

#[test]
fn every_change_says_what_is_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for (name, text) in cases() {
        let case = parse(&text);
        let (before, after) = match (linked(&case.before), linked(&case.after)) {
            (Ok(before), Ok(after)) => (before, after),
            (Err(errors), _) | (_, Err(errors)) => {
                wrong.push(format!("{name} cannot be read\n{errors}"));
                continue;
            }
        };
        let commands = text.split(EXPECTED).next().unwrap_or_default();
        let said = format!("{commands}{EXPECTED}\n{}{MIRRORED}\n{}", said(&before, &after), said(&after, &before));
        if said == text {
            continue;
        }
        if update {
            fs::write(root().join(format!("tests/changes/{name}.txt")), said).expect("written");
        } else {
            wrong.push(format!("{name}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases say something else; UPDATE_EXPECTED=1 writes them anew\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_corpus_is_large_and_meets_every_rule() {
    let cases = cases();
    assert!(cases.len() >= 80, "{} cases", cases.len());
    let all: Vec<&str> = cases.iter().filter_map(|(_, text)| text.split(EXPECTED).nth(1)).collect();
    let words: BTreeSet<&str> = all.iter().flat_map(|text| text.split([' ', ':', '\n'])).collect();
    let unmet: Vec<&str> = rules().into_iter().map(|rule| rule.id).filter(|id| !words.contains(id)).collect();
    assert_eq!(unmet, Vec::<&str>::new());
}

#[test]
fn pairs_that_mean_the_same_say_nothing() {
    let silent = cases().into_iter().filter(|(name, _)| name.starts_with("nothing-"));
    for (name, text) in silent {
        assert!(text.ends_with(&format!("{EXPECTED}\n{MIRRORED}\n")), "{name}");
    }
}
