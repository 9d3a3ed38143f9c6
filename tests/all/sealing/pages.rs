//! What a report says of its own evidence: that its commands work, its words stand, and no page bears what only comes after it.

use std::fs;
use std::process::Command;

use super::project::Sealed;
use crate::sandbox::files_below;

/// The commands that a page prints, one block each.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("<pre").skip(1).filter_map(|rest| rest.split_once('>')?.1.split("</pre>").next());
    let plain = |block: &str| {
        let mut text = String::new();
        for part in block.split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, behind)| behind));
        }
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#39;", "'")
            .replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    };
    blocks.map(plain).collect()
}

/// Runs commands in the folder of a report, and gives whether all went well and what was printed.
fn typed(sealed: &Sealed, commands: &str) -> (bool, String) {
    let made = Command::new("sh").args(["-ec", commands]).current_dir(sealed.report()).output().expect("a shell");
    (made.status.success(), String::from_utf8_lossy(&[made.stdout, made.stderr].concat()).into_owned())
}

#[test]
fn commands_of_the_page_hold_a_report_and_find_what_was_changed_or_added() {
    let sealed = Sealed::signed();
    fs::copy(sealed.signers(), sealed.report().join("../allowed_signers")).expect("copied");
    let page = fs::read_to_string(sealed.report().join("audit/verify.html")).expect("the page");
    let commands = commands(&page);
    let (files, signature) = (&commands[0], &commands[1]);
    assert_eq!(typed(&sealed, files), (true, String::new()), "{files}");
    let (held, told) = typed(&sealed, signature);
    assert!(held && told.contains("Good \"tickmark-report\" signature for lead@example.org"), "{signature}{told}");
    fs::write(sealed.report().join("extra.html"), "x").expect("written");
    let (held, told) = typed(&sealed, files);
    assert!(!held && told.contains("extra.html"), "{told}");
    fs::remove_file(sealed.report().join("extra.html")).expect("removed");
    fs::write(sealed.report().join("index.html"), "x").expect("written");
    assert!(!typed(&sealed, files).0);
}

#[test]
fn report_says_that_the_entity_prepared_it_and_nobody_assured_it() {
    let sealed = Sealed::built();
    let report = sealed.report();
    for path in ["index.html", "audit/basis.html"] {
        let page = fs::read_to_string(report.join(path)).expect("a page");
        assert!(page.contains("Prepared by the entity. ") && page.contains("Not independently assured."), "{path}");
    }
    let index = fs::read_to_string(report.join("index.html")).expect("a page");
    assert!(index.contains("audit/verify.html") && index.contains("audit/provenance.html"));
}

#[test]
fn page_of_the_provenance_names_the_commit_every_file_that_was_read_and_the_exceptions() {
    let sealed = Sealed::built();
    let page = fs::read_to_string(sealed.report().join("audit/provenance.html")).expect("a page");
    assert!(page.contains(&sealed.repository.head()) && page.contains("metrics/definitions/calls-offered.yaml"));
    assert!(page.contains("no exception was asked for"), "that there is none is said");
    sealed.build("allowed", &["--allow-findings", "--allow-dirty"]);
    let page = fs::read_to_string(sealed.repository.beside("allowed").join("audit/provenance.html")).expect("a page");
    assert!(page.contains("--allow-dirty: somebody") && page.contains("--allow-findings: somebody"));
}

#[test]
fn no_page_bears_the_digest_of_a_file_of_its_report() {
    let sealed = Sealed::signed();
    let report = sealed.report();
    let list = fs::read_to_string(report.join("manifest-sha256.txt")).expect("a list");
    let digests: Vec<&str> = list.lines().filter_map(|line| line.get(..64)).collect();
    for (path, bytes) in files_below(&report).into_iter().filter(|(path, _)| path.rsplit('.').next() == Some("html")) {
        let text = String::from_utf8(bytes).expect("text").replace(' ', "");
        assert!(!digests.iter().any(|digest| text.contains(digest)), "{path}");
    }
}
