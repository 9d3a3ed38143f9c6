//! What keeps a report from being signed.
//!
//! Whoever signs stands for every byte, so the report is held against its own list of files first. There are no exceptions here: those that were made
//! on purpose stand in the provenance, where every reader sees them.

use std::io;

use thiserror::Error;

use super::files::SealedFiles;
use super::manifest::{Manifest, ManifestError};
use super::names::{MANIFEST, OF_REPOSITORY, PROVENANCE, SealFile, seal_file, signature_name};
use super::provenance::{Checks, Provenance};
use super::statement::{Statement, StatementError};
use crate::source::EntryKind;

/// Why a report cannot be signed.
#[derive(Debug, Error)]
pub enum Unsignable {
    /// A file could not be read.
    #[error("`{0}` could not be read: {1}")]
    Unreadable(String, io::Error),
    /// There is no list of files.
    #[error("it has no `{MANIFEST}`")]
    NoManifest,
    /// The list of files is none.
    #[error("`{MANIFEST}` is no list of files: {0}")]
    Manifest(ManifestError),
    /// A file is not the one that was written.
    #[error("`{0}` is not as `{MANIFEST}` has it")]
    Changed(String),
    /// A file is gone.
    #[error("`{0}` is missing, and `{MANIFEST}` lists it")]
    Missing(String),
    /// A file came in addition.
    #[error("`{0}` is there, and `{MANIFEST}` does not list it")]
    Added(String),
    /// The provenance is none.
    #[error("`{PROVENANCE}` does not say from what it was made: {0}")]
    Provenance(StatementError),
    /// The provenance speaks of other files.
    #[error("`{PROVENANCE}` and `{MANIFEST}` do not speak of the same `{0}`")]
    Disagrees(String),
    /// It was made from no commit.
    #[error("it was made from no commit, so that nobody can find out from what")]
    NoCommit,
    /// It was made from files that are in no commit.
    #[error("it was made while files of the project differed from the commit")]
    Dirty,
    /// Checks found errors.
    #[error("{0} found in it")]
    Findings(String),
}

impl Unsignable {
    /// One step that mends it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NoCommit => {
                "commit the project and build again; or build with `--allow-dirty`, which every reader of the report will see"
            }
            Self::Dirty => "commit the files and build again; or build with `--allow-dirty`, which every reader of the report will see",
            Self::Findings(_) => {
                "mend them, or record a waiver, and build again; or build with `--allow-findings`, which every reader of the report will see"
            }
            _ => "build the report again, and sign it before anything else is done to it",
        }
    }
}

/// A report that can be signed.
#[derive(Debug)]
pub struct Signable {
    /// The bytes that are signed: those of the list of files.
    pub manifest: Vec<u8>,
    /// The signatures that it bears already, by number.
    pub signatures: Vec<(u16, Vec<u8>)>,
    /// The number of the next signature.
    pub next: u16,
}

impl Signable {
    /// Holds a report against its list of files and its provenance.
    pub fn find(report: &dyn SealedFiles) -> Result<Self, Unsignable> {
        let unreadable = |path: &str| {
            let path = path.to_owned();
            move |error| Unsignable::Unreadable(path, error)
        };
        let entries = report.entries().map_err(unreadable("."))?;
        if !entries.contains_key(MANIFEST) {
            return Err(Unsignable::NoManifest);
        }
        let list = report.read(MANIFEST).map_err(unreadable(MANIFEST))?;
        let manifest = Manifest::parse(&list).map_err(Unsignable::Manifest)?;
        let mut signatures = Vec::new();
        let mut taken = Vec::new();
        for (path, kind) in &entries {
            let is_file = matches!(kind, EntryKind::File(_));
            match seal_file(path) {
                _ if *kind == EntryKind::Folder || path == MANIFEST || manifest.digest(path).is_some() => {}
                Some(SealFile::Signature(number)) if is_file => {
                    taken.push(number);
                    signatures.push((number, report.read(path).map_err(unreadable(path))?));
                }
                Some(SealFile::Token(number)) if is_file => taken.push(number),
                _ if is_file && OF_REPOSITORY.contains(&path.as_str()) => {}
                _ => return Err(Unsignable::Added(path.clone())),
            }
        }
        for (path, digest) in manifest.files() {
            match entries.get(path) {
                None => return Err(Unsignable::Missing(path.clone())),
                Some(EntryKind::File(_)) if report.digest(path).map_err(unreadable(path))? == *digest => {}
                Some(_) => return Err(Unsignable::Changed(path.clone())),
            }
        }
        let statement = report.read(PROVENANCE).map_err(|_| Unsignable::Missing(PROVENANCE.to_owned()))?;
        let statement = Statement::parse(&statement).map_err(Unsignable::Provenance)?;
        hold(&statement, &manifest)?;
        check(&statement.predicate)?;
        let next = (1..=u16::MAX).find(|number| !taken.contains(number)).unwrap_or(u16::MAX);
        Ok(Self { manifest: list, signatures, next })
    }

