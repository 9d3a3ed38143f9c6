//! What is not committed yet is the newest entry, without a commit.

use tickmark::history::{Blob, FileState, GitFiles, NoCache, PastOptions, Until, read_blobs, read_past};

use super::{WAIT, metric, past, told};
use crate::repositories::Repository;

fn project() -> Repository {
    let repository = Repository::new();
    repository.write(WAIT, "title: A\n").write("metrics/definitions/calls.yaml", "title: C\n").commit("Add");
    repository
}

#[test]
fn changed_moved_new_and_removed_files_are_told() {
    let repository = project();
    repository.write(WAIT, "title: B\n").write("metrics/definitions/deep/new.yaml", "title: N\n");
    repository.rename("metrics/definitions/calls.yaml", "metrics/definitions/voice/calls.yaml");
    let found = past(repository.folder());
    assert_eq!(told(&found, "wait"), ["not committed: wait.yaml > wait.yaml", "Add: - > wait.yaml"]);
    assert_eq!(told(&found, "calls"), ["not committed: calls.yaml > voice/calls.yaml", "Add: - > calls.yaml"]);
    assert_eq!(told(&found, "new"), ["not committed: - > deep/new.yaml"]);
    repository.remove(WAIT);
    assert_eq!(told(&past(repository.folder()), "wait"), ["not committed: wait.yaml > -", "Add: - > wait.yaml"]);
}

#[test]
fn what_is_staged_counts_as_it_stands_in_the_work_tree() {
    let repository = project();
    repository.write(WAIT, "title: B\n").git(&["add", "--all"]);
    assert_eq!(told(&past(repository.folder()), "wait").len(), 2);
    repository.write(WAIT, "title: A\n");
    assert_eq!(told(&past(repository.folder()), "wait").len(), 1);
}

#[test]
fn a_file_that_git_is_told_to_ignore_is_not_committed() {
    let repository = project();
    repository.write(".gitignore", "secret.yaml\n").write("metrics/definitions/secret.yaml", "title: S\n");
    assert_eq!(told(&past(repository.folder()), "secret"), ["not committed: - > secret.yaml"]);
}

#[test]
fn a_file_that_was_only_touched_is_no_change() {
    let repository = project();
    repository.write(WAIT, "title: A\n");
    assert_eq!(told(&past(repository.folder()), "wait"), ["Add: - > wait.yaml"]);
}

#[test]
fn only_what_is_committed_is_told_where_nothing_else_is_asked_for() {
    let repository = project();
    repository.write(WAIT, "title: B\n");
    let options = PastOptions { until: Until::CheckedOut, ..PastOptions::default() };
    let found = read_past(repository.folder(), &options, &NoCache).expect("readable").expect("a history");
    assert_eq!(told(&found, "wait"), ["Add: - > wait.yaml"]);
}

#[test]
fn the_bytes_of_both_states_can_be_read() {
    let repository = project();
    repository.write(WAIT, "title: B\n");
    let found = past(repository.folder());
    let edit = &found.log(&metric("wait"))[0].edit;
    let states: Vec<FileState> = [&edit.after, &edit.before].into_iter().flatten().cloned().collect();
    assert_eq!(states[0].blob.as_str(), repository.text(&["hash-object", WAIT]));
    let reader = GitFiles::open(repository.folder()).expect("readable").expect("a repository");
    let blobs = read_blobs(&states, &reader).expect("readable");
    let read = |text: &str| Blob::Read(text.as_bytes().into());
    assert_eq!(blobs, [read("title: B\n"), read("title: A\n")]);
}
