//! Trusted time (RFC 3161): whether a token proves that bytes existed at a time, in the words of an authority that is trusted.
//!
//! Never asks anybody: the token is read from the file that somebody put there, and the authorities that are trusted are given. What the token carries beyond
//! its own certificate, such as those of issuers, is not looked at and proves nothing. Whether a certificate was revoked is not known here.

mod algorithm;
mod authorities;
mod certificate;
mod fault;
mod fields;
mod keys;
mod signer;
mod time_info;
mod token;

use std::fmt::Write as _;
use std::time::Duration;

use crate::model::Instant;

use algorithm::{Hash, Known, Scheme};
use certificate::Certificate;
use keys::{Fit, Key};
use signer::{CertificateDigest, SignerName};
use token::Token;

pub use authorities::{Authorities, AuthoritiesError};
pub use fault::{TokenFault, TokenStanding};

/// Bytes of the largest token that is read; one with three certificates has about 6,000.
const LARGEST: usize = 1 << 16;

/// What a good token proves: that the bytes existed at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedTime {
    /// When, in universal time.
    pub time: Instant,
    /// By how much the time may be off to either side; nothing where the authority does not say.
    pub accuracy: Option<Duration>,
    /// The number of the token with its authority, in hexadecimal digits.
    pub serial: String,
    /// The policy by which the authority gives the time, as an object identifier.
    pub policy: String,
    /// The name of the authority as its certificate has it.
    pub authority: String,
}

/// Checks a token, or a response that carries one, over the bytes that it was made for.
///
/// Fails with the first thing that is wrong, in this order: damage, the signature, the bytes, the authority, the time.
pub fn check_token(token: &[u8], sealed: &[u8], authorities: &Authorities) -> Result<TrustedTime, TokenFault> {
    if token.len() > LARGEST {
        return Err(TokenFault::Malformed { part: "it has more than 64 KiB" });
    }
    let token = Token::read(token)?;
    let (certificate, named) = signer_certificate(&token, authorities)?;
    check_signature(&token, &certificate)?;
    named?;
    check_imprint(&token, sealed)?;
    let says = &token.says;
    if says.is_extended {
        return Err(TokenFault::Unsupported { what: "an extension that must be understood".to_owned() });
    }
    certificate.gives_time()?;
    check_authority(&certificate, says.time, authorities)?;
    Ok(TrustedTime {
        time: says.time,
        accuracy: says.accuracy,
        serial: hexadecimal(says.serial),
        policy: says.policy.clone(),
        authority: certificate.subject,
    })
}

/// The certificate that the token was signed under, and whether the digest among what is signed says so too.
///
/// A digest that is not worked with is told only after the signature was found to fit: until then it may be damage.
fn signer_certificate(token: &Token<'_>, authorities: &Authorities) -> Result<(Certificate, Result<(), TokenFault>), TokenFault> {
    // Where certificates are carried, the right one is among them; else it may be one that is trusted itself.
    let trusted = authorities.certificates.iter().filter(|_| token.certificates.is_empty());
    let mut known = token.certificates.iter().copied().chain(trusted.map(|certificate| certificate.bytes.as_slice()));
    let missing = || if token.certificates.is_empty() { TokenFault::NoCertificate } else { TokenFault::CertificateExchanged };
    let malformed = |part| TokenFault::Malformed { part };
    let unsupported = |name| TokenFault::Unsupported { what: format!("a certificate that is named by its {name}") };
    let by_name = |reservation| {
        let mut read = known.clone().filter_map(Certificate::read);
        let named = read.find(|certificate| token.signer.name.is_of(certificate));
        Ok((named.ok_or_else(missing)?, Err(reservation)))
    };
    let CertificateDigest::Of { hash, digest, issued } = &token.signer.attributes.certificate else {
        return by_name(unsupported("SHA-1"));
    };
    let hash = match hash.as_ref().map_or(Known::Used(Hash::Sha256), Hash::named) {
        Known::Used(hash) => hash,
        Known::Other(name) => return by_name(unsupported(name)),
        Known::No => return Err(malformed("the digest of its certificate")),
    };
    let bytes = known.find(|bytes| hash.digest(bytes) == *digest).ok_or_else(missing)?;
    let certificate = Certificate::read(bytes).ok_or_else(|| malformed("the certificate of its authority"))?;
    if !token.signer.name.is_of(&certificate) || !issued.is_none_or(|(issuer, serial)| certificate.is_named(issuer, serial)) {
        return Err(malformed("it names its signer in two ways that differ"));
    }
    Ok((certificate, Ok(())))
}

impl SignerName<'_> {
    fn is_of(&self, certificate: &Certificate) -> bool {
        match self {
            Self::Issued { issuer, serial } => certificate.is_named(issuer, serial),
            Self::KeyId(id) => certificate.key_id.as_deref() == Some(*id),
        }
    }
}