    /// The name of the file of the next signature.
    #[must_use]
    pub fn next_name(&self) -> String {
        signature_name(self.next)
    }
}

/// Holds the provenance against the list of files: each speaks of the same, but for the provenance itself.
fn hold(statement: &Statement, manifest: &Manifest) -> Result<(), Unsignable> {
    let listed = manifest.files().iter().filter(|(path, _)| *path != PROVENANCE);
    let mut told = statement.subject.iter();
    for (path, digest) in listed {
        match told.next() {
            Some(subject) if subject.name == *path && subject.digest.sha256 == *digest => {}
            _ => return Err(Unsignable::Disagrees(path.clone())),
        }
    }
    match told.next() {
        None if manifest.digest(PROVENANCE).is_some() => Ok(()),
        None => Err(Unsignable::Disagrees(PROVENANCE.to_owned())),
        Some(subject) => Err(Unsignable::Disagrees(subject.name.clone())),
    }
}

/// What the provenance says that nobody may sign.
fn check(provenance: &Provenance) -> Result<(), Unsignable> {
    let (allowed, Checks { failed_errors, other_errors, .. }) = (provenance.options.allowed, provenance.checks);
    match &provenance.source {
        // Without a commit every file is one that is in no commit, which is what the exception speaks of.
        None if !allowed.dirty => return Err(Unsignable::NoCommit),
        Some(source) if !source.clean && !allowed.dirty => return Err(Unsignable::Dirty),
        _ => {}
    }
    if failed_errors + other_errors > 0 && !allowed.findings {
        return Err(Unsignable::Findings(crate::diag::plural(failed_errors + other_errors, "error")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::files::MemoryReport;
    use super::super::names::token_name;
    use super::*;

    use std::collections::BTreeMap;

    use crate::seal::{Allowed, Options, Sha256Digest, Source, Tool};

    fn provenance() -> Provenance {
        Provenance {
            organisation: "Town".to_owned(),
            title: "Figures".to_owned(),
            source: Some(Source {
                commit: "c".to_owned(),
                tree: "t".to_owned(),
                committed_at: "2026-01-01T00:00:00Z".to_owned(),
                folder: String::new(),
                clean: true,
                shallow: false,
                grafted: false,
            }),
            tool: Tool { name: "tickmark".to_owned(), version: "1".to_owned(), source_sha256: Sha256Digest::of(b"") },
            options: Options { as_of: "2026-01-01".to_owned(), since: None, allowed: Allowed::default() },
            previous: None,
            inputs: Vec::new(),
            definitions: Vec::new(),
            checks: Checks::default(),
        }
    }

    fn sealed(provenance: Provenance) -> MemoryReport {
        let mut files: BTreeMap<String, Vec<u8>> =
            [("a.html", "a"), ("data/b.csv", "b")].map(|(path, text)| (path.to_owned(), text.into())).into();
        let mut digests: BTreeMap<String, Sha256Digest> =
            files.iter().map(|(path, bytes)| (path.clone(), Sha256Digest::of(bytes))).collect();
        let statement = Statement::new(&digests, provenance).text();
        digests.insert(PROVENANCE.to_owned(), Sha256Digest::of(statement.as_bytes()));
        files.insert(PROVENANCE.to_owned(), statement.into());
        files.insert(MANIFEST.to_owned(), Manifest::new(digests).expect("a list").text().into());
        MemoryReport(files)
    }

    fn said(report: &MemoryReport) -> String {
        Signable::find(report).expect_err("a reason").to_string()
    }

    #[test]
    fn report_as_it_was_written_can_be_signed() {
        let signable = Signable::find(&sealed(provenance())).expect("nothing against it");
        assert_eq!((signable.next, signable.next_name().as_str()), (1, "manifest-sha256.txt.sig"));
    }

    #[test]
    fn each_thing_that_was_done_to_a_report_is_told() {
        type Deed = fn(&mut BTreeMap<String, Vec<u8>>);
        let deeds: [(Deed, &str); 6] = [
            (|files| files.insert("a.html".to_owned(), b"c".to_vec()).map_or((), drop), "`a.html` is not as"),
            (|files| files.remove("a.html").map_or((), drop), "`a.html` is missing"),
            (|files| files.insert("c.html".to_owned(), b"c".to_vec()).map_or((), drop), "`c.html` is there"),
            (|files| files.remove(PROVENANCE).map_or((), drop), "`provenance.json` is missing"),
            (|files| files.remove(MANIFEST).map_or((), drop), "it has no"),
            (|files| files.entry(MANIFEST.to_owned()).or_default().push(b'x'), "is no list of files"),
        ];
        for (deed, expected) in deeds {
            let mut report = sealed(provenance());
            deed(&mut report.0);
            assert!(said(&report).contains(expected), "{}", said(&report));
        }
    }

    #[test]
    fn provenance_of_another_report_is_refused() {
        let mut report = sealed(provenance());
        let other = Statement::new(&BTreeMap::from([("z.html".to_owned(), Sha256Digest::of(b"z"))]), provenance()).text();
        let list = String::from_utf8(report.0[MANIFEST].clone()).expect("text");
        let old = Sha256Digest::of(&report.0[PROVENANCE]).to_string();
        let list = list.replace(&old, &Sha256Digest::of(other.as_bytes()).to_string());
        report.0.insert(PROVENANCE.to_owned(), other.into());
        report.0.insert(MANIFEST.to_owned(), list.into());
        assert!(said(&report).contains("do not speak of the same `a.html`"));
    }

    #[test]
    fn what_no_exception_allows_is_refused() {
        let refused = |change: fn(&mut Provenance)| {
            let mut provenance = provenance();
            change(&mut provenance);
            Signable::find(&sealed(provenance)).is_err()
        };
        assert!(refused(|provenance| provenance.source = None));
        assert!(refused(|provenance| provenance.source.iter_mut().for_each(|source| source.clean = false)));
        assert!(refused(|provenance| provenance.checks.failed_errors = 1));
        assert!(refused(|provenance| provenance.checks.other_errors = 1));
        assert!(!refused(|provenance| (provenance.source, provenance.options.allowed.dirty) = (None, true)));
        assert!(!refused(|provenance| (provenance.checks.failed_errors, provenance.options.allowed.findings) = (1, true)));
        assert!(refused(|provenance| (provenance.checks.failed_errors, provenance.options.allowed.dirty) = (1, true)));
    }

    #[test]
    fn next_signature_takes_no_number_that_a_signature_or_a_token_bears() {
        let mut report = sealed(provenance());
        report.0.insert(signature_name(1), b"one".to_vec());
        report.0.insert(token_name(2), b"time".to_vec());
        let signable = Signable::find(&report).expect("nothing against it");
        assert_eq!((signable.next, signable.signatures.len()), (3, 1));
    }
}
