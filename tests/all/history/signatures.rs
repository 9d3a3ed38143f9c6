//! The commits of a past say what their signatures are worth, where they changed a part of the project.

use std::fs;
use std::path::Path;

use tickmark::history::{NoCache, PastOptions, SignatureState, read_past};

use super::{WAIT, text};
use crate::repositories::Repository;

/// A line of the signers' file for a key that [`Repository::ssh_key`] made.
fn line(who: &str, options: &str, key: &Path) -> String {
    let public = fs::read_to_string(key.with_extension("pub")).expect("the public half");
    format!("{who} {options} {public}")
}

/// What the newest commit's signature is worth to those who know these signers.
fn newest(repository: &Repository, signers: &str) -> SignatureState {
    let options = PastOptions { signers: Some(signers.to_owned()), ..PastOptions::default() };
    let past = read_past(repository.folder(), &options, &NoCache).expect("readable").expect("a past");
    past.commits[0].signature.clone()
}

fn signed() -> (Repository, std::path::PathBuf) {
    let repository = Repository::new();
    let key = repository.ssh_key("ann");
    repository.write(WAIT, text("A")).commit_signed(&key, "Add");
    (repository, key)
}

#[test]
fn a_commit_is_signed_by_whom_the_signers_name() {
    let (repository, key) = signed();
    let SignatureState::Good { principal, key } = newest(&repository, &line("ann@example.org", "", &key)) else {
        panic!("the signature is good");
    };
    assert_eq!(&*principal, "ann@example.org");
    assert!(key.starts_with("SHA256:"), "{key}");
}

#[test]
fn a_key_that_nobody_named_is_unknown() {
    let (repository, _) = signed();
    let other = repository.ssh_key("bo");
    assert!(matches!(newest(&repository, &line("bo@example.org", "", &other)), SignatureState::UnknownKey { .. }));
    assert!(matches!(newest(&repository, ""), SignatureState::UnknownKey { .. }));
}

#[test]
fn a_key_is_judged_by_the_time_of_the_commit() {
    let (repository, key) = signed();
    let expired = line("ann@example.org", "valid-before=\"20251231Z\"", &key);
    assert!(matches!(newest(&repository, &expired), SignatureState::NotValidThen { .. }));
    let since_over = line("ann@example.org", "valid-before=\"20260201Z\"", &key);
    assert!(matches!(newest(&repository, &since_over), SignatureState::Good { .. }));
}

#[test]
fn a_commit_that_was_changed_after_it_was_signed_is_bad() {
    let (repository, key) = signed();
    let whole = String::from_utf8(repository.git(&["cat-file", "commit", "HEAD"])).expect("text");
    let changed = whole.replace("\nAdd\n", "\nAdd more\n");
    assert_ne!(whole, changed);
    let id = String::from_utf8(repository.feed(&["hash-object", "-t", "commit", "-w", "--stdin"], changed.as_bytes())).expect("text");
    repository.git(&["update-ref", "HEAD", id.trim()]);
    assert!(matches!(newest(&repository, &line("ann@example.org", "", &key)), SignatureState::Bad { .. }));
}

#[test]
fn a_commit_that_changes_no_part_is_not_judged() {
    let (repository, key) = signed();
    repository.write("README", "x").commit_signed(&key, "Elsewhere");
    let SignatureState::Unchecked { reason } = newest(&repository, &line("ann@example.org", "", &key)) else {
        panic!("nobody looked at the signature");
    };
    assert_eq!(&*reason, "the commit changes no part of the project");
}

#[test]
fn a_commit_without_a_signature_is_unsigned() {
    let repository = Repository::new();
    repository.write(WAIT, text("A")).commit("Add");
    assert_eq!(newest(&repository, ""), SignatureState::Unsigned);
}