/// Whether what the token says is what its authority signed.
fn check_signature(token: &Token<'_>, certificate: &Certificate) -> Result<(), TokenFault> {
    let wrong = || TokenFault::SignatureWrong { authority: certificate.subject.clone() };
    let signer = &token.signer;
    let hash = match Hash::named(&signer.hash) {
        Known::Used(hash) => hash,
        Known::Other(name) => return Err(TokenFault::HashNotAccepted { hash: name }),
        Known::No => return Err(TokenFault::Malformed { part: "the hash that its signature names" }),
    };
    if hash.digest(token.content) != signer.attributes.digest {
        return Err(wrong());
    }
    let scheme = match Scheme::named(&signer.algorithm) {
        Known::Used(scheme) if scheme.hash.is_none_or(|named| named == hash) => scheme,
        // An algorithm that goes with the key, or whose key is no more known; any other was put there.
        Known::Other(name)
            if name == "RSA-PSS" && matches!(certificate.key, Key::Rsa { .. }) || matches!(certificate.key, Key::Other(_)) =>
        {
            return Err(TokenFault::Unsupported { what: format!("a signature by {name}") });
        }
        Known::Used(_) | Known::Other(_) | Known::No => {
            return Err(TokenFault::Malformed { part: "the algorithm that its signature names" });
        }
    };
    match certificate.key.check(scheme.family, hash, &signer.attributes.signed, signer.signature) {
        Fit::Yes => Ok(()),
        Fit::No => Err(wrong()),
        Fit::Unchecked(kind) => Err(TokenFault::Unsupported { what: format!("a signature by {kind}") }),
    }
}

/// Whether the token was made for these bytes.
fn check_imprint(token: &Token<'_>, sealed: &[u8]) -> Result<(), TokenFault> {
    let says = &token.says;
    match Hash::named(&says.hash) {
        Known::Used(hash) if hash.digest(sealed) == says.imprint => Ok(()),
        Known::Used(_) => Err(TokenFault::OtherBytes { time: says.time }),
        Known::Other(name) => Err(TokenFault::HashNotAccepted { hash: name }),
        Known::No => Err(TokenFault::Malformed { part: "the hash of the bytes that it was made for" }),
    }
}

/// Whether the certificate is one that is trusted, or issued by one, and both were valid at the time.
fn check_authority(certificate: &Certificate, time: Instant, authorities: &Authorities) -> Result<(), TokenFault> {
    let authority = certificate.subject.clone();
    if authorities.is_empty() {
        return Err(TokenFault::NoAuthority { authority, time });
    }
    if authorities.certificates.iter().any(|trusted| trusted.bytes == certificate.bytes) {
        return certificate.is_valid_at(time);
    }
    let mut refused = None;
    for trusted in &authorities.certificates {
        match certificate.is_issued_by(trusted).and_then(|issued| if issued { trusted.is_valid_at(time).map(|()| true) } else { Ok(false) })
        {
            Ok(true) => return certificate.is_valid_at(time),
            Ok(false) => {}
            Err(fault) => refused = Some(fault),
        }
    }
    Err(refused.unwrap_or_else(|| TokenFault::NotPinned { authority, issuer: certificate.issuer.clone(), time }))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn element(tag: u8, contents: &[u8]) -> Vec<u8> {
        let length = u16::try_from(contents.len()).expect("short").to_be_bytes();
        let length = if contents.len() < 0x80 { vec![length[1]] } else { [&[0x82][..], &length].concat() };
        [&[tag][..], &length, contents].concat()
    }

    #[test]
    fn what_is_no_token_says_where_it_ends() {
        let said = |bytes: &[u8]| check_token(bytes, b"", &Authorities::none()).expect_err("no token").to_string();
        assert_eq!(said(b""), "the time stamp is damaged: it is not one sequence in DER");
        assert_eq!(said(b"-----BEGIN PKCS7-----"), "the time stamp is damaged: it is not one sequence in DER");
        assert_eq!(said(&element(0x30, &element(0x30, &[2, 1, 0]))), "the time stamp is damaged: its status does not fit what it carries");
        assert_eq!(said(&element(0x30, &[6, 1, 42])), "the time stamp is damaged: it holds no signed data");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), tag in any::<u8>()) {
            prop_assert!(check_token(&bytes, b"", &Authorities::none()).is_err());
            let granted = element(0x30, &element(0x02, &[0]));
            for inner in [element(tag, &bytes), [granted, element(0x30, &bytes)].concat()] {
                prop_assert!(check_token(&element(0x30, &inner), b"", &Authorities::none()).is_err());
            }
            let _ = Certificate::read(&element(0x30, &bytes));
        }
    }
}
