//! A report as somebody was handed it: named bytes, none of which is trusted.

use std::collections::BTreeMap;
use std::io;

use super::digest::Sha256Digest;
use crate::source::EntryKind;

/// A report as somebody was handed it, in a folder or packed.
pub trait SealedFiles: Sync {
    /// Everything that stands in it, folders and links included, by path; nothing is left out.
    ///
    /// Names that are no UTF-8 are given with replacement characters, which no list of files holds.
    fn entries(&self) -> io::Result<BTreeMap<String, EntryKind>>;

    /// The bytes of a file, never of what lies behind a link.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// The bytes of a file piece by piece, however large.
    fn open(&self, path: &str) -> io::Result<Box<dyn io::Read + '_>> {
        Ok(Box::new(io::Cursor::new(self.read(path)?)))
    }

    /// The digest of a file, however large.
    fn digest(&self, path: &str) -> io::Result<Sha256Digest> {
        self.read(path).map(|bytes| Sha256Digest::of(&bytes))
    }
}

/// A report in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryReport(pub BTreeMap<String, Vec<u8>>);

impl SealedFiles for MemoryReport {
    fn entries(&self) -> io::Result<BTreeMap<String, EntryKind>> {
        let size = |bytes: &Vec<u8>| EntryKind::File(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        Ok(self.0.iter().map(|(path, bytes)| (path.clone(), size(bytes))).collect())
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}
