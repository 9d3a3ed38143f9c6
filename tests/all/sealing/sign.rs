//! `tickmark sign` and `tickmark build --sign`: what is signed, what is refused, and that nothing else is touched.

use std::fs;

use super::project::{NAMESPACE, Sealed, signer};
use super::signing::{MANIFEST, Signing};
use crate::sandbox::{Outcome, files_below, run};

const SIGNATURE: &str = "manifest-sha256.txt.sig";

fn ready() -> Signing {
    let signing = Signing::new();
    let public = signing.key("lead", &["ed25519"], "");
    signing.write("signers", format!("lead@example.org {public}\n"));
    signing
}

/// Signs the report of a project by the signers of the project.
fn sign(sealed: &Sealed, report: &str, key: &str) -> Outcome {
    let (folder, report, key) = (sealed.repository.folder(), sealed.repository.beside(report), sealed.repository.beside(key));
    let text = |path: &std::path::Path| path.to_str().expect("UTF-8").to_owned();
    run(["-C", &text(folder), "sign", &text(&report), "--key", &text(&key)])
}

#[test]
fn signing_adds_one_file_and_says_who_signed() {
    let sealed = Sealed::built();
    let before = files_below(&sealed.report());
    let outcome = sign(&sealed, "report", "lead");
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(outcome.out.contains("as `lead@example.org`: wrote `manifest-sha256.txt.sig`"), "{}", outcome.out);
    assert!(outcome.out.contains("(ssh-ed25519)") && outcome.out.contains("`content/signers`, line 1"), "{}", outcome.out);
    let mut after = files_below(&sealed.report());
    assert!(after.remove(SIGNATURE).is_some());
    assert_eq!(after, before);
}

#[test]
fn second_signer_signs_beside_the_first_and_nobody_twice() {
    let signing = ready();
    let second = signing.key("second", &["ecdsa", "-b", "256"], "");
    signing.write("signers", format!("lead {}\nsecond {second}\n", signing.public("lead")));
    assert!(signing.sign(&["--key", "lead"]).status.success());
    let said = signing.refused(&["--key", "lead"], b"");
    assert!(said.contains("has signed this report already, in `manifest-sha256.txt.sig`"), "{said}");
    assert!(signing.sign(&["--key", "second"]).status.success());
    assert!(signing.holds(SIGNATURE, "lead", &[]) && signing.holds("manifest-sha256.txt.2.sig", "second", &[]));
    assert!(signing.refused(&["--key", "second"], b"").contains("already, in `manifest-sha256.txt.2.sig`"));
}

#[test]
fn report_that_was_touched_is_not_signed_and_the_file_is_named() {
    let signing = ready();
    let report = signing.report();
    let refusal = |expected: &str| {
        let said = signing.refused(&["--key", "lead"], b"");
        assert!(said.starts_with("error: `report` cannot be signed: ") && said.contains(expected), "{said}");
        assert!(said.contains("help: build the report again"), "{said}");
    };
    let page = fs::read(report.join("index.html")).expect("a page");
    fs::write(report.join("index.html"), [page.as_slice(), b" "].concat()).expect("the file is written");
    refusal("`index.html` is not as `manifest-sha256.txt` has it");
    fs::remove_file(report.join("index.html")).expect("a page");
    refusal("`index.html` is missing");
    fs::write(report.join("index.html"), &page).expect("the file is written");
    fs::write(report.join("note.txt"), "hello").expect("the file is written");
    refusal("`note.txt` is there, and `manifest-sha256.txt` does not list it");
    fs::remove_file(report.join("note.txt")).expect("a note");
    let list = signing.payload();
    fs::write(report.join(MANIFEST), [list.as_slice(), b"x"].concat()).expect("the file is written");
    refusal("is no list of files");
    fs::remove_file(report.join(MANIFEST)).expect("a list");
    refusal("it has no `manifest-sha256.txt`");
    fs::write(report.join(MANIFEST), &list).expect("the file is written");
    fs::write(report.join(SIGNATURE), "hello").expect("the file is written");
    let said = signing.refused(&["--key", "lead"], b"");
    assert!(said.contains("the signature `manifest-sha256.txt.sig` in it does not fit it"), "{said}");
}

