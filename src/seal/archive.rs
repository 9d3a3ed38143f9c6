//! Packages in one file: zip archives, written so that the same files give the same bytes, and read so that no entry can do harm.
//!
//! The one file that names the format. What is written depends on nothing but names and bytes: no clock, no owner, no order of folders, and a
//! compressor without special paths for some processors. What is read is held against its own list before a byte of it is unpacked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek, Write};
use std::sync::{Mutex, PoisonError};

use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::digest::{Hashing, Sha256Digest};
use super::files::SealedFiles;
use crate::source::EntryKind;

/// Mode of every file: its owner writes, everybody reads.
const MODE: u32 = 0o644;
/// Files of this many bytes and more are announced as large, whatever they are packed to.
const LARGE: u64 = u32::MAX as u64;
/// The most entries that are read.
const MOST_ENTRIES: usize = 1 << 20;
/// The largest file that is read, in bytes.
const LARGEST: u64 = 2 << 30;
/// Text that repeats itself packs well, and pages do; what unpacks to more than this many times its size is no report.
const MOST_RATIO: u64 = 400;
/// Bytes that any archive may unpack to, however small it is.
const ALWAYS_ALLOWED: u64 = 64 << 20;
/// The kind of a file in its Unix mode.
const KIND_OF_FILE: u32 = 0o170_000;

/// Writes an archive: one folder with files in the order of their paths.
pub struct ArchiveWriter<W: Write + Seek> {
    zip: ZipWriter<W>,
    top: String,
    last: Option<String>,
}

impl<W: Write + Seek> ArchiveWriter<W> {
    /// Begins an archive whose files all stand in one folder.
    pub fn begin(sink: W, top: &str) -> Self {
        Self { zip: ZipWriter::new(sink), top: top.to_owned(), last: None }
    }

    /// Adds a file of a known size, piece by piece.
    ///
    /// Fails where the path does not come after the last one, or cannot stand in an archive.
    pub fn add(&mut self, path: &str, size: u64, pieces: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        if let Some(reason) = wrong_name(path) {
            return Err(io::Error::other(format!("`{path}` cannot stand in an archive: {reason}")));
        }
        if self.last.as_deref().is_some_and(|last| last >= path) {
            return Err(io::Error::other(format!("`{path}` is not in its place")));
        }
        self.last = Some(path.to_owned());
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(MODE)
            .large_file(size >= LARGE);
        self.zip.start_file(format!("{}/{path}", self.top), options)?;
        pieces(&mut self.zip)
    }

    /// Writes the list of files, and gives the sink back.
    pub fn finish(self) -> io::Result<W> {
        Ok(self.zip.finish()?)
    }
}

/// Why a file is no archive that is read here.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// It is no zip archive, or cut off.
    #[error("it is no zip archive that can be read: {0}")]
    Malformed(String),
    /// A name leaves the folder into which somebody unpacks it, or means different things to different programs.
    #[error("its entry `{name}` cannot be unpacked safely: {reason}")]
    Name {
        /// The name, with what is not readable replaced.
        name: String,
        /// Why not.
        reason: &'static str,
    },
    /// It would unpack to more than anybody wants.
    #[error("it unpacks to more than a report can be: {0}")]
    Bomb(String),
    /// Several entries share bytes.
    #[error("its entries lie over one another")]
    Overlap,
}

/// An archive that was handed over.
pub struct SealedArchive<R> {
    // Entries are read one at a time; the reader has one place.
    zip: Mutex<ZipArchive<R>>,
    entries: BTreeMap<String, (EntryKind, Option<usize>)>,
}

