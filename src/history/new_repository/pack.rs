//! Objects in one file, and the index by which they are found.
//!
//! Each object is packed by itself: a history of a few megabytes needs no differences between its files.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use crate::history::object_hash::{digest, hash};
use crate::history::objects::ObjectId;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A commit.
    Commit,
    /// A folder.
    Tree,
    /// A file.
    Blob,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Commit => "commit",
            Self::Tree => "tree",
            Self::Blob => "blob",
        }
    }

    const fn code(self) -> u8 {
        match self {
            Self::Commit => 1,
            Self::Tree => 2,
            Self::Blob => 3,
        }
    }
}

/// Where an object stands, and the checksum of its packed bytes.
#[derive(Clone, Copy, Debug)]
struct Entry {
    offset: u32,
    checksum: u32,
}

/// Length of what stands before the first object.
const HEAD: usize = 12;

/// Objects that are being packed, each of them once.
#[derive(Debug, Default)]
pub(super) struct Pack {
    /// The packed objects, without what stands before and after them.
    bytes: Vec<u8>,
    entries: BTreeMap<ObjectId, Entry>,
}

impl Pack {
    /// Adds an object that is not there yet; gives its id.
    pub(super) fn add(&mut self, kind: Kind, bytes: &[u8]) -> ObjectId {
        let id = ObjectId::of(hash(kind.name(), bytes));
        if !self.entries.contains_key(&id) {
            let mut packed = head(kind, bytes.len());
            packed.extend(deflated(bytes));
            let mut checksum = Crc::new();
            checksum.update(&packed);
            // A pack of four gigabytes would hold no demonstration.
            let offset = u32::try_from(HEAD + self.bytes.len()).unwrap_or(u32::MAX);
            self.entries.insert(id, Entry { offset, checksum: checksum.sum() });
            self.bytes.extend(packed);
        }
        id
    }

    /// The name of the pack, the pack, and its index (version 2).
    pub(super) fn finish(self) -> (String, Vec<u8>, Vec<u8>) {
        let count = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let mut pack = b"PACK\0\0\0\x02".to_vec();
        pack.extend(count.to_be_bytes());
        pack.extend(self.bytes);
        let end = digest(&pack);
        pack.extend(end);
        let mut index = b"\xfftOc\0\0\0\x02".to_vec();
        for first in 0..=u8::MAX {
            let upto = self.entries.keys().filter(|id| id.as_bytes()[0] <= first).count();
            index.extend(u32::try_from(upto).unwrap_or(u32::MAX).to_be_bytes());
        }
        index.extend(self.entries.keys().flat_map(ObjectId::as_bytes));
        index.extend(self.entries.values().flat_map(|entry| entry.checksum.to_be_bytes()));
        index.extend(self.entries.values().flat_map(|entry| entry.offset.to_be_bytes()));
        index.extend(end);
        let last = digest(&index);
        index.extend(last);
        (ObjectId::of(end).to_string(), pack, index)
    }
}

/// Kind and length, seven bits a byte but for the first, which has four of the length.
fn head(kind: Kind, length: usize) -> Vec<u8> {
    let low = |bits: usize, mask: usize| u8::try_from(bits & mask).unwrap_or_default();
    let mut bytes = vec![kind.code() << 4 | low(length, 15)];
    let mut rest = length >> 4;
    while rest > 0 {
        if let Some(last) = bytes.last_mut() {
            *last |= 0x80;
        }
        bytes.push(low(rest, 127));
        rest >>= 7;
    }
    bytes
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_of_an_object_takes_as_many_bytes_as_it_needs() {
        assert_eq!(head(Kind::Blob, 15), [0x3f]);
        assert_eq!(head(Kind::Commit, 16), [0x90, 0x01]);
        assert_eq!(head(Kind::Tree, 0x1234), [0xa4, 0xa3, 0x02]);
    }

    #[test]
    fn an_object_stands_in_a_pack_once() {
        let mut pack = Pack::default();
        let ids = [pack.add(Kind::Blob, b"a"), pack.add(Kind::Tree, b""), pack.add(Kind::Blob, b"a")];
        assert_eq!((ids[0], pack.entries.len()), (ids[2], 2));
    }
}
