//! Certificates behind signatures: what is said of them is what `ssh-keygen` says, over reports and over commits.

use std::fs;

use tickmark::history::{OpenPgp, SignatureState, judge};
use tickmark::model::Instant;
use tickmark::trust::{Judgement, Question, Revoked, Signers, judge_signature};

use super::project::NAMESPACE;
use super::signing::Signing;

const SIGNATURE: &str = "manifest-sha256.txt.sig";
const AT: &str = "2026-03-01T11:00:00Z";
const TIME: &str = "-Overify-time=20260301110000";

/// A report, an authority, a key for which it vouches, and the name under which its certificate stands.
struct Certified {
    signing: Signing,
    authority: String,
}

impl Certified {
    fn new(authority: &[&str], key: &[&str]) -> Self {
        let signing = Signing::new();
        let authority = signing.key("authority", authority, "");
        signing.key("lead", key, "");
        Self { signing, authority }
    }

    /// Lets the authority vouch for the key, and signs the report by the certificate.
    fn certify(&self, options: &[&str]) {
        self.signing.done("ssh-keygen", &[&["-q", "-s", "authority", "-I", "the-id"], options, &["lead.pub"]].concat(), b"");
        let _ = fs::remove_file(self.signing.report().join(SIGNATURE));
        super::project::sign(&self.signing.report(), &self.signing.path("lead-cert.pub"), NAMESPACE);
    }

    fn judged(&self, identity: Option<&str>, revoked: Option<&str>) -> Judgement {
        let signing = &self.signing;
        let (signers, _) = Signers::parse(&fs::read_to_string(signing.path("signers")).expect("signers"), "signers");
        let revoked = revoked.map(|name| Revoked::parse(&fs::read(signing.path(name)).expect("a list")).expect("a list"));
        let question = Question {
            payload: &signing.payload(),
            namespace: NAMESPACE,
            signers: Some(&signers),
            identity,
            at: Instant::parse(AT).expect("an instant"),
            revoked: revoked.as_ref(),
        };
        judge_signature(&signing.signature(SIGNATURE), &question)
    }

    fn is_good(&self, identity: &str, revoked: Option<&str>) -> bool {
        matches!(self.judged(Some(identity), revoked), Judgement::Good(..))
    }

    fn is_held(&self, identity: &str, revoked: Option<&str>) -> bool {
        let revoked: Vec<&str> = revoked.map_or_else(Vec::new, |name| vec!["-r", name]);
        self.signing.holds(SIGNATURE, identity, &[&[TIME], revoked.as_slice()].concat())
    }
}

#[test]
fn certificates_of_every_kind_are_judged_as_ssh_keygen_judges_them() {
    for (authority, key) in [
        (&["ed25519"][..], &["ed25519"][..]),
        (&["rsa", "-b", "2048"], &["ecdsa", "-b", "256"]),
        (&["ecdsa", "-b", "384"], &["rsa", "-b", "2048"]),
        (&["ecdsa", "-b", "256"], &["ecdsa", "-b", "384"]),
    ] {
        let certified = Certified::new(authority, key);
        certified.signing.write("signers", format!("*@example.org cert-authority {}\n", certified.authority));
        certified.certify(&["-n", "lead@example.org,deputy@example.org"]);
        for (identity, good) in
            [("lead@example.org", true), ("deputy@example.org", true), ("auditor@example.org", false), ("*@example.org", false)]
        {
            assert_eq!(certified.is_good(identity, None), good, "{authority:?} {key:?} {identity}");
            assert_eq!(certified.is_held(identity, None), good, "ssh-keygen: {authority:?} {key:?} {identity}");
        }
    }
}

#[test]
fn conditions_of_certificates_and_of_their_authority_hold() {
    let certified = Certified::new(&["ed25519"], &["ed25519"]);
    let authority = certified.authority.clone();
    let stranger = certified.signing.key("stranger", &["ed25519"], "");
    let lead = certified.signing.public("lead");
    let any = format!("lead cert-authority {authority}\n");
    let principals = &["-n", "lead"][..];
    for (line, options, good) in [
        (any.clone(), principals, true),
        (format!("lead cert-authority {stranger}\n"), principals, false),
        // Without its mark the line names the authority's own key; and a key is not named by naming it beside its certificate.
        (format!("lead {authority}\n"), principals, false),
        (format!("lead {lead}\n"), principals, false),
        (format!("lead cert-authority,namespaces=\"git\" {authority}\n"), principals, false),
        (format!("lead cert-authority,namespaces=\"{NAMESPACE}\" {authority}\n"), principals, true),
        (format!("lead cert-authority,valid-before=\"20260101Z\" {authority}\n"), principals, false),
        (format!("lead cert-authority,valid-after=\"20260401Z\" {authority}\n"), principals, false),
        (format!("other cert-authority {authority}\n"), principals, false),
        (any.clone(), &["-n", "other"], false),
        (any.clone(), &["-h", "-n", "lead"], false),
        (any.clone(), &[], false),
        (any.clone(), &["-n", "lead", "-V", "20260301105959:20260301110001"], true),
        (any.clone(), &["-n", "lead", "-V", "20260301110000:20260301110001"], true),
        (any.clone(), &["-n", "lead", "-V", "20260301110001:20260301110002"], false),
        (any.clone(), &["-n", "lead", "-V", "20260301105958:20260301105959"], false),
        (any.clone(), &["-n", "lead", "-V", "20260301105959:20260301110000"], false),
        (any.clone(), &["-n", "lead", "-O", "force-command=/bin/true", "-O", "source-address=10.0.0.0/8"], true),
    ] {
        certified.signing.write("signers", &line);
        certified.certify(options);
        assert_eq!(certified.is_good("lead", None), good, "{line} {options:?}: {:?}", certified.judged(Some("lead"), None));
        assert_eq!(certified.is_held("lead", None), good, "ssh-keygen: {line} {options:?}");
    }
}

