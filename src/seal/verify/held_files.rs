//! Files as they were handed over, held against the list of files that was sealed.
//!
//! Every entry is told of once: as listed and as it was, as changed, missing, renamed, or as something that nobody listed. The names of entries are foreign text.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::prelude::*;

use super::fault::{Fault, FaultName};
use super::looks::{Looked, Looks};
use super::uncovered::uncovered_file;
use super::verification::Uncovered;
use crate::seal::names::is_of_seal;
use crate::seal::{Manifest, SealedFiles, Sha256Digest};
use crate::source::EntryKind;

/// What the files are found to be.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// All that is wrong with them.
    pub(super) faults: Vec<Fault>,
    /// Files that are allowed to stand there without being listed.
    pub(super) uncovered: Vec<Uncovered>,
    /// What was seen in them.
    pub(super) looked: Vec<Looked>,
}

/// Holds the files against their list; `looks` says what else to look at while they are read.
pub(super) fn hold(files: &dyn SealedFiles, entries: &BTreeMap<String, EntryKind>, manifest: &Manifest, looks: &Looks<'_>) -> Held {
    let mut held = Held::default();
    let there: Vec<(&String, Sha256Digest)> =
        manifest.files().iter().filter(|(path, _)| matches!(entries.get(*path), Some(EntryKind::File(_)))).map(|(p, d)| (p, *d)).collect();
    let read: Vec<(io::Result<Sha256Digest>, Looked)> = there.par_iter().map(|(path, _)| looks.read(files, path)).collect();
    let by_digest: BTreeMap<Sha256Digest, &str> = manifest.files().iter().rev().map(|(path, digest)| (*digest, path.as_str())).collect();
    for ((path, listed), (found, looked)) in there.into_iter().zip(read) {
        match found {
            Ok(found) if found == listed => {}
            Ok(found) => held.faults.push(changed(files, by_digest.get(&found).copied(), path, (listed, found))),
            Err(error) => held.faults.push(unreadable(path, &error)),
        }
        held.looked.push(looked);
    }
    let missing = manifest.files().iter().filter(|(path, _)| !matches!(entries.get(*path), Some(EntryKind::File(_))));
    let added = added(entries, manifest, &mut held);
    find_missing(files, entries, missing.map(|(path, digest)| (path.as_str(), *digest)).collect(), added, &mut held.faults);
    held
}

fn unreadable(path: &str, error: &io::Error) -> Fault {
    Fault::new(FaultName::FileUnreadable, path, format!("the file could not be read: {error}"))
}

/// Says how a file is not what was listed.
fn changed(files: &dyn SealedFiles, other: Option<&str>, path: &str, (listed, found): (Sha256Digest, Sha256Digest)) -> Fault {
    if let Some(other) = other {
        let message = format!("the file holds what the list has for `{other}`");
        return Fault::new(FaultName::FileSwapped, path, message).values(listed, found);
    }
    match files.read(path) {
        Ok(bytes) if is_cut_off(path, &bytes) => {
            let message = format!("the file was changed: it seems to be cut off after {} bytes", bytes.len());
            Fault::new(FaultName::FileTruncated, path, message).values(listed, found)
        }
        _ => Fault::new(FaultName::FileChanged, path, "the file was changed: it does not have the digest that the list has for it")
            .values(listed, found),
    }
}

/// Whether the end of a file seems to be missing, as far as its form tells.
fn is_cut_off(path: &str, bytes: &[u8]) -> bool {
    let holds = |end: &str| String::from_utf8_lossy(bytes).contains(end);
    bytes.is_empty()
        || match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => !holds("</html>"),
            Some("svg") => !holds("</svg>"),
            Some("json") => serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_err_and(|error| error.is_eof()),
            Some("csv" | "css" | "js" | "txt") => !bytes.ends_with(b"\n"),
            _ => false,
        }
}

