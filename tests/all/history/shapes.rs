//! Lines of history: straight, branched, merged, moved.

use super::*;

#[test]
fn each_commit_that_changed_a_record_is_an_entry_with_both_states() {
    let repository = Repository::new();
    let first = repository.write(WAIT, text("One")).commit("Begin");
    repository.write("content/index.md", "# Hello\n").commit("Something else");
    let last = repository.write(WAIT, text("Two")).commit("Edit");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Edit: edits", "Begin: adds"]);
    let edit = &log(&past, &wait())[0].edit;
    assert_eq!(edit.before, state(WAIT, &repository.blob(&first, WAIT)));
    assert_eq!(edit.after, state(WAIT, &repository.blob(&last, WAIT)));
    assert_eq!(past.commits.len(), 3);
}

#[test]
fn who_wrote_and_who_committed_are_told_apart_with_their_clocks() {
    let repository = Repository::new();
    repository.by("Zoë Žižek", "zoe@example.org").write(WAIT, text("One")).commit("Subject\n\nFirst line.\nSecond line.\n");
    let past = past(repository.folder());
    let commit = &past.commits[0];
    assert_eq!((&*commit.author.name, &*commit.author.email), ("Zoë Žižek", "zoe@example.org"));
    assert_eq!(&*commit.committer.name, "Carl Committer");
    assert_eq!(commit.author.at.to_string(), "2026-01-01T09:00:00+01:00");
    assert_eq!(commit.committer.at.to_string(), "2026-01-01T08:01:00Z");
    assert_eq!((commit.subject(), commit.body()), ("Subject", "First line.\nSecond line."));
}

#[test]
fn a_record_is_followed_through_folders_of_its_kind() {
    let repository = Repository::new();
    let deep = "metrics/definitions/voice/calls/wait.yaml";
    repository.write(WAIT, text("One")).commit("Begin");
    repository.rename(WAIT, deep).commit("Move");
    repository.write(deep, text("Two")).commit("Edit");
    repository.rename(deep, WAIT).write(WAIT, text("Three")).commit("Move back and edit");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Move back and edit: moves", "Edit: edits", "Move: moves", "Begin: adds"]);
}

#[test]
fn a_record_is_followed_from_one_format_to_the_other() {
    let repository = Repository::new();
    repository.write("content/decisions/keep.yaml", text("One")).commit("Begin");
    repository.rename("content/decisions/keep.yaml", "content/decisions/keep.md").commit("As Markdown");
    let past = past(repository.folder());
    assert_eq!(told(&past, &Part::record(Kind::Decision, &id("keep"))), ["As Markdown: moves", "Begin: adds"]);
}

#[test]
fn records_of_two_kinds_with_one_id_have_logs_of_their_own() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("The metric");
    repository.write("metrics/targets/wait.yaml", text("One")).commit("The target");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["The metric: adds"]);
    assert_eq!(told(&past, &Part::record(Kind::Target, &id("wait"))), ["The target: adds"]);
}

#[test]
fn a_record_that_is_gone_keeps_its_log() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.remove(WAIT).commit("Remove");
    repository.write(WAIT, text("One")).commit("Bring back");
    repository.remove(WAIT).commit("Remove again");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Remove again: removes", "Bring back: adds", "Remove: removes", "Begin: adds"]);
}

#[test]
fn settings_releases_and_results_have_logs() {
    let repository = Repository::minimal();
    repository.write("metrics/snapshots/2026-03/calls-offered.csv", "period,site,numerator\n2026-01,north,206\n").commit("Restate");
    let past = past(repository.folder());
    let release = id("2026-03");
    let results = Part::Results { release: release.clone(), metric: id("calls-offered") };
    assert_eq!(told(&past, &results), ["Restate: edits", "Begin: adds"]);
    assert_eq!(told(&past, &Part::Release(release)), ["Begin: adds"]);
    assert_eq!(told(&past, &Part::Settings), ["Begin: adds"]);
}

#[test]
fn a_merge_unfolds_to_the_commits_that_it_brought_in() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.branch("side").write(WAIT, text("Two")).commit("First step");
    repository.write("content/index.md", "# Hello\n").commit("Unrelated");
    repository.write(WAIT, text("Three")).commit("Second step");
    repository.checkout("main").merge(&["side"], "Merge");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Merge: edits", "  Second step: edits", "  First step: edits", "Begin: adds"]);
}

#[test]
fn a_commit_stands_below_the_merge_that_first_brought_it_in() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.branch("side").write(WAIT, text("Two")).commit("Early");
    repository.checkout("main").merge(&["side"], "First merge");
    repository.checkout("side").write(WAIT, text("Three")).commit("Late");
    repository.checkout("main").merge(&["side"], "Second merge");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Second merge: edits", "  Late: edits", "First merge: edits", "  Early: edits", "Begin: adds"]);
}

#[test]
fn a_branch_of_a_branch_comes_in_with_the_merge_into_the_main_line() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.branch("outer").write("content/index.md", "# Hello\n").commit("Outer");
    repository.branch("inner").write(WAIT, text("Two")).commit("Inner");
    repository.checkout("outer").merge(&["inner"], "Merge inner");
    repository.checkout("main").merge(&["outer"], "Merge outer");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Merge outer: edits", "  Inner: edits", "Begin: adds"]);
}

