//! Judges a signature: whether it fits, and whether the signers let its key sign this at that time.
//!
//! Pure: the time, the signers and what is revoked are given. Agrees with `ssh-keygen -Y verify`, and is stricter where a report would be the same
//! no longer everywhere, or where OpenSSH leaves a condition of a certificate unread.

use super::armour;
use super::certificate::{Certificate, is_certificate};
use super::envelope::Envelope;
use super::judgement::{Judgement, SignedBy, SignerLine, Vouched};
use super::public_key::{fingerprint, kind_of};
use super::revoked::Revoked;
use super::signers::{Signer, Signers};
use super::ssh;
use crate::model::Instant;

/// What is asked of a signature.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The bytes it is to have been made for.
    pub payload: &'a [u8],
    /// The purpose it is to have been made for.
    pub namespace: &'a str,
    /// Whose keys count; nothing where nobody said.
    pub signers: Option<&'a Signers>,
    /// Who is to have signed; anybody among the signers where it is left out.
    pub identity: Option<&'a str>,
    /// When it is taken to have been made.
    pub at: Instant,
    /// Keys that do not count any more, whatever the signers say.
    pub revoked: Option<&'a Revoked>,
}

/// Judges a file that is to hold a signature, byte for byte as OpenSSH writes it.
#[must_use]
pub fn judge_signature(armoured: &[u8], question: &Question<'_>) -> Judgement {
    match armour::read_exactly(armoured) {
        Some(bytes) => judge(&bytes, question),
        None => Judgement::Malformed("it is not armoured as OpenSSH writes signatures"),
    }
}

/// Judges a signature that stands in something else, however its lines are wrapped there.
#[must_use]
pub fn judge_embedded_signature(armoured: &str, question: &Question<'_>) -> Judgement {
    match armour::read(armoured) {
        Some(bytes) => judge(&bytes, question),
        None => Judgement::Malformed("the armour of the signature is broken"),
    }
}

/// Judges a key, or the certificate of one, as if it had made a signature over these bytes for this purpose.
#[must_use]
pub fn judge_key(key: &[u8], question: &Question<'_>) -> Judgement {
    match Key::read(key) {
        Ok(key) => key.judge(question),
        Err(reason) => Judgement::Malformed(reason),
    }
}

/// A key that stands in a signature, by itself or in a certificate.
struct Key {
    by: SignedBy,
    certificate: Option<Certificate>,
}

impl Key {
    fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        let certificate = if is_certificate(bytes) {
            let malformed = "the certificate in the signature is malformed, or its authority did not sign it";
            Some(Certificate::read(bytes).ok_or(malformed)?)
        } else {
            None
        };
        let key = certificate.as_ref().map_or(bytes, |certificate| certificate.key.as_slice());
        let kind = kind_of(key).ok_or("the key in the signature is of no kind that OpenSSH makes, or malformed")?;
        let by = SignedBy { kind, fingerprint: fingerprint(key), key: key.to_vec(), certificate: certificate.as_ref().map(vouched) };
        Ok(Self { by, certificate })
    }

    /// What it is worth where its signature fits.
    fn judge(self, question: &Question<'_>) -> Judgement {
        if question.revoked.is_some_and(|revoked| revoked.covers(&self.by.key, self.certificate.as_ref())) {
            return Judgement::Revoked(self.by);
        }
        match question.signers {
            None => Judgement::NoSigners(self.by),
            Some(signers) => look_up(signers, &self.by, self.certificate.as_ref(), question),
        }
    }
}

fn judge(bytes: &[u8], question: &Question<'_>) -> Judgement {
    let Some(envelope) = Envelope::read(bytes) else {
        return Judgement::Malformed("the signature is cut off or malformed");
    };
    let key = match Key::read(envelope.key) {
        Ok(key) => key,
        Err(reason) => return Judgement::Malformed(reason),
    };
    if let Some(reason) = ssh::unchecked(&key.by.key) {
        // A key that nobody names is not trusted, whether its signature fits or not.
        let by = key.by.clone();
        return match key.judge(question) {
            Judgement::UnknownKey(by) => Judgement::UnknownKey(by),
            _ => Judgement::Unchecked(by, reason),
        };
    }
    if !ssh::is_signed(&key.by.key, &envelope.signed(question.payload), envelope.signature) {
        return Judgement::OtherBytes(key.by);
    }
    if envelope.namespace != question.namespace {
        let found = envelope.namespace.chars().take(60).collect();
        return Judgement::WrongNamespace(key.by, found);
    }
    key.judge(question)
}

fn vouched(certificate: &Certificate) -> Vouched {
    let instant = |seconds: u64| i64::try_from(seconds).ok().and_then(|seconds| Instant::from_unix(seconds, 0).ok());
    Vouched {
        authority: fingerprint(&certificate.authority),
        id: certificate.id.clone(),
        serial: certificate.serial,
        principals: certificate.principals.clone(),
        valid_after: instant(certificate.valid_after).filter(|_| certificate.valid_after > 0),
        valid_before: instant(certificate.valid_before),
    }
}

/// What the signers say of a key: of the lines that speak of it the one that says most, of equal ones the first.
fn look_up(signers: &Signers, by: &SignedBy, certificate: Option<&Certificate>, question: &Question<'_>) -> Judgement {
    let mut best = Judgement::UnknownKey(by.clone());
    for signer in signers.all() {
        let judgement = match certificate {
            Some(certificate) if signer.authority && signer.key == certificate.authority => {
                Some(by_certificate(signer, by, certificate, question))
            }
            None if signer.key == by.key => Some(by_key(signer, by, question)),
            _ => None,
        };
        if let Some(judgement) = judgement.filter(|judgement| judgement.rank() > best.rank()) {
            best = judgement;
        }
    }
    best
}

