//! Bags (RFC 8493): files with a list of their digests, in the form that archives and auditors have tools for.
//!
//! What is written is the same for the same files. What is read is held in full: nothing missing, nothing changed, nothing added. A bag is not
//! signed; it says that a package is complete, and the signature of the report inside says whose it is.

use std::collections::BTreeMap;
use std::fmt;
use std::io;

use super::digest::Sha256Digest;
use super::files::SealedFiles;
use super::names::MANIFEST;
use crate::source::EntryKind;

/// Declares that a folder is a bag.
pub const BAG_DECLARATION: &str = "bagit.txt";
/// What the bag is about.
pub const BAG_DESCRIPTION: &str = "bag-info.txt";
/// The digests of the files beside the payload.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// The folder of the payload, with the slash behind it.
pub const PAYLOAD: &str = "data/";

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Size and digest of each file of a payload, by its path in the bag.
pub type PayloadList = BTreeMap<String, (u64, Sha256Digest)>;

/// What a bag says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BagDescription {
    /// The organisation that handed it over.
    pub organisation: String,
    /// What it holds.
    pub description: String,
    /// Its date, as `YYYY-MM-DD`.
    pub date: String,
    /// The program that made it.
    pub agent: String,
}

/// The files beside a payload, by path: declaration, description, lists of digests, and `others` as they are.
#[must_use]
pub fn tag_files(payload: &PayloadList, description: &BagDescription, others: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let line = |path: &str, digest: &Sha256Digest| format!("{digest}  {path}\n");
    let list: String = payload.iter().map(|(path, (_, digest))| line(path, digest)).collect();
    let mut files = others;
    files.insert(BAG_DECLARATION.to_owned(), DECLARATION.into());
    files.insert(BAG_DESCRIPTION.to_owned(), described(payload, description).into_bytes());
    files.insert(MANIFEST.to_owned(), list.into_bytes());
    let tags: String = files.iter().map(|(path, bytes)| line(path, &Sha256Digest::of(bytes))).collect();
    files.insert(TAG_MANIFEST.to_owned(), tags.into_bytes());
    files
}

fn described(payload: &PayloadList, description: &BagDescription) -> String {
    let fields = [
        ("Bag-Software-Agent", &description.agent),
        ("Bagging-Date", &description.date),
        ("External-Description", &description.description),
        ("Payload-Oxum", &oxum(payload.values().map(|(size, _)| *size))),
        ("Source-Organization", &description.organisation),
    ];
    // A value that broke its line would begin a field of its own.
    let one_line = |text: &str| -> String { text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect() };
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {}", one_line(value).trim())).collect();
    lines.join("\n") + "\n"
}

/// Bytes and number of files, as bags write them.
fn oxum(sizes: impl Iterator<Item = u64>) -> String {
    let (bytes, files) = sizes.fold((0_u64, 0_u64), |(bytes, files), size| (bytes.saturating_add(size), files + 1));
    format!("{bytes}.{files}")
}

/// One thing that is wrong with a bag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BagFault {
    /// The file, by its path in the bag.
    pub path: String,
    /// What is wrong, by its name.
    pub name: &'static str,
    /// The same in words.
    pub says: String,
}

impl fmt::Display for BagFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` {}", self.path, self.says)
    }
}

/// Whether what was handed over says that it is a bag.
pub fn is_bag(files: &dyn SealedFiles) -> io::Result<bool> {
    Ok(files.entries()?.contains_key(BAG_DECLARATION))
}

/// Holds a bag against its own lists; empty where every file is there, as it was, and no other.
///
/// Fails when it cannot be listed.
pub fn check_bag(files: &dyn SealedFiles) -> io::Result<Vec<BagFault>> {
    let entries = files.entries()?;
    let mut faults = Vec::new();
    let mut found = |path: &str, name: &'static str, says: &str| {
        faults.push(BagFault { path: path.to_owned(), name, says: says.to_owned() });
    };
    if files.read(BAG_DECLARATION).ok().as_deref() != Some(DECLARATION.as_bytes()) {
        found(BAG_DECLARATION, "bag-declaration-malformed", "does not declare a bag of version 1.0 in UTF-8");
    }
    let mut listed = BTreeMap::new();
    for (list, is_payload) in [(MANIFEST, true), (TAG_MANIFEST, false)] {
        match files.read(list).ok().and_then(|bytes| read_list(&bytes, is_payload)) {
            Some(read) => listed.extend(read),
            None => found(list, "bag-list-malformed", "is missing, or is no list of digests and paths in their order"),
        }
    }
    for (path, digest) in &listed {
        match entries.get(path) {
            None => found(path, "bag-file-missing", "is listed and not there"),
            Some(EntryKind::File(_)) => match files.digest(path) {
                Ok(digested) if digested == *digest => {}
                Ok(_) => found(path, "bag-file-changed", "has other bytes than the bag lists"),
                Err(error) => found(path, "bag-file-changed", &format!("cannot be read whole: {error}")),
            },
            Some(_) => found(path, "bag-not-a-file", "is listed and no file"),
        }
    }
    for (path, kind) in &entries {
        let is_folder = *kind == EntryKind::Folder && (path == "data" || path.starts_with(PAYLOAD));
        if !is_folder && !listed.contains_key(path) && !is_seal_of_bag(path) {
            found(path, "bag-file-added", "is in no list of the bag");
        }
    }
    let sizes = entries.iter().filter(|(path, _)| path.starts_with(PAYLOAD)).filter_map(|(_, kind)| match kind {
        EntryKind::File(size) => Some(*size),
        _ => None,
    });
    if stated_oxum(files) != Some(oxum(sizes)) {
        found(BAG_DESCRIPTION, "bag-size-disagrees", "gives another number of files and bytes (`Payload-Oxum`) than there are");
    }
    faults.sort();
    Ok(faults)
}

/// The list of tag files, which cannot list itself, and signatures that somebody laid beside it.
fn is_seal_of_bag(path: &str) -> bool {
    path.strip_prefix(TAG_MANIFEST).is_some_and(|rest| matches!(rest, "" | ".sig" | ".sig.tsr"))
}

fn stated_oxum(files: &dyn SealedFiles) -> Option<String> {
    let text = String::from_utf8(files.read(BAG_DESCRIPTION).ok()?).ok()?;
    text.lines().find_map(|line| line.strip_prefix("Payload-Oxum: ")).map(str::to_owned)
}

/// Reads a list: a digest, two spaces and a path in each line, the paths in their order and all in the payload, or none.
fn read_list(bytes: &[u8], is_payload: bool) -> Option<BTreeMap<String, Sha256Digest>> {
    let text = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
    let mut list: BTreeMap<String, Sha256Digest> = BTreeMap::new();
    for line in text.split('\n') {
        let (digest, path) = line.split_once("  ")?;
        let is_straight = !path.split('/').any(|part| matches!(part, "" | "." | ".."));
        let is_last = list.last_key_value().is_none_or(|(last, _)| last.as_str() < path);
        if path.starts_with(PAYLOAD) != is_payload || path == TAG_MANIFEST || !is_straight || !is_last {
            return None;
        }
        list.insert(path.to_owned(), digest.parse().ok()?);
    }
    Some(list)
}
