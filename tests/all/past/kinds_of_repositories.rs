//! Repositories of all shapes are read for what they are.

use tickmark::app::RepositoryCache;
use tickmark::history::{PastOptions, SignatureState, read_past};

use super::{WAIT, metric, past, told, tried};
use crate::repositories::Repository;
use crate::sandbox::Sandbox;

#[test]
fn a_folder_without_a_repository_has_no_past() {
    assert_eq!(tried(Sandbox::minimal().folder()).expect("no failure"), None);
}

#[test]
fn a_repository_without_commits_has_no_past() {
    assert_eq!(tried(Repository::new().folder()).expect("no failure"), None);
}

#[test]
fn a_record_is_followed_through_moves_and_removal() {
    let repository = Repository::new();
    repository.write(WAIT, "title: A\n").commit("Add");
    repository.rename(WAIT, "metrics/definitions/voice/wait.yaml").commit("Move");
    repository.remove("metrics/definitions/voice/wait.yaml").commit("Remove");
    repository.write(WAIT, "title: B\n").commit("Bring back");
    assert_eq!(
        told(&past(repository.folder()), "wait"),
        ["Bring back: - > wait.yaml", "Remove: voice/wait.yaml > -", "Move: wait.yaml > voice/wait.yaml", "Add: - > wait.yaml"]
    );
}

#[test]
fn a_merge_tells_who_wrote_what_it_brought_in_and_what_it_says_itself() {
    let repository = Repository::new();
    repository.write(WAIT, "title: A\n").write("metrics/definitions/calls.yaml", "title: C\n").commit("Add");
    repository.branch("side").write(WAIT, "title: B\n").commit("Reword");
    repository.checkout("main").write("README", "x").commit("Elsewhere");
    repository.merge_edited(&["side"], &[("metrics/definitions/calls.yaml", "title: evil\n")], "Merge");
    let past = past(repository.folder());
    assert_eq!(told(&past, "wait"), ["Merge: wait.yaml > wait.yaml", "  Reword: wait.yaml > wait.yaml", "Add: - > wait.yaml"]);
    assert_eq!(told(&past, "calls"), ["Merge: calls.yaml > calls.yaml, in the merge", "Add: - > calls.yaml"]);
}

#[test]
fn a_merge_that_took_nothing_is_no_entry() {
    let repository = Repository::new();
    repository.write(WAIT, "title: A\n").commit("Add");
    repository.branch("side").write(WAIT, "title: B\n").commit("Reword");
    repository.checkout("main").merge_ours("side", "Take nothing");
    assert_eq!(told(&past(repository.folder()), "wait"), ["Add: - > wait.yaml"]);
}

#[test]
fn an_octopus_unfolds_to_all_its_arms() {
    let repository = Repository::new();
    repository.write("README", "x").commit("Begin");
    for arm in ["one", "two", "three"] {
        repository.checkout("main").branch(arm).write(format!("metrics/definitions/{arm}.yaml"), arm).commit(format!("Add {arm}"));
    }
    repository.checkout("main").merge(&["one", "two", "three"], "Octopus");
    let past = past(repository.folder());
    for arm in ["one", "two", "three"] {
        assert_eq!(told(&past, arm), [format!("Octopus: - > {arm}.yaml"), format!("  Add {arm}: - > {arm}.yaml")]);
    }
}

#[test]
fn a_second_root_comes_in_with_its_merge() {
    let repository = Repository::new();
    repository.write("README", "x").commit("Begin");
    repository.orphan("other").write(WAIT, "title: A\n").commit("Another beginning");
    repository.checkout("main").merge(&["other"], "Join");
    assert_eq!(told(&past(repository.folder()), "wait"), ["Join: - > wait.yaml", "  Another beginning: - > wait.yaml"]);
}

#[test]
fn a_project_in_a_sub_folder_has_the_past_of_that_folder() {
    let repository = Repository::new();
    repository.write(format!("quality/{WAIT}"), "title: A\n").write(WAIT, "title: other\n").commit("Add");
    repository.write(WAIT, "title: other still\n").commit("Elsewhere");
    assert_eq!(told(&past(&repository.folder().join("quality")), "wait"), ["Add: - > wait.yaml"]);
}

