//! Where a repository is, how much of it is there, and what is not committed yet.

use super::*;
use crate::sandbox::Sandbox;

#[test]
fn a_folder_that_is_no_repository_has_no_past() {
    assert_eq!(read(Sandbox::minimal().folder()).expect("no failure"), None);
}

#[test]
fn a_repository_without_commits_has_no_past() {
    let repository = Repository::new();
    repository.write(WAIT, text("One"));
    assert_eq!(read(repository.folder()).expect("no failure"), None);
}

#[test]
fn a_project_may_be_a_folder_of_a_repository() {
    let repository = Repository::new();
    repository.write(format!("teams/service/{WAIT}"), text("One")).write(WAIT, text("Not this one")).commit("Begin");
    repository.write(WAIT, text("Not this one either")).commit("Edit the other");
    repository.write(format!("teams/service/{WAIT}"), text("Two")).commit("Edit");
    let past = past(&repository.folder().join("teams/service"));
    assert_eq!(told(&past, &wait()), ["Edit: edits", "Begin: adds"]);
    assert_eq!(log(&past, &wait())[0].edit.after, state(WAIT, &repository.blob("HEAD", &format!("teams/service/{WAIT}"))));
}

#[test]
fn a_project_that_came_into_a_folder_later_has_a_past_from_there_on() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("At the root");
    repository.rename(WAIT, &format!("service/{WAIT}")).commit("Into a folder");
    let past = past(&repository.folder().join("service"));
    assert_eq!(told(&past, &wait()), ["Into a folder: adds"]);
}

#[test]
fn a_project_is_found_by_a_path_that_goes_up_and_down() {
    let repository = Repository::new();
    repository.write(format!("service/{WAIT}"), text("One")).commit("Begin");
    let crooked = repository.folder().join("service/metrics/..");
    assert_eq!(told(&past(&crooked), &wait()), ["Begin: adds"]);
}

#[test]
fn a_project_is_found_behind_a_link() {
    let repository = Repository::new();
    repository.write(format!("service/{WAIT}"), text("One")).commit("Begin");
    let link = repository.beside("link");
    std::os::unix::fs::symlink(repository.folder().join("service"), &link).expect("a link");
    assert_eq!(told(&past(&link), &wait()), ["Begin: adds"]);
}

#[test]
fn a_bare_repository_has_the_past_of_its_root() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    let bare = repository.clone_to("bare.git", &["--bare"]);
    repository.write(WAIT, text("Two"));
    let read = past(&bare);
    assert_eq!(told(&read, &wait()), ["Begin: adds"]);
}

#[test]
fn a_linked_work_tree_has_the_past_of_its_own_branch() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.branch("side").write(WAIT, text("Two")).commit("Aside");
    repository.checkout("main").write(WAIT, text("Three")).commit("On main");
    let linked = repository.beside("linked");
    repository.git(&["worktree", "add", "-q", linked.to_str().expect("text"), "side"]);
    assert_eq!(told(&past(&linked), &wait()), ["Aside: edits", "Begin: adds"]);
    assert_eq!(told(&past(repository.folder()), &wait()), ["On main: edits", "Begin: adds"]);
}

#[test]
fn a_detached_head_has_the_past_of_its_commit() {
    let repository = Repository::new();
    let first = repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).commit("Edit");
    repository.checkout(&first);
    assert_eq!(told(&past(repository.folder()), &wait()), ["Begin: adds"]);
}

#[test]
fn a_clone_that_borrows_its_objects_has_the_whole_past() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).commit("Edit");
    let clone = repository.beside("borrowed");
    let (from, to) = (repository.folder().to_str().expect("text"), clone.to_str().expect("text"));
    repository.git(&["clone", "-q", "--shared", from, to]);
    assert_eq!(past(&clone), past(repository.folder()));
}

#[test]
fn packing_changes_nothing() {
    let repository = Repository::new();
    for step in 0..30 {
        repository.write(WAIT, text(&format!("Step {step}"))).commit(format!("Step {step}"));
    }
    let loose = past(repository.folder());
    repository.git(&["gc", "-q", "--prune=now"]);
    repository.git(&["commit-graph", "write", "--reachable", "--changed-paths"]);
    assert_eq!(past(repository.folder()), loose);
}

#[test]
fn a_shallow_clone_says_where_it_ends() {
    let repository = Repository::new();
    for step in 0..5 {
        repository.write(WAIT, text(&format!("Step {step}"))).commit(format!("Step {step}"));
    }
    let past = past(&repository.clone_to("shallow", &["--depth", "2"]));
    assert!(past.shallow);
    assert_eq!(past.commits.iter().map(|commit| commit.truncated).collect::<Vec<_>>(), [false, true]);
    let log = log(&past, &wait());
    assert_eq!((past.commit(&log[1].edit).expect("a commit").truncated, &log[1].edit.before), (true, &None));
}

#[test]
fn a_whole_clone_ends_nowhere() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    let past = past(repository.folder());
    assert!(!past.shallow && !past.commits[0].truncated);
}

#[test]
fn a_shallow_clone_that_is_completed_has_the_whole_past() {
    let repository = Repository::new();
    for step in 0..5 {
        repository.write(WAIT, text(&format!("Step {step}"))).commit(format!("Step {step}"));
    }
    let clone = repository.clone_to("shallow", &["--depth", "2"]);
    let cache = super::cache::Kept::default();
    let before = read_past(&clone, &PastOptions::default(), &cache).expect("a shallow past").expect("a past");
    repository.git_at(&clone, &["fetch", "-q", "--unshallow"]);
    let after = read_past(&clone, &PastOptions::default(), &cache).expect("a whole past").expect("a past");
    assert_eq!((before.commits.len(), after.commits.len()), (2, 5));
    assert_eq!(after, past(repository.folder()));
}