#[test]
fn certificate_with_a_condition_that_is_not_known_is_refused() {
    let certified = Certified::new(&["ed25519"], &["ed25519"]);
    certified.signing.write("signers", format!("lead cert-authority {}\n", certified.authority));
    certified.certify(&["-n", "lead", "-O", "critical:audited@example.org=yes"]);
    let judgement = certified.judged(Some("lead"), None);
    assert!(
        matches!(judgement, Judgement::CertificateRefused(_, _, "the certificate sets a condition that is not known here")),
        "{judgement:?}"
    );
}

#[test]
fn names_behind_a_certificate_are_those_that_it_and_its_line_hold() {
    let certified = Certified::new(&["ed25519"], &["ed25519"]);
    certified.signing.write("signers", format!("*@example.org cert-authority {}\n", certified.authority));
    certified.certify(&["-n", "lead@example.org,*@example.org,lead@elsewhere.org,deputy@example.org", "-z", "7"]);
    let Judgement::Good(by, line) = certified.judged(None, None) else { panic!("{:?}", certified.judged(None, None)) };
    assert_eq!((&*line.principals, line.number), ("lead@example.org,deputy@example.org", 1));
    let vouched = by.certificate.expect("a certificate");
    assert_eq!((vouched.id.as_str(), vouched.serial, by.kind), ("the-id", 7, "ssh-ed25519"));
}

#[test]
fn revoked_certificates_are_found_as_ssh_keygen_finds_them() {
    let certified = Certified::new(&["ed25519"], &["ed25519"]);
    let signing = &certified.signing;
    signing.write("signers", format!("lead cert-authority {}\n", certified.authority));
    certified.certify(&["-n", "lead", "-z", "42"]);
    signing.write("id", "id: the-id\n");
    signing.write("other-id", "id: another\n");
    signing.write("serial", "serial: 42\n");
    signing.write("range", "serial: 40-50\n");
    let serials = |more: Option<u32>| {
        let lines: Vec<String> = (1..200).step_by(2).chain(more).map(|serial| format!("serial: {serial}")).collect();
        lines.join("\n") + "\n"
    };
    signing.write("bits", serials(Some(42)));
    signing.write("other-bits", serials(None));
    for (name, from) in [
        ("krl-id", "id"),
        ("krl-other-id", "other-id"),
        ("krl-serial", "serial"),
        ("krl-range", "range"),
        ("krl-bits", "bits"),
        ("krl-other-bits", "other-bits"),
    ] {
        signing.done("ssh-keygen", &["-q", "-k", "-s", "authority.pub", "-f", name, from], b"");
    }
    for (name, from) in [("krl-certificate", "lead-cert.pub"), ("krl-authority", "authority.pub"), ("krl-key", "lead.pub")] {
        signing.done("ssh-keygen", &["-q", "-k", "-f", name, from], b"");
    }
    for (list, revoked) in [
        ("krl-id", true),
        ("krl-other-id", false),
        ("krl-serial", true),
        ("krl-range", true),
        ("krl-bits", true),
        ("krl-other-bits", false),
        ("krl-certificate", true),
        ("krl-authority", true),
        ("krl-key", true),
        ("lead.pub", true),
        ("lead-cert.pub", true),
        ("authority.pub", true),
    ] {
        assert_eq!(certified.is_good("lead", Some(list)), !revoked, "{list}");
        assert_eq!(certified.is_held("lead", Some(list)), !revoked, "ssh-keygen: {list}");
    }
}

