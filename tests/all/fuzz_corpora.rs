//! The inputs that fuzzing found worth keeping, read again by the very functions that are fuzzed.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::tree::{read, root};

#[path = "../fuzz/readers.rs"]
mod readers;

use readers::READERS;

/// The longest that any kept input may take to be read by a program that was not made fast.
const LONGEST: Duration = Duration::from_secs(5);

fn corpus(name: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/fuzz/corpus").join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    files.sort();
    files
}

#[test]
fn every_kept_input_is_read_as_it_must_be() {
    for (name, _) in READERS {
        for file in corpus(name) {
            let began = Instant::now();
            let bytes = fs::read(&file).expect("an input");
            let outcome = std::panic::catch_unwind(|| readers::read(name, &bytes));
            assert!(outcome.is_ok(), "{} breaks the reader `{name}`", file.display());
            assert!(began.elapsed() < LONGEST, "{} takes the reader `{name}` {:?}", file.display(), began.elapsed());
        }
    }
}

#[test]
fn every_reader_has_a_target_and_a_small_corpus() {
    let manifest = read("tests/fuzz/Cargo.toml");
    let targets: BTreeSet<&str> = manifest.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    let mut expected: BTreeSet<&str> = READERS.iter().map(|(name, _)| *name).collect();
    expected.insert("tickmark-fuzz");
    assert_eq!(targets, expected);
    for (name, _) in READERS {
        let files = corpus(name);
        let size: u64 = files.iter().map(|file| fs::metadata(file).expect("an input").len()).sum();
        assert!((1..=100).contains(&files.len()), "{name}: {} inputs", files.len());
        assert!(size <= 300_000, "{name}: {size} bytes");
    }
}

#[test]
fn kept_tokens_and_signatures_are_good_ones_too() {
    // Corpora that hold only what is refused would test little of what comes after.
    let tokens = corpus("time_token").iter().filter(|file| readers::is_good_token(&fs::read(file).expect("an input"))).count();
    let signatures = corpus("signature").iter().filter(|file| readers::is_good_signature(&fs::read(file).expect("an input"))).count();
    assert!(tokens >= 10, "{tokens} good tokens");
    assert!(signatures >= 4, "{signatures} good signatures");
}
