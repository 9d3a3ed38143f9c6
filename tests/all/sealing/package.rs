//! Evidence packages: what the command writes, what it refuses, and that stock tools take what it wrote.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::project::{Sealed, signer};
use crate::sandbox::{Outcome, differing, files_below, run};

/// Packs the report of a project into a place beside its repository.
pub(super) fn pack(sealed: &Sealed, output: &str, options: &[&str]) -> Outcome {
    let folder = sealed.repository.folder().to_str().expect("UTF-8").to_owned();
    let report = sealed.report().to_str().expect("UTF-8").to_owned();
    let output = sealed.repository.beside(output).to_str().expect("UTF-8").to_owned();
    let first = ["-C", &folder, "package", "--report", &report, "--output", &output];
    run(first.iter().chain(options).copied())
}

/// The same, where nothing is in the way; gives the place.
pub(crate) fn packed(sealed: &Sealed, output: &str, options: &[&str]) -> PathBuf {
    let outcome = pack(sealed, output, options);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    sealed.repository.beside(output)
}

/// Runs a program in a folder.
fn program(folder: &Path, name: &str, arguments: &[&str]) -> Output {
    let ran = Command::new(name).args(arguments).current_dir(folder).env("LC_ALL", "C.UTF-8").output();
    ran.unwrap_or_else(|error| panic!("`{name}` is installed: {error}"))
}

fn works(folder: &Path, name: &str, arguments: &[&str]) -> String {
    let output = program(folder, name, arguments);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(output.status.success(), "{name} {arguments:?}: {said}");
    said
}

/// `bagit.py` of the package index of Python: the one that `BAGIT` names, else the one that `tests/run` installs beside what is built.
pub(super) fn bagit() -> PathBuf {
    if let Some(path) = std::env::var_os("BAGIT") {
        return path.into();
    }
    let here = std::env::current_exe().expect("a program");
    let target = here.ancestors().nth(3).expect("target/debug/deps");
    target.join("bagit/bin/bagit.py")
}

#[test]
fn package_as_folder_and_as_zip_is_valid_to_bagit_and_holds_the_same_files() {
    let sealed = Sealed::signed();
    let folder = packed(&sealed, "evidence", &["--history"]);
    let archive = packed(&sealed, "evidence.zip", &["--history"]);
    let unpacked = sealed.repository.beside("unpacked");
    fs::create_dir(&unpacked).expect("a folder");
    works(&unpacked, "unzip", &["-q", archive.to_str().expect("UTF-8")]);
    let tops: Vec<PathBuf> = fs::read_dir(&unpacked).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    assert_eq!(tops.len(), 1, "{tops:?}");
    let bagit = bagit().to_str().expect("UTF-8").to_owned();
    for bag in [&folder, &tops[0]] {
        assert!(works(bag, &bagit, &["--validate", "."]).contains("is valid"));
    }
    assert_eq!(differing(&files_below(&folder), &files_below(&tops[0])), Vec::<String>::new());
}

#[test]
fn report_goes_in_as_it_is_with_its_signature() {
    let sealed = Sealed::signed();
    let package = packed(&sealed, "evidence", &[]);
    assert_eq!(differing(&files_below(&sealed.report()), &files_below(&package.join("data/report"))), Vec::<String>::new());
    assert!(package.join("data/report/manifest-sha256.txt.sig").is_file());
}

#[test]
fn same_report_makes_the_same_zip_twice_from_another_clone_and_under_another_umask() {
    let sealed = Sealed::signed();
    let first = fs::read(packed(&sealed, "one.zip", &["--history"])).expect("an archive");
    let again = fs::read(packed(&sealed, "two.zip", &["--history"])).expect("an archive");
    assert!(first == again, "the second archive differs");
    let clone = sealed.repository.clone_to("clone", &[]);
    let report = sealed.report().display().to_string();
    let third = sealed.repository.beside("three.zip").display().to_string();
    let script = "umask 077; exec \"$0\" -C \"$1\" package --report \"$2\" --output \"$3\" --history";
    let tickmark = env!("CARGO_BIN_EXE_tickmark");
    works(&clone, "sh", &["-c", script, tickmark, clone.to_str().expect("UTF-8"), &report, &third]);
    assert!(first == fs::read(&third).expect("an archive"), "the archive from the clone differs");
}

