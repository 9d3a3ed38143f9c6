//! Files with secret keys, as `ssh-keygen` writes them (`PROTOCOL.key` of OpenSSH).
//!
//! No text of an error and no debug output holds anything of a file but the kind of its key.

use std::fmt;

use sha2::{Digest as _, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

use super::certificate::Certificate;
use super::envelope;
use super::public_key::{Wire, fingerprint, kind_of, string};
use super::ssh::{Opened, Unlocked, unlock};
use super::{armour, base64};

const BEGIN: &str = "-----BEGIN OPENSSH PRIVATE KEY-----";
const END: &str = "-----END OPENSSH PRIVATE KEY-----";
const MAGIC: &[u8] = b"openssh-key-v1\0";

/// Why a file gives no key that signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// A key of RSA, which cannot be used without betraying it by the time that takes.
    #[error("it is an RSA key, and those sign through ssh-agent only")]
    Rsa,
    /// The file only refers to a key inside a device.
    #[error("it stands for a key inside a device, and those sign through ssh-agent only")]
    Hardware,
    /// A kind of key that does not sign here.
    #[error("it holds a key of a kind that does not sign here")]
    Kind,
    /// Another form of file.
    #[error("it is not in the form in which OpenSSH writes keys")]
    OtherForm,
    /// The form of `PuTTY`.
    #[error("it is in PuTTY's form")]
    Putty,
    /// The public half.
    #[error("it is the public half of a key")]
    Public,
    /// No key at all.
    #[error("it holds no key")]
    NoKey,
    /// A key whose bytes are wrong or encrypted in a way that is not known here.
    #[error("its key cannot be read")]
    Damaged,
    /// The passphrase opens it not.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
}

impl KeyError {
    /// One step that mends it.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::Rsa => "add it with `ssh-add` and sign with `--agent`, or make a key with `ssh-keygen -t ed25519`",
            Self::Hardware => "add it with `ssh-add` and sign with `--agent`",
            Self::OtherForm => "`ssh-keygen -p -f FILE` writes it anew in OpenSSH's form; do that with a copy",
            Self::Putty => "`puttygen FILE -O private-openssh-new -o NEW` writes it in OpenSSH's form",
            Self::Public => "name the file without `.pub`, or sign with `--agent`",
            Self::Kind | Self::NoKey => "make a key with `ssh-keygen -t ed25519`",
            Self::Damaged => "if `ssh-keygen -y -f FILE` can read it, add it with `ssh-add` and sign with `--agent`",
            Self::WrongPassphrase => "try again; nothing was written",
        }
    }
}

/// A file with a secret key, which may ask for a passphrase.
pub struct KeyFile {
    file: Zeroizing<Vec<u8>>,
    public: Vec<u8>,
}

impl KeyFile {
    /// Reads a file; the key in it is not opened yet.
    pub fn read(bytes: &[u8]) -> Result<Self, KeyError> {
        let text = std::str::from_utf8(bytes).map_err(|_| KeyError::NoKey)?.trim();
        let Some(body) = text.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END)) else {
            return Err(other_form(text));
        };
        let file = Zeroizing::new(base64::decode(body).ok_or(KeyError::Damaged)?);
        let public = Parts::read(&file).ok_or(KeyError::Damaged)?.public.to_vec();
        match kind_of(&public) {
            Some("ssh-ed25519" | "ecdsa-sha2-nistp256" | "ecdsa-sha2-nistp384") => Ok(Self { file, public }),
            Some("ssh-rsa") => Err(KeyError::Rsa),
            Some(kind) if kind.starts_with("sk-") => Err(KeyError::Hardware),
            _ => Err(KeyError::Kind),
        }
    }

    /// The public half, as bytes on the wire.
    #[must_use]
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// Whether it asks for a passphrase.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        Parts::read(&self.file).is_some_and(|parts| parts.cipher != "none")
    }

    /// Opens the key; the passphrase is left unread where the file asks for none.
    pub fn open(&self, passphrase: &[u8]) -> Result<SecretKey, KeyError> {
        let secret = if self.is_locked() {
            match unlock(&self.file, passphrase) {
                Unlocked::Secret(secret) => secret,
                Unlocked::Wrong => return Err(KeyError::WrongPassphrase),
                Unlocked::Unknown => return Err(KeyError::Damaged),
            }
        } else {
            Zeroizing::new(Parts::read(&self.file).ok_or(KeyError::Damaged)?.secret.to_vec())
        };
        let mut wire = Wire(&secret);
        if wire.number() != wire.number() {
            return Err(if self.is_locked() { KeyError::WrongPassphrase } else { KeyError::Damaged });
        }
        let plain = plain_file(&self.public, &secret).ok_or(KeyError::Damaged)?;
        Ok(SecretKey { public: self.public.clone(), opened: Opened::read(&plain).ok_or(KeyError::Damaged)? })
    }
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "KeyFile({})", fingerprint(&self.public))
    }
}

