//! The bytes of files of the past, by the ids of their contents.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::commit::BlobId;
use super::past::FileState;
use crate::diag::Failure;

/// What came of asking for the bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blob {
    /// They are here.
    Read(Arc<[u8]>),
    /// The file is larger than anything that a project may hold.
    TooLarge {
        /// Its bytes.
        size: usize,
    },
    /// They are lost, or were never fetched.
    Missing,
}

/// Somebody who has the bytes of files of the past.
pub trait FileReader: Sync {
    /// Hands over the bytes of each file, with its position in the list, in order and one at a time.
    ///
    /// A file that is not there is an outcome; only a store that cannot be opened is a failure.
    fn read(&self, files: &[FileState], each: &mut dyn FnMut(usize, Blob)) -> Result<(), Failure>;
}

/// Files in memory, by the ids of their contents.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles(BTreeMap<BlobId, Arc<[u8]>>);

impl MemoryFiles {
    /// The same files with one more.
    #[must_use]
    pub fn with(mut self, id: &BlobId, bytes: impl AsRef<[u8]>) -> Self {
        self.0.insert(id.clone(), bytes.as_ref().into());
        self
    }
}

impl FileReader for MemoryFiles {
    fn read(&self, files: &[FileState], each: &mut dyn FnMut(usize, Blob)) -> Result<(), Failure> {
        for (index, file) in files.iter().enumerate() {
            each(index, self.0.get(&file.blob).map_or(Blob::Missing, |bytes| Blob::Read(Arc::clone(bytes))));
        }
        Ok(())
    }
}

/// The bytes of files, in the order of the list.
///
/// Fails when the store cannot be opened.
pub fn read_blobs(files: &[FileState], reader: &dyn FileReader) -> Result<Vec<Blob>, Failure> {
    read_each(files, reader, |_, blob| blob)
}

/// Makes something of the bytes of each file, in parallel; the outcomes come in the order of the list, and few bytes are held at once.
pub(super) fn read_each<R: Send>(
    files: &[FileState],
    reader: &dyn FileReader,
    make: impl Fn(usize, Blob) -> R + Sync,
) -> Result<Vec<R>, Failure> {
    use rayon::prelude::*;

    let length = files.len().div_ceil(4 * rayon::current_num_threads().max(1)).max(16);
    let chunks: Vec<Result<Vec<R>, Failure>> = files
        .par_chunks(length)
        .enumerate()
        .map(|(chunk, files)| {
            let mut outcomes = Vec::with_capacity(files.len());
            reader.read(files, &mut |index, blob| outcomes.push(make(chunk * length + index, blob)))?;
            Ok(outcomes)
        })
        .collect();
    let mut all = Vec::with_capacity(files.len());
    for chunk in chunks {
        all.extend(chunk?);
    }
    Ok(all)
}
