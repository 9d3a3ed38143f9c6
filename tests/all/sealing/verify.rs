//! `tickmark verify`: one verdict for each report, what it rests on, what it does not, and the exit code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::package::packed;
use super::project::{NAMESPACE, Sealed, sign, signer};
use super::verify_memory::{LIST, SIGNATURE, numbered};
use crate::invalid::compare;
use crate::sandbox::{Outcome, run};
use crate::tree::root;

fn verify(report: &Path, options: &[&str]) -> Outcome {
    run(["verify", report.to_str().expect("UTF-8"), "--at", "2026-04-10"].iter().chain(options).copied())
}

/// The same with a file of signers.
fn by(sealed: &Sealed, signers: &str, options: &[&str]) -> Outcome {
    let file = sealed.repository.beside("allowed_signers");
    fs::write(&file, signers).expect("a file");
    let named = ["--signers", file.to_str().expect("UTF-8")];
    verify(&sealed.report(), &[&named, options].concat())
}

fn first(outcome: &Outcome) -> (&str, u8) {
    (outcome.out.split(':').next().unwrap_or_default(), outcome.code)
}

/// The verdict, the exit code, and what is said of the first signature.
fn judged(sealed: &Sealed, signers: &str, options: &[&str]) -> (String, u8, String) {
    let outcome = by(sealed, signers, &[options, &["--format", "json"]].concat());
    let document = value(&outcome.out);
    let word = |value: &serde_json::Value| value.as_str().expect("a word").to_owned();
    (word(&document["verdict"]), outcome.code, word(&document["signatures"][0]["verdict"]))
}

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

fn key(sealed: &Sealed, name: &str) -> PathBuf {
    sealed.repository.ssh_key(name)
}

#[test]
fn report_with_a_trusted_signature_is_intact() {
    let sealed = Sealed::signed();
    let outcome = by(&sealed, &signer("lead@example.org", "", &sealed.key), &["--identity", "lead@example.org"]);
    assert_eq!((first(&outcome), outcome.err.as_str()), (("intact", 0), ""));
    for said in [
        "intact: every file is as it was sealed, nothing was added, and a trusted signer signed it\n",
        "  manifest-sha256.txt.sig: trusted\n    sound, and trusted: lead@example.org, by line 1 of the signers\n",
        "    judged at 2026-04-10T00:00:00Z: the time given with `--at`\n",
        "\n  I01 pass ",
        "\n  I02 pass ",
        "\n  I04 pass ",
        "\n  I07 pass ",
        "\n  I08 pass ",
        "\nnot covered\n",
        "\nnext: keep the report,",
    ] {
        assert!(outcome.out.contains(said), "{said}\n{}", outcome.out);
    }
    assert!(!outcome.out.contains("\nfound\n"), "{}", outcome.out);
}

#[test]
fn report_is_told_apart_by_its_verdict_and_exit_code() {
    let sealed = Sealed::built();
    assert_eq!(first(&verify(&sealed.report(), &[])), ("unsigned", 1));
    sign(&sealed.report(), &sealed.key, NAMESPACE);
    let without = verify(&sealed.report(), &[]);
    assert_eq!(first(&without), ("could-not-check", 2));
    assert!(without.out.contains("no-trust-root `manifest-sha256.txt.sig`"), "{}", without.out);
    assert_eq!(first(&by(&sealed, &signer("other@example.org", "", &key(&sealed, "other")), &[])), ("untrusted-signer", 1));
    fs::write(sealed.report().join("index.html"), "changed").expect("a file");
    assert_eq!(first(&verify(&sealed.report(), &[])), ("altered", 1));
    let folder = sealed.repository.beside("nothing");
    fs::create_dir(&folder).expect("a folder");
    let none = verify(&folder, &[]);
    assert_eq!(first(&none), ("could-not-check", 2));
    assert!(none.out.contains("  not-a-report: "), "{}", none.out);
    assert_eq!(verify(&sealed.repository.beside("nowhere"), &[]).code, 2);
}

#[test]
fn each_reason_not_to_trust_a_signer_has_its_name() {
    let sealed = Sealed::signed();
    let told = |options: &str, more: &[&str]| judged(&sealed, &signer("lead@example.org", options, &sealed.key), more);
    let untrusted = |name: &str| ("untrusted-signer".to_owned(), 1, name.to_owned());
    assert_eq!(told("valid-before=\"20260401Z\"", &[]), untrusted("signer-expired"));
    assert_eq!(told("valid-after=\"20260501Z\"", &[]), untrusted("signer-not-yet-valid"));
    assert_eq!(told("namespaces=\"git\"", &[]), untrusted("signer-unknown"));
    assert_eq!(told("cert-authority", &[]), untrusted("signer-unknown"));
    assert_eq!(told("", &["--identity", "auditor@example.org"]), untrusted("other-identity"));
    let revoked = sealed.key.with_extension("pub");
    assert_eq!(told("", &["--revoked", revoked.to_str().expect("UTF-8")]), untrusted("signer-revoked"));
    assert_eq!(told("valid-before=\"20260501Z\",namespaces=\"tickmark-report\"", &[]).0, "intact");
    let again = Sealed::built();
    sign(&again.report(), &again.key, "git");
    assert_eq!(judged(&again, &signer("lead@example.org", "", &again.key), &[]), untrusted("wrong-namespace"));
}