/// Why a text that is no key of OpenSSH is none.
fn other_form(text: &str) -> KeyError {
    let first = text.lines().next().unwrap_or_default();
    if first.contains("BEGIN RSA PRIVATE KEY") {
        KeyError::Rsa
    } else if first.contains("PRIVATE KEY-----") {
        KeyError::OtherForm
    } else if first.starts_with("PuTTY-User-Key-File") {
        KeyError::Putty
    } else if read_public(text.as_bytes()).is_some() || first.contains("PUBLIC KEY") {
        KeyError::Public
    } else {
        KeyError::NoKey
    }
}

/// Reads the key or the certificate of a `.pub` file, as bytes on the wire; nothing where it is damaged.
#[must_use]
pub fn read_public(file: &[u8]) -> Option<Vec<u8>> {
    let mut words = std::str::from_utf8(file).ok()?.split_whitespace();
    let (kind, written) = (words.next()?, words.next()?);
    let bytes = base64::decode(written)?;
    let named = Wire(&bytes).text() == Some(kind);
    (named && (kind_of(&bytes).is_some() || Certificate::read(&bytes).is_some())).then_some(bytes)
}

/// An opened key that signs; its memory is wiped when it goes.
#[derive(Debug)]
pub struct SecretKey {
    public: Vec<u8>,
    opened: Opened,
}

impl SecretKey {
    /// Signs bytes for a purpose; gives the signature without armour, to be put in by [`signature_file`]. Nothing where the key is damaged.
    #[must_use]
    pub fn sign(&self, namespace: &str, payload: &[u8]) -> Option<Vec<u8>> {
        self.opened.sign(&envelope::to_be_signed(namespace, payload))
    }

    /// The public half, as bytes on the wire.
    #[must_use]
    pub fn public(&self) -> &[u8] {
        &self.public
    }
}

/// A key of ed25519 that is made of public words and so protects nothing: for demonstrations.
#[derive(Debug)]
pub struct ThrowAwayKey {
    /// The key.
    pub key: SecretKey,
    /// The file of the key, as `ssh-keygen` writes it.
    pub file: String,
    /// The line of its `.pub` file.
    pub public_line: String,
}

impl ThrowAwayKey {
    /// Makes the key of some words: the same words give the same key, to everybody.
    #[must_use]
    pub fn of(words: &str, comment: &str) -> Option<Self> {
        let opened = Opened::of_seed(&Sha256::digest(words).into(), comment)?;
        let (file, public_line) = opened.written()?;
        let file = file.as_str().to_owned();
        Some(Self { key: SecretKey { public: opened.public()?, opened }, file, public_line })
    }
}

/// The bytes that a key signs for a purpose.
#[must_use]
pub fn to_be_signed(namespace: &str, payload: &[u8]) -> Vec<u8> {
    envelope::to_be_signed(namespace, payload)
}

/// The file that holds a signature by a key, or by the certificate of one; as OpenSSH writes it, byte for byte.
#[must_use]
pub fn signature_file(key: &[u8], namespace: &str, signature: &[u8]) -> String {
    armour::write(&envelope::write(key, namespace, signature))
}

/// What stands in a file.
struct Parts<'a> {
    cipher: &'a str,
    public: &'a [u8],
    secret: &'a [u8],
}

impl<'a> Parts<'a> {
    fn read(file: &'a [u8]) -> Option<Self> {
        let mut wire = Wire(file.strip_prefix(MAGIC)?);
        let cipher = wire.text()?;
        wire.string()?;
        wire.string()?;
        let one = wire.number()? == 1;
        one.then_some(Self { cipher, public: wire.string()?, secret: wire.string()? })
    }
}

/// The secret part of a file.
pub(super) fn secret_part(file: &[u8]) -> Option<&[u8]> {
    Parts::read(file).map(|parts| parts.secret)
}