#[test]
fn a_clone_without_old_files_has_the_past_but_not_their_bytes() {
    let repository = Repository::new();
    let first = repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).commit("Edit");
    let clone = repository.clone_to("partial", &["--filter=blob:none"]);
    assert_eq!(past(&clone), past(repository.folder()));
    let files = GitFiles::open(&clone).expect("no failure").expect("a repository");
    let state = |commit: &str| state(WAIT, &repository.blob(commit, WAIT)).expect("a state");
    let mut found = Vec::new();
    files.read(&[state(&first), state("HEAD")], &mut |_, blob| found.push(blob)).expect("no failure");
    assert_eq!(found, [Blob::Missing, Blob::Read(text("Two").into_bytes().into())]);
}

#[test]
fn a_clone_without_old_folders_says_what_to_fetch() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).commit("Edit");
    let failure = read(&repository.clone_to("treeless", &["--filter=tree:0"])).expect_err("folders are missing");
    assert!(failure.to_string().contains("tree "), "{failure}");
    assert!(failure.help().expect("help").contains("git fetch --refetch"), "{:?}", failure.help());
}

#[test]
fn other_kinds_of_repositories_are_refused_by_name() {
    for (options, word) in [("--object-format=sha256", "sha256"), ("--ref-format=reftable", "reftable")] {
        let repository = Repository::with(&[options]);
        repository.write(WAIT, text("One")).commit("Begin");
        let failure = read(repository.folder()).expect_err("it is not read");
        let said = format!("{failure} {}", failure.help().unwrap_or_default()).to_lowercase().replace('-', "");
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn grafts_are_followed_as_git_follows_them() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    let cut = repository.write(WAIT, text("Two")).commit("Cut here");
    repository.write(WAIT, text("Three")).commit("Edit");
    fs::write(repository.folder().join(".git/info/grafts"), format!("{cut}\n")).expect("grafts");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Edit: edits", "Cut here: adds"]);
    assert!(past.commits[1].truncated);
}

#[test]
fn replaced_commits_are_read_as_they_were_written() {
    let repository = Repository::new();
    let first = repository.write(WAIT, text("One")).commit("Begin");
    let second = repository.write(WAIT, text("Two")).commit("Edit");
    let before = past(repository.folder());
    repository.git(&["replace", &second, &first]);
    assert_eq!(past(repository.folder()).commits, before.commits);
}

#[test]
fn what_is_not_committed_is_the_newest_entry() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).write("metrics/targets/wait.yaml", text("Target")).commit("Begin");
    repository.write(WAIT, text("Two")).write("content/decisions/new.yaml", text("New")).remove("metrics/targets/wait.yaml");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["not committed: edits", "Begin: adds"]);
    assert_eq!(told(&past, &Part::record(Kind::Decision, &id("new"))), ["not committed: adds"]);
    assert_eq!(told(&past, &Part::record(Kind::Target, &id("wait"))), ["not committed: removes", "Begin: adds"]);
    assert_eq!(log(&past, &wait())[0].edit.after, state(WAIT, &repository.text(&["hash-object", WAIT])));
}

#[test]
fn what_is_staged_counts_as_it_stands_in_the_work_tree() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Staged")).git(&["add", WAIT]);
    repository.write(WAIT, text("Later still"));
    let read = past(repository.folder());
    assert_eq!(log(&read, &wait())[0].edit.after, state(WAIT, &repository.text(&["hash-object", WAIT])));
    repository.write(WAIT, text("One"));
    assert_eq!(told(&past(repository.folder()), &wait()), ["Begin: adds"]);
}

#[test]
fn an_ignored_record_is_not_committed() {
    let repository = Repository::new();
    repository.write(".gitignore", "wait.yaml\n").commit("Begin");
    repository.write(WAIT, text("One"));
    assert_eq!(told(&past(repository.folder()), &wait()), ["not committed: adds"]);
}

#[test]
fn a_record_that_is_moved_and_not_committed_is_one_entry() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.rename(WAIT, "metrics/definitions/voice/wait.yaml");
    assert_eq!(told(&past(repository.folder()), &wait()), ["not committed: moves", "Begin: adds"]);
}

#[test]
fn what_is_not_committed_in_a_sub_folder_is_found() {
    let repository = Repository::new();
    repository.write(format!("service/{WAIT}"), text("One")).commit("Begin");
    repository.write(format!("service/{WAIT}"), text("Two")).write(WAIT, text("Elsewhere"));
    assert_eq!(told(&past(&repository.folder().join("service")), &wait()), ["not committed: edits", "Begin: adds"]);
}

#[test]
fn what_is_not_committed_can_be_left_out() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two"));
    let options = PastOptions { until: Until::CheckedOut, ..PastOptions::default() };
    let past = read_past(repository.folder(), &options, &NoCache).expect("no failure").expect("a past");
    assert_eq!(told(&past, &wait()), ["Begin: adds"]);
}

#[test]
fn reading_leaves_no_trace_in_the_repository() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two"));
    let before = crate::sandbox::files_below(repository.folder());
    past(repository.folder());
    let after = crate::sandbox::files_below(repository.folder());
    assert_eq!(crate::sandbox::differing(&before, &after), [""; 0]);
}
