//! What stands in a signature of OpenSSH, as `PROTOCOL.sshsig` of OpenSSH lays it out.

use sha2::{Digest as _, Sha256, Sha512};

use super::public_key::{Wire, string};

const MAGIC: &[u8] = b"SSHSIG";

/// How the payload is digested before it is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    /// SHA-256.
    Sha256,
    /// SHA-512, which OpenSSH takes unless it is told otherwise.
    Sha512,
}

impl Hash {
    const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    fn of(self, payload: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(payload).to_vec(),
            Self::Sha512 => Sha512::digest(payload).to_vec(),
        }
    }
}

/// What stands in a signature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Envelope<'a> {
    /// The key or the certificate that made it, as bytes on the wire.
    pub(super) key: &'a [u8],
    /// What it was made for.
    pub(super) namespace: &'a str,
    hash: Hash,
    /// Its algorithm and the signature itself, as bytes on the wire.
    pub(super) signature: &'a [u8],
}

impl<'a> Envelope<'a> {
    /// Reads what stands in a signature, which has no part that OpenSSH would not write.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut wire = Wire(bytes.strip_prefix(MAGIC)?);
        let version = wire.number()?;
        let key = wire.string()?;
        let namespace = wire.text()?;
        // Reserved. Signers leave it empty, and it is not part of what is signed, so that anything could be put there.
        let reserved = wire.string()?;
        let hash = match wire.text()? {
            "sha256" => Hash::Sha256,
            "sha512" => Hash::Sha512,
            _ => return None,
        };
        let signature = wire.string()?;
        let whole = version == 1 && reserved.is_empty() && !namespace.is_empty() && wire.is_empty();
        whole.then_some(Self { key, namespace, hash, signature })
    }

    /// The bytes over which the signature was made, if it was made over this payload.
    pub(super) fn signed(&self, payload: &[u8]) -> Vec<u8> {
        signed(self.namespace, self.hash, payload)
    }
}

/// The bytes over which a signature with SHA-512 is made.
pub(super) fn to_be_signed(namespace: &str, payload: &[u8]) -> Vec<u8> {
    signed(namespace, Hash::Sha512, payload)
}

fn signed(namespace: &str, hash: Hash, payload: &[u8]) -> Vec<u8> {
    let parts = [namespace.as_bytes(), b"", hash.name().as_bytes(), &hash.of(payload)];
    MAGIC.iter().copied().chain(parts.into_iter().flat_map(string)).collect()
}

/// Lays out a signature with SHA-512.
pub(super) fn write(key: &[u8], namespace: &str, signature: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&1_u32.to_be_bytes());
    for part in [key, namespace.as_bytes(), b"", Hash::Sha512.name().as_bytes(), signature] {
        bytes.extend(string(part));
    }
    bytes
}
