//! What keeps a new project from being written, and that nothing is written then.

use std::process::Command;

use crate::sandbox::{Outcome, Sandbox, files_below, run};

/// Runs `tickmark init` in a sandbox, and holds that it is refused and changes nothing.
fn refused(sandbox: &Sandbox, arguments: &[&str]) -> Outcome {
    let before = files_below(sandbox.folder());
    let outcome = run(["-C", sandbox.folder().to_str().expect("UTF-8"), "init"].iter().chain(arguments).copied());
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{}", outcome.err);
    assert_eq!(files_below(sandbox.folder()), before);
    outcome
}

#[test]
fn everything_that_is_in_the_way_is_named_at_once() {
    let sandbox = Sandbox::empty();
    sandbox.write("one/content/index.md", "Ours.\n");
    sandbox.write("one/content/notes.txt", "Ours.\n");
    sandbox.write("one/metrics", "a file\n");
    sandbox.write("one/output/.gitignore", "ours\n");
    let outcome = refused(&sandbox, &["one"]);
    let all = "`content/index.md`, `content/notes.txt`, `metrics`, `output/.gitignore`\n";
    assert!(outcome.err.contains("one` has no room for a new project: it holds ") && outcome.err.contains(all), "{}", outcome.err);
    assert!(outcome.err.contains("help: name another folder, or move these away"), "{}", outcome.err);
}

#[test]
fn project_that_is_there_is_no_place_for_another() {
    let sandbox = Sandbox::minimal();
    let outcome = refused(&sandbox, &[]);
    assert!(outcome.err.contains("` is a Tickmark project already: it holds `tickmark.yaml`, `content/decisions`"), "{}", outcome.err);
}

#[test]
fn demonstration_wants_an_empty_folder() {
    let sandbox = Sandbox::empty();
    sandbox.write("one/README.md", "Ours.\n");
    let outcome = refused(&sandbox, &["--demo", "one"]);
    assert!(outcome.err.contains("one` is not empty: it holds `README.md`\n"), "{}", outcome.err);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let sandbox = Sandbox::empty();
    std::fs::create_dir_all(sandbox.path("elsewhere")).expect("folders");
    std::fs::create_dir_all(sandbox.path("one")).expect("folders");
    for (leads, name) in [("../elsewhere", "one/content"), ("../nowhere", "one/tickmark.yaml")] {
        std::os::unix::fs::symlink(leads, sandbox.path(name)).expect("a link");
    }
    let outcome = refused(&sandbox, &["one"]);
    assert!(outcome.err.contains("it holds `tickmark.yaml`, `content`\n"), "{}", outcome.err);
}

#[test]
fn folder_that_cannot_be_made_is_named() {
    let sandbox = Sandbox::empty();
    sandbox.write("file", "no folder\n");
    for arguments in [&["file"][..], &["file/below"], &["--demo", "file/below"]] {
        let outcome = refused(&sandbox, arguments);
        assert!(outcome.err.starts_with("error: could not ") && outcome.err.contains("/file"), "{}", outcome.err);
        assert!(outcome.err.contains("  because: "), "{}", outcome.err);
    }
}

#[cfg(unix)]
#[test]
fn what_was_begun_is_taken_away_where_it_cannot_be_ended() {
    let sandbox = Sandbox::empty();
    sandbox.write("kept", "ours\n");
    let before = files_below(sandbox.folder());
    // No byte may be written to any file, which is noticed when the first one is there already.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" init a/deep/one";
    let mut shell = Command::new("bash");
    let outcome = shell.args(["-c", script, env!("CARGO_BIN_EXE_tickmark")]).current_dir(sandbox.folder()).output().expect("bash");
    let told = String::from_utf8_lossy(&outcome.stderr);
    assert_eq!(outcome.status.code(), Some(2), "{told}");
    assert!(told.contains("could not create `a/deep/one/content/index.md`"), "{told}");
    assert_eq!(files_below(sandbox.folder()), before);
}