/// The entries that nobody listed and that are no part of the seal.
fn added<'e>(entries: &'e BTreeMap<String, EntryKind>, manifest: &Manifest, held: &mut Held) -> BTreeSet<&'e str> {
    let folders: BTreeSet<&str> = manifest.files().keys().flat_map(|path| folders_of(path)).collect();
    let mut added = BTreeSet::new();
    for (path, kind) in entries {
        match kind {
            EntryKind::Folder if folders.contains(path.as_str()) => {}
            EntryKind::Folder => {
                // A folder is told of once, by what stands in it; only an empty one speaks for itself.
                let inside = format!("{path}/");
                let holds = entries.range(inside.clone()..).next().is_some_and(|(next, _)| next.starts_with(&inside));
                if !holds && !manifest.files().contains_key(path) {
                    held.faults.push(Fault::new(FaultName::FileAdded, path, "the folder is empty, and the list has no file in it"));
                }
            }
            EntryKind::File(_) if manifest.files().contains_key(path) || is_of_seal(path) => {}
            EntryKind::File(_) => match uncovered_file(path) {
                Some(uncovered) => held.uncovered.push(uncovered),
                None => {
                    added.insert(path.as_str());
                }
            },
            EntryKind::Link => {
                let message = "a symbolic link stands here; a report has none, since what it leads to is not part of the report";
                held.faults.push(Fault::new(FaultName::NotAFile, path, message));
            }
            EntryKind::Other => {
                let message = "this is neither a file nor a folder, and a report has nothing else";
                held.faults.push(Fault::new(FaultName::NotAFile, path, message));
            }
            EntryKind::Unreadable(reason) => {
                held.faults.push(Fault::new(FaultName::FileUnreadable, path, format!("this could not be looked at: {reason}")));
            }
        }
    }
    added
}

/// Every folder above a file.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(place, _)| path.get(..place))
}

/// Finds each missing file under another name, or tells that it is gone; and tells what was added.
fn find_missing(
    files: &dyn SealedFiles,
    entries: &BTreeMap<String, EntryKind>,
    missing: Vec<(&str, Sha256Digest)>,
    mut added: BTreeSet<&str>,
    faults: &mut Vec<Fault>,
) {
    let mut gone = Vec::new();
    let by_letters: BTreeMap<String, &str> = added.iter().map(|path| (path.to_lowercase(), *path)).collect();
    for (path, digest) in missing {
        match by_letters.get(&path.to_lowercase()).filter(|found| added.remove(**found)) {
            Some(found) => {
                faults.push(case_changed(path, found));
                match files.digest(found) {
                    Ok(other) if other == digest => {}
                    Ok(other) => {
                        let message = format!("the file, found as `{found}`, was changed as well");
                        faults.push(Fault::new(FaultName::FileChanged, path, message).values(digest, other));
                    }
                    Err(error) => faults.push(unreadable(found, &error)),
                }
            }
            None => gone.push((path, digest)),
        }
    }
    let mut by_digest: BTreeMap<Sha256Digest, Vec<&str>> = BTreeMap::new();
    if !gone.is_empty() {
        let digests: Vec<(&str, io::Result<Sha256Digest>)> = added.par_iter().map(|path| (*path, files.digest(path))).collect();
        for (path, digest) in digests.into_iter().rev() {
            match digest {
                Ok(digest) => by_digest.entry(digest).or_default().push(path),
                Err(error) => faults.push(unreadable(path, &error)),
            }
        }
    }
    for (path, digest) in gone {
        if let Some(found) = by_digest.get_mut(&digest).and_then(Vec::pop) {
            added.remove(found);
            let message = format!("the file stands under another name: `{found}`");
            faults.push(Fault::new(FaultName::FileRenamed, path, message).values(path, found));
        } else {
            let message = match entries.get(path) {
                None => "the list has this file, and it is not there",
                Some(EntryKind::Folder) => "the list has a file here, and a folder stands in its place",
                // Told of where it stands.
                Some(_) => continue,
            };
            faults.push(Fault::new(FaultName::FileMissing, path, message));
        }
    }
    for path in added {
        let message = "the file is not in the list: somebody added it after the report was sealed";
        faults.push(Fault::new(FaultName::FileAdded, path, message));
    }
}

fn case_changed(path: &str, found: &str) -> Fault {
    let message = format!("the file is called `{found}`: capital and small letters differ, and links to it break on most web servers");
    Fault::new(FaultName::CaseChanged, path, message).values(path, found)
}
