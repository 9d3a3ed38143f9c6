//! A folder of what was handed over, looked at by itself.

use std::collections::BTreeMap;
use std::io;

use super::digest::Sha256Digest;
use super::files::SealedFiles;
use crate::source::EntryKind;

/// A folder of what was handed over: what lies beside it is not seen.
pub struct Below<'a> {
    files: &'a dyn SealedFiles,
    prefix: String,
}

impl<'a> Below<'a> {
    /// Looks at a folder alone; all of it where the path is empty.
    pub fn new(files: &'a dyn SealedFiles, folder: &str) -> Self {
        Self { files, prefix: if folder.is_empty() { String::new() } else { format!("{folder}/") } }
    }

    fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }
}

impl SealedFiles for Below<'_> {
    fn entries(&self) -> io::Result<BTreeMap<String, EntryKind>> {
        let all = self.files.entries()?;
        Ok(all.into_iter().filter_map(|(path, kind)| Some((path.strip_prefix(&self.prefix)?.to_owned(), kind))).collect())
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.read(&self.whole(path))
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn io::Read + '_>> {
        self.files.open(&self.whole(path))
    }

    fn digest(&self, path: &str) -> io::Result<Sha256Digest> {
        self.files.digest(&self.whole(path))
    }
}