#[test]
fn expired_signer_is_trusted_for_the_time_of_signing() {
    let sealed = Sealed::signed();
    let signers = signer("lead@example.org", "valid-before=\"20260410120000Z\"", &sealed.key);
    let file = sealed.repository.beside("allowed_signers");
    fs::write(&file, signers).expect("a file");
    let report = sealed.report();
    let at = |time: &str| run(["verify", report.to_str().expect("UTF-8"), "--signers", file.to_str().expect("UTF-8"), "--at", time]);
    assert_eq!(first(&at("2026-04-10T12:00:00Z")), ("intact", 0));
    let late = at("2026-04-10T12:00:01Z");
    assert_eq!(first(&late), ("untrusted-signer", 1));
    assert!(late.out.contains("give that time with `--at`"), "{}", late.out);
    assert_eq!(at("yesterday").code, 2);
}

#[test]
fn each_of_several_signers_is_judged_alone() {
    let sealed = Sealed::signed();
    let other = key(&sealed, "other");
    let aside = sealed.repository.beside("first.sig");
    fs::rename(sealed.report().join(SIGNATURE), &aside).expect("a signature");
    sign(&sealed.report(), &other, NAMESPACE);
    fs::rename(sealed.report().join(SIGNATURE), numbered(&sealed.report(), 2)).expect("a signature");
    fs::rename(&aside, sealed.report().join(SIGNATURE)).expect("a signature");
    let lead = signer("lead@example.org", "", &sealed.key);
    let one = by(&sealed, &lead, &[]);
    assert_eq!(first(&one), ("intact", 0));
    assert!(one.out.contains("  manifest-sha256.txt.2.sig: signer-unknown\n"), "{}", one.out);
    let both = by(&sealed, &format!("{lead}{}", signer("other@example.org", "", &other)), &[]);
    assert_eq!(first(&both), ("intact", 0));
    assert!(both.out.contains("2 of 2 signatures"), "{}", both.out);
    fs::write(numbered(&sealed.report(), 2), "no signature").expect("a file");
    assert_eq!(first(&by(&sealed, &lead, &[])), ("altered", 1));
}

#[test]
fn signers_that_come_with_a_report_are_never_used() {
    let sealed = Sealed::signed();
    let package = packed(&sealed, "evidence", &[]);
    assert!(package.join("data/signers").is_file());
    let outcome = verify(&package, &[]);
    assert_eq!(first(&outcome), ("could-not-check", 2));
    assert!(outcome.out.contains("what stands in the package beside the report"), "{}", outcome.out);
    let signers = sealed.signers();
    assert_eq!(first(&verify(&package, &["--signers", signers.to_str().expect("UTF-8")])), ("intact", 0));
}

