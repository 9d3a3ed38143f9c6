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
    /// A whole number above zero, without more zeros at its front than it needs.
    Number,
    /// Any string.
    Any,
}

/// The kinds that OpenSSH makes, certificates and the withdrawn DSA left out.
const KINDS: &[Kind] = &[
    Kind { name: "ssh-ed25519", parts: &[Part::Sized(32)] },
    Kind { name: "ecdsa-sha2-nistp256", parts: &[Part::Fixed("nistp256"), Part::Sized(65)] },
    Kind { name: "ecdsa-sha2-nistp384", parts: &[Part::Fixed("nistp384"), Part::Sized(97)] },
    Kind { name: "ecdsa-sha2-nistp521", parts: &[Part::Fixed("nistp521"), Part::Sized(133)] },
    Kind { name: "ssh-rsa", parts: &[Part::Number, Part::Number] },
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
    /// Takes one byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// Takes a number of four bytes.
    pub(super) fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*number))
    }

    /// Takes a number of eight bytes.
    pub(super) fn long(&mut self) -> Option<u64> {
        let (number, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        Some(u64::from_be_bytes(*number))
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

/// A string as it stands on the wire.
pub(super) fn string(bytes: &[u8]) -> Vec<u8> {
    // Nothing that is written here comes near the length that four bytes can tell.
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes(), bytes].concat()
}

/// Takes what follows the name of a kind of key; nothing where it has not the shape of that kind.
pub(super) fn plain_parts<'a>(kind: &str, wire: &mut Wire<'a>) -> Option<&'a [u8]> {
    let kind = KINDS.iter().find(|known| known.name == kind)?;
    let start = wire.0;
    let shaped = kind.parts.iter().all(|part| {
        wire.string().is_some_and(|string| match part {
            Part::Sized(length) => string.len() == *length,
            Part::Fixed(text) => string == text.as_bytes(),
            Part::Number => is_number(string),
            Part::Any => true,
        })
    });
    start.get(..start.len() - wire.0.len()).filter(|_| shaped)
}

fn is_number(bytes: &[u8]) -> bool {
    match bytes {
        [] | [0] => false,
        [0, second, ..] => *second >= 0x80,
        [first, ..] => *first < 0x80,
    }
}

/// The name of the kind of a key; nothing where the bytes have not the shape of a key.
pub(super) fn kind_of(key: &[u8]) -> Option<&'static str> {
    let mut wire = Wire(key);
    let name = wire.text()?;
    let kind = KINDS.iter().find(|known| known.name == name)?;
    plain_parts(kind.name, &mut wire)?;
    wire.is_empty().then_some(kind.name)
}

/// Reads a key from the Base64 behind the name of its kind; nothing where it is no key of that kind.
pub(super) fn read_key(kind: &str, base64: &str) -> Option<Vec<u8>> {
    if base64.len() > LARGEST_KEY * 4 / 3 {
        return None;
    }
    base64::decode(base64).filter(|bytes| kind_of(bytes) == Some(kind))
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