#[test]
fn a_merge_of_which_nothing_was_taken_is_no_entry() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.branch("side").write(WAIT, text("Two")).commit("Refused");
    repository.checkout("main").merge_ours("side", "Refuse");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Begin: adds"]);
    assert_eq!(past.commits.len(), 3);
}

#[test]
fn what_a_merge_itself_writes_is_marked() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.branch("side").write(WAIT, text("Two")).commit("Theirs");
    repository.checkout("main").write(WAIT, text("Three")).commit("Ours");
    repository.merge_edited(&["side"], &[(WAIT, "title: Neither\n")], "Settle");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Settle: edits, in the merge", "  Theirs: edits", "Ours: edits", "Begin: adds"]);
}

#[test]
fn a_record_that_a_merge_slips_in_is_marked() {
    let repository = Repository::new();
    repository.write("tickmark.yaml", text("Project")).commit("Begin");
    repository.branch("side").write("content/index.md", "# Hello\n").commit("Theirs");
    repository.checkout("main").merge_edited(&["side"], &[(WAIT, "title: Slipped in\n")], "Merge");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Merge: adds, in the merge"]);
}

#[test]
fn an_octopus_unfolds_to_all_its_arms() {
    let repository = Repository::new();
    let other = "metrics/targets/wait.yaml";
    repository.write(WAIT, "a\nb\nc\nd\ne\nf\ng\nh\ni\n").commit("Begin");
    repository.branch("one").write(WAIT, "A\nb\nc\nd\ne\nf\ng\nh\ni\n").commit("One");
    repository.checkout("main").branch("two").write(WAIT, "a\nb\nc\nd\nE\nf\ng\nh\ni\n").commit("Two");
    repository.checkout("main").branch("three").write(other, text("Three")).commit("Three");
    repository.checkout("main").merge(&["one", "two", "three"], "All");
    let past = past(repository.folder());
    assert_eq!(past.commits[0].parents.len(), 4);
    // Lines of two arms stand in the merge, so its text stands in none of them.
    assert_eq!(told(&past, &wait()), ["All: edits, in the merge", "  Two: edits", "  One: edits", "Begin: adds"]);
    assert_eq!(told(&past, &Part::record(Kind::Target, &id("wait"))), ["All: adds", "  Three: adds"]);
}

#[test]
fn two_roots_have_one_past() {
    let repository = Repository::new();
    repository.write("tickmark.yaml", text("Project")).commit("One root");
    repository.orphan("elsewhere").write(WAIT, text("One")).commit("Another root");
    repository.checkout("main").merge(&["elsewhere"], "Join");
    let past = past(repository.folder());
    assert_eq!(past.commits.iter().filter(|commit| commit.parents.is_empty() && !commit.truncated).count(), 2);
    assert_eq!(told(&past, &wait()), ["Join: adds", "  Another root: adds"]);
}

#[test]
fn a_clock_that_goes_wrong_puts_no_commit_before_what_it_follows() {
    let repository = Repository::new();
    repository.at(1_800_000_000).write(WAIT, text("One")).commit("From the future");
    repository.at(1_700_000_000).write(WAIT, text("Two")).commit("From the past");
    repository.at(1_750_000_000).write(WAIT, text("Three")).commit("From between");
    let past = past(repository.folder());
    let subjects: Vec<&str> = past.commits.iter().map(Commit::subject).collect();
    assert_eq!(subjects, ["From between", "From the past", "From the future"]);
    assert_eq!(told(&past, &wait()), ["From between: edits", "From the past: edits", "From the future: adds"]);
}

#[test]
fn of_commits_of_one_second_the_greater_id_comes_first() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    let mut ids = Vec::new();
    for name in ["one", "two", "three", "four"] {
        repository.checkout("main").branch(name).at(1_800_000_000).write(format!("content/{name}.md"), "x\n");
        ids.push(repository.commit(name));
    }
    repository.checkout("main").merge(&["one", "two", "three", "four"], "All");
    ids.sort();
    ids.reverse();
    let past = past(repository.folder());
    let found: Vec<&str> = past.commits[1..5].iter().map(|commit| commit.id.as_str()).collect();
    assert_eq!(found, ids);
}

#[test]
fn a_link_is_no_record() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.remove(WAIT);
    std::os::unix::fs::symlink("../../secret.yaml", repository.folder().join(WAIT)).expect("a link");
    repository.commit("As a link");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["As a link: removes", "Begin: adds"]);
}

#[test]
fn another_repository_inside_is_no_record() {
    let repository = Repository::new();
    let inner = Repository::new();
    inner.write("wait.yaml", text("Inner")).commit("Inner");
    repository.write(WAIT, text("One")).commit("Begin");
    let from = inner.folder().to_str().expect("text");
    repository.git(&["submodule", "--quiet", "add", from, "metrics/definitions/inner.yaml"]);
    repository.commit("Add a submodule");
    repository.write(WAIT, text("Two")).commit("Edit");
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["Edit: edits", "Begin: adds"]);
    assert_eq!(past.log(&Part::record(Kind::Metric, &id("inner"))), []);
}
