//! The algorithms that tokens and certificates name, and those that are worked with here.
//!
//! An algorithm that exists and is not worked with is told apart from one that nobody knows: the first is a limit of this program, the second a mark
//! of damaged bytes.

use sha2::{Digest, Sha256, Sha384, Sha512};

use super::fields::{Element, Fields};

/// An algorithm as it is named in the bytes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Algorithm<'a> {
    pub(super) identifier: String,
    /// All bytes of the parameters; nothing where they are left out or NULL, which says the same.
    pub(super) parameters: Option<&'a [u8]>,
}

impl<'a> Algorithm<'a> {
    /// Reads the elements of an algorithm.
    pub(super) fn read(mut fields: Fields<'a>) -> Option<Self> {
        let identifier = fields.identifier()?;
        let parameters = if fields.is_empty() { None } else { Some(fields.element()?) };
        let parameters = parameters.filter(|element| !element.is_null()).map(|Element { whole, .. }| whole);
        fields.is_empty().then_some(Self { identifier, parameters })
    }
}

/// What is to be said of an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known<T> {
    /// It is worked with.
    Used(T),
    /// It exists, by this name.
    Other(&'static str),
    /// Nobody knows it.
    No,
}

/// A hash that is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The hash that an algorithm names.
    pub(super) fn named(algorithm: &Algorithm<'_>) -> Known<Self> {
        match algorithm.identifier.as_str() {
            "2.16.840.1.101.3.4.2.1" if algorithm.parameters.is_none() => Known::Used(Self::Sha256),
            "2.16.840.1.101.3.4.2.2" if algorithm.parameters.is_none() => Known::Used(Self::Sha384),
            "2.16.840.1.101.3.4.2.3" if algorithm.parameters.is_none() => Known::Used(Self::Sha512),
            "2.16.840.1.101.3.4.2.4" => Known::Other("SHA-224"),
            "2.16.840.1.101.3.4.2.5" => Known::Other("SHA-512/224"),
            "2.16.840.1.101.3.4.2.6" => Known::Other("SHA-512/256"),
            "2.16.840.1.101.3.4.2.7" => Known::Other("SHA3-224"),
            "2.16.840.1.101.3.4.2.8" => Known::Other("SHA3-256"),
            "2.16.840.1.101.3.4.2.9" => Known::Other("SHA3-384"),
            "2.16.840.1.101.3.4.2.10" => Known::Other("SHA3-512"),
            "1.3.14.3.2.26" => Known::Other("SHA-1"),
            "1.2.840.113549.2.5" => Known::Other("MD5"),
            "1.3.36.3.2.1" => Known::Other("RIPEMD-160"),
            "1.2.156.10197.1.401" => Known::Other("SM3"),
            _ => Known::No,
        }
    }

    /// The digest of bytes.
    pub(super) fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }
}

/// How a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// RSA with the padding of PKCS #1 version 1.5.
    Rsa,
    /// ECDSA.
    Ecdsa,
}

/// How a signature is made, and over which digest where the algorithm says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scheme {
    pub(super) family: Family,
    pub(super) hash: Option<Hash>,
}

impl Scheme {
    /// The scheme that an algorithm names.
    pub(super) fn named(algorithm: &Algorithm<'_>) -> Known<Self> {
        let used = |family, hash| if algorithm.parameters.is_none() { Known::Used(Self { family, hash }) } else { Known::No };
        match algorithm.identifier.as_str() {
            "1.2.840.113549.1.1.1" => used(Family::Rsa, None),
            "1.2.840.113549.1.1.11" => used(Family::Rsa, Some(Hash::Sha256)),
            "1.2.840.113549.1.1.12" => used(Family::Rsa, Some(Hash::Sha384)),
            "1.2.840.113549.1.1.13" => used(Family::Rsa, Some(Hash::Sha512)),
            "1.2.840.10045.4.3.2" => used(Family::Ecdsa, Some(Hash::Sha256)),
            "1.2.840.10045.4.3.3" => used(Family::Ecdsa, Some(Hash::Sha384)),
            "1.2.840.10045.4.3.4" => used(Family::Ecdsa, Some(Hash::Sha512)),
            "1.2.840.113549.1.1.5" => Known::Other("RSA with SHA-1"),
            "1.2.840.113549.1.1.14" => Known::Other("RSA with SHA-224"),
            // Its parameters say with which hash; without them it names nothing.
            "1.2.840.113549.1.1.10" if algorithm.parameters.is_some() => Known::Other("RSA-PSS"),
            "1.2.840.10045.4.1" => Known::Other("ECDSA with SHA-1"),
            "1.2.840.10045.4.3.1" => Known::Other("ECDSA with SHA-224"),
            "1.2.840.10040.4.3" | "2.16.840.1.101.3.4.3.1" | "2.16.840.1.101.3.4.3.2" => Known::Other("DSA"),
            "1.3.101.112" => Known::Other("Ed25519"),
            "1.3.101.113" => Known::Other("Ed448"),
            "1.2.156.10197.1.501" => Known::Other("SM2 with SM3"),
            other if other.starts_with("2.16.840.1.101.3.4.3.") => Known::Other("a newer algorithm of NIST"),
            _ => Known::No,
        }
    }
}
