//! The past of repositories full of merges, held against what `git log` says of them.

use std::collections::BTreeSet;

use super::*;
use crate::repositories::{Raw, combined, first_parent, generate, graph};

/// What one commit did to one part: the commit, the part, the state before where there is but one, and the state after.
type Event = (String, String, Option<State>, State);

/// Path and blob of a file, where there is one.
type State = Option<(String, String)>;

/// Seeds of the repositories, and how many commits they have.
const REPOSITORIES: [(u64, usize); 3] = [(11, 300), (12, 300), (13, 150)];

/// The part to which a path of the generated repositories belongs.
fn part(path: &str) -> Option<Part> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.split('.').next().expect("a name");
    match folder.split('/').nth(1) {
        None => Some(Part::Settings),
        Some("definitions") => Some(Part::record(Kind::Metric, &id(stem))),
        Some("decisions") => Some(Part::record(Kind::Decision, &id(stem))),
        Some("snapshots") => {
            let release = id(folder.split('/').nth(2).expect("a release"));
            Some(if stem == "release" { Part::Release(release) } else { Part::Results { release, metric: id(stem) } })
        }
        Some(_) => None,
    }
}

/// The events that git tells: a file that goes and one that comes of the same part are one event.
fn events(raw: &[Raw]) -> BTreeSet<Event> {
    let mut by_part: BTreeMap<(&str, Part), Vec<&Raw>> = BTreeMap::new();
    for one in raw {
        by_part.entry((&one.commit, part(&one.path).expect("a part"))).or_default().push(one);
    }
    let state = |path: &str, blob: &Option<String>| Some((path.to_owned(), blob.clone()?));
    let event = |((commit, part), all): (&(&str, Part), &Vec<&Raw>)| {
        let before = all.iter().find_map(|raw| state(&raw.path, &raw.before[0]));
        let after = all.iter().find_map(|raw| state(&raw.path, &raw.after));
        let is_merge = all.iter().any(|raw| raw.before.len() > 1);
        ((*commit).to_owned(), format!("{part:?}"), (!is_merge).then_some(before), after)
    };
    by_part.iter().map(event).collect()
}

fn of_edit(past: &Past, of: &Part, edit: &Edit, with_before: bool) -> Event {
    let commit = past.commit(edit).expect("it is committed");
    let state = |state: &Option<FileState>| state.as_ref().map(|state| (state.path.to_string(), state.blob.as_str().to_owned()));
    (commit.id.as_str().to_owned(), format!("{of:?}"), with_before.then(|| state(&edit.before)), state(&edit.after))
}

/// The commits that each merge of the main line was the first to bring in, by id.
fn brought_in(graph: &[(String, Vec<String>)]) -> BTreeMap<String, String> {
    let parents: BTreeMap<&str, &[String]> = graph.iter().map(|(id, parents)| (id.as_str(), parents.as_slice())).collect();
    let mut main = vec![graph[0].0.as_str()];
    while let Some(first) = parents[main[main.len() - 1]].first() {
        main.push(first);
    }
    let mut owners = BTreeMap::new();
    for merge in main.iter().rev() {
        let mut open = vec![*merge];
        while let Some(id) = open.pop() {
            if owners.insert(id.to_owned(), (*merge).to_owned()).is_none() {
                open.extend(parents[id].iter().map(String::as_str).filter(|parent| !owners.contains_key(*parent)));
            }
        }
    }
    owners
}

#[test]
fn commits_come_in_the_order_of_git() {
    for (seed, commits) in REPOSITORIES {
        let repository = generate(seed, commits);
        let past = past(repository.folder());
        let texts = |commit: &Commit| {
            (commit.id.as_str().to_owned(), commit.parents.iter().map(|parent| parent.as_str().to_owned()).collect::<Vec<_>>())
        };
        let found: Vec<(String, Vec<String>)> = past.commits.iter().map(texts).collect();
        assert_eq!(found, graph(&repository), "seed {seed}");
    }
}

#[test]
fn main_logs_say_what_git_says_of_the_first_parents() {
    for (seed, commits) in REPOSITORIES {
        let repository = generate(seed, commits);
        let past = past(repository.folder());
        let entries = past.logs.iter().flat_map(|(part, log)| log.iter().map(move |entry| (part, entry)));
        let found: BTreeSet<Event> = entries.map(|(part, entry)| of_edit(&past, part, &entry.edit, true)).collect();
        assert_eq!(found, events(&first_parent(&repository)), "seed {seed}");
        for (part, log) in &past.logs {
            assert!(log.is_sorted_by_key(|entry| entry.edit.commit), "seed {seed}, {part:?}");
        }
    }
}

#[test]
fn all_events_together_are_those_of_the_full_history() {
    for (seed, commits) in REPOSITORIES {
        let repository = generate(seed, commits);
        let past = past(repository.folder());
        let owners = brought_in(&graph(&repository));
        let in_force: BTreeSet<(String, String)> = events(&first_parent(&repository)).into_iter().map(|event| (event.0, event.1)).collect();
        // A side branch of which a merge took nothing stands in no main log.
        let expected: BTreeSet<Event> = events(&combined(&repository))
            .into_iter()
            .filter(|event| in_force.contains(&(owners[&event.0].clone(), event.1.clone())))
            .collect();
        let mut found = BTreeSet::new();
        for (part, log) in &past.logs {
            for entry in log {
                let main = past.commit(&entry.edit).expect("it is committed");
                if !main.is_merge() || entry.edit.in_merge {
                    found.insert(of_edit(&past, part, &entry.edit, !main.is_merge()));
                }
                for side in &entry.side {
                    let commit = past.commit(side).expect("it is committed");
                    assert_eq!(owners[commit.id.as_str()], main.id.as_str(), "seed {seed}");
                    assert_eq!(side.in_merge, commit.is_merge(), "seed {seed}, {}", commit.id);
                    found.insert(of_edit(&past, part, side, !commit.is_merge()));
                }
                assert!(entry.side.is_sorted_by_key(|edit| edit.commit), "seed {seed}, {part:?}");
            }
        }
        assert_eq!(found, expected, "seed {seed}");
    }
}

#[test]
fn the_generated_repositories_hold_what_they_are_made_for() {
    let repository = generate(11, 300);
    let graph = graph(&repository);
    let merges = graph.iter().filter(|(_, parents)| parents.len() > 1).count();
    assert!(graph.len() > 200 && merges * 4 > graph.len(), "{merges} of {}", graph.len());
    assert!(graph.iter().any(|(_, parents)| parents.len() > 2), "an octopus");
    assert!(graph.iter().filter(|(_, parents)| parents.is_empty()).count() > 1, "several roots");
    assert!(combined(&repository).iter().any(|raw| raw.before.len() > 1), "merges with edits of their own");
}