/// The file that a secret part would stand in if it had never been encrypted.
fn plain_file(public: &[u8], secret: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let secret = at_full_width(secret)?;
    let mut file = Zeroizing::new(Vec::with_capacity(MAGIC.len() + public.len() + secret.len() + 64));
    file.extend_from_slice(MAGIC);
    for part in [b"none".as_slice(), b"none", b""] {
        file.extend(string(part));
    }
    file.extend_from_slice(&1_u32.to_be_bytes());
    file.extend(string(public));
    file.extend_from_slice(&u32::try_from(secret.len()).ok()?.to_be_bytes());
    file.extend_from_slice(&secret);
    Some(file)
}

/// A secret part in which the number of an ECDSA key is as wide as its curve: OpenSSH leaves away the zeros at its front, which one key in 256 has,
/// and the library takes such a number for a mistake.
fn at_full_width(secret: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut wire = Wire(secret);
    let checks = secret.get(..8)?;
    wire.long()?;
    let kind = wire.text()?;
    let mut whole = Zeroizing::new(Vec::with_capacity(secret.len() + 128));
    whole.extend_from_slice(checks);
    whole.extend(string(kind.as_bytes()));
    if kind.starts_with("ecdsa-") {
        let (curve, point, number) = (wire.string()?, wire.string()?, wire.string()?);
        whole.extend(string(curve));
        whole.extend(string(point));
        let width = (point.len() / 2).max(number.len());
        whole.extend_from_slice(&u32::try_from(width).ok()?.to_be_bytes());
        let front = whole.len() + width - number.len();
        whole.resize(front, 0);
        whole.extend_from_slice(number);
    } else {
        let (public, both) = (wire.string()?, wire.string()?);
        whole.extend(string(public));
        whole.extend_from_slice(&u32::try_from(both.len()).ok()?.to_be_bytes());
        whole.extend_from_slice(both);
    }
    // What is left is a comment, and bytes that fill the part up; both are written anew.
    whole.extend(string(b""));
    let fill = whole.len().next_multiple_of(8) - whole.len();
    whole.extend((1..).take(fill));
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn files_of_another_form_say_what_they_are() {
        for (text, expected) in [
            ("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n", KeyError::Rsa),
            ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", KeyError::OtherForm),
            ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", KeyError::OtherForm),
            ("PuTTY-User-Key-File-3: ssh-ed25519\n", KeyError::Putty),
            ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIADOCCUoN3Q1UPQqUvp845fKy7haJH17qsSkVXzWXilW me\n", KeyError::Public),
            ("hello", KeyError::NoKey),
            ("", KeyError::NoKey),
            (&format!("{BEGIN}\nAAAA\n{END}\n"), KeyError::Damaged),
        ] {
            assert_eq!(KeyFile::read(text.as_bytes()).err(), Some(expected), "{text}");
        }
    }

    #[test]
    fn number_of_a_key_that_lost_its_zeros_is_as_wide_as_its_curve() {
        let secret = |number: &[u8]| {
            let parts: [&[u8]; 5] = [b"ecdsa-sha2-nistp256", b"nistp256", &[4; 65], number, b"a comment"];
            [vec![0; 8], parts.into_iter().flat_map(string).collect()].concat()
        };
        let whole = at_full_width(&secret(&[7; 30])).expect("a secret part");
        let expected = at_full_width(&secret(&[[0; 2].as_slice(), &[7; 30]].concat())).expect("a secret part");
        assert_eq!((&whole, whole.len() % 8), (&expected, 0));
    }

    #[test]
    fn debug_output_holds_nothing_of_a_file() {
        let public = [string(b"ssh-ed25519"), string(&[9; 32])].concat();
        let secret = string(b"secret-seed");
        let file =
            [MAGIC, &string(b"none"), &string(b"none"), &string(b""), &1_u32.to_be_bytes(), &string(&public), &string(&secret)].concat();
        let file = KeyFile::read(format!("{BEGIN}\n{}\n{END}", base64::padded(&file)).as_bytes()).expect("a file");
        assert_eq!(format!("{file:?}"), format!("KeyFile({})", fingerprint(&public)));
    }

    proptest! {
        #[test]
        fn any_file_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let file = [MAGIC, &string(b"none"), &string(b"none"), &string(b""), &1_u32.to_be_bytes(), &bytes].concat();
            let text = format!("{BEGIN}\n{}\n{END}\n", base64::padded(&file));
            let opened = KeyFile::read(text.as_bytes()).and_then(|file| file.open(b""));
            prop_assert!(opened.is_err());
            let _ = at_full_width(&bytes);
        }
    }
}
