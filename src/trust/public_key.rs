//! Public keys of OpenSSH as bytes: their kinds, the shape of each, and their fingerprint.
//!
//! Knows the wire format (RFC 4251, section 5) and nothing of cryptography: a key of the right shape may still be no key.

use sha2::{Digest as _, Sha256};

use super::base64;

/// Bytes of the largest key that is read: twice what RSA with 16,384 bits needs.
const LARGEST_KEY: usize = 1 << 13;

/// A kind of key, and what follows its name in the bytes.
struct Kind {
    name: &'static str,
    parts: &'static [Part],
}

/// One part of a key.
enum Part {
    /// A string of exactly this length.
    Sized(usize),
    /// A string of exactly these bytes.
    Fixed(&'static str),
    /// Any string that is not empty.
    Filled,
    /// Any string.
    Any,
}

/// The kinds that OpenSSH makes, certificates and the withdrawn DSA left out.
const KINDS: &[Kind] = &[
    Kind { name: "ssh-ed25519", parts: &[Part::Sized(32)] },
    Kind { name: "ecdsa-sha2-nistp256", parts: &[Part::Fixed("nistp256"), Part::Sized(65)] },
    Kind { name: "ecdsa-sha2-nistp384", parts: &[Part::Fixed("nistp384"), Part::Sized(97)] },
    Kind { name: "ecdsa-sha2-nistp521", parts: &[Part::Fixed("nistp521"), Part::Sized(133)] },
    Kind { name: "ssh-rsa", parts: &[Part::Filled, Part::Filled] },
    Kind { name: "sk-ssh-ed25519@openssh.com", parts: &[Part::Sized(32), Part::Any] },
    Kind { name: "sk-ecdsa-sha2-nistp256@openssh.com", parts: &[Part::Fixed("nistp256"), Part::Sized(65), Part::Any] },
];

/// Whether this is the name of a kind of key.
pub(super) fn is_kind(name: &str) -> bool {
    KINDS.iter().any(|kind| kind.name == name)
}

/// The names of all kinds of keys.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.name)
}

/// Takes strings off the front of bytes on the wire; nothing is read beyond them, whatever a length says.
#[derive(Clone, Copy)]
pub(super) struct Wire<'a>(pub(super) &'a [u8]);

impl<'a> Wire<'a> {
    /// Takes a number of four bytes.
    pub(super) fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*number))
    }

    /// Takes a string: its length, then its bytes.
    pub(super) fn string(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (string, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(string)
    }

    /// Takes a string that is text.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.string()?).ok()
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Reads a key from the Base64 behind the name of its kind; nothing where it is no key of that kind.
pub(super) fn read_key(kind: &str, base64: &str) -> Option<Vec<u8>> {
    let kind = KINDS.iter().find(|known| known.name == kind)?;
    if base64.len() > LARGEST_KEY * 4 / 3 {
        return None;
    }
    let bytes = base64::decode(base64)?;
    let mut wire = Wire(&bytes);
    let named = wire.text()? == kind.name;
    let shaped = kind.parts.iter().all(|part| {
        wire.string().is_some_and(|string| match part {
            Part::Sized(length) => string.len() == *length,
            Part::Fixed(text) => string == text.as_bytes(),
            Part::Filled => !string.is_empty(),
            Part::Any => true,
        })
    });
    (named && shaped && wire.is_empty()).then_some(bytes)
}

/// The fingerprint of a key as `ssh-keygen -l` prints it: `SHA256:` and the digest in Base64.
pub(super) fn fingerprint(key: &[u8]) -> String {
    format!("SHA256:{}", base64::encode(&Sha256::digest(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key that GitLab documents for the commits made on GitLab.com.
    const KEY: &str = "AAAAC3NzaC1lZDI1NTE5AAAAIADOCCUoN3Q1UPQqUvp845fKy7haJH17qsSkVXzWXilW";

    #[test]
    fn a_key_is_read_under_the_name_that_it_bears() {
        assert_eq!(read_key("ssh-ed25519", KEY).map(|key| key.len()), Some(51));
        assert_eq!(read_key("ssh-rsa", KEY), None);
    }

    #[test]
    fn a_key_that_is_cut_or_goes_on_is_refused() {
        let key = read_key("ssh-ed25519", KEY).expect("a key");
        for length in 0..key.len() {
            let mut text = base64::encode(&key[..length]);
            while !text.len().is_multiple_of(4) {
                text.push('=');
            }
            assert_eq!(read_key("ssh-ed25519", &text), None, "{length}");
        }
        assert_eq!(read_key("ssh-ed25519", &format!("{KEY}AAAA")), None);
    }
}