#[test]
fn a_bare_repository_and_a_linked_work_tree_tell_the_same() {
    let repository = Repository::new();
    repository.write(WAIT, "title: A\n").commit("Add");
    repository.write(WAIT, "title: B\n").commit("Reword");
    let expected = past(repository.folder());
    assert_eq!(past(&repository.clone_to("bare", &["--bare"])), expected);
    let linked = repository.beside("linked");
    repository.git(&["worktree", "add", "-q", "--detach", linked.to_str().expect("text")]);
    assert_eq!(past(&linked), expected);
}

#[test]
fn a_submodule_in_the_place_of_a_record_is_no_record() {
    let repository = Repository::new();
    let id = repository.write(WAIT, "title: A\n").commit("Add");
    repository.remove(WAIT).git(&["update-index", "--add", "--cacheinfo", &format!("160000,{id},{WAIT}")]);
    repository.git(&["commit", "-q", "-m", "A submodule"]);
    assert_eq!(told(&past(repository.folder()), "wait"), ["A submodule: wait.yaml > -", "Add: - > wait.yaml"]);
}

#[test]
fn hostile_words_arrive_as_they_were_written() {
    let repository = Repository::new();
    let message = "<script>alert(1)</script>\u{202e}\u{7}\n\n`body`\r\n\u{1b}[31m".as_bytes();
    repository.by("\u{202e}Eve <b>", "eve\u{8}@example.org").write(WAIT, "title: A\n").commit(message);
    let past = past(repository.folder());
    let commit = &past.commits[0];
    assert_eq!(commit.subject(), "<script>alert(1)</script>\u{202e}\u{7}");
    assert_eq!(commit.message.as_bytes(), message);
    assert!(commit.author.name.contains('\u{202e}'));
    assert_eq!(past.log(&metric("wait")).len(), 1);
}

#[test]
fn hostile_names_of_files_belong_to_nothing() {
    let repository = Repository::new();
    for name in ["\u{202e}lmay.yaml", "a\nb.yaml", "<b>.yaml", "--help.yaml", "CON.yaml"] {
        repository.write(format!("metrics/definitions/{name}"), "title: A\n");
    }
    repository.commit("Odd names");
    assert!(past(repository.folder()).logs.is_empty());
}

#[test]
fn who_wrote_and_who_committed_are_told_apart() {
    let repository = Repository::new();
    repository.by("Bo Baker", "bo@example.org").write(WAIT, "title: A\n").commit("Add\n\nBecause.\n");
    let past = past(repository.folder());
    let commit = &past.commits[0];
    assert_eq!((&*commit.author.name, &*commit.committer.name), ("Bo Baker", "Carl Committer"));
    assert_eq!((commit.author.at.offset_minutes(), commit.committer.at.offset_minutes()), (60, 0));
    assert_eq!(commit.committer.at.unix() - commit.author.at.unix(), 60);
    assert_eq!((commit.subject(), commit.body(), &commit.signature), ("Add", "Because.", &SignatureState::Unsigned));
}

#[test]
fn what_is_known_is_kept_within_the_repository() {
    let repository = Repository::new();
    repository.write(WAIT, "title: A\n").commit("Add");
    let linked = repository.beside("linked");
    repository.git(&["worktree", "add", "-q", "--detach", linked.to_str().expect("text")]);
    let options = PastOptions::default();
    let read = || read_past(&linked, &options, &RepositoryCache::of_history(&linked)).expect("readable").expect("a history");
    let cold = read();
    let kept = repository.folder().join(".git/tickmark/history-cache");
    let files: Vec<_> = std::fs::read_dir(&kept).expect("a cache").map(|file| file.expect("a file").path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(read(), cold);
    std::fs::write(&files[0], "nonsense").expect("a file");
    assert_eq!(read(), cold);
    assert_eq!(repository.text(&["status", "--porcelain"]), "");
}