#[test]
fn history_is_cloned_from_the_bundle_and_its_signatures_hold() {
    let sealed = Sealed::built();
    let commit = sealed.repository.commit_signed(&sealed.key, "Say it again");
    assert_eq!(sealed.build("report", &[]).code, 0);
    let package = packed(&sealed, "evidence", &["--history"]);
    let beside = sealed.repository.beside("audit");
    fs::create_dir(&beside).expect("a folder");
    fs::write(beside.join("allowed_signers"), signer("lead@example.org", "", &sealed.key)).expect("a file");
    let bundle = package.join("data/history.bundle").display().to_string();
    works(&beside, "git", &["clone", "-q", &bundle, "src"]);
    let source = beside.join("src");
    assert!(works(&source, "git", &["bundle", "verify", &bundle]).contains("complete history"));
    works(&source, "git", &["fsck", "--strict"]);
    let allowed = format!("gpg.ssh.allowedSignersFile={}", beside.join("allowed_signers").display());
    assert!(works(&source, "git", &["-c", &allowed, "verify-commit", &commit]).contains("Good \"git\" signature"));
    assert_eq!(works(&source, "git", &["rev-parse", "HEAD"]).trim(), commit);
    assert!(!packed(&sealed, "without", &[]).join("data/history.bundle").exists());
}

#[test]
fn unsigned_report_is_packed_and_said_to_be_so() {
    let sealed = Sealed::built();
    let outcome = pack(&sealed, "evidence", &[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, "note: the report is not signed; the package says so\n"));
    let page = fs::read_to_string(sealed.repository.beside("evidence/START-HERE.html")).expect("a page");
    assert!(page.contains("This report is not signed."));
}

#[test]
fn report_that_is_not_as_it_was_made_is_refused_with_the_names_of_its_files() {
    let sealed = Sealed::signed();
    let report = sealed.report();
    fs::write(report.join("index.html"), "other").expect("a file");
    fs::write(report.join("added.html"), "more").expect("a file");
    fs::remove_file(report.join("data/figures.csv")).expect("a file");
    let outcome = pack(&sealed, "evidence.zip", &[]);
    assert_eq!(outcome.code, 2);
    for says in ["`added.html` is there and not listed", "`data/figures.csv` is listed and not there", "`index.html` has other bytes"] {
        assert!(outcome.err.contains(says), "{}", outcome.err);
    }
    assert!(!sealed.repository.beside("evidence.zip").exists());
}

