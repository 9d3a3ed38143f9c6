//! Trusted time: tokens of the real `openssl ts` are read as `openssl` reads them, and refused where they prove nothing.

use std::time::Duration;

use tickmark::seal::{Authorities, TokenFault, TokenStanding, check_token};

use super::time_authority::{Authority, Issuer, KeyKind};

/// What was signed, in place of a signature file.
pub(crate) const SEALED: &[u8] = b"-----BEGIN SSH SIGNATURE-----\n";

/// An authority that was trusted by its own certificate, and its response.
fn given() -> (Authority, Vec<u8>) {
    let authority = Authority::new(KeyKind::P256, Issuer::Itself);
    let response = authority.response(SEALED, "-sha256 -cert");
    (authority, response)
}

/// The short name of what is wrong with a token.
#[track_caller]
fn fault(token: &[u8], authorities: &Authorities) -> &'static str {
    check_token(token, SEALED, authorities).expect_err("a token that proves nothing").name()
}

#[test]
fn what_openssl_accepts_is_accepted_with_the_same_time() {
    for kind in [KeyKind::Rsa, KeyKind::P256, KeyKind::P384] {
        for issuer in [Issuer::Itself, Issuer::Another] {
            let authority = Authority::new(kind, issuer);
            let response = authority.response(SEALED, "-sha256 -cert");
            assert!(authority.openssl_accepts(&response, SEALED), "{kind:?} {issuer:?}");
            for trusted in [authority.trusted(), authority.itself()] {
                let found = check_token(&response, SEALED, &trusted).expect("a good token");
                assert_eq!(found.time.to_string(), authority.told_time());
                assert_eq!(found.accuracy, Some(Duration::from_micros(1_500_100)));
                assert_eq!((found.serial.as_str(), found.policy.as_str()), ("0B", "1.2.3.4.1"));
                assert_eq!(found.authority, "CN=Time,O=Example");
            }
        }
    }
}

#[test]
fn every_accepted_hash_is_read() {
    let authority = Authority::new(KeyKind::P384, Issuer::Another);
    for hash in ["sha256", "sha384", "sha512"] {
        for signed_by in ["sha256", "sha384", "sha512"] {
            authority.configure("signer_digest = ", &format!("signer_digest = {signed_by} #"));
            authority.configure("ess_cert_id_alg = ", &format!("ess_cert_id_alg = {signed_by} #"));
            let response = authority.response(SEALED, &format!("-{hash} -cert"));
            assert!(check_token(&response, SEALED, &authority.trusted()).is_ok(), "{hash} {signed_by}");
        }
    }
}

#[test]
fn time_with_a_fraction_is_read() {
    let authority = Authority::new(KeyKind::P256, Issuer::Itself);
    authority.configure("clock_precision_digits = 0", "clock_precision_digits = 6");
    authority.configure("tsa_name = no", "tsa_name = yes");
    let response = authority.response(SEALED, "-sha256 -cert -no_nonce");
    let found = check_token(&response, SEALED, &authority.trusted()).expect("a good token");
    assert_eq!(found.time.to_string(), authority.told_time());
}

#[test]
fn token_without_its_response_is_read_too() {
    let (authority, response) = given();
    let token = authority.token();
    assert_ne!(token, response);
    assert_eq!(check_token(&token, SEALED, &authority.trusted()), check_token(&response, SEALED, &authority.trusted()));
}

#[test]
fn certificates_of_issuers_may_be_carried_along() {
    let authority = Authority::new(KeyKind::P256, Issuer::Another);
    authority.configure("crypto_device = builtin", "certs = issuer");
    let response = authority.response(SEALED, "-sha256 -cert");
    assert!(authority.openssl_accepts(&response, SEALED));
    assert!(check_token(&response, SEALED, &authority.trusted()).is_ok());
}

#[test]
fn certificate_that_is_not_carried_is_found_among_the_trusted_ones() {
    let authority = Authority::new(KeyKind::P256, Issuer::Another);
    let response = authority.response(SEALED, "-sha256");
    assert!(check_token(&response, SEALED, &authority.itself()).is_ok());
    assert_eq!(fault(&response, &authority.trusted()), "time-certificate-missing");
}

#[test]
fn token_over_another_signature_is_found() {
    let (authority, response) = given();
    let found = check_token(&response, b"another", &authority.trusted()).expect_err("other bytes");
    assert_eq!(found.to_string(), format!("the time stamp of {} was made for other bytes", authority.told_time()));
    assert_eq!(found.standing(), TokenStanding::Altered);
    assert!(!authority.openssl_accepts(&response, b"another"));
}

#[test]
fn authority_that_nobody_trusts_is_named() {
    let (authority, response) = given();
    let other = Authority::new(KeyKind::P256, Issuer::Itself);
    let time = authority.told_time();
    let found = check_token(&response, SEALED, &other.trusted()).expect_err("another authority");
    assert_eq!(
        found.to_string(),
        format!(
            "the time stamp of {time} is by `CN=Time,O=Example`, which is not trusted and has its certificate from `CN=Time,O=Example`"
        )
    );
    assert_eq!(found.standing(), TokenStanding::Untrusted);
    assert!(!other.openssl_accepts(&response, SEALED));

    let found = check_token(&response, SEALED, &Authorities::none()).expect_err("no authority");
    assert_eq!(found.to_string(), format!("the time stamp of {time} is by `CN=Time,O=Example`, and no authority was named as trusted"));
    assert_eq!(found.standing(), TokenStanding::Unchecked);
}

