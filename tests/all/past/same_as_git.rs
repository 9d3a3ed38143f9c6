//! The pass and `git log` see the same commits, in the same order, with the same changes.

use std::collections::{BTreeMap, BTreeSet};

use tickmark::history::{Edit, Past, PastOptions, read_past};

use super::{MemoryCache, past};
use crate::repositories::{Raw, Repository, combined, first_parent, generate, graph};

/// A change as commit, path, blob before and blob after.
type Line = (String, String, Option<String>, Option<String>);

fn lines_of(past: &Past, edit: &Edit) -> Vec<Line> {
    let commit = past.commit(edit).expect("committed").id.to_string();
    let (before, after) = (edit.before.as_ref(), edit.after.as_ref());
    let blob = |state: &tickmark::history::FileState| state.blob.to_string();
    match (before, after) {
        (Some(before), Some(after)) if before.path != after.path => vec![
            (commit.clone(), before.path.to_string(), Some(blob(before)), None),
            (commit, after.path.to_string(), None, Some(blob(after))),
        ],
        _ => {
            let path = before.or(after).expect("an edit has a file").path.to_string();
            vec![(commit, path, before.map(blob), after.map(blob))]
        }
    }
}

fn line_of(raw: Raw) -> Line {
    (raw.commit, raw.path, raw.before.into_iter().next().flatten(), raw.after)
}

fn main_lines(past: &Past) -> Vec<Line> {
    let entries = past.logs.values().flatten();
    let mut lines: Vec<Line> = entries.flat_map(|entry| lines_of(past, &entry.edit)).collect();
    lines.sort();
    lines
}

/// What side branches did to files that the merge which brought them in changed, worked out from what git says alone.
fn side_lines(repository: &Repository) -> Vec<Line> {
    let text = |args: &[&str]| String::from_utf8(repository.git(args)).expect("ids are text");
    let mut brought_by: BTreeMap<String, String> = BTreeMap::new();
    for merge in text(&["rev-list", "--first-parent", "--merges", "HEAD"]).lines() {
        // Asked for at once, `git` may list too much where clocks went wrong.
        let before = text(&["rev-list", &format!("{merge}^1")]);
        let before: BTreeSet<&str> = before.lines().collect();
        for commit in text(&["rev-list", merge]).lines().filter(|commit| *commit != merge && !before.contains(commit)) {
            brought_by.insert(commit.to_owned(), merge.to_owned());
        }
    }
    // A record keeps its name when it moves, so the last step of the path tells which record it is; releases have one folder each.
    let part = |path: &str| if path.contains("snapshots") { path.to_owned() } else { path.rsplit('/').next().unwrap_or(path).to_owned() };
    let changed: BTreeSet<(String, String)> =
        first_parent(repository).into_iter().map(|raw| (raw.commit.clone(), part(&raw.path))).collect();
    let mut lines: Vec<Line> = combined(repository)
        .into_iter()
        .filter(|raw| brought_by.get(&raw.commit).is_some_and(|merge| changed.contains(&(merge.clone(), part(&raw.path)))))
        .map(line_of)
        .collect();
    lines.sort();
    lines
}

#[test]
fn the_main_log_is_that_of_first_parents() {
    for seed in 1..=2 {
        let repository = generate(seed, 300);
        let mut expected: Vec<Line> = first_parent(&repository).into_iter().map(line_of).collect();
        expected.sort();
        assert!(expected.len() > 100, "{} changes", expected.len());
        assert_eq!(main_lines(&past(repository.folder())), expected);
    }
}

#[test]
fn each_merge_unfolds_to_the_full_history_of_what_it_brought_in() {
    for seed in 3..=4 {
        let repository = generate(seed, 300);
        let past = past(repository.folder());
        let entries = past.logs.values().flatten();
        let mut lines: Vec<Line> = entries.flat_map(|entry| &entry.side).flat_map(|edit| lines_of(&past, edit)).collect();
        lines.sort();
        let expected = side_lines(&repository);
        assert!(expected.len() > 50, "{} changes", expected.len());
        let only = |one: &[Line], other: &[Line]| one.iter().filter(|line| !other.contains(line)).cloned().collect::<Vec<Line>>();
        assert_eq!((only(&lines, &expected), only(&expected, &lines)), (vec![], vec![]));
        assert_eq!(lines.len(), expected.len());
    }
}

#[test]
fn edits_made_in_a_merge_are_those_that_differ_from_all_parents() {
    let repository = generate(5, 300);
    let past = past(repository.folder());
    let entries = past.logs.values().flatten().map(|entry| &entry.edit);
    let mut lines: Vec<Line> = entries.filter(|edit| edit.in_merge).flat_map(|edit| lines_of(&past, edit)).collect();
    lines.sort();
    let main: BTreeSet<String> = first_parent(&repository).into_iter().map(|raw| raw.commit).collect();
    let mut expected: Vec<Line> =
        combined(&repository).into_iter().filter(|raw| raw.before.len() > 1 && main.contains(&raw.commit)).map(line_of).collect();
    expected.sort();
    assert!(!expected.is_empty());
    // A record that was moved in a merge is marked as a whole, although one of its two paths may come from a parent.
    for line in &expected {
        assert!(lines.contains(line), "{line:?}");
    }
    let commits = |lines: &[Line]| lines.iter().map(|line| line.0.clone()).collect::<BTreeSet<String>>();
    assert_eq!(commits(&lines), commits(&expected));
}

#[test]
fn commits_stand_in_the_order_of_git() {
    let repository = generate(6, 400);
    let past = past(repository.folder());
    let found: Vec<(String, Vec<String>)> =
        past.commits.iter().map(|commit| (commit.id.to_string(), commit.parents.iter().map(ToString::to_string).collect())).collect();
    assert_eq!(found, graph(&repository));
}

#[test]
fn a_cache_changes_nothing_but_the_work() {
    let repository = generate(7, 200);
    let options = PastOptions::default();
    let cold = past(repository.folder());
    let cache = MemoryCache::default();
    let read = || read_past(repository.folder(), &options, &cache).expect("readable").expect("a history");
    assert_eq!(read(), cold);
    assert_eq!(read(), cold);
    repository.write(super::WAIT, "title: Wait\n").commit("One more");
    assert_eq!(read(), past(repository.folder()));
    for bytes in cache.0.lock().expect("one thread").values_mut() {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xff;
    }
    assert_eq!(read(), past(repository.folder()));
    // On another branch other commits are the main line.
    repository.git(&["checkout", "-q", "--detach", "HEAD~1^2"]);
    assert_eq!(read(), past(repository.folder()));
}
