//! The cryptography of OpenSSH's keys: whether a signature over bytes is by a key, and signatures by a key that was opened.
//!
//! The one file that names it. Knows bytes on the wire, and neither armour nor who holds a key. Secrets leave it as signatures only.

use std::fmt;

use signature::{Signer as _, Verifier as _};
use ssh_key::private::Ed25519Keypair;
use ssh_key::{Algorithm, LineEnding, PrivateKey, PublicKey, Signature};
use zeroize::Zeroizing;

use super::public_key::{Wire, kind_of};

/// Bits of the RSA keys that are checked.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// Why signatures by a key are not checked here, although OpenSSH may check them; nothing where they are.
pub(super) fn unchecked(key: &[u8]) -> Option<String> {
    match kind_of(key)? {
        kind @ "ecdsa-sha2-nistp521" => Some(format!("signatures by keys of the type `{kind}` are not checked")),
        "ssh-rsa" => {
            let bits = modulus_bits(key)?;
            (!RSA_BITS.contains(&bits)).then(|| format!("signatures by RSA keys of {bits} bits are not checked"))
        }
        _ => None,
    }
}

/// Whether a signature, with the name of its algorithm in front, was made by a key over a message.
pub(super) fn is_signed(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    if unchecked(key).is_some() {
        return false;
    }
    let fits = || {
        let signature = read(key, signature)?;
        PublicKey::from_bytes(key).ok()?.key_data().verify(message, &signature).ok()
    };
    fits().is_some()
}

/// A key that signs; its memory is wiped when it goes.
pub(super) struct Opened(PrivateKey);

impl Opened {
    /// Reads a key from a whole file in OpenSSH's binary form that is not encrypted.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        PrivateKey::from_bytes(file).ok().filter(|key| !key.is_encrypted()).map(Self)
    }

    /// Makes the key of ed25519 of a seed, which is as secret as its seed is.
    pub(super) fn of_seed(seed: &[u8; 32], comment: &str) -> Option<Self> {
        PrivateKey::new(Ed25519Keypair::from_seed(seed).into(), comment).ok().map(Self)
    }

    /// The key as a file, and its public half as the line of a `.pub` file.
    pub(super) fn written(&self) -> Option<(Zeroizing<String>, String)> {
        Some((self.0.to_openssh(LineEnding::LF).ok()?, self.0.public_key().to_openssh().ok()?))
    }

    /// The public half, as bytes on the wire.
    pub(super) fn public(&self) -> Option<Vec<u8>> {
        self.0.public_key().to_bytes().ok()
    }

    /// Signs, with the name of the algorithm in front.
    pub(super) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        self.0.try_sign(message).ok()?.try_into().ok()
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Opened(…)")
    }
}

/// What came of a passphrase.
pub(super) enum Unlocked {
    /// The secret part of the file, which may still be nonsense where the cipher cannot tell.
    Secret(Zeroizing<Vec<u8>>),
    /// The passphrase is another one.
    Wrong,
    /// The file is encrypted in a way that is not known here.
    Unknown,
}

/// Decrypts the secret part of a file in OpenSSH's binary form.
pub(super) fn unlock(file: &[u8], passphrase: &[u8]) -> Unlocked {
    let Ok(key) = PrivateKey::from_bytes(file) else { return Unlocked::Unknown };
    if key.cipher().has_tag() {
        // The library holds the tag to itself, and gives the key as a file.
        return match key.decrypt(passphrase).and_then(|key| key.to_bytes()) {
            Ok(file) => super::key_file::secret_part(&file).map_or(Unlocked::Unknown, |part| Unlocked::Secret(part.to_vec().into())),
            Err(ssh_key::Error::Crypto) => Unlocked::Wrong,
            Err(_) => Unlocked::Unknown,
        };
    }
    let (Some(encrypted), Ok((secret, vector))) = (key.key_data().encrypted(), key.kdf().derive_key_and_iv(key.cipher(), passphrase))
    else {
        return Unlocked::Unknown;
    };
    let mut part = Zeroizing::new(encrypted.to_vec());
    match key.cipher().decrypt(&secret, &vector, &mut part, None) {
        Ok(()) => Unlocked::Secret(part),
        Err(_) => Unlocked::Wrong,
    }
}

/// Reads a signature to its last byte; one by RSA may have lost the zeros at its front, as integers do.
fn read(key: &[u8], bytes: &[u8]) -> Option<Signature> {
    let mut wire = Wire(bytes);
    let name = wire.text()?;
    let data = wire.string()?;
    let behind = wire.0;
    if kind_of(key)? == "ssh-rsa" {
        // SHA-1, which the name `ssh-rsa` stands for here, is long broken.
        let algorithm = Algorithm::new(name).ok().filter(|_| matches!(name, "rsa-sha2-256" | "rsa-sha2-512"))?;
        let width = modulus_bits(key)?.div_ceil(8);
        let mut padded = vec![0; width.checked_sub(data.len())?];
        padded.extend_from_slice(data);
        return Signature::new(algorithm, padded).ok().filter(|_| behind.is_empty());
    }
    // Behind the signature of a hardware key stand its flags and its counter.
    let trailer = if name.starts_with("sk-") { 5 } else { 0 };
    Signature::try_from(bytes).ok().filter(|_| kind_of(key) == Some(name) && behind.len() == trailer)
}

fn modulus_bits(key: &[u8]) -> Option<usize> {
    let mut wire = Wire(key);
    wire.string()?;
    wire.string()?;
    wire.string().map(bits)
}

/// The bits of an integer on the wire.
fn bits(integer: &[u8]) -> usize {
    let start = integer.iter().position(|byte| *byte != 0).unwrap_or(integer.len());
    let first = integer.get(start).map_or(0, |byte| 8 - usize::try_from(byte.leading_zeros()).unwrap_or(0));
    (integer.len() - start).saturating_sub(1) * 8 + first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_of_an_integer_leave_out_the_zeros_in_front() {
        assert_eq!([bits(&[]), bits(&[0, 0]), bits(&[0, 1]), bits(&[0, 0x80, 0]), bits(&[1, 0])], [0, 0, 1, 16, 9]);
    }
}
