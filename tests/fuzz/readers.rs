//! Every reader of bytes that somebody else wrote, as a function that must return.
//!
//! A reader may refuse what it is given. It must not panic, must not take long, and what it says must hold: what is read back is what was written, and a
//! place lies within its file. The fuzz targets and `tests/all/fuzz_corpora.rs` call the very same functions.

use std::io::Cursor;
use std::sync::OnceLock;

use tickmark::diag::{Findings, SourceText};
use tickmark::model::{Id, Instant, Kind};
use tickmark::seal::{Authorities, Manifest, SealedFiles, Statement, check_token, open_archive, top_folder};
use tickmark::source::{EntryKind, MemoryWorkspace, parse_expression, parse_record, parse_release, read_project, read_rows};
use tickmark::trust::{Judgement, KeyFile, Question, Revoked, Signers, judge_embedded_signature, judge_key, judge_signature, read_public};

/// What reads bytes that nobody vouches for.
pub(crate) type Reader = fn(&[u8]);

/// The readers by name; each has a target and a corpus of its own.
pub(crate) const READERS: &[(&str, Reader)] = &[
    ("authorities", authorities),
    ("csv", csv),
    ("expression", expression),
    ("front_matter", front_matter),
    ("keys", keys),
    ("manifest", manifest),
    ("provenance", provenance),
    ("revoked", revoked),
    ("settings", settings),
    ("signature", signature),
    ("signers", signers),
    ("time_token", time_token),
    ("yaml", yaml),
    ("zip", zip),
];

/// Runs the reader of a name.
pub(crate) fn read(name: &str, bytes: &[u8]) {
    let (_, reader) = READERS.iter().find(|(known, _)| *known == name).expect("a reader of that name");
    reader(bytes);
}

/// Records and releases in YAML.
fn yaml(bytes: &[u8]) {
    for (kind, path) in [(Kind::Metric, "metrics/definitions/fuzzed.yaml"), (Kind::Scorecard, "metrics/scorecards/fuzzed.yaml")] {
        let (record, findings) = parse_record(kind, &id(), path, bytes.to_vec());
        assert!(record.is_some() || findings.has_errors());
        hold(findings, path, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = parse_release(&id(), SourceText::new("metrics/snapshots/2026-03/release.yaml", text));
    }
}

/// Records in Markdown with front matter.
fn front_matter(bytes: &[u8]) {
    let path = "content/decisions/fuzzed.md";
    let (record, findings) = parse_record(Kind::Decision, &id(), path, bytes.to_vec());
    assert!(record.is_some() || findings.has_errors());
    hold(findings, path, bytes);
}

/// The settings of a project.
fn settings(bytes: &[u8]) {
    project("tickmark.yaml", bytes);
}

/// Tables of results, and tables of the past.
fn csv(bytes: &[u8]) {
    project("metrics/snapshots/2026-03/answered-in-time.csv", bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = read_rows(text);
    }
}

/// Bytes of the longest formula that is read.
const LONGEST_FORMULA: usize = 4096;

/// Formulas.
fn expression(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match parse_expression(text) {
        Ok(formula) => {
            // Printed with a space on each side of an operator, a formula of nearly the largest size is larger.
            let printed = Some(formula.to_string()).filter(|printed| printed.len() <= LONGEST_FORMULA);
            if let Some(printed) = printed {
                assert!(parse_expression(&printed).as_ref() == Ok(&formula), "`{printed}` is read otherwise than it was written");
            }
        }
        Err(error) => assert!(text.get(error.offset..error.offset + error.length).is_some(), "{error:?}"),
    }
}

/// Files of allowed signers.
fn signers(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (signers, findings) = Signers::parse(text, "signers");
    hold(findings, "signers", bytes);
    let question = question(None);
    for signer in signers.all() {
        let asked = Question { signers: Some(&signers), ..question };
        if let Judgement::Good(by, line) = judge_key(signer.key(), &asked) {
            assert_eq!(by.fingerprint, signer.fingerprint());
            let named = signers.all().iter().find(|signer| signer.line() == line.number).expect("a line of the file");
            assert!(named.is_valid_at(question.at) && named.may_sign_in(question.namespace));
        }
    }
}

/// Keys and certificates of keys, as files and as the bytes within.
fn keys(bytes: &[u8]) {
    let _ = judge_key(bytes, &question(None));
    if let Some(key) = read_public(bytes) {
        assert!(!matches!(judge_key(&key, &question(None)), Judgement::Malformed(_)));
    }
    for file in [bytes, armoured(bytes, "OPENSSH PRIVATE KEY").as_bytes()] {
        if let Ok(file) = KeyFile::read(file) {
            assert!(!file.public().is_empty());
        }
    }
}

/// Lists of revoked keys.
fn revoked(bytes: &[u8]) {
    if let Ok(revoked) = Revoked::parse(bytes) {
        for signer in known_signers().all() {
            let _ = judge_key(signer.key(), &question(Some(&revoked)));
        }
    }
}

/// Signatures, as armoured text and as the bytes within.
fn signature(bytes: &[u8]) {
    let _ = is_good_signature(bytes);
}

/// Whether bytes are a signature by one of the keys that made those of the corpus.
pub(crate) fn is_good_signature(bytes: &[u8]) -> bool {
    let question = question(None);
    let judgements = [judge_signature(bytes, &question), judge_embedded_signature(&armoured(bytes, "SSH SIGNATURE"), &question)];
    judgements.iter().any(|judgement| matches!(judgement, Judgement::Good(..)))
}

/// Whether the key named in `allowed_signers` signed what is sealed, for reports.
fn question(revoked: Option<&Revoked>) -> Question<'_> {
    let at = Instant::parse("2026-10-05T12:00:00Z").expect("an instant");
    Question { payload: SEALED, namespace: "tickmark-report", signers: Some(known_signers()), identity: None, at, revoked }
}

