//! Reports in memory, sealed anew after an edit and signed by OpenSSH, and verified within this process.

use std::fs;
use std::path::{Path, PathBuf};

use tickmark::model::Instant;
use tickmark::seal::verify::{Against, TimeFrom, Trust, Verification, verify};
use tickmark::seal::{Authorities, Manifest, MemoryReport, Sha256Digest, Statement};
use tickmark::trust::Signers;

use super::project::{NAMESPACE, sign, signer};
use crate::sandbox::files_below;

/// The list of a report's files.
pub(crate) const LIST: &str = "manifest-sha256.txt";
/// Its signature.
pub(crate) const SIGNATURE: &str = "manifest-sha256.txt.sig";
/// From what it was made.
pub(crate) const PROVENANCE: &str = "provenance.json";

/// The report in a folder.
pub(crate) fn load(folder: &Path) -> MemoryReport {
    MemoryReport(files_below(folder).into_iter().filter(|(path, _)| !path.ends_with('/')).collect())
}

/// Writes a report into a folder.
pub(crate) fn store(report: &MemoryReport, folder: &Path) {
    for (path, bytes) in &report.0 {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// The digest by which a report is told from others.
pub(crate) fn digest(report: &MemoryReport) -> Sha256Digest {
    Sha256Digest::of(&report.0[LIST])
}

/// Lists the files of a report anew after an edit, as a publisher would who builds another report; its provenance may be changed on the way.
pub(crate) fn seal(report: &mut MemoryReport, edit: impl FnOnce(&mut Statement)) {
    let of_the_seal = |path: &str| path == PROVENANCE || path.starts_with(LIST);
    report.0.retain(|path, _| !path.starts_with(LIST));
    let mut statement = Statement::parse(&report.0[PROVENANCE]).expect("a statement");
    edit(&mut statement);
    let mut files: std::collections::BTreeMap<String, Sha256Digest> =
        report.0.iter().filter(|(path, _)| !of_the_seal(path)).map(|(path, bytes)| (path.clone(), Sha256Digest::of(bytes))).collect();
    let text = Statement::new(&files, statement.predicate).text();
    files.insert(PROVENANCE.to_owned(), Sha256Digest::of(text.as_bytes()));
    report.0.insert(PROVENANCE.to_owned(), text.into_bytes());
    report.0.insert(LIST.to_owned(), Manifest::new(files).expect("paths that a report has").text().into_bytes());
}

/// Signs a report with a key.
pub(crate) fn sign_memory(report: &mut MemoryReport, key: &Path) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(LIST), &report.0[LIST]).expect("a file");
    sign(folder.path(), key, NAMESPACE);
    report.0.insert(SIGNATURE.to_owned(), fs::read(folder.path().join(SIGNATURE)).expect("a signature"));
}

/// The signers that name the lead's key.
pub(crate) fn lead(key: &Path) -> Signers {
    Signers::parse(&signer("lead@example.org", "", key), "signers").0
}

/// Verifies a report by signers, and against an earlier one.
pub(crate) fn verified(report: &MemoryReport, signers: &Signers, previous: Option<&MemoryReport>) -> Verification {
    let trust = Trust {
        signers: Some(signers),
        revoked: None,
        identity: None,
        at: Instant::parse("2026-04-10T00:00:00Z").expect("a time"),
        at_from: TimeFrom::Named,
        authorities: &Authorities::none(),
    };
    verify(report, &trust, Against { package: None, previous: previous.map(|previous| previous as _), rebuilt: None })
}

/// The names of what is wrong, each with its file.
pub(crate) fn faults(verification: &Verification) -> Vec<String> {
    verification.faults.iter().map(|fault| format!("{} {}", fault.name.name(), fault.path).trim_end().to_owned()).collect()
}

/// A verification with its verdict and what is wrong.
pub(crate) fn said(verification: &Verification) -> (&'static str, Vec<String>) {
    (verification.verdict.word(), faults(verification))
}

/// The path of the file with the signature of a number.
pub(crate) fn numbered(report: &Path, number: u16) -> PathBuf {
    report.join(format!("{LIST}.{number}.sig"))
}
