//! Histories with holes are read as far as they go, or refused with the step that mends them.

use std::fs;

use tickmark::history::{Blob, FileState, GitFiles, read_blobs};

use super::{MemoryCache, WAIT, metric, past, refused, told};
use crate::repositories::{Repository, bytes_of_id};

fn three_commits() -> Repository {
    let repository = Repository::new();
    for (title, message) in [("A", "Add"), ("B", "Reword"), ("C", "Reword again")] {
        repository.write(WAIT, format!("title: {title}\n")).commit(message);
    }
    repository
}

fn states(past: &tickmark::history::Past) -> Vec<FileState> {
    past.log(&metric("wait")).iter().filter_map(|entry| entry.edit.after.clone()).collect()
}

#[test]
fn a_shallow_clone_says_where_its_history_ends() {
    let repository = three_commits();
    let clone = repository.clone_to("shallow", &["--depth", "2"]);
    let found = past(&clone);
    assert!(found.shallow);
    assert_eq!(found.commits.iter().map(|commit| commit.truncated).collect::<Vec<_>>(), [false, true]);
    assert_eq!(told(&found, "wait"), ["Reword again: wait.yaml > wait.yaml", "Reword: - > wait.yaml"]);
}

#[test]
fn a_clone_that_was_deepened_is_not_told_from_what_was_kept_before() {
    let repository = three_commits();
    let clone = repository.clone_to("shallow", &["--depth", "2"]);
    let cache = MemoryCache::default();
    let options = tickmark::history::PastOptions::default();
    let read = || tickmark::history::read_past(&clone, &options, &cache).expect("readable").expect("a history");
    assert_eq!(read().commits.len(), 2);
    repository.git_at(&clone, &["fetch", "-q", "--unshallow"]);
    assert_eq!(read(), past(repository.folder()));
}

#[test]
fn a_clone_without_blobs_has_its_log_and_lacks_the_texts() {
    let repository = three_commits();
    let clone = repository.clone_to("blobless", &["--filter=blob:none"]);
    let found = past(&clone);
    assert_eq!(found, past(repository.folder()));
    let reader = GitFiles::open(&clone).expect("readable").expect("a repository");
    let blobs = read_blobs(&states(&found), &reader).expect("readable");
    // What is checked out was fetched.
    assert_eq!(blobs, [Blob::Read(b"title: C\n".as_slice().into()), Blob::Missing, Blob::Missing]);
}

#[test]
fn a_clone_without_trees_is_told_how_to_become_whole() {
    let repository = three_commits();
    let clone = repository.clone_to("treeless", &["--filter=tree:0"]);
    let (message, help) = refused(&clone);
    assert!(message.contains(" lacks the tree "), "{message}");
    let command = help.split('`').nth(1).expect("a command");
    let args: Vec<&str> = command.split(' ').skip(1).collect();
    repository.git_at(&clone, &args);
    assert_eq!(past(&clone), past(repository.folder()));
}

#[test]
fn a_lost_commit_is_named() {
    let repository = three_commits();
    let lost = repository.text(&["rev-parse", "HEAD~1"]);
    fs::remove_file(bytes_of_id(&repository.folder().join(".git"), &lost)).expect("a loose object");
    let (message, help) = refused(repository.folder());
    assert!(message.ends_with(&format!("lacks the commit {lost}")), "{message}");
    assert!(help.contains("git fsck"), "{help}");
}

#[test]
fn a_damaged_object_is_named() {
    let repository = three_commits();
    let tree = repository.text(&["rev-parse", "HEAD~1:metrics/definitions"]);
    let other = repository.text(&["rev-parse", "HEAD:metrics/definitions"]);
    let place = |id: &str| bytes_of_id(&repository.folder().join(".git"), id);
    let path = place(&tree);
    fs::remove_file(&path).expect("a loose object");
    fs::copy(place(&other), &path).expect("the bytes of another tree");
    let (message, _) = refused(repository.folder());
    assert!(message.contains(&format!("the tree {tree} is damaged")), "{message}");
    fs::remove_file(&path).expect("a loose object");
    fs::write(&path, "nonsense").expect("bytes");
    let (message, _) = refused(repository.folder());
    assert!(message.contains(&tree), "{message}");
}

#[test]
fn a_repository_of_sha_256_is_refused_in_plain_words() {
    let repository = Repository::with(&["--object-format=sha256"]);
    repository.write(WAIT, "title: A\n").commit("Add");
    let (message, help) = refused(repository.folder());
    assert!(message.ends_with("its objects are named by SHA-256, which cannot be read yet"), "{message}");
    assert_eq!(help, "build from a clone whose objects are named by SHA-1");
}

#[test]
fn a_reftable_is_refused_with_the_command_that_turns_it_into_files() {
    let repository = Repository::with(&["--ref-format=reftable"]);
    repository.write(WAIT, "title: A\n").commit("Add");
    let (message, help) = refused(repository.folder());
    assert!(message.ends_with("its references are kept as a reftable, which cannot be read yet"), "{message}");
    assert_eq!(help, "run `git refs migrate --ref-format=files` in the repository");
}

#[test]
fn a_grafted_history_is_read_as_git_reads_it() {
    let repository = three_commits();
    let (newest, oldest) = (repository.head(), repository.text(&["rev-parse", "HEAD~2"]));
    fs::create_dir_all(repository.folder().join(".git/info")).expect("a folder");
    fs::write(repository.folder().join(".git/info/grafts"), format!("{newest} {oldest}\n")).expect("a file");
    let found = past(repository.folder());
    assert_eq!(told(&found, "wait"), ["Reword again: wait.yaml > wait.yaml", "Add: - > wait.yaml"]);
    assert!(!found.shallow);
}