/// Those who made the signatures of the corpus.
fn known_signers() -> &'static Signers {
    static SIGNERS: OnceLock<Signers> = OnceLock::new();
    SIGNERS.get_or_init(|| Signers::parse(include_str!("allowed_signers"), "allowed_signers").0)
}

/// Lists of a report's files.
fn manifest(bytes: &[u8]) {
    if let Ok(manifest) = Manifest::parse(bytes) {
        assert_eq!(manifest.text().as_bytes(), bytes);
    }
}

/// Provenances.
fn provenance(bytes: &[u8]) {
    if let Ok(statement) = Statement::parse(bytes) {
        let again = Statement::parse(statement.text().as_bytes()).expect("what was written");
        assert_eq!(again, statement);
    }
}

/// Certificates of authorities, as text and as the bytes within.
fn authorities(bytes: &[u8]) {
    for pem in [bytes, armoured(bytes, "CERTIFICATE").as_bytes()] {
        if let Ok(authorities) = Authorities::parse(pem) {
            assert!(authorities.names().all(|name| name.chars().count() <= 200 && !name.contains('\n')));
        }
    }
}

/// Tokens of trusted time.
fn time_token(bytes: &[u8]) {
    let _ = is_good_token(bytes);
}

/// Whether bytes are a token by one of the authorities that gave those of the corpus; what they never gave is never good.
pub(crate) fn is_good_token(bytes: &[u8]) -> bool {
    static TRUSTED: OnceLock<Authorities> = OnceLock::new();
    let trusted = TRUSTED.get_or_init(|| Authorities::parse(include_bytes!("authority.pem")).expect("certificates"));
    check_token(bytes, SEALED, trusted).is_ok_and(|found| {
        let said = format!("{} {}", found.serial, found.time);
        assert!(include_str!("times").lines().any(|given| given == said), "{said} was never given");
        true
    })
}

/// Packages in one file.
fn zip(bytes: &[u8]) {
    let length = u64::try_from(bytes.len()).expect("a length");
    let Ok(archive) = open_archive(Cursor::new(bytes), length) else { return };
    let entries = archive.entries().expect("what was opened");
    for (path, kind) in &entries {
        assert!(!path.split('/').any(|part| matches!(part, "" | "." | "..")), "{path:?} leads out");
        let read = archive.read(path);
        if let (EntryKind::File(size), Ok(unpacked)) = (kind, &read) {
            assert_eq!(u64::try_from(unpacked.len()).expect("a length"), *size, "{path:?}");
        }
        assert!(matches!(kind, EntryKind::File(_)) || read.is_err(), "{path:?} is no file");
    }
    let _ = top_folder(&archive);
}

/// What the signatures and tokens of the corpora were made for.
const SEALED: &[u8] = b"what is signed and given a time\n";

/// Reads a small project in which a file has these bytes.
fn project(path: &str, bytes: &[u8]) {
    const FILES: &[(&str, &str)] = &[
        ("tickmark.yaml", include_str!("../projects/minimal/tickmark.yaml")),
        ("content/glossary/offered.md", include_str!("../projects/minimal/content/glossary/offered.md")),
        ("metrics/definitions/answered-in-time.yaml", include_str!("../projects/minimal/metrics/definitions/answered-in-time.yaml")),
        ("metrics/segments/site.yaml", include_str!("../projects/minimal/metrics/segments/site.yaml")),
        ("metrics/snapshots/2026-03/release.yaml", include_str!("../projects/minimal/metrics/snapshots/2026-03/release.yaml")),
    ];
    let workspace = FILES.iter().fold(MemoryWorkspace::new(), |workspace, (path, text)| workspace.with(path, text));
    let reading = read_project(&workspace.with(path, bytes));
    assert!(reading.project.is_some() != reading.findings.has_errors());
    hold(reading.findings, path, bytes);
}

/// Whether findings lie within their file and say something.
fn hold(findings: Findings, path: &str, bytes: &[u8]) {
    let lines = String::from_utf8_lossy(bytes).split('\n').count();
    for finding in findings.sorted() {
        assert!(!finding.message.is_empty());
        assert!(*finding.place.path != *path || finding.place.line <= lines, "{finding:?}");
    }
}

fn id() -> Id {
    Id::parse("fuzzed").expect("an id")
}

/// Bytes as they stand in armour.
fn armoured(bytes: &[u8], what: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let held = chunk.iter().fold(0_usize, |held, byte| held << 8 | usize::from(*byte)) << (8 * (3 - chunk.len()));
        for place in (0..4).rev() {
            let is_padding = place < 3 - chunk.len();
            text.push(if is_padding { '=' } else { char::from(ALPHABET[held >> (6 * place) & 63]) });
        }
    }
    format!("-----BEGIN {what}-----\n{text}\n-----END {what}-----\n")
}
