//! The table of codes, and the pages that are made from it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use tickmark::app::{check_pages, codes};
use tickmark::check::{CHECKS, RETIRED};
use tickmark::diag::CODES;

use crate::sandbox::files_below;
use crate::tree::root;

/// The headings of a page, in their order.
const HEADINGS: [&str; 5] = ["# What it does", "# Why it matters to an auditor", "# Example", "# Instead", "# Configuration"];

#[test]
fn codes_and_names_are_never_used_twice() {
    let mut seen = BTreeSet::new();
    for code in codes() {
        assert!(seen.insert(code.id) && seen.insert(code.name), "{} {}", code.id, code.name);
        assert!(!RETIRED.contains(&code.id), "{} was retired", code.id);
    }
}

#[test]
fn checks_stand_in_the_order_of_their_codes() {
    assert!(CHECKS.windows(2).all(|pair| pair[0].code.id < pair[1].code.id));
    assert!(CODES.windows(2).all(|pair| pair[0].id < pair[1].id));
}

#[test]
fn every_code_of_a_check_is_a_family_and_two_digits() {
    for check in CHECKS {
        let (family, digits) = check.code.id.split_at(1);
        assert!(family.bytes().all(|letter| letter.is_ascii_uppercase()) && family != "R", "{}", check.code.id);
        assert!(digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit()), "{}", check.code.id);
    }
}

#[test]
fn every_page_has_the_five_headings_with_text_below_each() {
    let mut wrong = Vec::new();
    for code in codes() {
        let explanation = code.explanation();
        let mut fenced = false;
        let mut headings = Vec::new();
        let mut words: BTreeMap<usize, usize> = BTreeMap::new();
        for line in explanation.lines() {
            fenced ^= line.starts_with("```");
            if !fenced && line.starts_with("# ") {
                headings.push(line);
            } else {
                *words.entry(headings.len()).or_default() += line.split_whitespace().count();
            }
        }
        let empty = (1..=headings.len()).any(|place| words.get(&place).copied().unwrap_or_default() < 4);
        if headings != HEADINGS || empty {
            wrong.push(code.id);
        }
    }
    assert!(wrong.is_empty(), "these have no whole page: {}", wrong.join(", "));
}

#[test]
fn docs_checks_are_what_the_program_says() {
    let folder = root().join("docs/checks");
    let pages: BTreeMap<String, Vec<u8>> = check_pages().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        for (name, bytes) in &pages {
            fs::write(folder.join(name), bytes).expect("written");
        }
    }
    let found = files_below(&folder);
    let differing: BTreeSet<&String> = pages.keys().chain(found.keys()).filter(|name| pages.get(*name) != found.get(*name)).collect();
    assert!(differing.is_empty(), "docs/checks differs from the program: {differing:?}; UPDATE_EXPECTED=1 writes it anew");
}
