//! The output folder: what may stand there, and what happens to it.
//!
//! Whatever is refused or fails, the files of the folder and around it stay as they were.

use std::fs;

use crate::sandbox::{Sandbox, differing};

/// Builds into a place that must be refused with these words; nothing may change.
#[track_caller]
fn refused(sandbox: &Sandbox, output: &str, says: &str) {
    let before = sandbox.files();
    let outcome = sandbox.build(&["--output", output]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{}", outcome.err);
    assert!(outcome.err.contains(says), "{}", outcome.err);
    assert!(outcome.err.contains("\n  help: choose another folder with `--output`"), "{}", outcome.err);
    assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
}

#[test]
fn foreign_file_in_the_output_folder_is_never_touched() {
    for foreign in ["thesis.docx", "notes.txt", "assets/deep/photo.jpg", ".env"] {
        let sandbox = Sandbox::minimal();
        sandbox.write(&format!("output/{foreign}"), "mine");
        refused(&sandbox, "output", "was not written by Tickmark, so the folder is left alone");
    }
}

#[test]
fn foreign_file_among_those_of_a_report_is_never_touched() {
    let sandbox = Sandbox::with_report();
    sandbox.write("output/metrics/budget.xlsx", "mine");
    refused(&sandbox, "output", "budget.xlsx` in the output folder was not written by Tickmark");
}

#[test]
fn web_site_of_somebody_else_is_no_report() {
    let sandbox = Sandbox::minimal();
    sandbox.write("output/index.html", "<!DOCTYPE html>");
    sandbox.write("output/style.css", "p {}");
    refused(&sandbox, "output", "index.html` in the output folder was not written by Tickmark");
}

#[test]
fn file_in_the_place_of_the_folder_is_refused() {
    let sandbox = Sandbox::minimal();
    sandbox.write("output", "a file");
    refused(&sandbox, "output", "is a file");
}

#[cfg(unix)]
#[test]
fn symbolic_link_in_the_place_of_the_folder_is_refused() {
    let sandbox = Sandbox::minimal();
    fs::create_dir(sandbox.path("elsewhere")).expect("a folder");
    std::os::unix::fs::symlink("elsewhere", sandbox.path("output")).expect("a link");
    refused(&sandbox, "output", "is a symbolic link");
}

#[cfg(unix)]
#[test]
fn symbolic_link_inside_the_folder_is_refused() {
    let sandbox = Sandbox::with_report();
    std::os::unix::fs::symlink("/", sandbox.path("output/metrics/root.html")).expect("a link");
    refused(&sandbox, "output", "root.html` in the output folder was not written by Tickmark");
}

#[test]
fn project_itself_is_no_output_folder() {
    let sandbox = Sandbox::minimal();
    for output in [".", "./", "metrics/..", "../"] {
        let before = sandbox.files();
        let outcome = sandbox.build(&["--output", output]);
        assert_eq!(outcome.code, 2, "{output}: {}", outcome.err);
        assert_eq!(differing(&before, &sandbox.files()), [""; 0], "{output}");
    }
}

#[test]
fn folder_that_holds_the_project_is_refused() {
    let sandbox = Sandbox::minimal();
    let folder = sandbox.folder().to_str().expect("UTF-8").to_owned();
    refused(&sandbox, &folder, "holds the project itself");
}

#[test]
fn folders_of_the_project_are_no_output_folder() {
    let sandbox = Sandbox::minimal();
    fs::create_dir_all(sandbox.path("themes")).expect("a folder");
    fs::create_dir_all(sandbox.path(".git")).expect("a folder");
    for output in ["metrics", "metrics/out", "content/out", "themes/out", ".git/out", "content/../metrics/out"] {
        refused(&sandbox, output, "lies among the files of the project");
    }
}

#[test]
fn folder_around_the_output_folder_must_exist() {
    let sandbox = Sandbox::minimal();
    refused(&sandbox, "no/where/output", "lies in a folder that does not exist");
}

#[test]
fn empty_name_is_no_output_folder() {
    let sandbox = Sandbox::minimal();
    let before = sandbox.files();
    assert_eq!(sandbox.build(&["--output", ""]).code, 2);
    assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
}

#[test]
fn output_folder_may_lie_outside_the_project() {
    let (sandbox, outside) = (Sandbox::minimal(), Sandbox::empty());
    let output = outside.path("report");
    let before = sandbox.files();
    let outcome = sandbox.build(&["--output", output.to_str().expect("UTF-8")]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(output.join("index.html").is_file());
    assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
}

#[test]
fn empty_folder_is_taken() {
    let sandbox = Sandbox::minimal();
    fs::create_dir(sandbox.path("output")).expect("a folder");
    assert_eq!(sandbox.build(&[]).code, 0);
    assert!(sandbox.path("output/index.html").is_file());
}

#[test]
fn files_of_the_repository_stay_in_the_output_folder() {
    let sandbox = Sandbox::minimal();
    sandbox.write("output/.gitignore", "*\n!.gitignore\n");
    sandbox.write("output/.gitkeep", "");
    for _ in 0..2 {
        assert_eq!(sandbox.build(&[]).code, 0);
        assert_eq!(sandbox.read("output/.gitignore"), "*\n!.gitignore\n");
        assert_eq!(sandbox.read("output/.gitkeep"), "");
    }
}

#[test]
fn second_build_replaces_the_first_whole() {
    let sandbox = Sandbox::with_report();
    sandbox.remove("metrics/snapshots/2026-03/calls-offered.csv");
    sandbox.remove("metrics/definitions/calls-offered.yaml");
    assert!(sandbox.path("output/metrics/calls-offered.html").is_file());
    let outcome = sandbox.build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let gone: Vec<String> =
        sandbox.files().into_keys().filter(|path| path.starts_with("output/") && path.contains("calls-offered")).collect();
    assert_eq!(gone, [""; 0]);
}

#[test]
fn build_leaves_nothing_beside_the_output_folder() {
    let sandbox = Sandbox::with_report();
    let outside = |sandbox: &Sandbox| -> Vec<String> { sandbox.files().into_keys().filter(|path| !path.starts_with("output/")).collect() };
    let before = outside(&sandbox);
    assert_eq!(sandbox.build(&[]).code, 0);
    assert_eq!(outside(&sandbox), before);
}

#[test]
fn what_a_killed_run_left_is_taken_over() {
    let sandbox = Sandbox::with_report();
    sandbox.write(".output.tickmark-new/index.html", "half a page");
    sandbox.write(".output.tickmark-new/metrics/half", "half a page");
    let outcome = sandbox.build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(!sandbox.path(".output.tickmark-new").exists());
    assert!(!sandbox.path("output/metrics/half").exists());
}

#[test]
fn folder_that_another_run_writes_is_left_alone() {
    let sandbox = Sandbox::with_report();
    sandbox.write(".output.tickmark-new/index.html", "half a page");
    #[expect(clippy::disallowed_types, reason = "the test holds the lock of another run")]
    let other = fs::File::open(sandbox.path(".output.tickmark-new")).expect("a folder");
    other.try_lock().expect("a lock");
    refused(&sandbox, "output", "is being written by another run");
}

#[test]
fn folder_of_the_theme_that_fails_leaves_the_old_report() {
    let sandbox = Sandbox::with_report();
    sandbox.write("tickmark.yaml", sandbox.read("tickmark.yaml") + "theme: own\n");
    sandbox.write("themes/own/templates/page.html", "{% extends \"base.html\" %}{{ broken");
    let before = sandbox.files();
    assert_eq!(sandbox.build(&[]).code, 1);
    assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
}