fn line(signer: &Signer) -> SignerLine {
    SignerLine {
        number: signer.line,
        principals: signer.principals().clone(),
        valid_after: signer.valid_after,
        valid_before: signer.valid_before,
    }
}

/// What a line says of a key that it names itself.
fn by_key(signer: &Signer, by: &SignedBy, question: &Question<'_>) -> Judgement {
    let (by, found) = (by.clone(), line(signer));
    if signer.authority {
        return Judgement::AuthorityOnly(by, found);
    }
    if question.identity.is_some_and(|identity| !signer.is_held_by(identity)) {
        return Judgement::OtherIdentity(by, found);
    }
    by_line(signer, by, found, question)
}

/// What a line says of a key for which its authority vouches.
fn by_certificate(signer: &Signer, by: &SignedBy, certificate: &Certificate, question: &Question<'_>) -> Judgement {
    let mut found = line(signer);
    let by = by.clone();
    let wanted = |name: &&String| match question.identity {
        Some(identity) => name.as_str() == identity,
        None => true,
    };
    let names: Vec<&str> =
        certificate.principals.iter().filter(wanted).filter(|name| is_plain(name) && signer.is_held_by(name)).map(String::as_str).collect();
    if !names.is_empty() {
        found.principals = names.join(",").into();
    }
    let at = i128::from(question.at.unix());
    let reason = if !certificate.is_of_a_person {
        "it is the certificate of a machine, not of a person"
    } else if certificate.unknown_condition.is_some() {
        "the certificate sets a condition that is not known here"
    } else if certificate.principals.is_empty() {
        "the certificate names nobody"
    } else if names.is_empty() && question.identity.is_some() {
        return Judgement::OtherIdentity(by, found);
    } else if names.is_empty() {
        "the certificate names nobody for whom its authority may vouch"
    } else if at < i128::from(certificate.valid_after) {
        return Judgement::NotYetValid(by, found);
    } else if at >= i128::from(certificate.valid_before) {
        return Judgement::Expired(by, found);
    } else {
        return by_line(signer, by, found, question);
    };
    Judgement::CertificateRefused(by, found, reason)
}

/// Whether a name in a certificate is one, rather than something that would be read as a pattern or as several names.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains(['*', '?', '!', ',', '"']) && !name.chars().any(char::is_control)
}

/// What a line says of the purpose and the time.
fn by_line(signer: &Signer, by: SignedBy, found: SignerLine, question: &Question<'_>) -> Judgement {
    let at = question.at.unix();
    if !signer.may_sign_in(question.namespace) {
        Judgement::OtherNamespace(by, found)
    } else if signer.valid_after.is_some_and(|first| at < first.unix()) {
        Judgement::NotYetValid(by, found)
    } else if signer.valid_before.is_some_and(|last| at > last.unix()) {
        Judgement::Expired(by, found)
    } else {
        Judgement::Good(by, found)
    }
}

#[cfg(test)]
mod tests {
    use super::super::public_key::{kinds, string};
    use super::*;

    use proptest::prelude::*;

    fn asked(armoured: &[u8]) -> Judgement {
        let at = Instant::from_unix(0, 0).expect("in range");
        judge_signature(armoured, &Question { payload: b"", namespace: "git", signers: None, identity: None, at, revoked: None })
    }

    proptest! {
        #[test]
        fn any_bytes_are_judged_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            for front in ["", "SSHSIG", "SSHSIG\0\0\0\u{1}"] {
                let bytes = [front.as_bytes(), &bytes].concat();
                prop_assert!(matches!(asked(armour::write(&bytes).as_bytes()), Judgement::Malformed(_)));
            }
            prop_assert!(matches!(asked(&bytes), Judgement::Malformed(_)));
        }

        #[test]
        fn any_key_and_signature_are_judged_without_a_panic(
            kind in proptest::sample::select(kinds().collect::<Vec<_>>()),
            key in proptest::collection::vec(any::<u8>(), 0..600),
            algorithm in proptest::sample::select(vec!["ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa", "rsa-sha2-512", "sk-ssh-ed25519@openssh.com"]),
            signature in proptest::collection::vec(any::<u8>(), 0..600),
        ) {
            let key = [string(kind.as_bytes()), string(&key), string(&key)].concat();
            let signature = [string(algorithm.as_bytes()), string(&signature)].concat();
            let bytes = super::super::envelope::write(&key, "git", &signature);
            prop_assert!(!matches!(asked(armour::write(&bytes).as_bytes()), Judgement::NoSigners(_) | Judgement::Good(..)));
        }

        #[test]
        fn any_certificate_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let bytes = [string(b"ssh-ed25519-cert-v01@openssh.com"), string(b""), string(&[9; 32]), bytes].concat();
            prop_assert_eq!(Certificate::read(&bytes), None);
        }

        #[test]
        fn any_list_of_what_is_revoked_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Revoked::parse(&bytes);
            let _ = Revoked::parse(&[b"SSHKRL\n\0\0\0\0\x01".as_slice(), &[0; 32], &bytes].concat());
        }
    }
}