#[test]
fn signers_that_cannot_be_read_stop_the_work() {
    let sealed = Sealed::signed();
    let outcome = by(&sealed, "lead@example.org ssh-ed25519 what\n", &[]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert!(outcome.err.contains("`--signers`: line 1 of"), "{}", outcome.err);
}

#[cfg(unix)]
#[test]
fn link_in_a_report_is_told_and_not_followed() {
    let sealed = Sealed::signed();
    let lead = signer("lead@example.org", "", &sealed.key);
    std::os::unix::fs::symlink("/etc/hostname", sealed.report().join("link.html")).expect("a link");
    let added = by(&sealed, &lead, &[]);
    assert_eq!(first(&added), ("altered", 1));
    assert!(added.out.contains("  not-a-file `link.html`: "), "{}", added.out);
    fs::remove_file(sealed.report().join("link.html")).expect("a link");
    let aside = sealed.repository.beside("index.html");
    fs::rename(sealed.report().join("index.html"), &aside).expect("a page");
    std::os::unix::fs::symlink(&aside, sealed.report().join("index.html")).expect("a link");
    let replaced = by(&sealed, &lead, &[]);
    assert_eq!(first(&replaced), ("altered", 1));
    assert!(replaced.out.contains("  not-a-file `index.html`: "), "{}", replaced.out);
}

#[test]
fn files_of_the_repository_are_let_be_and_told_as_not_covered() {
    let sealed = Sealed::signed();
    fs::write(sealed.report().join(".gitignore"), "*\n").expect("a file");
    let outcome = by(&sealed, &signer("lead@example.org", "", &sealed.key), &[]);
    assert_eq!(first(&outcome), ("intact", 0));
    assert!(outcome.out.contains("  `.gitignore` belongs to the repository"), "{}", outcome.out);
}

#[test]
fn sha256sum_and_verify_agree_about_changed_and_missing_files() {
    let sealed = Sealed::signed();
    let lead = signer("lead@example.org", "", &sealed.key);
    let sum = || {
        Command::new("sha256sum").args(["--quiet", "-c", LIST]).current_dir(sealed.report()).output().expect("sha256sum").status.success()
    };
    let agree = |intact: bool| assert_eq!((sum(), by(&sealed, &lead, &[]).code == 0), (intact, intact));
    agree(true);
    let page = fs::read(sealed.report().join("index.html")).expect("a page");
    fs::write(sealed.report().join("index.html"), [&page[..], b" "].concat()).expect("a page");
    agree(false);
    fs::remove_file(sealed.report().join("index.html")).expect("a page");
    agree(false);
    fs::write(sealed.report().join("index.html"), page).expect("a page");
    agree(true);
    // What was added is seen by one of them only.
    fs::write(sealed.report().join("added.html"), "").expect("a page");
    assert_eq!((sum(), by(&sealed, &lead, &[]).code), (true, 1));
}

#[test]
fn report_is_made_again_from_its_commit_and_compared() {
    let sealed = Sealed::signed();
    let lead = signer("lead@example.org", "", &sealed.key);
    let repository = sealed.repository.folder().to_str().expect("UTF-8").to_owned();
    let same = by(&sealed, &lead, &["--rebuild", &repository]);
    assert_eq!(first(&same), ("intact", 0));
    assert!(same.out.contains("\n  I05 pass "), "{}", same.out);
    // Somebody with a key publishes another page than the records give.
    let mut forged = super::verify_memory::load(&sealed.report());
    let page = String::from_utf8(forged.0["index.html"].clone()).expect("text").replace("Minimal", "Maximal");
    forged.0.insert("index.html".to_owned(), page.into_bytes());
    super::verify_memory::seal(&mut forged, |_| ());
    super::verify_memory::sign_memory(&mut forged, &sealed.key);
    super::verify_memory::store(&forged, &sealed.report());
    let other = by(&sealed, &lead, &["--rebuild", &repository]);
    assert_eq!(first(&other), ("intact", 1));
    assert!(other.out.contains("\nbut it fails I05\n"), "{}", other.out);
    assert!(other.out.contains("  rebuild-differs `index.html`: made again, this file comes out with other bytes\n"), "{}", other.out);
    assert!(!other.out.contains("another program"), "{}", other.out);
    let elsewhere = sealed.repository.beside("nothing");
    fs::create_dir(&elsewhere).expect("a folder");
    let failed = by(&sealed, &lead, &["--rebuild", elsewhere.to_str().expect("UTF-8")]);
    assert_eq!(first(&failed), ("intact", 1));
    assert!(failed.out.contains("  rebuild-failed: "), "{}", failed.out);
}

#[test]
fn report_made_from_edited_files_fails_by_its_own_word() {
    let sealed = Sealed::signed();
    let page = fs::read_to_string(sealed.repository.folder().join("content/index.md")).expect("a page");
    sealed.repository.write("content/index.md", page + "\nEdited.\n");
    fs::remove_dir_all(sealed.report()).expect("a report");
    assert_eq!(sealed.build("report", &["--allow-dirty"]).code, 0);
    sign(&sealed.report(), &sealed.key, NAMESPACE);
    let outcome = by(&sealed, &signer("lead@example.org", "", &sealed.key), &[]);
    assert_eq!(first(&outcome), ("intact", 1));
    assert!(outcome.out.contains("  source-not-clean `provenance.json`: "), "{}", outcome.out);
}

#[test]
fn json_fits_its_published_schema_and_goes_where_it_is_told() {
    let published = root().join("docs/schemas/verify.schema.json");
    let schema = run(["schema", "verify"]).out;
    assert_eq!(compare(&published, &schema), Ok(()));
    let validator = jsonschema::validator_for(&value(&schema)).expect("a schema");
    let sealed = Sealed::signed();
    let file = sealed.repository.beside("verification.json");
    let to_file = ["--format", "json", "--output", file.to_str().expect("UTF-8")];
    for signers in [signer("lead@example.org", "", &sealed.key), String::new()] {
        let outcome = by(&sealed, &signers, &to_file);
        assert!(outcome.out.contains("; wrote `"), "{}", outcome.out);
        let document = value(&fs::read_to_string(&file).expect("a file"));
        assert!(validator.is_valid(&document), "{document}");
        assert_eq!(document["checks"].as_array().expect("checks").len(), 8);
    }
}