#[test]
fn project_that_has_moved_on_is_refused_with_the_commit_to_check_out() {
    let sealed = Sealed::signed();
    let commit = sealed.repository.head();
    let page = fs::read_to_string(sealed.repository.folder().join("content/index.md")).expect("a page");
    sealed.repository.write("content/index.md", page.clone() + "\nLater.\n");
    let outcome = pack(&sealed, "evidence", &[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("1 file differs, `content/index.md`"), "{}", outcome.err);
    assert!(outcome.err.contains(&format!("git checkout {commit}")), "{}", outcome.err);
    // A record that came after the report is as much a difference as one that changed.
    sealed.repository.write("content/index.md", page).write("content/glossary/later.md", "---\ntitle: Later\n---\nWhat came later.\n");
    let outcome = pack(&sealed, "evidence", &[]);
    assert!(outcome.err.contains("`content/glossary/later.md`"), "{}", outcome.err);
    // What is no part of the project may go on.
    sealed.repository.remove("content/glossary/later.md").write("README.md", "More.\n").commit("Say more");
    packed(&sealed, "evidence", &[]);
}

#[test]
fn folder_that_is_no_report_is_refused() {
    let sealed = Sealed::built();
    fs::create_dir(sealed.repository.beside("empty")).expect("a folder");
    let outcome = pack(&sealed, "evidence", &["--report", sealed.repository.beside("empty").to_str().expect("UTF-8")]);
    assert_eq!(outcome.code, 2);
    let sealed = Sealed::built();
    fs::remove_file(sealed.report().join("manifest-sha256.txt")).expect("a file");
    let outcome = pack(&sealed, "evidence", &[]);
    assert!(outcome.code == 2 && outcome.err.contains("is no built report: it has no `manifest-sha256.txt`"), "{}", outcome.err);
}

#[test]
fn only_an_earlier_package_gives_way() {
    let sealed = Sealed::built();
    let folder = sealed.repository.beside("evidence");
    fs::create_dir(&folder).expect("a folder");
    packed(&sealed, "evidence", &[]);
    let first = files_below(&folder);
    packed(&sealed, "evidence", &[]);
    assert_eq!(differing(&first, &files_below(&folder)), Vec::<String>::new());
    fs::create_dir(sealed.repository.beside("mine")).expect("a folder");
    fs::write(sealed.repository.beside("mine/letter.txt"), "mine").expect("a file");
    fs::write(sealed.repository.beside("mine.zip"), "mine").expect("a file");
    for place in ["mine", "mine.zip"] {
        let outcome = pack(&sealed, place, &[]);
        assert!(outcome.code == 2 && outcome.err.contains("evidence package"), "{}", outcome.err);
    }
    assert_eq!(fs::read(sealed.repository.beside("mine.zip")).expect("a file"), b"mine");
    packed(&sealed, "other.zip", &[]);
    packed(&sealed, "other.zip", &[]);
    let left: Vec<String> = fs::read_dir(sealed.repository.beside(""))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("tickmark-package"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn package_before_gives_its_list_and_signature_to_the_chain() {
    let sealed = Sealed::signed();
    packed(&sealed, "before.zip", &[]);
    let before = sealed.repository.beside("before.zip").display().to_string();
    let outcome = pack(&sealed, "after", &["--previous", &before]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.err.contains("names no report before it"), "{}", outcome.err);
    let chain = sealed.repository.beside("after/data/chain");
    let folders: Vec<PathBuf> = fs::read_dir(&chain).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    assert_eq!(folders.len(), 1);
    let kept: Vec<String> = files_below(&folders[0]).into_keys().collect();
    assert_eq!(kept, ["manifest-sha256.txt", "manifest-sha256.txt.sig", "provenance.json"]);
}

#[test]
fn whole_packages_are_compared_as_projects_and_narrowed_ones_by_their_reports() {
    let sealed = Sealed::signed();
    packed(&sealed, "before.zip", &[]);
    let path = sealed.repository.folder().join("metrics/definitions/answered-in-time.yaml");
    let text = fs::read_to_string(path).expect("a record").replace("decimals: 1", "decimals: 2").replace("1.0.0", "2.0.0");
    sealed.repository.write("metrics/definitions/answered-in-time.yaml", text);
    let table = "metrics/snapshots/2026-03/calls-offered.csv";
    let rows =
        fs::read_to_string(sealed.repository.folder().join(table)).expect("a table").replace("2026-01,north,205", "2026-01,north,206");
    sealed.repository.write(table, rows).commit("Give more decimals");
    assert!(sealed.build("report", &["--allow-findings"]).code == 0);
    packed(&sealed, "after", &[]);
    packed(&sealed, "part.zip", &["--metric", "answered-in-time"]);
    let folder = sealed.repository.folder().to_str().expect("UTF-8").to_owned();
    let place = |name: &str| sealed.repository.beside(name).display().to_string();
    let compared = run(["-C", &folder, "diff", &place("before.zip"), &place("after"), "--fail-on", "never"]);
    assert_eq!((compared.code, compared.err.as_str()), (0, ""));
    assert!(compared.out.contains("decimals") && compared.out.contains("calls-offered"), "{}", compared.out);
    let compared = run(["-C", &folder, "diff", &place("before.zip"), &place("part.zip"), "--fail-on", "never"]);
    assert_eq!((compared.code, compared.err.as_str()), (0, ""));
    assert!(compared.out.contains("decimals") && compared.out.contains("results are not compared"), "{}", compared.out);
    fs::write(sealed.repository.beside("after/data/settings/tickmark.yaml"), "title: Other\n").expect("a file");
    let compared = run(["-C", &folder, "diff", &place("before.zip"), &place("after")]);
    assert_eq!(compared.code, 2);
    assert!(compared.err.contains("is not as it was made"), "{}", compared.err);
}
