//! The output folder: what may stand there, and what happens to it.
//!
//! Whatever is refused or fails, the files of the folder and around it stay as they were.

use std::fs;

use crate::sandbox::{Sandbox, differing, files_below};

/// By what the folder beside the output folder is known as ours.
const MARKER: &str = ".output.tickmark-new/tickmark-working-folder";

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
fn file_that_the_list_of_the_report_does_not_name_is_never_touched_whatever_its_ending() {
    let sandbox = Sandbox::with_report();
    sandbox.write("output/metrics/notes.html", "mine");
    refused(&sandbox, "output", "output/metrics/notes.html` was not written by Tickmark");
}

#[test]
fn foreign_files_are_named_up_to_ten_and_counted_beyond() {
    let sandbox = Sandbox::with_report();
    for number in 10..22 {
        sandbox.write(&format!("output/mine-{number}.csv"), "mine");
    }
    refused(&sandbox, "output", "output/mine-19.csv` and 2 others were not written by Tickmark");
}

#[test]
fn report_whose_list_somebody_changed_is_left_alone() {
    let sandbox = Sandbox::with_report();
    sandbox.write("output/manifest-sha256.txt", sandbox.read("output/manifest-sha256.txt") + "more\n");
    refused(&sandbox, "output", "output/manifest-sha256.txt` was not written by Tickmark");
}

#[test]
fn folder_in_the_place_of_a_page_is_left_alone() {
    let sandbox = Sandbox::with_report();
    sandbox.remove("output/index.html");
    fs::create_dir(sandbox.path("output/index.html")).expect("a folder");
    refused(&sandbox, "output", "output/index.html` was not written by Tickmark");
}

#[cfg(unix)]
#[test]
fn pipe_in_the_place_of_a_page_is_left_alone() {
    let sandbox = Sandbox::with_report();
    sandbox.remove("output/index.html");
    let made = std::process::Command::new("mkfifo").arg(sandbox.path("output/index.html")).status().expect("mkfifo is installed");
    assert!(made.success());
    let outcome = sandbox.build(&[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("output/index.html` was not written by Tickmark"), "{}", outcome.err);
    assert!(!sandbox.path(".output.tickmark-new").exists());
}

#[test]
fn signatures_go_with_their_report_and_that_is_said() {
    let sandbox = Sandbox::with_report();
    for name in ["manifest-sha256.txt.sig", "manifest-sha256.txt.sig.tsr", "manifest-sha256.txt.2.sig"] {
        sandbox.write(&format!("output/{name}"), "a signature");
    }
    let outcome = sandbox.build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, "note: the report that was replaced bore 2 signatures, gone with it\n"));
    assert!(!sandbox.path("output/manifest-sha256.txt.sig.tsr").exists());
}

#[test]
fn foreign_file_among_those_of_a_report_is_never_touched() {
    let sandbox = Sandbox::with_report();
    sandbox.write("output/metrics/budget.xlsx", "mine");
    refused(&sandbox, "output", "budget.xlsx` was not written by Tickmark");
}

#[test]
fn web_site_of_somebody_else_is_no_report() {
    let sandbox = Sandbox::minimal();
    sandbox.write("output/index.html", "<!DOCTYPE html>");
    sandbox.write("output/style.css", "p {}");
    refused(&sandbox, "output", "output/style.css` were not written by Tickmark");
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
    refused(&sandbox, "output", "root.html` was not written by Tickmark");
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
    sandbox.write(MARKER, "");
    sandbox.write(".output.tickmark-new/report/index.html", "half a page");
    sandbox.write(".output.tickmark-new/report/metrics/half", "half a page");
    sandbox.write(".output.tickmark-new/report/manifest-sha256.txt", "half a list");
    let outcome = sandbox.build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(!sandbox.path(".output.tickmark-new").exists());
    assert!(!sandbox.path("output/metrics/half").exists());
}

#[test]
fn report_that_a_killed_run_took_away_comes_back() {
    let sandbox = Sandbox::with_report();
    let before = sandbox.files();
    sandbox.write(MARKER, "");
    sandbox.write(".output.tickmark-new/report/index.html", "a new page");
    fs::rename(sandbox.path("output"), sandbox.path(".output.tickmark-new/previous")).expect("a folder");
    // A run that stops at a mistake writes no report of its own.
    sandbox.write("metrics/definitions/broken.yaml", "title: [");
    assert_ne!(sandbox.build(&[]).code, 0);
    sandbox.remove("metrics/definitions/broken.yaml");
    assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
}

#[test]
fn folder_of_somebody_else_beside_the_output_folder_is_never_touched() {
    for file in ["letter.txt", "report/index.html", "tickmark-working-folder"] {
        let sandbox = Sandbox::with_report();
        sandbox.write(&format!(".output.tickmark-new/{file}"), "mine");
        refused(&sandbox, "output", "was not written by Tickmark, so the folder is left alone");
    }
    let sandbox = Sandbox::with_report();
    sandbox.write(MARKER, "");
    sandbox.write(".output.tickmark-new/letter.txt", "mine");
    refused(&sandbox, "output", ".output.tickmark-new/letter.txt` was not written by Tickmark");
}

#[test]
fn file_that_was_put_into_the_report_of_a_killed_run_is_never_removed() {
    let sandbox = Sandbox::with_report();
    sandbox.write(MARKER, "");
    for (path, bytes) in files_below(&sandbox.path("output")) {
        if !path.ends_with('/') {
            sandbox.write(&format!(".output.tickmark-new/report/{path}"), bytes);
        }
    }
    sandbox.write(".output.tickmark-new/report/letter.html", "mine");
    let outcome = sandbox.build(&[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("report/letter.html` was not written"), "{}", outcome.err);
    assert_eq!(sandbox.read(".output.tickmark-new/report/letter.html"), "mine");
}

#[cfg(unix)]
#[test]
fn symbolic_link_beside_the_output_folder_is_not_followed() {
    let sandbox = Sandbox::with_report();
    sandbox.write("elsewhere/letter.txt", "mine");
    std::os::unix::fs::symlink("elsewhere", sandbox.path(".output.tickmark-new")).expect("a link");
    refused(&sandbox, "output", ".output.tickmark-new` was not written by Tickmark");
}

#[test]
fn folder_that_another_run_writes_is_left_alone() {
    let sandbox = Sandbox::with_report();
    sandbox.write(MARKER, "Tickmark writes");
    sandbox.write(".output.tickmark-new/report/index.html", "half a page");
    #[expect(clippy::disallowed_types, reason = "the test holds the lock of another run")]
    let other = fs::File::open(sandbox.path(MARKER)).expect("a file");
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
