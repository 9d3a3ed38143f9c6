//! The objects of a repository as bytes under their ids.
//!
//! Whatever reads a history asks for bytes here and knows nothing of how a repository keeps them.

use std::fmt;
use std::sync::Arc;

use crate::diag::Failure;

/// The bytes of an object's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ObjectId([u8; 20]);

impl ObjectId {
    /// Bytes of an id.
    pub(super) const LENGTH: usize = 20;

    /// Takes the bytes of an id; nothing where there are more or fewer.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Takes the bytes of an id.
    pub(super) const fn of(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    /// Reads forty hexadecimal digits.
    pub(super) fn from_hex(digits: &[u8]) -> Option<Self> {
        if digits.len() != 2 * Self::LENGTH {
            return None;
        }
        let mut bytes = [0; Self::LENGTH];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// The bytes.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0; 2 * Self::LENGTH];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        formatter.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// What kind of object is expected under an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ObjectKind {
    /// A commit.
    Commit,
    /// A folder.
    Tree,
}

impl ObjectKind {
    /// The kind as it stands in a sentence.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Commit => "commit",
            Self::Tree => "tree",
        }
    }
}

/// Where objects are kept.
pub(super) trait Objects {
    /// The bytes of an object.
    ///
    /// Fails when it is missing, damaged or of another kind.
    fn object(&self, kind: ObjectKind, id: ObjectId) -> Result<Arc<[u8]>, Failure>;

    /// The failure that says what is wrong with an object that was read and makes no sense.
    fn damaged(&self, kind: ObjectKind, id: ObjectId, what: &str) -> Failure;
}

/// A store that several threads may open, each for itself.
pub(super) trait ObjectStore: Sync {
    /// Opens the store for one thread.
    fn open(&self) -> Result<Box<dyn Objects + '_>, Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_written() {
        let text = "0123456789abcdef0123456789abcdef01234567";
        let id = ObjectId::from_hex(text.as_bytes()).expect("forty digits");
        assert_eq!(id.to_string(), text);
        assert_eq!(ObjectId::from_bytes(id.as_bytes()), Some(id));
    }

    #[test]
    fn what_is_no_id_is_refused() {
        assert_eq!(ObjectId::from_hex(b"0123"), None);
        assert_eq!(ObjectId::from_hex("g".repeat(40).as_bytes()), None);
    }
}
