//! The commands that the documents tell auditors to type are run as they stand there, and say what stands there.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::project::{NAMESPACE, sign, signer};
use crate::repositories::Repository;
use crate::sandbox::{AS_OF, run};
use crate::tree::root;
use crate::typed::{say_what_is_promised, typed};

/// What an auditor has before them: a signed report with trusted time, the one before, the repository, and the grounds for trust.
fn handed_over(repository: &Repository, folder: &Path) {
    let key = repository.ssh_key("lead");
    let names = signer("lead@example.org", "", &key);
    fs::write(folder.join("allowed_signers"), &names).expect("a file");
    repository.write("content/signers", names);
    repository.commit_signed(&key, "Say who may sign");
    let previous = folder.join("previous");
    build(repository, &previous, &[]);
    // A report says whether the one before it was signed, and so has to be made after that.
    sign(&previous, &key, NAMESPACE);
    let page = fs::read_to_string(repository.folder().join("content/index.md")).expect("a page");
    repository.write("content/index.md", page + "\nMore was written since.\n");
    repository.commit_signed(&key, "Say more");
    let report = folder.join("report");
    build(repository, &report, &["--previous", previous.to_str().expect("UTF-8")]);
    sign(&report, &key, NAMESPACE);
    fs::rename(repository.clone_to("source", &[]), folder.join("source")).expect("a clone");
    give_time(folder);
}

fn build(repository: &Repository, report: &Path, options: &[&str]) {
    let (project, report) = (repository.folder().to_str().expect("UTF-8"), report.to_str().expect("UTF-8"));
    let arguments = ["-C", project, "build", "--as-of", AS_OF, "--output", report];
    let outcome = run(arguments.iter().chain(options).copied());
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
}

/// Has an authority, made on the spot, give the time of the signature.
fn give_time(folder: &Path) {
    let script = "
        mkdir authority; cd authority; echo 01 > serial
        printf '%s\\n' '[req]' 'distinguished_name = n' '[n]' '[t]' 'extendedKeyUsage = critical, timeStamping' \
            '[tsa]' 'default_tsa = g' '[g]' 'serial = serial' 'crypto_device = builtin' 'signer_digest = sha256' \
            'default_policy = 1.2.3.4.1' 'digests = sha256' 'ess_cert_id_alg = sha256' > config
        openssl req -config config -x509 -newkey rsa:2048 -nodes -keyout key -days 3650 -extensions t -subj /CN=Time -out ../tsa-ca.pem
        openssl ts -query -config config -data ../report/manifest-sha256.txt.sig -sha256 -cert -out query
        openssl ts -reply -config config -queryfile query -signer ../tsa-ca.pem -inkey key -out ../report/manifest-sha256.txt.sig.tsr
    ";
    let made = Command::new("sh").args(["-ec", script]).current_dir(folder).output().expect("a shell");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

#[test]
fn every_command_that_an_auditor_is_told_to_type_says_what_is_promised() {
    let document = fs::read_to_string(root().join("docs/verify.md")).expect("docs/verify.md");
    let blocks = typed(&document);
    assert!(blocks.len() >= 12, "{} blocks", blocks.len());
    let (repository, folder) = (Repository::minimal(), tempfile::tempdir().expect("a folder"));
    handed_over(&repository, folder.path());
    say_what_is_promised(&blocks, folder.path());
}

#[test]
fn every_file_that_the_documents_for_auditors_name_is_there() {
    for document in ["docs/verify.md", "docs/threat-model.md"] {
        let text = fs::read_to_string(root().join(document)).expect(document);
        let named = text.split('`').filter(|name| ["src/", "tests/", "themes/"].iter().any(|folder| name.starts_with(folder)));
        for name in named {
            assert!(root().join(name).exists(), "{document} names `{name}`, which does not exist");
        }
    }
}

#[test]
fn every_code_that_the_documents_for_auditors_name_is_that_of_a_check() {
    let verified = fs::read_to_string(root().join("src/seal/verify/checks.rs")).expect("the checks of a report");
    for document in ["docs/verify.md", "docs/threat-model.md"] {
        let text = fs::read_to_string(root().join(document)).expect(document);
        let is_code = |word: &&str| {
            word.len() == 3
                && word.starts_with(|letter: char| "CDGILMSTV".contains(letter))
                && word[1..].bytes().all(|byte| byte.is_ascii_digit())
        };
        for code in text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(is_code) {
            // Those of family I are made of reports, not of projects.
            let is_made =
                if code.starts_with('I') { verified.contains(code) } else { root().join(format!("docs/checks/{code}.md")).exists() };
            assert!(is_made, "{document} names {code}, which is no code");
        }
    }
}