#[cfg(unix)]
#[test]
fn link_in_the_place_of_a_file_is_not_signed() {
    let signing = ready();
    let page = signing.report().join("index.html");
    fs::rename(&page, signing.path("elsewhere.html")).expect("a page");
    std::os::unix::fs::symlink(signing.path("elsewhere.html"), &page).expect("a link");
    assert!(signing.refused(&["--key", "lead"], b"").contains("`index.html` is not as"));
}

#[test]
fn key_that_may_not_sign_is_refused_with_its_reason() {
    let signing = ready();
    let lead = signing.public("lead");
    let other = signing.key("other", &["ed25519"], "locked");
    for (line, expected) in [
        (format!("lead {other}\n"), "is not in `signers`"),
        (format!("lead namespaces=\"git\" {lead}\n"), "may sign other things than reports, by `signers`, line 1"),
        (format!("\nlead valid-before=\"20200101Z\" {lead}\n"), "is not valid any more at "),
        (format!("lead valid-after=\"20990101Z\" {lead}\n"), "is not valid yet at "),
        (format!("lead cert-authority {lead}\n"), "line 1, as an authority only"),
        (format!("lead namespace=\"{NAMESPACE}\" {lead}\n"), "`namespace` is neither an option nor a type of key"),
    ] {
        signing.write("signers", &line);
        let said = signing.refused(&["--key", "lead"], b"");
        assert!(said.contains(expected) && said.contains("help: "), "{line}{said}");
    }
    // Whoever may not sign is not asked for a passphrase first.
    signing.write("signers", format!("lead {lead}\n"));
    assert!(signing.refused(&["--key", "other", "--passphrase-fd", "9"], b"").contains("is not in `signers`"));
    assert!(signing.refused(&["--key", "lead", "--signers", "none"], b"").contains("cannot be used multiple times"));
    fs::remove_file(signing.path("signers")).expect("signers");
    assert!(signing.refused(&["--key", "lead"], b"").contains("could not read `signers`"));
}

#[test]
fn day_of_signing_is_that_of_the_environment_where_it_names_one() {
    let signing = ready();
    let lead = signing.public("lead");
    signing.write("signers", format!("lead valid-after=\"20260301Z\",valid-before=\"20260302Z\" {lead}\n"));
    let program = env!("CARGO_BIN_EXE_tickmark");
    let args = ["sign", "report", "--key", "lead", "--signers", "signers"];
    let at = |seconds: &str| signing.run_at(Some(seconds), program, &args, b"");
    for (seconds, expected) in [("1772323199", "is not valid yet at 2026-02-28"), ("1772409601", "is not valid any more at 2026-03-02")] {
        let output = at(seconds);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(at("1772366400").status.success());
}

#[test]
fn without_a_project_the_signers_are_named() {
    let signing = ready();
    let program = env!("CARGO_BIN_EXE_tickmark");
    let output = signing.run(program, &["sign", "report", "--key", "lead"], b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("nothing says who may sign: `.` is not a Tickmark project") && said.contains("--signers FILE"), "{said}");
    let output = signing.run(program, &["sign", "report", "--signers", "signers"], b"");
    assert!(String::from_utf8_lossy(&output.stderr).contains("--key <FILE>"));
}

#[test]
fn report_from_files_in_no_commit_needs_an_exception_that_it_tells_of() {
    let sealed = Sealed::built();
    let page = fs::read_to_string(sealed.repository.folder().join("content/index.md")).expect("a page");
    sealed.repository.write("content/index.md", page + "\nEdited.\n");
    sealed.build("dirty", &[]);
    let outcome = sign(&sealed, "dirty", "lead");
    assert_eq!(outcome.code, 2);
    assert!(
        outcome.err.contains("files of the project differed from the commit") && outcome.err.contains("--allow-dirty"),
        "{}",
        outcome.err
    );
    sealed.build("dirty", &["--allow-dirty"]);
    assert_eq!(sign(&sealed, "dirty", "lead").code, 0);
}

#[test]
fn report_of_a_project_without_commits_needs_the_same_exception() {
    let sandbox = crate::sandbox::Sandbox::minimal();
    let keys = ready();
    let text = |path: std::path::PathBuf| path.to_str().expect("UTF-8").to_owned();
    let (folder, key) = (text(sandbox.path(".")), text(keys.path("lead")));
    sandbox.write("content/signers", signer("lead", "", &keys.path("lead")));
    let build =
        |options: &[&str]| run(["-C", &folder, "build", "--as-of", crate::sandbox::AS_OF].into_iter().chain(options.iter().copied())).code;
    assert_eq!(build(&[]), 0);
    let sign = || run(["-C", &folder, "sign", "output", "--key", &key]);
    let outcome = sign();
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("it was made from no commit"), "{}", outcome.err);
    assert_eq!(build(&["--allow-dirty"]), 0);
    assert_eq!(sign().code, 0);
}

