//! Signatures by the keys of time-stamping authorities: whether one fits.
//!
//! The one file that names the cryptography of tokens. Works with public keys only.

use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::traits::PublicKeyParts;
use rsa::{BigUint, Pkcs1v15Sign, RsaPublicKey};

use super::algorithm::{Family, Hash};

/// Bits of the RSA keys that are checked.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// A public key as a certificate has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A point of the curve P-256.
    P256(Vec<u8>),
    /// A point of the curve P-384.
    P384(Vec<u8>),
    /// An RSA key.
    Rsa {
        /// The modulus, most significant byte first.
        modulus: Vec<u8>,
        /// The exponent.
        exponent: Vec<u8>,
    },
    /// A key that is not worked with.
    Other(String),
}

/// What is found of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It was made with the key for the bytes.
    Yes,
    /// It was not.
    No,
    /// The key is of a kind that is not checked.
    Unchecked(String),
}

impl Key {
    /// Whether a signature over bytes fits.
    pub(super) fn check(&self, family: Family, hash: Hash, bytes: &[u8], signature: &[u8]) -> Fit {
        let digest = hash.digest(bytes);
        let fits = match (self, family) {
            (Self::P256(point), Family::Ecdsa) => fits_p256(point, &digest, signature),
            (Self::P384(point), Family::Ecdsa) => fits_p384(point, &digest, signature),
            (Self::Rsa { modulus, exponent }, Family::Rsa) => {
                let modulus = BigUint::from_bytes_be(modulus);
                let bits = modulus.bits();
                if !RSA_BITS.contains(&bits) {
                    return Fit::Unchecked(format!("RSA keys of {bits} bits"));
                }
                fits_rsa(modulus, BigUint::from_bytes_be(exponent), hash, &digest, signature)
            }
            (Self::Other(kind), _) => return Fit::Unchecked(kind.clone()),
            _ => None,
        };
        fits.map_or(Fit::No, |()| Fit::Yes)
    }
}

fn fits_p256(point: &[u8], digest: &[u8], signature: &[u8]) -> Option<()> {
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
    let signature = p256::ecdsa::Signature::from_der(signature).ok()?;
    key.verify_prehash(digest, &signature).ok()
}

fn fits_p384(point: &[u8], digest: &[u8], signature: &[u8]) -> Option<()> {
    let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
    let signature = p384::ecdsa::Signature::from_der(signature).ok()?;
    key.verify_prehash(digest, &signature).ok()
}

fn fits_rsa(modulus: BigUint, exponent: BigUint, hash: Hash, digest: &[u8], signature: &[u8]) -> Option<()> {
    let key = RsaPublicKey::new(modulus, exponent).ok()?;
    if signature.len() != key.size() {
        return None;
    }
    let padding = Pkcs1v15Sign { hash_len: Some(digest.len()), prefix: digest_prefix(hash).into() };
    key.verify(padding, digest, signature).ok()
}

/// What stands before a digest in an RSA signature (RFC 8017, section 9.2, note 1).
fn digest_prefix(hash: Hash) -> [u8; 19] {
    let (length, number) = match hash {
        Hash::Sha256 => (32, 1),
        Hash::Sha384 => (48, 2),
        Hash::Sha512 => (64, 3),
    };
    [0x30, length + 17, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, number, 0x05, 0x00, 0x04, length]
}
