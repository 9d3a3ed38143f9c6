//! A report that was handed over, read as far as its seal goes: list of files, provenance, signatures, and every file against the list.

use std::collections::BTreeMap;

use super::fault::{Fault, FaultName};
use super::held_files::{Held, hold};
use super::held_provenance;
use super::looks::Looks;
use super::signatures::{Signed, judge};
use super::trust::Trust;
use super::verification::Verdict;
use crate::seal::names::{MANIFEST, PROVENANCE, is_of_seal};
use crate::seal::{Manifest, SealedFiles, Sha256Digest, Statement};
use crate::source::EntryKind;

/// Bytes of the largest list of files that is read: a million files and more.
const LARGEST: u64 = 1 << 28;

/// The seal of a report, before any file is held against it.
pub(super) struct Opened<'f> {
    /// The files themselves.
    pub(super) files: &'f dyn SealedFiles,
    /// Everything that stands in the report.
    pub(super) entries: BTreeMap<String, EntryKind>,
    /// The bytes that are signed; nothing where they could not be read.
    pub(super) list: Option<Vec<u8>>,
    /// The list of files; nothing where it cannot be read.
    pub(super) manifest: Option<Manifest>,
    /// The provenance; nothing where it cannot be read.
    pub(super) statement: Option<Statement>,
    /// All that is wrong so far.
    pub(super) faults: Vec<Fault>,
}

impl<'f> Opened<'f> {
    /// Reads the list of files and the provenance.
    pub(super) fn of(files: &'f dyn SealedFiles) -> Self {
        let mut opened = Self { files, entries: BTreeMap::new(), list: None, manifest: None, statement: None, faults: Vec::new() };
        match files.entries() {
            Ok(entries) => opened.entries = entries,
            Err(error) => {
                opened.faults.push(Fault::new(FaultName::FileUnreadable, "", format!("the report could not be looked through: {error}")));
                return opened;
            }
        }
        if !opened.looks_like_a_report() {
            let message = format!("this is no report: it has neither `{MANIFEST}` nor any other file of a seal");
            opened.faults.push(Fault::new(FaultName::NotAReport, "", message));
            return opened;
        }
        opened.read_list();
        opened.statement = held_provenance::read(files, &opened.entries, opened.manifest.as_ref(), &mut opened.faults);
        opened
    }

    /// Whether anything here speaks of a seal, so that what is missing was taken away.
    fn looks_like_a_report(&self) -> bool {
        let of_a_seal = |path: &String| {
            let path = path.to_lowercase();
            path == PROVENANCE || path == super::figures::FIGURES || is_of_seal(&path)
        };
        self.entries.keys().any(of_a_seal)
    }

    fn read_list(&mut self) {
        let malformed = |message: String| Fault::new(FaultName::ManifestMalformed, MANIFEST, message);
        match self.entries.get(MANIFEST) {
            Some(EntryKind::File(size)) if *size > LARGEST => {
                self.faults.push(malformed(format!("the list of files has {size} bytes, more than any list has")));
            }
            Some(EntryKind::File(_)) => match self.files.read(MANIFEST) {
                Ok(bytes) => {
                    match Manifest::parse(&bytes) {
                        Ok(manifest) => self.manifest = Some(manifest),
                        Err(error) => self.faults.push(malformed(format!("the list of files is not one that the program writes: {error}"))),
                    }
                    self.list = Some(bytes);
                }
                Err(error) => {
                    let message = format!("the list of files could not be read: {error}");
                    self.faults.push(Fault::new(FaultName::FileUnreadable, MANIFEST, message));
                }
            },
            Some(EntryKind::Link | EntryKind::Other) => {
                let message = "the list of files is no file of the report: a link or something else stands in its place";
                self.faults.push(Fault::new(FaultName::NotAFile, MANIFEST, message));
            }
            Some(EntryKind::Unreadable(reason)) => {
                let message = format!("the list of files could not be read: {reason}");
                self.faults.push(Fault::new(FaultName::FileUnreadable, MANIFEST, message));
            }
            Some(EntryKind::Folder) | None => self.faults.push(self.missing_list()),
        }
    }

    /// Says of a list of files that is not there whether it is there under another name.
    fn missing_list(&self) -> Fault {
        if let Some(found) = self.entries.keys().find(|path| path.to_lowercase() == MANIFEST && *path != MANIFEST) {
            let message = format!("the list of files is called `{found}`: capital and small letters differ, and no tool finds it");
            return Fault::new(FaultName::CaseChanged, MANIFEST, message).values(MANIFEST, found);
        }
        let message = "the report has no list of its files, so that nothing can be held against anything";
        Fault::new(FaultName::ManifestMissing, MANIFEST, message)
    }

    /// The digest by which this report is told from any other.
    pub(super) fn digest(&self) -> Option<Sha256Digest> {
        self.list.as_deref().map(Sha256Digest::of)
    }

    /// Holds every file against the list, and judges the signatures.
    pub(super) fn hold(&self, looks: &Looks<'_>, trust: &Trust<'_>) -> (Held, Signed) {
        let held = self.manifest.as_ref().map(|manifest| hold(self.files, &self.entries, manifest, looks)).unwrap_or_default();
        let signed = self.list.as_deref().map(|list| judge(self.files, &self.entries, list, trust)).unwrap_or_default();
        (held, signed)
    }

    /// What the seal alone is worth, and how many things are wrong with it.
    pub(super) fn weigh(&self, trust: &Trust<'_>) -> (Verdict, Vec<Fault>) {
        let (held, signed) = self.hold(&Looks::default(), trust);
        let mut faults = self.faults.clone();
        faults.extend(held.faults);
        faults.extend(signed.faults);
        faults.sort();
        (Verdict::of(&faults, &signed.signatures), faults)
    }
}