#[test]
fn report_is_signed_as_it_is_built() {
    let sealed = Sealed::built();
    let key = sealed.key.to_str().expect("UTF-8").to_owned();
    let outcome = sealed.build("report", &["--sign", &key]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(outcome.out.contains("as `lead@example.org`: wrote `manifest-sha256.txt.sig`"), "{}", outcome.out);
    let files = files_below(&sealed.report());
    assert!(files.contains_key(SIGNATURE));
    // It says the same as signing afterwards does.
    fs::remove_file(sealed.report().join(SIGNATURE)).expect("a signature");
    assert_eq!(sign(&sealed, "report", "lead").code, 0);
    assert_eq!(files_below(&sealed.report()), files);
}

#[test]
fn build_that_cannot_be_signed_replaces_nothing() {
    let sealed = Sealed::built();
    let stranger = sealed.repository.ssh_key("stranger").to_str().expect("UTF-8").to_owned();
    let page = fs::read_to_string(sealed.repository.folder().join("content/index.md")).expect("a page");
    let before = files_below(&sealed.report());
    let beside = files_below(&sealed.repository.beside("."));
    let outcome = sealed.build("report", &["--sign", &stranger]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("no report was written, and none was replaced\nerror: the key `SHA256:"), "{}", outcome.err);
    assert_eq!(files_below(&sealed.report()), before);
    sealed.repository.write("content/index.md", page.clone() + "\nEdited.\n");
    let key = sealed.key.to_str().expect("UTF-8").to_owned();
    let outcome = sealed.build("report", &["--sign", &key]);
    assert!(outcome.code == 2 && outcome.err.contains("differed from the commit"), "{}", outcome.err);
    assert_eq!(files_below(&sealed.report()), before);
    sealed.repository.write("content/index.md", page);
    let now = files_below(&sealed.repository.beside("."));
    let outside =
        |files: crate::sandbox::Files| -> Vec<String> { files.into_keys().filter(|path| !path.starts_with("repository/.git/")).collect() };
    assert_eq!(outside(now), outside(beside));
}

#[test]
fn signature_that_was_left_half_written_is_cleared_away() {
    let signing = ready();
    fs::write(signing.report().join(".manifest-sha256.txt.tickmark-new"), "half").expect("the file is written");
    assert!(signing.sign(&["--key", "lead"]).status.success());
    let names: Vec<String> = files_below(&signing.report()).into_keys().filter(|path| path.starts_with('.')).collect();
    assert_eq!(names, Vec::<String>::new());
}

#[test]
fn help_has_examples_and_what_is_refused() {
    let help = run(["sign", "--help"]);
    assert_eq!(help.code, 0);
    for part in ["Refused, without an exception:", "--agent --key", "--passphrase-fd 3 3<", "SOURCE_DATE_EPOCH"] {
        assert!(help.out.contains(part), "{part}");
    }
}
