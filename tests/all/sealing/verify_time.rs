//! Trusted time in a verification: the signer is judged for that time, and nothing may have been approved after it.

use tickmark::model::Instant;
use tickmark::seal::verify::{Against, TimeFrom, Trust, Verification, verify};
use tickmark::seal::{Authorities, MemoryReport};
use tickmark::trust::Signers;

use super::project::{Sealed, signer};
use super::time_authority::{Authority, Issuer, KeyKind};
use super::verify_memory::{SIGNATURE, load, said, seal, sign_memory};

const TOKEN: &str = "manifest-sha256.txt.sig.tsr";

/// A report that was signed and stamped, by a key that is not valid any more at the time of verifying.
fn stamped(edit: impl FnOnce(&mut MemoryReport)) -> (MemoryReport, Signers, Authority) {
    let sealed = Sealed::built();
    let mut report = load(&sealed.report());
    edit(&mut report);
    seal(&mut report, |_| ());
    sign_memory(&mut report, &sealed.key);
    let authority = Authority::new(KeyKind::P256, Issuer::Itself);
    let token = authority.response(&report.0[SIGNATURE], "-sha256 -cert");
    report.0.insert(TOKEN.to_owned(), token);
    let signers = Signers::parse(&signer("lead@example.org", "valid-before=\"20980101Z\"", &sealed.key), "signers").0;
    (report, signers, authority)
}

fn verified(report: &MemoryReport, signers: &Signers, authorities: &Authorities) -> Verification {
    let at = Instant::parse("2099-01-01T00:00:00Z").expect("a time");
    let trust = Trust { signers: Some(signers), revoked: None, identity: None, at, at_from: TimeFrom::Named, authorities };
    verify(report, &trust, Against::default())
}

fn check(verification: &Verification, code: &str) -> &'static str {
    verification.checks.iter().find(|check| check.code == code).expect("a check").verdict.word()
}

#[test]
fn signer_is_judged_for_the_trusted_time() {
    let (report, signers, authority) = stamped(|_| ());
    let verification = verified(&report, &signers, &authority.trusted());
    assert_eq!(said(&verification), ("intact", vec![]));
    let signature = &verification.signatures[0];
    assert_eq!((signature.time_from, signature.judged_at.to_string()), (TimeFrom::Token, authority.told_time()));
    assert_eq!(check(&verification, "I06"), "pass");
    assert!(verification.is_clean());
}

#[test]
fn token_counts_for_nothing_without_its_authority() {
    let (report, signers, _authority) = stamped(|_| ());
    let expired = "signer-expired manifest-sha256.txt.sig".to_owned();
    let verification = verified(&report, &signers, &Authorities::none());
    assert_eq!(said(&verification), ("untrusted-signer", vec![expired.clone()]));
    assert_eq!(check(&verification, "I06"), "not-testable");
    assert!(verification.uncovered.iter().any(|uncovered| uncovered.name == "no-time-authority"));
    let other = Authority::new(KeyKind::P256, Issuer::Itself);
    let verification = verified(&report, &signers, &other.trusted());
    assert_eq!(said(&verification), ("untrusted-signer", vec![expired, format!("time-authority-unknown {TOKEN}")]));
    assert_eq!(check(&verification, "I06"), "fail");
}

#[test]
fn token_of_another_signature_is_told_as_tampering() {
    let (mut report, signers, authority) = stamped(|_| ());
    report.0.insert(TOKEN.to_owned(), authority.response(b"another signature", "-sha256 -cert"));
    let (verdict, faults) = said(&verified(&report, &signers, &authority.trusted()));
    assert_eq!((verdict, faults.contains(&format!("time-for-other-bytes {TOKEN}"))), ("altered", true));
}

#[test]
fn approval_after_the_trusted_time_fails_its_check() {
    let path = "data/records/change/2098-01-01-later.json";
    let (report, signers, authority) = stamped(|report| {
        let record = r#"{"record": {"approvals": [{"date": "2026-01-05"}, {"date": "2098-01-01"}]}}"#;
        report.0.insert(path.to_owned(), format!("{record}\n").into_bytes());
    });
    let verification = verified(&report, &signers, &authority.trusted());
    assert_eq!(said(&verification), ("intact", vec![format!("approval-after-time {path}")]));
    assert_eq!((check(&verification, "I06"), verification.is_clean()), ("fail", false));
}
