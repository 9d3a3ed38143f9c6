//! Tokens that were tampered with: none says another time, and none passes for one over other bytes.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tickmark::seal::{TokenStanding, check_token};

use super::time::SEALED;
use super::time_authority::{Authority, Issuer, KeyKind};

/// Flips bits of every byte and says where the token stayed good; whatever stays good must say the very same.
fn places_that_stay_good(authority: &Authority, response: &[u8], masks: &[u8]) -> Vec<usize> {
    let trusted = authority.trusted();
    let good = check_token(response, SEALED, &trusted).expect("a good token");
    let mut places = Vec::new();
    for at in 0..response.len() {
        for mask in masks {
            let mut flipped = response.to_vec();
            flipped[at] ^= *mask;
            match check_token(&flipped, SEALED, &trusted) {
                Ok(found) => {
                    assert_eq!(found, good, "byte {at} by {mask:#x}");
                    if places.last() != Some(&at) {
                        places.push(at);
                    }
                }
                Err(fault) => assert_ne!(fault.standing(), TokenStanding::Unchecked, "byte {at} by {mask:#x}: {fault}"),
            }
        }
    }
    places
}

#[test]
fn flipping_any_byte_of_a_token_is_found() {
    for (kind, masks) in [(KeyKind::P256, &[0x01, 0x20, 0x80, 0xFF][..]), (KeyKind::Rsa, &[0x01])] {
        let authority = Authority::new(kind, Issuer::Itself);
        let response = authority.response(SEALED, "-sha256 -cert");
        // `granted` becomes `granted with modifications`, which grants just as well.
        assert_eq!(response[8], 0, "the status");
        assert_eq!(places_that_stay_good(&authority, &response, masks), [8], "{kind:?}");
    }
}

#[test]
fn only_what_is_not_signed_and_not_read_may_change_unseen() {
    let authority = Authority::new(KeyKind::P256, Issuer::Another);
    authority.configure("crypto_device = builtin", "certs = issuer");
    let response = authority.response(SEALED, "-sha256 -cert");
    // The certificate of the issuer that came along; the one that counts is the trusted one.
    let issuer = authority.der("issuer");
    let begin = response.windows(issuer.len()).position(|window| window == issuer).expect("carried along");
    let places = places_that_stay_good(&authority, &response, &[0x01]);
    assert!(places.iter().all(|at| *at == 8 || (begin..begin + issuer.len()).contains(at)), "{places:?} beside {begin}");
}

#[test]
fn token_cut_off_or_drawn_out_is_found() {
    let authority = Authority::new(KeyKind::P256, Issuer::Itself);
    let response = authority.response(SEALED, "-sha256 -cert");
    for length in 0..response.len() {
        let found = check_token(&response[..length], SEALED, &authority.trusted()).expect_err("cut off");
        assert_eq!(found.name(), "time-malformed", "{length}");
    }
    let longer = [response.as_slice(), b"\0"].concat();
    assert_eq!(check_token(&longer, SEALED, &authority.trusted()).expect_err("drawn out").name(), "time-malformed");
    let endless = response.repeat(100);
    let found = check_token(&endless, SEALED, &authority.trusted()).expect_err("too large");
    assert_eq!(found.to_string(), "the time stamp is damaged: it has more than 64 KiB");
}

#[test]
fn another_time_signed_by_another_key_is_found() {
    let (authority, other) = (Authority::new(KeyKind::P256, Issuer::Itself), Authority::new(KeyKind::P256, Issuer::Itself));
    authority.response(SEALED, "-sha256 -cert");
    let mut content = authority.content();
    let year = content.windows(2).position(|two| two == [0x18, 0x0F]).expect("a time") + 2;
    content[year..year + 4].copy_from_slice(b"2020");
    // By the authority itself this would be good; by somebody else under the same name it is not.
    assert!(check_token(&authority.token_by_cms(Some(&content)), SEALED, &authority.trusted()).is_ok());
    let forged = other.token_by_cms(Some(&content));
    assert_eq!(check_token(&forged, SEALED, &authority.trusted()).expect_err("forged").name(), "time-authority-unknown");
}

#[test]
fn content_put_into_another_token_is_found() {
    let authority = Authority::new(KeyKind::P256, Issuer::Itself);
    let response = authority.response(SEALED, "-sha256 -cert -no_nonce");
    let content = authority.content();
    let at = response.windows(content.len()).position(|window| window == content).expect("the content");
    let later = authority.response(b"another signature", "-sha256 -cert -no_nonce");
    let other = authority.content();
    assert_eq!(other.len(), content.len(), "of one length");
    let mut mixed = later.clone();
    let place = later.windows(other.len()).position(|window| window == other).expect("the content");
    assert_eq!(place, at);
    mixed[place..place + content.len()].copy_from_slice(&content);
    let found = check_token(&mixed, SEALED, &authority.trusted()).expect_err("mixed");
    assert_eq!(found.to_string(), "the time stamp is not what `CN=Time,O=Example` signed");
}

#[test]
fn token_in_pieces_put_together_anyhow_is_read_without_a_panic() {
    let authority = Authority::new(KeyKind::P256, Issuer::Another);
    let response = authority.response(SEALED, "-sha256 -cert");
    let trusted = authority.trusted();
    let good = check_token(&response, SEALED, &trusted).expect("a good token");
    let length = response.len();
    let pieces = proptest::collection::vec((0..length, 0..40_usize, 0..length, any::<u8>()), 1..6);
    let mut runner = TestRunner::new(ProptestConfig { cases: 400, ..ProptestConfig::default() });
    let result = runner.run(&pieces, |pieces| {
        let mut mixed = response.clone();
        for (from, count, to, mask) in pieces {
            let piece: Vec<u8> = response[from..(from + count).min(length)].iter().map(|byte| byte ^ mask).collect();
            let end = (to + piece.len()).min(mixed.len());
            mixed.splice(to.min(end)..end, piece);
        }
        if let Ok(found) = check_token(&mixed, SEALED, &trusted) {
            prop_assert_eq!(&found, &good);
        }
        Ok(())
    });
    result.expect("no panic, and no other time");
}
