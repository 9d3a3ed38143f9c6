//! Keys of every kind: what is signed here is held by `ssh-keygen`, and what `ssh-keygen` signs is judged here as it judges it.

use std::fs;

use tickmark::model::Instant;
use tickmark::seal::Sha256Digest;
use tickmark::trust::{Judgement, Question, Revoked, Signers, judge_signature, signature_file, to_be_signed};

use super::project::NAMESPACE;
use super::signing::Signing;

const SIGNATURE: &str = "manifest-sha256.txt.sig";

/// The kinds of keys that sign from a file.
const OF_FILES: [(&str, &[&str]); 3] = [("ed25519", &["ed25519"]), ("p256", &["ecdsa", "-b", "256"]), ("p384", &["ecdsa", "-b", "384"])];

/// What is asked of a signature beside the report.
#[derive(Clone, Copy)]
struct Asked<'a> {
    identity: Option<&'a str>,
    at: &'a str,
    revoked: Option<&'a str>,
}

const ASKED: Asked<'static> = Asked { identity: Some("lead@example.org"), at: "2026-03-01T11:00:00Z", revoked: None };

/// The judgement of the signature beside the report.
fn judged(signing: &Signing, asked: Asked<'_>) -> Judgement {
    let signers = fs::read_to_string(signing.path("signers")).expect("signers");
    let (signers, findings) = Signers::parse(&signers, "signers");
    assert!(findings.is_empty(), "{findings:?}");
    let revoked =
        asked.revoked.map(|name| Revoked::parse(&fs::read(signing.path(name)).expect("a list")).expect("a list that is understood"));
    let question = Question {
        payload: &signing.payload(),
        namespace: NAMESPACE,
        signers: Some(&signers),
        identity: asked.identity,
        at: Instant::parse(asked.at).expect("an instant"),
        revoked: revoked.as_ref(),
    };
    judge_signature(&signing.signature(SIGNATURE), &question)
}

/// Whether `ssh-keygen` holds it to be good, asked the same.
fn held(signing: &Signing, asked: Asked<'_>) -> bool {
    let time = format!("-Overify-time={}", asked.at.replace(['-', ':', 'T', 'Z'], ""));
    let revoked: Vec<&str> = asked.revoked.map_or_else(Vec::new, |name| vec!["-r", name]);
    signing.holds(SIGNATURE, asked.identity.expect("an identity"), &[&[time.as_str()], revoked.as_slice()].concat())
}

/// The name of a judgement.
fn name(judgement: &Judgement) -> &'static str {
    match judgement {
        Judgement::Malformed(_) => "malformed",
        Judgement::Unchecked(..) => "unchecked",
        Judgement::OtherBytes(_) => "other-bytes",
        Judgement::WrongNamespace(..) => "wrong-namespace",
        Judgement::Revoked(_) => "revoked",
        Judgement::NoSigners(_) => "no-signers",
        Judgement::UnknownKey(_) => "unknown-key",
        Judgement::AuthorityOnly(..) => "authority-only",
        Judgement::OtherIdentity(..) => "other-identity",
        Judgement::OtherNamespace(..) => "other-namespace",
        Judgement::CertificateRefused(..) => "certificate-refused",
        Judgement::NotYetValid(..) => "not-yet-valid",
        Judgement::Expired(..) => "expired",
        Judgement::Good(..) => "good",
    }
}

/// Holds the judgement against the expected one, and against that of `ssh-keygen`.
fn agree(signing: &Signing, asked: Asked<'_>, expected: &str, what: &str) {
    let judgement = judged(signing, asked);
    assert_eq!(name(&judgement), expected, "{what}: {judgement:?}");
    assert_eq!(held(signing, asked), expected == "good", "ssh-keygen: {what}");
}

#[test]
fn signatures_of_key_files_are_held_by_ssh_keygen() {
    for (name, kind) in OF_FILES {
        for passphrase in ["", "correct horse"] {
            let signing = Signing::new();
            let public = signing.key(name, kind, passphrase);
            signing.write("signers", format!("lead@example.org namespaces=\"{NAMESPACE}\" {public}\n"));
            let output = signing.sign_with(&["--key", name, "--passphrase-fd", "0"], format!("{passphrase}\nmore\n").as_bytes());
            assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(signing.holds(SIGNATURE, "lead@example.org", &[]), "{name} {passphrase}");
            assert!(!signing.holds(SIGNATURE, "other@example.org", &[]), "{name} {passphrase}");
        }
    }
}

