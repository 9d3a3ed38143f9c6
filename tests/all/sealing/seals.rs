//! What is written beside the pages: the list of all files and the provenance, by which stock tools hold a report.

use std::fs;
use std::process::Command;

use super::project::{NAMESPACE, Sealed};
use crate::sandbox::files_below;

#[test]
fn list_of_files_is_held_by_sha256sum_and_names_every_file() {
    let sealed = Sealed::built();
    let report = sealed.report();
    let held = Command::new("sha256sum").args(["--strict", "--quiet", "-c", "manifest-sha256.txt"]).current_dir(&report).output();
    let held = held.expect("sha256sum is installed");
    assert!(held.status.success(), "{}", String::from_utf8_lossy(&held.stdout));
    let list = fs::read_to_string(report.join("manifest-sha256.txt")).expect("a list");
    let mut listed: Vec<&str> = list.lines().map(|line| &line[66..]).collect();
    listed.push("manifest-sha256.txt");
    listed.sort_unstable();
    let there: Vec<String> = files_below(&report).into_keys().filter(|path| !path.ends_with('/')).collect();
    assert_eq!(listed, there);
}

#[test]
fn provenance_names_the_commit_the_files_that_were_read_and_every_file_that_was_written() {
    let sealed = Sealed::built();
    let text = fs::read(sealed.report().join("provenance.json")).expect("a provenance");
    let statement: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    assert_eq!(statement["_type"], "https://in-toto.io/Statement/v1");
    let source = &statement["predicate"]["source"];
    assert_eq!(source["commit"], sealed.repository.head());
    assert_eq!(source["tree"], sealed.repository.text(&["rev-parse", "HEAD^{tree}"]));
    assert_eq!(source["clean"], true);
    let inputs: Vec<&str> =
        statement["predicate"]["inputs"].as_array().expect("a list").iter().filter_map(|input| input["path"].as_str()).collect();
    let kept = String::from_utf8(sealed.repository.git(&["ls-files"])).expect("UTF-8");
    assert_eq!(inputs, kept.lines().collect::<Vec<_>>());
    let subjects = statement["subject"].as_array().expect("a list").len();
    assert_eq!(subjects + 2, files_below(&sealed.report()).keys().filter(|path| !path.ends_with('/')).count());
}

#[test]
fn edit_that_is_not_committed_is_named_in_the_provenance() {
    let sealed = Sealed::built();
    let page = fs::read_to_string(sealed.repository.folder().join("content/index.md")).expect("a page");
    sealed.repository.write("content/index.md", page + "\nEdited.\n");
    assert_eq!(sealed.build("edited", &["--allow-dirty"]).code, 0);
    let text = fs::read(sealed.repository.beside("edited").join("provenance.json")).expect("a provenance");
    let statement: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    assert_eq!(statement["predicate"]["source"]["clean"], false);
    assert_eq!(statement["predicate"]["options"]["allowed"]["dirty"], true);
}

#[test]
fn signature_over_the_list_is_held_by_ssh_keygen_against_the_signers_of_the_project() {
    let sealed = Sealed::signed();
    #[expect(clippy::disallowed_types, reason = "the list is what the program reads")]
    let list = fs::File::open(sealed.report().join("manifest-sha256.txt")).expect("a list");
    let held = Command::new("ssh-keygen")
        .args(["-q", "-Y", "verify", "-I", "lead@example.org", "-n", NAMESPACE, "-f"])
        .arg(sealed.signers())
        .arg("-s")
        .arg(sealed.report().join("manifest-sha256.txt.sig"))
        .stdin(list)
        .output()
        .expect("ssh-keygen is installed");
    assert!(held.status.success(), "{}", String::from_utf8_lossy(&held.stderr));
}
