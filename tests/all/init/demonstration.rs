//! The demonstration with its past, as Tickmark and the real git see it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tickmark::model::Instant;

use crate::sandbox::{Files, Sandbox, files_below, run};
use crate::tree::root;

/// One demonstration for all tests, which only read it.
fn demonstration() -> &'static Path {
    static FOLDER: OnceLock<(Sandbox, PathBuf)> = OnceLock::new();
    let (_, folder) = FOLDER.get_or_init(|| {
        let sandbox = Sandbox::empty();
        let folder = sandbox.path("larkhaven");
        written_to(&folder);
        (sandbox, folder)
    });
    folder
}

fn written_to(folder: &Path) {
    let outcome = run(["init", "--demo", folder.to_str().expect("UTF-8")]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
}

fn git(arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.arg("-C").arg(demonstration()).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    let output = command.output().expect("git is installed");
    let told = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {told}");
    told
}

fn tickmark(arguments: &[&str]) -> String {
    let folder = demonstration().to_str().expect("UTF-8");
    run(["-C", folder].iter().chain(arguments).copied()).out
}

#[test]
fn demonstration_is_the_same_each_time() {
    let sandbox = Sandbox::empty();
    written_to(&sandbox.path("other"));
    let (one, other) = (files_below(demonstration()), files_below(&sandbox.path("other")));
    let differing: Vec<&String> = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
}

#[test]
fn newest_commit_holds_the_demonstration_project_byte_for_byte() {
    let project = |folder: &Path| -> Files {
        let parts = ["content", "extracts", "metrics"].map(|part| (part, files_below(&folder.join(part))));
        let files =
            parts.into_iter().flat_map(|(part, files)| files.into_iter().map(move |(path, bytes)| (format!("{part}/{path}"), bytes)));
        let mut files: Files = files.collect();
        files.insert("tickmark.yaml".to_owned(), std::fs::read(folder.join("tickmark.yaml")).expect("settings"));
        files.remove("content/signers");
        files
    };
    let (expected, found) = (project(&root()), project(demonstration()));
    let differing: Vec<&String> = expected.keys().chain(found.keys()).filter(|path| expected.get(*path) != found.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
    assert_eq!(git(&["status", "--short"]), "");
}

#[test]
fn git_finds_every_object_sound_and_every_signature_good() {
    git(&["fsck", "--strict", "--no-progress"]);
    let signatures = git(&["log", "--format=%G? %GS"]);
    assert!(signatures.lines().count() > 60, "{signatures}");
    assert!(signatures.lines().all(|line| line == "G demonstration@larkhaven.example"), "{signatures}");
    assert!(git(&["verify-commit", "HEAD"]).contains("Good \"git\" signature for demonstration@larkhaven.example"));
}

#[test]
fn each_release_is_committed_when_it_was_published() {
    let tags = git(&["tag"]);
    let folders = files_below(&root().join("metrics/snapshots")).into_keys();
    let releases: Vec<String> = folders.filter_map(|path| Some(path.strip_suffix('/')?.to_owned())).collect();
    assert_eq!(tags.lines().collect::<Vec<_>>(), releases);
    for release in releases {
        let published = git(&["show", &format!("{release}:metrics/snapshots/{release}/release.yaml")]);
        let published = published.lines().find_map(|line| line.strip_prefix("released: ")).expect("a time").to_owned();
        let committed = git(&["log", "-1", "--format=%ct", &release]);
        let published = Instant::parse(&published).expect("a time").unix();
        assert_eq!(committed.trim(), published.to_string(), "{release}");
        let before = git(&["ls-tree", "--name-only", &format!("{release}~1"), "metrics/snapshots/"]);
        assert!(!before.contains(&release), "{release}");
    }
}

#[test]
fn tickmark_trusts_every_commit() {
    let log = tickmark(&["log"]);
    let lines = |start: &str| log.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(lines("  signed by demonstration@larkhaven.example"), lines("commit "));
    assert!(lines("commit ") > 60);
}

#[test]
fn every_release_can_be_read_as_it_was() {
    for release in ["2025-03", "2025-12", "2026-06"] {
        let told = tickmark(&["check", "--at", release]);
        let unread: Vec<&str> = told.lines().filter(|line| line.starts_with("error[R")).collect();
        assert_eq!(unread, Vec::<&str>::new(), "{release}");
    }
}
