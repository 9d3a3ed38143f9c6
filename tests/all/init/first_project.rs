//! The small project that `tickmark init` writes.

use std::fs;

use crate::command::program;
use crate::sandbox::{Sandbox, files_below, run};

fn init(arguments: &[&str]) {
    let outcome = run(["init"].iter().chain(arguments).copied());
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{arguments:?}");
}

#[test]
fn first_project_builds_without_a_finding() {
    let sandbox = Sandbox::empty();
    let project = sandbox.path("project");
    let project = project.to_str().expect("UTF-8");
    init(&[project]);
    let checked = run(["-C", project, "check"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert!(checked.out.contains(": 0 findings"), "{}", checked.out);
    let built = run(["-C", project, "build"]);
    assert_eq!((built.code, built.err.as_str()), (0, ""));
    assert!(sandbox.path("project/output/index.html").is_file());
}

#[test]
fn first_project_is_the_same_each_time() {
    let sandbox = Sandbox::empty();
    let [one, other] = ["one", "other"].map(|name| sandbox.path(name));
    for folder in [&one, &other] {
        init(&[folder.to_str().expect("UTF-8")]);
    }
    assert_eq!(files_below(&one), files_below(&other));
}

#[test]
fn folder_is_taken_as_it_is_named() {
    let sandbox = Sandbox::empty();
    let (working, absolute) = (sandbox.folder().to_str().expect("UTF-8"), sandbox.path("absolute"));
    init(&["-C", working, "a/deep/one"]);
    init(&["-C", working, absolute.to_str().expect("UTF-8")]);
    fs::create_dir(sandbox.path("working")).expect("a folder");
    let here = program(["init"]).current_dir(sandbox.path("working")).output().expect("the program");
    assert!(here.status.success(), "{}", String::from_utf8_lossy(&here.stderr));
    init(&["-C", working]);
    for folder in ["a/deep/one", "absolute", "working", "."] {
        assert!(sandbox.path(folder).join("metrics/definitions/requests.yaml").is_file(), "{folder}");
    }
}

#[test]
fn what_was_written_and_what_to_do_next_are_told() {
    let sandbox = Sandbox::empty();
    let told = run(["-C", sandbox.folder().to_str().expect("UTF-8"), "init", "it's new"]).out;
    let folder = sandbox.path("it's new");
    for path in files_below(&folder).keys().filter(|path| !path.ends_with('/')) {
        assert!(told.contains(&format!("\n  {path}\n")), "{path} is not told:\n{told}");
    }
    let quoted = folder.to_str().expect("UTF-8").replace('\'', "'\\''");
    assert!(told.contains(&format!("\n  tickmark -C '{quoted}' build ")), "{told}");
    assert!(told.contains(&format!("\n  tickmark -C '{quoted}' check\n")), "{told}");
    assert!(told.lines().count() < 24, "{told}");
}

#[test]
fn files_that_are_no_part_of_a_project_stay_beside_it() {
    let sandbox = Sandbox::empty();
    sandbox.write("README.md", "Ours.\n");
    sandbox.write(".git/HEAD", "ref: refs/heads/main\n");
    sandbox.write("src/content/page.md", "Ours too.\n");
    init(&[sandbox.folder().to_str().expect("UTF-8")]);
    assert_eq!(sandbox.read("README.md") + &sandbox.read("src/content/page.md"), "Ours.\nOurs too.\n");
}