#[test]
fn issuer_of_the_same_name_with_another_key_is_not_the_issuer() {
    let (one, other) = (Authority::new(KeyKind::P256, Issuer::Another), Authority::new(KeyKind::P256, Issuer::Another));
    let response = one.response(SEALED, "-sha256 -cert");
    assert_eq!(fault(&response, &other.trusted()), "time-authority-unknown");
}

#[test]
fn certificate_that_may_issue_nothing_issued_nothing() {
    let authority = Authority::new(KeyKind::P256, Issuer::Another);
    // The issuer signs as before; only what it may do is gone.
    authority.openssl("req -config config -x509 -new -key issuer-key -days 30 -extensions plain -subj /CN=Issuer -out issuer");
    let response = authority.response(SEALED, "-sha256 -cert");
    assert_eq!(fault(&response, &authority.trusted()), "time-authority-unknown");
    assert!(!authority.openssl_accepts(&response, SEALED));
}

#[test]
fn certificate_that_was_not_valid_then_is_told_with_its_days() {
    for (from, until) in [("20200101000000Z", "20210101000000Z"), ("20480101000000Z", "20490101000000Z")] {
        for issuer in [Issuer::Itself, Issuer::Another] {
            let authority = Authority::new(KeyKind::P256, issuer);
            authority.certificate("time", from, until);
            let response = authority.response(SEALED, "-sha256 -cert");
            let found = check_token(&response, SEALED, &authority.trusted()).expect_err("not valid then");
            let year = |text: &str| text[..4].to_owned();
            let (from, until) = (year(from), year(until));
            let time = authority.told_time();
            assert_eq!(
                found.to_string(),
                format!(
                    "the certificate of `CN=Time,O=Example` is valid from {from}-01-01T00:00:00Z to {until}-01-01T00:00:00Z, \
                     and the time stamp says {time}"
                )
            );
            assert!(!authority.openssl_accepts(&response, SEALED));
        }
    }
}

#[test]
fn certificate_that_is_not_for_time_alone_is_refused() {
    let (authority, _) = given();
    let reasons = [
        ("plain", "it does not say that it is for giving the time"),
        ("loose", "it does not say so in a critical extension"),
        ("several", "it is for other things too"),
    ];
    for (extensions, reason) in reasons {
        authority.certificate(extensions, "20200101000000Z", "20490101000000Z");
        authority.configure("signer_digest = ", "signer_digest = sha256 #");
        let token = authority.token_by_cms(None);
        let found = check_token(&token, SEALED, &authority.trusted()).expect_err(extensions);
        assert_eq!(found.to_string(), format!("the certificate of `CN=Time,O=Example` is not for time stamps: {reason}"));
    }
}

#[test]
fn certificate_with_an_unknown_critical_extension_is_not_called_good() {
    let (authority, _) = given();
    authority.certificate("strange", "20200101000000Z", "20490101000000Z");
    assert_eq!(fault(&authority.token_by_cms(None), &authority.trusted()), "time-unsupported");
}

#[test]
fn refusal_of_the_authority_is_told_in_its_words() {
    let (authority, _) = given();
    let response = authority.response(SEALED, "-sha256 -cert -tspolicy 1.2.3.4.99");
    let found = check_token(&response, SEALED, &authority.trusted()).expect_err("refused");
    let expected = "the authority refused to give a time: the request was rejected, Requested policy is not supported.";
    assert_eq!(found.to_string(), expected);
}

#[test]
fn hashes_that_can_be_forged_are_not_accepted() {
    let (authority, _) = given();
    let response = authority.response(SEALED, "-sha1 -cert");
    let found = check_token(&response, SEALED, &authority.trusted()).expect_err("SHA-1");
    assert_eq!(found.to_string(), "the time stamp rests on SHA-1, and SHA-256, SHA-384 or SHA-512 is needed");
    authority.configure("signer_digest = sha256", "signer_digest = sha1");
    assert_eq!(fault(&authority.response(SEALED, "-sha256 -cert"), &authority.trusted()), "time-hash-not-accepted");
    authority.configure("signer_digest = sha1", "signer_digest = sha256");
    authority.configure("ess_cert_id_alg = sha256", "ess_cert_id_alg = sha1");
    assert_eq!(fault(&authority.response(SEALED, "-sha256 -cert"), &authority.trusted()), "time-unsupported");
}

#[test]
fn file_of_authorities_is_told_what_is_wrong_with_it() {
    let (authority, _) = given();
    let pem = String::from_utf8(authority.read("certificate")).expect("UTF-8");
    let said = |text: &str| Authorities::parse(text.as_bytes()).expect_err("no authorities").to_string();
    assert_eq!(said("nothing"), "it holds no certificate: a line `-----BEGIN CERTIFICATE-----` is missing");
    assert_eq!(said(&format!("{pem}{}", &pem[..200])), "certificate 2 in it is cut off or malformed");
    assert_eq!(Authorities::parse(&[0xFF]).expect_err("no text").to_string(), "it is no text in PEM of at most 1 MiB");
    let two = Authorities::parse(format!("# ours\n{pem}\n{pem}").as_bytes()).expect("two");
    assert_eq!(two.names().collect::<Vec<_>>(), ["CN=Time,O=Example"; 2]);
    assert!(matches!(check_token(b"", SEALED, &two), Err(TokenFault::Malformed { .. })));
}
