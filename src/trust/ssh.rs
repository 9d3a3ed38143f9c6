//! Signatures of OpenSSH (SSHSIG): whether one fits the bytes it was made for.
//!
//! The one file that names the cryptography. Says which key made the signature, never who holds it.

use ssh_key::{Algorithm, HashAlg, PublicKey, Signature, SshSig};

use super::base64;
use super::public_key::{Wire, fingerprint, is_kind};

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";

/// Bytes of the largest armoured signature that is read; one by RSA with 16,384 bits takes a tenth.
const LARGEST: usize = 1 << 16;

/// Bits of the RSA keys that are checked.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// What is found of a signature.
#[derive(Debug, PartialEq, Eq)]
pub enum Soundness {
    /// It was made by this key for these bytes.
    Sound {
        /// The key as bytes on the wire.
        key: Vec<u8>,
        /// Fingerprint of the key.
        fingerprint: String,
    },
    /// It was not.
    Unsound(String),
    /// It is of a kind that is not checked here.
    Unchecked(String),
}

/// Checks an armoured signature over a payload in a namespace.
pub fn check_signature(armour: &str, payload: &[u8], namespace: &str) -> Soundness {
    let Some(bytes) = dearmour(armour) else {
        return Soundness::Unsound("the armour of the signature is broken".to_owned());
    };
    match Envelope::read(&bytes) {
        Some(envelope) => envelope.check(payload, namespace),
        None => Soundness::Unsound("the signature is cut off or malformed".to_owned()),
    }
}

fn dearmour(armour: &str) -> Option<Vec<u8>> {
    if armour.len() > LARGEST {
        return None;
    }
    let body = armour.trim().strip_prefix(BEGIN)?.strip_suffix(END)?;
    base64::decode(body)
}

/// What stands in a signature, as `PROTOCOL.sshsig` of OpenSSH lays it out.
struct Envelope<'a> {
    version: u32,
    key: &'a [u8],
    namespace: &'a str,
    hash: &'a str,
    algorithm: &'a str,
    signature: &'a [u8],
}

impl<'a> Envelope<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut wire = Wire(bytes.strip_prefix(b"SSHSIG")?);
        let version = wire.number()?;
        let key = wire.string()?;
        let namespace = wire.text()?;
        // Reserved: signers leave it empty, and it is not part of what is signed.
        wire.string()?;
        let hash = wire.text()?;
        let mut inner = Wire(wire.string()?);
        let (algorithm, signature) = (inner.text()?, inner.0);
        wire.is_empty().then_some(Self { version, key, namespace, hash, algorithm, signature })
    }

    fn check(&self, payload: &[u8], namespace: &str) -> Soundness {
        if self.version != 1 {
            return Soundness::Unchecked(format!("version {} of OpenSSH signatures is not known", self.version));
        }
        if let Some(reason) = self.unchecked_key() {
            return Soundness::Unchecked(reason);
        }
        if self.namespace != namespace {
            return Soundness::Unsound(format!("the signature was made for `{}`, not for `{namespace}`", shown(self.namespace)));
        }
        match self.verified(payload, namespace) {
            Some(()) => Soundness::Sound { key: self.key.to_vec(), fingerprint: fingerprint(self.key) },
            None => Soundness::Unsound(format!("the key `{}` did not sign these bytes", fingerprint(self.key))),
        }
    }

    /// Why a key of this kind is not checked; nothing where it is.
    fn unchecked_key(&self) -> Option<String> {
        let mut wire = Wire(self.key);
        let kind = wire.text().unwrap_or_default();
        if kind.contains("-cert-") {
            return Some("signatures by certificates are not checked".to_owned());
        }
        if !is_kind(kind) || kind == "ecdsa-sha2-nistp521" {
            return Some(format!("signatures by keys of the type `{}` are not checked", shown(kind)));
        }
        if kind == "ssh-rsa" {
            let bits = wire.string().and_then(|_| wire.string()).map_or(0, bits);
            if !RSA_BITS.contains(&bits) {
                return Some(format!("signatures by RSA keys of {bits} bits are not checked"));
            }
        }
        None
    }

    fn verified(&self, payload: &[u8], namespace: &str) -> Option<()> {
        let key = PublicKey::from_bytes(self.key).ok()?;
        let hash = HashAlg::new(self.hash).ok()?;
        let signature = self.signature()?;
        let signature = SshSig::new(key.key_data().clone(), namespace, hash, signature).ok()?;
        key.verify(namespace, payload, &signature).ok()
    }

    /// The inner signature; one by RSA may have lost the zeros at its front, as integers do.
    fn signature(&self) -> Option<Signature> {
        let algorithm = Algorithm::new(self.algorithm).ok()?;
        if algorithm.clone().is_rsa() {
            let mut wire = Wire(self.signature);
            let data = wire.string().filter(|_| wire.is_empty())?;
            let mut modulus = Wire(self.key);
            let width = modulus.string().and_then(|_| modulus.string()).and_then(|_| modulus.string()).map(bits)?.div_ceil(8);
            let mut padded = vec![0; width.checked_sub(data.len())?];
            padded.extend_from_slice(data);
            return Signature::new(algorithm, padded).ok();
        }
        let mut bytes = u32::try_from(self.algorithm.len()).ok()?.to_be_bytes().to_vec();
        bytes.extend_from_slice(self.algorithm.as_bytes());
        bytes.extend_from_slice(self.signature);
        Signature::try_from(bytes.as_slice()).ok()
    }
}

