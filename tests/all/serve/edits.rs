//! Edits of every kind, and what must disturb nobody.

use std::fs;

use super::client::{Events, Serving, changed};
use crate::repositories::Repository;
use crate::sandbox::Sandbox;

const PAGE: &str = "content/index.md";

fn page(says: &str) -> String {
    format!("---\ntitle: Overview\n---\n\n{says}\n")
}

/// Waits until the first page says something.
fn until_shown(serving: &Serving, events: &mut Events, says: &str) {
    while !serving.raw("index.html").contains(says) {
        events.next().expect("the stream goes on");
    }
}

#[test]
fn every_way_to_save_shows() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    let mut events = serving.events();
    events.ready();

    sandbox.write(PAGE, page("written in place"));
    let state = events.until(|state| changed(state).contains(&PAGE.to_owned()));
    assert_eq!(state["problem"], serde_json::Value::Null);
    until_shown(&serving, &mut events, "written in place");
    serving.until_said("changed content/index.md");

    // A new file takes the place of the old one, which is kept beside it for a moment.
    sandbox.write("content/.index.md.swp", "b0VIM");
    fs::rename(sandbox.path(PAGE), sandbox.path("content/index.md~")).expect("renamed");
    sandbox.write(PAGE, page("saved beside a copy"));
    sandbox.remove("content/index.md~");
    sandbox.remove("content/.index.md.swp");
    until_shown(&serving, &mut events, "saved beside a copy");

    sandbox.write("elsewhere.md", page("saved elsewhere and moved here"));
    fs::rename(sandbox.path("elsewhere.md"), sandbox.path(PAGE)).expect("renamed");
    until_shown(&serving, &mut events, "saved elsewhere and moved here");

    sandbox.remove(PAGE);
    sandbox.write(PAGE, page("removed and written anew"));
    until_shown(&serving, &mut events, "removed and written anew");

    // A whole folder goes and comes, twice, so that what came the first time is watched, too.
    for says in ["the folder is another one", "and another one"] {
        let copy = sandbox.path("copy");
        fs::rename(sandbox.path("content"), &copy).expect("renamed");
        let files = crate::sandbox::files_below(&copy);
        for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with('/')) {
            sandbox.write(&format!("content/{path}"), bytes);
        }
        sandbox.remove("copy");
        sandbox.write(PAGE, page(says));
        until_shown(&serving, &mut events, says);
    }
    sandbox.write("content/teams/deep/er/night.yaml", "title: Night shift\n");
    events.until(|state| changed(state).iter().any(|path| path.ends_with("night.yaml")));
    until_listed(&serving, &mut events, "teams/index.html", "Night shift");
    sandbox.remove("content/teams/deep");
    events.until(|state| {
        let last = state["log"].as_array().and_then(|log| log.last()).map(|step| step["changes"].to_string());
        last.is_some_and(|last| last.contains("removed"))
    });
}

fn until_listed(serving: &Serving, events: &mut Events, path: &str, says: &str) {
    while !serving.get(&format!("/{path}")).text().contains(says) {
        events.next().expect("the stream goes on");
    }
}

#[test]
fn what_is_not_read_disturbs_nobody() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    let mut events = serving.events();
    let first = events.ready();
    for path in [
        "output/index.html",
        "notes.md",
        "content/.index.md.swp",
        "content/index.md~",
        "content/#index.md#",
        "metrics/definitions/4913",
        "node_modules/a/b.js",
    ] {
        sandbox.write(path, "disturbing");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("nobody@nowhere.1", sandbox.path("content/.#index.md")).expect("a link");
    for path in ["content/index.md~", "content/.index.md.swp", "content/.#index.md"] {
        fs::remove_file(sandbox.path(path)).expect("removed");
    }
    sandbox.write(PAGE, page("the only edit"));
    let next = events.until(|state| state["number"] != first["number"]);
    assert_eq!(changed(&next), [PAGE]);
    assert_eq!(next["number"].as_u64(), first["number"].as_u64().map(|number| number + 1), "one edit is one state");
}

#[test]
fn a_thousand_files_at_once_are_few_states() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    let mut events = serving.events();
    events.ready();
    for number in 0..1000 {
        sandbox
            .write(&format!("content/glossary/group-{}/term-{number}.md", number % 10), format!("---\ntitle: Term {number}\n---\nText.\n"));
    }
    until_listed(&serving, &mut events, "glossary/index.html", "Term 999<");
    let state = serving.events().ready();
    assert!(state["number"].as_u64().is_some_and(|number| number < 30), "{}", state["number"]);
    for number in [0, 1, 500, 998] {
        assert!(serving.raw("glossary/index.html").contains(&format!("Term {number}<")), "nothing is lost: {number}");
    }
}

#[test]
fn commits_and_branches_are_followed() {
    let repository = Repository::minimal();
    repository.branch("other");
    repository.write(PAGE, page("on the other branch"));
    repository.write("content/glossary/only-there.md", "---\ntitle: Only there\n---\nText.\n");
    repository.commit("Write on the other branch");
    repository.git(&["checkout", "-q", "main"]);
    let serving = Serving::start(repository.folder(), &[]);
    let mut events = serving.events();
    events.ready();

    repository.git(&["checkout", "-q", "other"]);
    until_shown(&serving, &mut events, "on the other branch");
    until_listed(&serving, &mut events, "glossary/index.html", "Only there");
    repository.git(&["checkout", "-q", "main"]);
    while serving.raw("index.html").contains("on the other branch") {
        events.next().expect("the stream goes on");
    }

    repository.write(PAGE, page("to be committed"));
    until_shown(&serving, &mut events, "to be committed");
    let id = repository.commit("Commit it");
    until_shown(&serving, &mut events, &id[..12]);
}

#[test]
fn a_project_in_a_folder_of_a_work_tree_follows_its_own_commits() {
    let repository = Repository::new();
    let files = crate::sandbox::files_below(&crate::tree::root().join("tests/projects/minimal"));
    for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with('/')) {
        repository.write(format!("deep/project/{path}"), bytes);
    }
    repository.commit("Begin");
    let tree = repository.beside("tree");
    repository.git(&["worktree", "add", "-q", "-b", "side", tree.to_str().expect("text")]);
    let serving = Serving::start(&tree.join("deep/project"), &[]);
    let mut events = serving.events();
    events.ready();
    fs::write(tree.join("deep/project").join(PAGE), page("in the work tree")).expect("written");
    until_shown(&serving, &mut events, "in the work tree");
    let tree = tree.to_str().expect("text");
    repository.git(&["-C", tree, "commit", "-q", "-a", "-m", "Commit there"]);
    let id = String::from_utf8(repository.git(&["-C", tree, "rev-parse", "HEAD"])).expect("text");
    until_shown(&serving, &mut events, &id[..12]);
    // The whole project goes with its branch, and comes again.
    repository.git(&["-C", tree, "checkout", "-q", "--orphan", "empty"]);
    repository.git(&["-C", tree, "rm", "-rfq", "."]);
    events.until(|state| state["problem"] != serde_json::Value::Null);
    repository.git(&["-C", tree, "checkout", "-q", "side"]);
    events.until(|state| state["problem"] == serde_json::Value::Null);
    fs::write(format!("{tree}/deep/project/{PAGE}"), page("and is followed again")).expect("written");
    until_shown(&serving, &mut events, "and is followed again");
}