/// Opens an archive of which `length` is the size in bytes; nothing of it is unpacked yet.
///
/// Fails where an entry could do harm: by its name, by its size, or because another one stands in the same bytes.
pub fn open_archive<R: Read + Seek + Send>(reader: R, length: u64) -> Result<SealedArchive<R>, ArchiveError> {
    let malformed = |error: zip::result::ZipError| ArchiveError::Malformed(error.to_string());
    let mut zip = ZipArchive::new(reader).map_err(malformed)?;
    if zip.len() > MOST_ENTRIES {
        return Err(ArchiveError::Bomb(format!("it has {} entries", zip.len())));
    }
    if zip.has_duplicate_names() {
        return Err(ArchiveError::Name { name: String::new(), reason: "a name stands twice" });
    }
    if zip.has_overlapping_entries().map_err(malformed)? {
        return Err(ArchiveError::Overlap);
    }
    let mut entries = BTreeMap::new();
    let mut total: u64 = 0;
    for position in 0..zip.len() {
        let entry = zip.by_index_data(position).map_err(malformed)?;
        let name = std::str::from_utf8(entry.name_raw())
            .map_err(|_| ArchiveError::Name { name: String::from_utf8_lossy(entry.name_raw()).into_owned(), reason: "it is no UTF-8" })?;
        let (path, is_folder) = name.strip_suffix('/').map_or((name, false), |path| (path, true));
        if let Some(reason) = wrong_name(path) {
            return Err(ArchiveError::Name { name: name.to_owned(), reason });
        }
        total = total.saturating_add(entry.size());
        if entry.size() > LARGEST || total > ALWAYS_ALLOWED.max(length.saturating_mul(MOST_RATIO)) {
            return Err(ArchiveError::Bomb(format!("`{name}` brings it to {total} bytes")));
        }
        let kind = kind(entry.unix_mode(), is_folder, entry.size());
        let position = matches!(kind, EntryKind::File(_)).then_some(position);
        if entries.insert(path.to_owned(), (kind, position)).is_some() {
            return Err(ArchiveError::Name { name: name.to_owned(), reason: "a folder and a file bear it" });
        }
    }
    add_folders(&mut entries)?;
    Ok(SealedArchive { zip: Mutex::new(zip), entries })
}

/// What an entry is: its mode says so where a Unix wrote it.
fn kind(mode: Option<u32>, is_folder: bool, size: u64) -> EntryKind {
    match mode.map_or(0, |mode| mode & KIND_OF_FILE) {
        0o120_000 => EntryKind::Link,
        0o040_000 => EntryKind::Folder,
        0 | 0o100_000 if is_folder => EntryKind::Folder,
        0 | 0o100_000 => EntryKind::File(size),
        _ => EntryKind::Other,
    }
}

/// Adds the folders that stand only in the names of files; a file that has others below it is refused.
fn add_folders(entries: &mut BTreeMap<String, (EntryKind, Option<usize>)>) -> Result<(), ArchiveError> {
    let above = |path: &str| -> Vec<String> { path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect() };
    let folders: BTreeSet<String> = entries.keys().flat_map(|path| above(path)).collect();
    for folder in folders {
        let (kind, _) = entries.entry(folder.clone()).or_insert((EntryKind::Folder, None));
        if *kind != EntryKind::Folder {
            return Err(ArchiveError::Name { name: folder, reason: "it is a file with others below it" });
        }
    }
    Ok(())
}

/// Why a name is not unpacked; nothing where it means the same to every program.
fn wrong_name(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("it is empty");
    }
    if name.starts_with('/') {
        return Some("it begins at the root");
    }
    if name.chars().any(|letter| letter.is_control() || matches!(letter, '\\' | ':')) {
        // A `\` parts folders and a `:` names drives and streams on some systems.
        return Some("it holds a control character, a `\\` or a `:`");
    }
    if name.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Some("it does not lead straight into the archive");
    }
    None
}

impl<R: Read + Seek + Send> SealedArchive<R> {
    /// Unpacks a file to a sink; fails where it is longer than it says, or where its checksum does not fit.
    fn unpack(&self, path: &str, sink: &mut dyn Write) -> io::Result<()> {
        let Some((EntryKind::File(size), Some(position))) = self.entries.get(path) else {
            return Err(io::Error::from(io::ErrorKind::NotFound));
        };
        let mut zip = self.zip.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = zip.by_index(*position)?;
        let written = io::copy(&mut entry.take(size.saturating_add(1)), sink)?;
        if written == *size { Ok(()) } else { Err(io::Error::other("its size is not the one that the archive gives")) }
    }
}

impl<R: Read + Seek + Send> SealedFiles for SealedArchive<R> {
    fn entries(&self) -> io::Result<BTreeMap<String, EntryKind>> {
        Ok(self.entries.iter().map(|(path, (kind, _))| (path.clone(), kind.clone())).collect())
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.unpack(path, &mut bytes)?;
        Ok(bytes)
    }

    fn digest(&self, path: &str) -> io::Result<Sha256Digest> {
        let mut hashing = Hashing::new(io::sink());
        self.unpack(path, &mut hashing)?;
        Ok(hashing.finish())
    }
}

/// The one folder in which all entries stand; nothing where there are several, or files beside it.
pub fn top_folder(files: &dyn SealedFiles) -> io::Result<Option<String>> {
    let entries = files.entries()?;
    let tops: BTreeSet<&str> = entries.keys().filter_map(|path| path.split('/').next()).collect();
    let mut tops = tops.into_iter();
    Ok(match (tops.next(), tops.next()) {
        (Some(only), None) if entries.get(only) == Some(&EntryKind::Folder) => Some(only.to_owned()),
        _ => None,
    })
}