/// The bits of an integer on the wire.
fn bits(integer: &[u8]) -> usize {
    let start = integer.iter().position(|byte| *byte != 0).unwrap_or(integer.len());
    let first = integer.get(start).map_or(0, |byte| 8 - usize::try_from(byte.leading_zeros()).unwrap_or(0));
    (integer.len() - start).saturating_sub(1) * 8 + first
}

/// A foreign name as far as a message quotes it.
fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn bits_of_an_integer_leave_out_the_zeros_in_front() {
        assert_eq!([bits(&[]), bits(&[0, 0]), bits(&[0, 1]), bits(&[0, 0x80, 0]), bits(&[1, 0])], [0, 0, 1, 16, 9]);
    }

    #[test]
    fn armour_without_its_end_is_broken() {
        let broken = Soundness::Unsound("the armour of the signature is broken".to_owned());
        assert_eq!(check_signature(BEGIN, b"", "git"), broken);
        assert_eq!(check_signature(&format!("{BEGIN}\nU1N!\n{END}"), b"", "git"), broken);
    }

    fn armoured(bytes: &[u8]) -> String {
        let mut text = base64::encode(bytes);
        while !text.len().is_multiple_of(4) {
            text.push('=');
        }
        format!("{BEGIN}\n{text}\n{END}\n")
    }

    fn string(bytes: &[u8]) -> Vec<u8> {
        [&u32::try_from(bytes.len()).expect("short").to_be_bytes()[..], bytes].concat()
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            for front in ["", "SSHSIG", "SSHSIG\0\0\0\u{1}"] {
                let bytes = [front.as_bytes(), &bytes].concat();
                let sound = matches!(check_signature(&armoured(&bytes), b"", "git"), Soundness::Sound { .. });
                prop_assert!(!sound);
            }
        }

        #[test]
        fn any_key_and_signature_are_read_without_a_panic(
            kind in proptest::sample::select(super::super::public_key::kinds().collect::<Vec<_>>()),
            key in proptest::collection::vec(any::<u8>(), 0..600),
            algorithm in proptest::sample::select(vec!["ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa", "rsa-sha2-512", "sk-ssh-ed25519@openssh.com"]),
            signature in proptest::collection::vec(any::<u8>(), 0..600),
        ) {
            let key = [string(kind.as_bytes()), string(&key), string(&key)].concat();
            let signature = [string(algorithm.as_bytes()), string(&signature)].concat();
            let bytes = [b"SSHSIG\0\0\0\x01".to_vec(), string(&key), string(b"git"), string(b""), string(b"sha512"), string(&signature)].concat();
            let sound = matches!(check_signature(&armoured(&bytes), b"", "git"), Soundness::Sound { .. });
                prop_assert!(!sound);
        }
    }
}