#[test]
fn signature_is_byte_for_byte_what_ssh_keygen_writes() {
    let signing = Signing::new();
    let public = signing.key("lead", &["ed25519"], "");
    signing.write("signers", format!("lead {public}\n"));
    assert!(signing.sign(&["--key", "lead"]).status.success());
    let ours = signing.signature(SIGNATURE);
    let theirs = signing.run("ssh-keygen", &["-q", "-Y", "sign", "-f", "lead", "-n", NAMESPACE], &signing.payload());
    assert_eq!(String::from_utf8_lossy(&ours), String::from_utf8_lossy(&theirs.stdout));
}

#[test]
fn every_cipher_of_key_files_is_opened() {
    for cipher in ["aes256-ctr", "aes256-cbc", "aes128-ctr", "aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com"] {
        let signing = Signing::new();
        let public = signing.key("lead", &["ecdsa", "-b", "256", "-Z", cipher], "pass");
        signing.write("signers", format!("lead {public}\n"));
        assert!(signing.refused(&["--key", "lead", "--passphrase-fd", "0"], b"other").contains("the passphrase is wrong"), "{cipher}");
        let output = signing.sign_with(&["--key", "lead", "--passphrase-fd", "0"], b"pass");
        assert!(output.status.success(), "{cipher}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(signing.holds(SIGNATURE, "lead", &[]), "{cipher}");
    }
}

#[test]
fn wrong_passphrase_is_said_kindly_and_nothing_is_written() {
    for (name, kind) in OF_FILES {
        let signing = Signing::new();
        let public = signing.key(name, kind, "right");
        signing.write("signers", format!("lead {public}\n"));
        let said = signing.refused(&["--key", name, "--passphrase-fd", "0"], b"secret-guess\n");
        assert_eq!(said, format!("error: `{name}` cannot sign: the passphrase is wrong\n  help: try again; nothing was written\n"));
    }
}

#[test]
fn without_a_terminal_the_passphrase_can_be_handed_over() {
    let signing = Signing::new();
    let public = signing.key("lead", &["ed25519"], "right");
    signing.write("signers", format!("lead {public}\n"));
    // A session of its own has no terminal.
    let program = env!("CARGO_BIN_EXE_tickmark");
    let output = signing.run("setsid", &["-w", program, "sign", "report", "--key", "lead", "--signers", "signers"], b"");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("error: `lead` asks for a passphrase, and there is no terminal"), "{said}");
    assert!(said.contains("--passphrase-fd N"), "{said}");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn agent_signs_with_every_kind_of_key() {
    for (name, kind) in OF_FILES.into_iter().chain([("rsa", &["rsa", "-b", "2048"][..]), ("rsa3072", &["rsa", "-b", "3072"])]) {
        let mut signing = Signing::new();
        let public = signing.key(name, kind, "");
        signing.key("stranger", &["ed25519"], "");
        signing.write("signers", format!("lead {public}\n"));
        signing.start_agent(&["stranger", name]);
        let output = signing.sign(&["--agent"]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(signing.holds(SIGNATURE, "lead", &[]), "{name}");
        agree(&signing, Asked { identity: Some("lead"), ..ASKED }, "good", name);
    }
}

#[test]
fn agent_with_several_keys_that_may_sign_is_told_which() {
    let mut signing = Signing::new();
    let (one, two) = (signing.key("one", &["ed25519"], ""), signing.key("two", &["ed25519"], ""));
    signing.key("three", &["ed25519"], "");
    signing.write("signers", format!("one {one}\ntwo {two}\n"));
    assert!(signing.refused(&["--agent"], b"").contains("no ssh-agent is running"));
    signing.start_agent(&["one", "two"]);
    let said = signing.refused(&["--agent"], b"");
    assert!(said.contains("several keys that may sign") && said.contains("say which one with `--key`"), "{said}");
    assert!(signing.refused(&["--agent", "--key", "three.pub"], b"").contains("does not hold the key of `three.pub`"));
    assert!(signing.sign(&["--agent", "--key", "two.pub"]).status.success());
    assert!(signing.holds(SIGNATURE, "two", &[]));
    // Now only the other one is left that has not signed.
    assert!(signing.sign(&["--agent"]).status.success());
    assert!(signing.holds("manifest-sha256.txt.2.sig", "one", &[]));
    let said = signing.refused(&["--agent"], b"");
    assert!(said.contains("holds 2 keys, none of which may sign this"), "{said}");
}

#[test]
fn files_that_hold_no_key_that_signs_say_what_to_do() {
    let signing = Signing::new();
    let public = signing.key("rsa", &["rsa", "-b", "2048"], "");
    signing.write("signers", format!("lead {public}\n"));
    signing.key("pkcs8", &["ecdsa", "-b", "256", "-m", "PKCS8"], "");
    signing.key("pem", &["ecdsa", "-b", "256", "-m", "PEM"], "");
    signing.key("pem-rsa", &["rsa", "-b", "2048", "-m", "PEM"], "");
    signing.key("p521", &["ecdsa", "-b", "521"], "");
    signing.key("ed25519", &["ed25519"], "");
    signing.write("words", "hello");
    for (name, reason, help) in [
        (
            "rsa",
            "it is an RSA key, and those sign through ssh-agent only",
            "sign with `--agent`, or make a key with `ssh-keygen -t ed25519`",
        ),
        ("pem-rsa", "it is an RSA key", "sign with `--agent`"),
        ("pkcs8", "it is not in the form in which OpenSSH writes keys", "`ssh-keygen -p -f FILE` writes it anew"),
        ("pem", "it is not in the form in which OpenSSH writes keys", "`ssh-keygen -p -f FILE` writes it anew"),
        ("p521", "a kind that does not sign here", "ssh-keygen -t ed25519"),
        ("ed25519.pub", "it is the public half of a key", "name the file without `.pub`"),
        ("words", "it holds no key", "ssh-keygen -t ed25519"),
    ] {
        let said = signing.refused(&["--key", name], b"");
        assert!(said.contains(reason) && said.contains(help), "{name}: {said}");
        assert!(!said.contains("PRIVATE KEY"), "{said}");
    }
    assert!(signing.refused(&["--key", "none"], b"").contains("could not read `none`"));
    // The step that mends it does.
    signing.done("ssh-keygen", &["-q", "-p", "-f", "pkcs8", "-N", "", "-P", ""], b"");
    signing.write("signers", format!("lead {}\n", signing.public("pkcs8")));
    assert!(signing.sign(&["--key", "pkcs8"]).status.success());
}

#[test]
fn signatures_of_ssh_keygen_are_judged_as_it_judges_them() {
    let mut kinds: Vec<(&str, &[&str])> = OF_FILES.to_vec();
    kinds.push(("rsa", &["rsa", "-b", "2048"]));
    kinds.push(("rsa4096", &["rsa", "-b", "4096"]));
    for (key, kind) in kinds {
        let signing = Signing::new();
        let public = signing.key(key, kind, "");
        signing.write("signers", format!("lead@example.org {public}\n"));
        super::project::sign(&signing.report(), &signing.path(key), NAMESPACE);
        agree(&signing, ASKED, "good", key);
    }
}

#[test]
fn lines_of_signers_are_judged_as_ssh_keygen_judges_them() {
    let signing = Signing::new();
    let lead = signing.key("lead", &["ed25519"], "");
    let other = signing.key("other", &["ed25519"], "");
    super::project::sign(&signing.report(), &signing.path("lead"), NAMESPACE);
    let at = |at| Asked { at, ..ASKED };
    let by = |identity| Asked { identity: Some(identity), ..ASKED };
    for (line, asked, expected) in [
        (format!("lead@example.org {lead}"), ASKED, "good"),
        (format!("*@example.org {lead}"), ASKED, "good"),
        (format!("lead@example.org {other}"), ASKED, "unknown-key"),
        (format!("lead@example.org {lead}"), by("auditor@example.org"), "other-identity"),
        (format!("lead@example.org namespaces=\"git\" {lead}"), ASKED, "other-namespace"),
        (format!("lead@example.org namespaces=\"git,tickmark-*\" {lead}"), ASKED, "good"),
        (format!("lead@example.org cert-authority {lead}"), ASKED, "authority-only"),
        (format!("lead@example.org valid-after=\"20260301110001Z\" {lead}"), ASKED, "not-yet-valid"),
        (format!("lead@example.org valid-after=\"20260301110000Z\" {lead}"), ASKED, "good"),
        (format!("lead@example.org valid-before=\"20260301110000Z\" {lead}"), ASKED, "good"),
        (format!("lead@example.org valid-before=\"20260301105959Z\" {lead}"), ASKED, "expired"),
        (format!("lead@example.org valid-before=\"20260301Z\" {lead}"), at("2026-02-28T00:00:00Z"), "good"),
        // Of two lines the one that says most decides, whichever comes first.
        (format!("other@example.org {lead}\nlead@example.org valid-before=\"20200101Z\" {lead}"), ASKED, "expired"),
        (format!("lead@example.org valid-before=\"20200101Z\" {lead}\nlead@example.org {lead}"), ASKED, "good"),
    ] {
        signing.write("signers", format!("{line}\n"));
        agree(&signing, asked, expected, &line);
    }
}

#[test]
fn signature_for_another_purpose_or_other_bytes_is_refused_as_ssh_keygen_refuses_it() {
    let signing = Signing::new();
    let lead = signing.key("lead", &["ed25519"], "");
    signing.write("signers", format!("lead@example.org {lead}\n"));
    super::project::sign(&signing.report(), &signing.path("lead"), "git");
    agree(&signing, ASKED, "wrong-namespace", "git");
    fs::remove_file(signing.report().join(SIGNATURE)).expect("a signature");
    super::project::sign(&signing.report(), &signing.path("lead"), NAMESPACE);
    let list = signing.payload();
    signing.write("report/manifest-sha256.txt", &list[1..]);
    agree(&signing, ASKED, "other-bytes", "a byte less");
}

#[test]
fn any_byte_of_a_signature_counts() {
    let signing = Signing::new();
    for (key, kind) in [("lead", &["ed25519"][..]), ("p256", &["ecdsa", "-b", "256"]), ("rsa", &["rsa", "-b", "2048"])] {
        let public = signing.key(key, kind, "");
        let (signers, _) = Signers::parse(&format!("lead {public}\n"), "signers");
        let _ = fs::remove_file(signing.report().join(SIGNATURE));
        super::project::sign(&signing.report(), &signing.path(key), NAMESPACE);
        let (signature, payload) = (signing.signature(SIGNATURE), signing.payload());
        let at = Instant::parse(ASKED.at).expect("an instant");
        let question = Question { payload: &payload, namespace: NAMESPACE, signers: Some(&signers), identity: None, at, revoked: None };
        assert_eq!(name(&judge_signature(&signature, &question)), "good");
        // Each byte of one kind, and a sample of the others, which are slower.
        for place in (0..signature.len()).step_by(if key == "lead" { 1 } else { 7 }) {
            let mut changed = signature.clone();
            changed[place] ^= 1 << (place % 6);
            let found = name(&judge_signature(&changed, &question));
            assert!(matches!(found, "malformed" | "other-bytes" | "unknown-key"), "{key} {place}: {found}");
        }
        for cut in [&signature[..signature.len() - 1], &signature[1..], &[signature.as_slice(), b"\n"].concat(), b""] {
            assert_eq!(name(&judge_signature(cut, &question)), "malformed");
        }
    }
}

#[test]
fn kinds_that_are_not_checked_say_so_where_the_signers_name_them() {
    let signing = Signing::new();
    for (key, kind) in [("p521", &["ecdsa", "-b", "521"][..]), ("rsa1024", &["rsa", "-b", "1024"])] {
        let public = signing.key(key, kind, "");
        let _ = fs::remove_file(signing.report().join(SIGNATURE));
        super::project::sign(&signing.report(), &signing.path(key), NAMESPACE);
        signing.write("signers", format!("lead@example.org {public}\n"));
        assert_eq!(name(&judged(&signing, ASKED)), "unchecked", "{key}");
        signing.write("signers", "");
        assert_eq!(name(&judged(&signing, ASKED)), "unknown-key", "{key}");
    }
}

#[test]
fn revoked_keys_are_found_as_ssh_keygen_finds_them() {
    let signing = Signing::new();
    let lead = signing.key("lead", &["ed25519"], "");
    let other = signing.key("other", &["ecdsa", "-b", "256"], "");
    signing.write("signers", format!("lead@example.org {lead}\n"));
    super::project::sign(&signing.report(), &signing.path("lead"), NAMESPACE);
    let revoked = |revoked| Asked { revoked: Some(revoked), ..ASKED };
    signing.write("list", format!("# gone\n\n{other} a comment\n  {lead}\n"));
    signing.write("others", format!("{other}\n"));
    let fingerprint = signing.done("ssh-keygen", &["-lf", "lead.pub"], b"").split(' ').nth(1).expect("a fingerprint").to_owned();
    signing.write("by-hash", format!("hash: {fingerprint}\n"));
    for (krl, from) in [("krl", "lead.pub"), ("krl-of-hash", "by-hash"), ("krl-of-others", "other.pub")] {
        signing.done("ssh-keygen", &["-q", "-k", "-f", krl, from], b"");
    }
    for (list, expected) in
        [("list", "revoked"), ("others", "good"), ("krl", "revoked"), ("krl-of-hash", "revoked"), ("krl-of-others", "good")]
    {
        agree(&signing, revoked(list), expected, list);
    }
}

#[test]
fn list_of_revoked_keys_that_is_not_understood_is_refused_as_a_whole() {
    let signing = Signing::new();
    let lead = signing.key("lead", &["ed25519"], "");
    signing.write("by-sha1", format!("sha1: {lead}\n"));
    signing.done("ssh-keygen", &["-q", "-k", "-f", "krl", "by-sha1"], b"");
    let said = Revoked::parse(&fs::read(signing.path("krl")).expect("a list")).expect_err("a reason").to_string();
    assert!(said.contains("digests by SHA-1") && said.contains("give the keys one a line"), "{said}");
    for text in ["SHA256:abc\n", "ssh-ed25519 AAAA\n", "\u{feff}\n"] {
        assert!(Revoked::parse(text.as_bytes()).expect_err("a reason").to_string().starts_with("line 1 is no public key"), "{text}");
    }
}

/// A string as it stands on the wire.
fn string(bytes: &[u8]) -> Vec<u8> {
    [&u32::try_from(bytes.len()).expect("short").to_be_bytes(), bytes].concat()
}

/// What a hardware key signs: the digests of what it is for and of the message, and between them that it was touched and how often it was used.
fn by_device(message: &[u8], state: &[u8]) -> Vec<u8> {
    [Sha256Digest::of(b"ssh:").as_bytes(), state, Sha256Digest::of(message).as_bytes()].concat()
}

/// The two numbers of an ECDSA signature, which its usual form and OpenSSH write alike.
fn numbers(der: &[u8]) -> Vec<u8> {
    let first = &der[4..4 + usize::from(der[3])];
    let second = &der[6 + first.len()..];
    assert_eq!((der[0], usize::from(der[5 + first.len()])), (0x30, second.len()));
    [string(first), string(second)].concat()
}

#[test]
fn signatures_of_hardware_keys_are_judged_as_ssh_keygen_judges_them() {
    let state = [1, 0, 0, 0, 42];
    for (kind, algorithm) in [
        ("sk-ssh-ed25519@openssh.com", &["-algorithm", "ed25519"][..]),
        ("sk-ecdsa-sha2-nistp256@openssh.com", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
    ] {
        let signing = Signing::new();
        signing.done("openssl", &[&["genpkey", "-out", "device"], algorithm].concat(), b"");
        signing.done("openssl", &["pkey", "-in", "device", "-pubout", "-outform", "DER", "-out", "public"], b"");
        let public = fs::read(signing.path("public")).expect("a public key");
        signing.write("message", by_device(&to_be_signed(NAMESPACE, &signing.payload()), &state));
        let (key, made) = if kind.contains("ed25519") {
            signing.done("openssl", &["pkeyutl", "-sign", "-rawin", "-inkey", "device", "-in", "message", "-out", "made"], b"");
            (string(&public[public.len() - 32..]), fs::read(signing.path("made")).expect("a signature"))
        } else {
            signing.done("openssl", &["dgst", "-sha256", "-sign", "device", "-out", "made", "message"], b"");
            let point = string(&public[public.len() - 65..]);
            ([string(b"nistp256"), point].concat(), numbers(&fs::read(signing.path("made")).expect("a signature")))
        };
        let key = [string(kind.as_bytes()), key, string(b"ssh:")].concat();
        let signature = [string(kind.as_bytes()), string(&made), state.to_vec()].concat();
        signing.write(&format!("report/{SIGNATURE}"), signature_file(&key, NAMESPACE, &signature));
        signing.write("key", &key);
        let written = signing.done("openssl", &["base64", "-A", "-in", "key"], b"");
        signing.write("signers", format!("lead@example.org {kind} {written}\n"));
        agree(&signing, ASKED, "good", kind);
        // How often it was used is part of what it signs.
        let signature = [string(kind.as_bytes()), string(&made), vec![1, 0, 0, 0, 43]].concat();
        signing.write(&format!("report/{SIGNATURE}"), signature_file(&key, NAMESPACE, &signature));
        agree(&signing, ASKED, "other-bytes", kind);
    }
}
