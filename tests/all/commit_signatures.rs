//! Signatures of commits, made with the real `ssh-keygen` and `gpg`: what is said of them is what those programs say.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use tickmark::history::{Gpg, OpenPgp, SignatureState, judge};
use tickmark::model::Instant;
use tickmark::trust::Signers;

const PAYLOAD: &[u8] = b"tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nRaise the target\n";
const COMMITTED: &str = "2026-03-01T12:00:00+01:00";

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

/// A folder of keys, which is the only home that the programs know.
struct Keys {
    folder: TempDir,
}

impl Keys {
    fn new() -> Self {
        Self { folder: tempfile::Builder::new().prefix("tm-keys-").tempdir().expect("a temporary folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a program that reads `input`, in universal time and with nothing of this machine's settings.
    fn run(&self, program: &str, args: &[&str], input: &[u8]) -> Output {
        let mut command = Command::new(program);
        command.args(args).current_dir(self.folder.path()).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", self.folder.path()).env("GNUPGHOME", self.folder.path()).env("TZ", "UTC");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        child.wait_with_output().expect("the program ends")
    }

    fn done(&self, program: &str, args: &[&str], input: &[u8]) -> String {
        let output = self.run(program, args, input);
        assert!(output.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Makes a key and gives its public line: type and Base64.
    fn make(&self, name: &str, kind: &[&str]) -> String {
        self.done("ssh-keygen", &[&["-q", "-N", "", "-C", "", "-f", name, "-t"], kind].concat(), b"");
        fs::read_to_string(self.path(&format!("{name}.pub"))).expect("a public key").trim().to_owned()
    }

    fn sign(&self, name: &str, namespace: &str) -> String {
        self.done("ssh-keygen", &["-Y", "sign", "-f", name, "-n", namespace], PAYLOAD)
    }

    /// Whether `ssh-keygen` lets somebody have signed: the verdict to agree with.
    fn verifies(&self, signers: &str, signature: &str, payload: &[u8], principal: &str, time: &str) -> bool {
        fs::write(self.path("signers"), signers).expect("the file is written");
        fs::write(self.path("signature"), signature).expect("the file is written");
        let time = format!("-Overify-time={time}");
        let args = ["-Y", "verify", "-n", "git", "-f", "signers", "-s", "signature", "-I", principal, &time];
        self.run("ssh-keygen", &args, payload).status.success()
    }

    fn fingerprint(&self, name: &str) -> String {
        let line = self.done("ssh-keygen", &["-l", "-f", &format!("{name}.pub")], b"");
        line.split(' ').nth(1).expect("a fingerprint").to_owned()
    }
}

fn signers(text: &str) -> Signers {
    let (signers, findings) = Signers::parse(text, "signers");
    assert!(findings.is_empty(), "{findings:?}");
    signers
}

fn judged(signature: &str, payload: &[u8], text: &str) -> SignatureState {
    judge(signature, payload, at(COMMITTED), Some(&signers(text)), OpenPgp::Unasked)
}

/// Whether the one line of a file lets somebody sign, and the signature is by its key.
fn is_let_sign(text: &str, principal: &str, signature: &str, time: &str) -> bool {
    let signers = signers(text);
    let state = judge(signature, PAYLOAD, at(time), Some(&signers), OpenPgp::Unasked);
    let key = signers.all()[0].key();
    matches!(state, SignatureState::Good { .. }) && signers.lets_sign(principal, key, "git", at(time))
}

#[test]
fn every_kind_of_key_that_is_checked_signs_well() {
    let keys = Keys::new();
    for (name, kind) in [
        ("ed25519", &["ed25519"][..]),
        ("p256", &["ecdsa", "-b", "256"]),
        ("p384", &["ecdsa", "-b", "384"]),
        ("rsa", &["rsa", "-b", "2048"]),
        ("rsa4096", &["rsa", "-b", "4096"]),
    ] {
        let public = keys.make(name, kind);
        let signature = keys.sign(name, "git");
        let text = format!("alice@example.org {public}\n");
        let good = SignatureState::Good { principal: "alice@example.org".into(), key: keys.fingerprint(name).into() };
        assert_eq!(judged(&signature, PAYLOAD, &text), good, "{name}");
        assert!(keys.verifies(&text, &signature, PAYLOAD, "alice@example.org", "20260301110000"), "{name}");
    }
}

#[test]
fn a_kind_of_key_that_is_not_checked_says_so() {
    let keys = Keys::new();
    let public = keys.make("p521", &["ecdsa", "-b", "521"]);
    let state = judged(&keys.sign("p521", "git"), PAYLOAD, &format!("alice {public}\n"));
    assert_eq!(state, SignatureState::Unchecked { reason: "signatures by keys of the type `ecdsa-sha2-nistp521` are not checked".into() });
}

#[test]
fn a_key_that_nobody_names_is_unknown() {
    let keys = Keys::new();
    keys.make("one", &["ed25519"]);
    let other = keys.make("other", &["ed25519"]);
    let signature = keys.sign("one", "git");
    let text = format!("alice {other}\n");
    let unknown = SignatureState::UnknownKey { key: keys.fingerprint("one").into() };
    assert_eq!(judged(&signature, PAYLOAD, &text), unknown);
    assert_eq!(judge(&signature, PAYLOAD, at(COMMITTED), None, OpenPgp::Unasked), unknown);
    assert!(!keys.verifies(&text, &signature, PAYLOAD, "alice", "20260301110000"));
}

#[test]
fn the_time_of_the_commit_decides_whether_the_key_was_valid() {
    let keys = Keys::new();
    let public = keys.make("one", &["ed25519"]);
    let signature = keys.sign("one", "git");
    let text = format!("alice valid-after=\"20260301110000Z\",valid-before=\"202603011101Z\" {public}\n");
    for (time, stamp, valid) in [
        ("2026-03-01T10:59:59Z", "20260301105959", false),
        ("2026-03-01T11:00:00Z", "20260301110000", true),
        ("2026-03-01T11:01:00Z", "20260301110100", true),
        ("2026-03-01T11:01:01Z", "20260301110101", false),
    ] {
        let state = judge(&signature, PAYLOAD, at(time), Some(&signers(&text)), OpenPgp::Unasked);
        let (principal, key) = ("alice".into(), keys.fingerprint("one").into());
        let expected = if valid { SignatureState::Good { principal, key } } else { SignatureState::NotValidThen { principal, key } };
        assert_eq!(state, expected, "{time}");
        assert_eq!(keys.verifies(&text, &signature, PAYLOAD, "alice", stamp), valid, "{time}");
    }
}

#[test]
fn a_changed_payload_is_bad() {
    let keys = Keys::new();
    let text = format!("alice {}\n", keys.make("one", &["ed25519"]));
    let signature = keys.sign("one", "git");
    for place in [0, PAYLOAD.len() - 1] {
        let mut payload = PAYLOAD.to_vec();
        payload[place] ^= 1;
        assert!(matches!(judged(&signature, &payload, &text), SignatureState::Bad { .. }));
        assert!(!keys.verifies(&text, &signature, &payload, "alice", "20260301110000"));
    }
}

#[test]
fn a_signature_with_any_character_changed_is_never_good() {
    let keys = Keys::new();
    let text = format!("alice {}\n", keys.make("one", &["ed25519"]));
    let signature = keys.sign("one", "git");
    for (place, character) in signature.char_indices().filter(|(_, character)| character.is_ascii_alphanumeric()) {
        let mut changed = signature.clone();
        changed.replace_range(place..=place, if character == 'A' { "B" } else { "A" });
        assert!(!matches!(judged(&changed, PAYLOAD, &text), SignatureState::Good { .. }), "{place}");
    }
}

#[test]
fn a_signature_for_another_purpose_is_bad() {
    let keys = Keys::new();
    let text = format!("alice {}\n", keys.make("one", &["ed25519"]));
    let signature = keys.sign("one", "file");
    assert_eq!(
        judged(&signature, PAYLOAD, &text),
        SignatureState::Bad { reason: "the signature was made for `file`, not for `git`".into() }
    );
    assert!(!keys.verifies(&text, &signature, PAYLOAD, "alice", "20260301110000"));
}

#[test]
fn a_key_named_for_another_purpose_is_unknown_to_git() {
    let keys = Keys::new();
    let public = keys.make("one", &["ed25519"]);
    let signature = keys.sign("one", "git");
    for (namespaces, good) in [("tickmark-*", false), ("tickmark-*,git", true), ("*,!git", false), ("g?t", true)] {
        let text = format!("alice namespaces=\"{namespaces}\" {public}\n");
        assert_eq!(matches!(judged(&signature, PAYLOAD, &text), SignatureState::Good { .. }), good, "{namespaces}");
        assert_eq!(keys.verifies(&text, &signature, PAYLOAD, "alice", "20260301110000"), good, "{namespaces}");
    }
}

#[test]
fn names_are_matched_as_ssh_keygen_matches_them() {
    let keys = Keys::new();
    let public = keys.make("one", &["ed25519"]);
    let signature = keys.sign("one", "git");
    for names in
        ["alice@example.org", "!mallory@example.org,*@example.org", "*@example.org,!mall*", "\"alice@example.org,bob smith\"", "a?ice@*"]
    {
        let text = format!("{names} {public}\n");
        for principal in ["alice@example.org", "mallory@example.org", "bob smith", "alice@elsewhere.org", "Alice@example.org"] {
            assert_eq!(
                is_let_sign(&text, principal, &signature, "2026-03-01T11:00:00Z"),
                keys.verifies(&text, &signature, PAYLOAD, principal, "20260301110000"),
                "{names} {principal}"
            );
        }
    }
}

#[test]
fn a_certificate_authority_does_not_sign_itself_and_vouches_for_others() {
    let keys = Keys::new();
    let authority = keys.make("authority", &["ed25519"]);
    let text = format!("alice cert-authority {authority}\n");
    let signature = keys.sign("authority", "git");
    assert_eq!(judged(&signature, PAYLOAD, &text), SignatureState::UnknownKey { key: keys.fingerprint("authority").into() });
    assert!(!keys.verifies(&text, &signature, PAYLOAD, "alice", "20260301110000"));
    keys.make("one", &["ed25519"]);
    keys.done("ssh-keygen", &["-q", "-s", "authority", "-I", "one", "-n", "alice", "one.pub"], b"");
    let signature = keys.sign("one-cert.pub", "git");
    assert_eq!(judged(&signature, PAYLOAD, &text), SignatureState::Good { principal: "alice".into(), key: keys.fingerprint("one").into() });
    assert!(keys.verifies(&text, &signature, PAYLOAD, "alice", "20260301110000"));
    let state = judge(&signature, PAYLOAD, at(COMMITTED), None, OpenPgp::Unasked);
    assert_eq!(state, SignatureState::UnknownKey { key: keys.fingerprint("one").into() });
    keys.done("ssh-keygen", &["-q", "-s", "authority", "-I", "one", "-n", "alice", "-V", "20250101:20250102", "one.pub"], b"");
    let signature = keys.sign("one-cert.pub", "git");
    let expected = SignatureState::NotValidThen { principal: "alice".into(), key: keys.fingerprint("one").into() };
    assert_eq!(judged(&signature, PAYLOAD, &text), expected);
    assert!(!keys.verifies(&text, &signature, PAYLOAD, "alice", "20260301110000"));
}

#[test]
fn principals_are_found_for_the_keys_for_which_ssh_keygen_finds_them() {
    let keys = Keys::new();
    let one = keys.make("one", &["ed25519"]);
    keys.make("other", &["ed25519"]);
    let text = format!("# people\n\nalice@example.org,bob@example.org {one} a comment\n");
    fs::write(keys.path("signers"), &text).expect("the file is written");
    for (name, found) in [("one", true), ("other", false)] {
        let signature = keys.sign(name, "git");
        fs::write(keys.path("signature"), &signature).expect("the file is written");
        let output = keys.run("ssh-keygen", &["-Y", "find-principals", "-f", "signers", "-s", "signature"], b"");
        let theirs: Vec<_> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
        let ours = match judged(&signature, PAYLOAD, &text) {
            SignatureState::Good { principal, .. } => principal.split(',').map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        assert_eq!((ours.is_empty(), &ours), (!found, &theirs), "{name}");
    }
}

/// A keyring with one key that signs, and the armoured signature of the payload; nothing where there is no `gpg`.
fn keyring(keys: &Keys) -> Option<String> {
    Command::new("gpg").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    let user = "Alice Example <alice@example.org>";
    keys.done("gpg", &["--batch", "--passphrase", "", "--quick-generate-key", user, "ed25519", "sign", "never"], b"");
    let signature = keys.done("gpg", &["--batch", "--armor", "--detach-sign"], PAYLOAD);
    let _ = keys.run("gpgconf", &["--kill", "all"], b"");
    Some(signature)
}

#[test]
fn openpgp_is_checked_only_where_asked() {
    let keys = Keys::new();
    let Some(signature) = keyring(&keys) else { return };
    let reason = "OpenPGP signatures are checked only where asked";
    assert_eq!(judge(&signature, PAYLOAD, at(COMMITTED), None, OpenPgp::Unasked), SignatureState::Unchecked { reason: reason.into() });
    let gpg = Gpg::new("gpg").with_home(keys.folder.path());
    let asked = |payload: &[u8]| judge(&signature, payload, at(COMMITTED), None, OpenPgp::Gpg(&gpg));
    let good = asked(PAYLOAD);
    assert!(
        matches!(&good, SignatureState::Good { principal, key } if &**principal == "Alice Example <alice@example.org>" && key.len() == 40),
        "{good:?}"
    );
    assert!(matches!(asked(b"another"), SignatureState::Bad { .. }));
    let large = vec![b'x'; 3 << 20];
    assert!(matches!(asked(&large), SignatureState::Bad { .. }));
}

#[test]
fn a_key_that_the_keyring_lacks_is_unknown() {
    let (keys, empty) = (Keys::new(), Keys::new());
    let Some(signature) = keyring(&keys) else { return };
    let gpg = Gpg::new("gpg").with_home(empty.folder.path());
    let state = judge(&signature, PAYLOAD, at(COMMITTED), None, OpenPgp::Gpg(&gpg));
    assert!(matches!(&state, SignatureState::UnknownKey { key } if key.len() == 40), "{state:?}");
}

#[test]
fn without_gpg_nothing_is_said_of_openpgp() {
    let keys = Keys::new();
    let Some(signature) = keyring(&keys) else { return };
    let gpg = Gpg::new("no-such-program-as-gpg");
    let state = judge(&signature, PAYLOAD, at(COMMITTED), None, OpenPgp::Gpg(&gpg));
    assert_eq!(state, SignatureState::Unchecked { reason: "`gpg` is not installed".into() });
}