#[test]
fn reports_are_signed_by_a_certificate_from_a_file_and_from_the_agent() {
    let mut certified = Certified::new(&["ed25519"], &["ecdsa", "-b", "256"]);
    certified.signing.write("signers", format!("lead cert-authority {}\n", certified.authority));
    certified.signing.done("ssh-keygen", &["-q", "-s", "authority", "-I", "i", "-n", "lead", "lead.pub"], b"");
    let said = certified.signing.refused(&["--key", "lead"], b"");
    assert!(said.contains("is not in `signers`"), "{said}");
    let output = certified.signing.sign(&["--key", "lead-cert.pub"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(certified.signing.holds(SIGNATURE, "lead", &[]));
    fs::remove_file(certified.signing.report().join(SIGNATURE)).expect("a signature");
    certified.signing.start_agent(&["lead"]);
    let output = certified.signing.sign(&["--agent"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(certified.signing.holds(SIGNATURE, "lead", &[]));
}

#[test]
fn certificates_behind_commits_are_judged_as_git_judges_them() {
    let repository = crate::repositories::Repository::new();
    let authority = repository.ssh_key("authority");
    let lead = repository.ssh_key("lead");
    let public = |key: &std::path::Path| fs::read_to_string(key.with_extension("pub")).expect("a public key");
    let run = |args: &[&str]| {
        let done = std::process::Command::new("ssh-keygen")
            .arg("-q")
            .arg("-s")
            .arg(&authority)
            .args(args)
            .arg(lead.with_extension("pub"))
            .status();
        assert!(done.expect("ssh-keygen is installed").success());
    };
    let certificate = repository.beside("lead-cert.pub");
    let signers = repository.beside("signers");
    let line = |options: &str| format!("*@example.org cert-authority{options} {}", public(&authority));
    for (text, options, good) in [
        (line(""), &["-I", "i", "-n", "lead@example.org"][..], true),
        (line(""), &["-I", "i", "-n", "lead@elsewhere.org"], false),
        (line(""), &["-I", "i", "-n", "lead@example.org", "-V", "20200101:20200102"], false),
        (line(",namespaces=\"tickmark-report\""), &["-I", "i", "-n", "lead@example.org"], false),
        (line(",namespaces=\"git\""), &["-I", "i", "-n", "lead@example.org"], true),
        (format!("*@example.org {}", public(&authority)), &["-I", "i", "-n", "lead@example.org"], false),
        (format!("lead@example.org {}", public(&lead)), &["-I", "i", "-n", "lead@example.org"], false),
    ] {
        fs::write(&signers, &text).expect("the file is written");
        run(options);
        repository.commit_signed(&certificate, "Certified");
        let allowed = format!("gpg.ssh.allowedSignersFile={}", signers.display());
        let theirs = repository.tries(&["-c", &allowed, "verify-commit", "HEAD"]);
        assert_eq!(theirs, good, "git: {text} {options:?}");
        assert_eq!(is_good(&repository, &text), good, "{text} {options:?}");
    }
}

#[test]
fn keys_behind_commits_are_judged_as_git_judges_them() {
    let repository = crate::repositories::Repository::new();
    let (lead, other) = (repository.ssh_key("lead"), repository.ssh_key("other"));
    let public = |key: &std::path::Path| fs::read_to_string(key.with_extension("pub")).expect("a public key");
    let signers = repository.beside("signers");
    // Commits are of the first day of 2026.
    for (options, key, good) in [
        ("", &lead, true),
        ("", &other, false),
        ("namespaces=\"git\" ", &lead, true),
        ("namespaces=\"tickmark-report\" ", &lead, false),
        ("valid-after=\"20251231Z\",valid-before=\"20260201Z\" ", &lead, true),
        ("valid-after=\"20260201Z\" ", &lead, false),
        ("valid-before=\"20251231Z\" ", &lead, false),
    ] {
        let text = format!("lead@example.org {options}{}", public(key));
        fs::write(&signers, &text).expect("the file is written");
        repository.commit_signed(&lead, "Signed");
        let allowed = format!("gpg.ssh.allowedSignersFile={}", signers.display());
        assert_eq!(repository.tries(&["-c", &allowed, "verify-commit", "HEAD"]), good, "git: {text}");
        assert_eq!(is_good(&repository, &text), good, "{text}");
    }
}

/// Whether the signature of the commit that is checked out is good.
fn is_good(repository: &crate::repositories::Repository, signers: &str) -> bool {
    let commit = String::from_utf8(repository.git(&["cat-file", "commit", "HEAD"])).expect("text");
    let (front, rest) = commit.split_once("gpgsig ").expect("a signature");
    // The header ends with its line; what follows is the blank line before the message.
    let end = rest.find("\n\n").expect("a message") + 1;
    let (signature, behind) = rest.split_at(end);
    let payload = format!("{front}{behind}");
    let time = front.lines().find_map(|line| line.strip_prefix("committer ")).expect("a committer");
    let seconds = time.rsplit(' ').nth(1).expect("seconds").parse().expect("a number");
    let (signers, _) = Signers::parse(signers, "signers");
    let at = Instant::from_unix(seconds, 0).expect("an instant");
    let state = judge(&signature.replace("\n ", "\n"), payload.as_bytes(), at, Some(&signers), OpenPgp::Unasked);
    matches!(state, SignatureState::Good { .. })
}
