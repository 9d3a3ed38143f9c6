//! The report before one: read as it was handed over, held against its own list of files, and its signature judged by the signers of the project.
//!
//! Nothing of it is believed before its digest is the listed one; who listed it, only a signature can say.

use std::io;
use std::sync::Arc;

use super::previous_figures::read_figures;
use crate::check::{Published, PublishedFigures};
use crate::diag::Failure;
use crate::model::{Date, Instant};
use crate::seal::{
    MANIFEST, Manifest, NAMESPACE, PROVENANCE, Provenance, SealedFiles, Sha256Digest, Statement, signature_name, signature_numbers,
};
use crate::site::PreviousReport;
use crate::trust::{Judgement, Question, Signers, judge_signature};

/// The figures of a report.
const FIGURES: &str = "data/figures.csv";

/// Reads the report before one that speaks as of a day.
///
/// Fails when it is no report, when what is read of it is not what its list of files names, or when it speaks as of a later day.
pub(super) fn previous_report(files: &dyn SealedFiles, signers: Option<&str>, as_of: Date) -> Result<PreviousReport, Failure> {
    let list = files.read(MANIFEST).map_err(|error| missing(MANIFEST, &error))?;
    let manifest = Manifest::parse(&list).map_err(|error| unusable(&format!("its `{MANIFEST}` cannot be read: {error}")))?;
    let provenance = provenance(files, &manifest)?;
    if provenance.options.as_of > as_of.to_string() {
        return Err(unusable(&format!("it speaks as of {}, and this one as of {as_of}", provenance.options.as_of)));
    }
    let figures = figures(files, &manifest)?;
    let committed = provenance.source.as_ref().and_then(|source| Instant::parse(&source.committed_at).ok());
    let (signed_by, doubt) = signatures(files, &list, signers, committed)?;
    Ok(PreviousReport {
        manifest: Sha256Digest::of(&list).to_string(),
        as_of: provenance.options.as_of.clone(),
        commit: provenance.source.map(|source| source.commit),
        signed_by,
        published: Arc::new(Published { as_of: provenance.options.as_of, doubt, figures }),
    })
}

fn provenance(files: &dyn SealedFiles, manifest: &Manifest) -> Result<Provenance, Failure> {
    let bytes = files.read(PROVENANCE).map_err(|error| missing(PROVENANCE, &error))?;
    held(manifest, PROVENANCE, Sha256Digest::of(&bytes))?;
    let statement = Statement::parse(&bytes).map_err(|error| unusable(&format!("its `{PROVENANCE}` cannot be read: {error}")))?;
    Ok(statement.predicate)
}

fn figures(files: &dyn SealedFiles, manifest: &Manifest) -> Result<PublishedFigures, Failure> {
    let source = files.open(FIGURES).map_err(|error| missing(FIGURES, &error))?;
    let (figures, digest) = read_figures(source).map_err(|error| missing(FIGURES, &error))?;
    // A file that is not the listed one is told as such, whatever else is wrong with it.
    held(manifest, FIGURES, digest)?;
    figures.map_err(|message| unusable(&format!("its `{FIGURES}` cannot be read: {message}")))
}

fn held(manifest: &Manifest, path: &str, found: Sha256Digest) -> Result<(), Failure> {
    match manifest.digest(path) {
        Some(listed) if listed == found => Ok(()),
        Some(_) => Err(unusable(&format!("its `{path}` is not the one that its `{MANIFEST}` lists"))),
        None => Err(unusable(&format!("its `{MANIFEST}` does not list `{path}`"))),
    }
}

/// Who signed it of those who may, and why nobody can rely on that; a signature that does not hold casts doubt on all.
fn signatures(
    files: &dyn SealedFiles,
    list: &[u8],
    signers: Option<&str>,
    at: Option<Instant>,
) -> Result<(Vec<String>, Option<String>), Failure> {
    let entries = files.entries().map_err(|error| missing(MANIFEST, &error))?;
    let (signers, _) = Signers::parse(signers.unwrap_or_default(), "signers");
    let (mut signed_by, mut strangers) = (Vec::new(), Vec::new());
    for number in signature_numbers(entries.keys()) {
        let name = signature_name(number);
        let armour = files.read(&name).map_err(|error| missing(&name, &error))?;
        match judged(&armour, list, &signers, at) {
            Judged::By(principal) => signed_by.push(principal),
            Judged::Unknown(reason) => strangers.push(reason),
            Judged::Unsound(reason) => {
                return Ok((Vec::new(), Some(format!("`{name}` of the report before this one does not hold: {reason}"))));
            }
        }
    }
    let doubt = match (signed_by.is_empty(), strangers.first()) {
        (false, _) => None,
        (true, None) => Some("the report before this one is not signed".to_owned()),
        (true, Some(reason)) => Some(format!("the report before this one was signed by nobody who may: {reason}")),
    };
    Ok((signed_by, doubt))
}

/// What one signature is worth.
enum Judged {
    /// Somebody who may sign made it.
    By(String),
    /// Nobody knows that its key may sign.
    Unknown(String),
    /// It is no signature over this list.
    Unsound(String),
}

/// Judges a signature by the time of the commit that the report was made from: nobody outside says when it was signed.
fn judged(armour: &[u8], list: &[u8], signers: &Signers, at: Option<Instant>) -> Judged {
    let Some(at) = at else {
        return Judged::Unknown("it names no commit, and so no time at which the key had to be valid".to_owned());
    };
    let question = Question { payload: list, namespace: NAMESPACE, signers: Some(signers), identity: None, at, revoked: None };
    let judgement = judge_signature(armour, &question);
    let unknown = |reason: String| Judged::Unknown(reason);
    match &judgement {
        Judgement::Good(_, line) => Judged::By(line.principals.to_string()),
        Judgement::Malformed(reason) => Judged::Unsound((*reason).to_owned()),
        Judgement::OtherBytes(_) => Judged::Unsound("it was made for another list of files".to_owned()),
        Judgement::WrongNamespace(_, found) => Judged::Unsound(format!("it was made for `{found}`, not for a report")),
        Judgement::NotYetValid(_, line) | Judgement::Expired(_, line) => {
            unknown(format!("the key of `{}` was not valid when it was made", line.principals))
        }
        Judgement::OtherNamespace(_, line) | Judgement::AuthorityOnly(_, line) => {
            unknown(format!("the key of `{}` may not sign reports", line.principals))
        }
        Judgement::Unchecked(_, reason) => unknown(reason.clone()),
        Judgement::CertificateRefused(_, _, reason) => unknown((*reason).to_owned()),
        Judgement::UnknownKey(by) | Judgement::NoSigners(by) | Judgement::Revoked(by) | Judgement::OtherIdentity(by, _) => {
            unknown(format!("the project's signers do not name the key `{}`", by.fingerprint))
        }
    }
}

fn missing(path: &str, error: &io::Error) -> Failure {
    unusable(&format!("its `{path}` cannot be read: {error}"))
}

fn unusable(message: &str) -> Failure {
    Failure::Revision {
        message: format!("the report before this one cannot be used: {message}"),
        help: Some("give the report as it was published, with all its files, or leave `--previous` out".to_owned()),
    }
}
