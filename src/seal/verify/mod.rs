//! What a report that was handed over is worth: one verdict, every fault by name and place, and what was not covered.
//!
//! Pure: bytes, keys, times and trust are given. Nothing that comes with a report is trusted, above all no file of signers. Fails closed: what cannot
//! be looked at is never intact, and whatever was tampered with is told as altered rather than as something that could not be checked.

mod approvals;
mod chain;
mod checks;
mod fault;
mod figures;
mod held_files;
mod held_provenance;
mod looks;
mod markup;
mod network;
mod next;
mod opened;
mod packed;
mod rebuilt;
mod revisions;
mod shown;
mod signatures;
mod source;
mod trust;
mod uncovered;
mod verification;

use crate::seal::{Manifest, Provenance, SealedFiles};

use checks::{Tested, checks};
use figures::FIGURES;
use looks::{Looked, Looks};
use opened::Opened;

pub use fault::{Fault, FaultName, Weight};
pub use rebuilt::Rebuilt;
pub use trust::Trust;
pub use verification::{CheckVerdict, SealCheck, SignatureVerdict, TimeFrom, Uncovered, Verdict, Verification};

/// What a report is held against beside its own seal.
#[derive(Clone, Copy, Default)]
pub struct Against<'a> {
    /// The package in which it stands.
    pub package: Option<&'a dyn SealedFiles>,
    /// The report that was published before it.
    pub previous: Option<&'a dyn SealedFiles>,
    /// What came of making it again.
    pub rebuilt: Option<&'a Rebuilt>,
}

/// What is wrong with a report once it was made again; without a provenance that can be read there is only that it could not be.
fn made_again(manifest: &Manifest, provenance: Option<&Provenance>, rebuilt: &Rebuilt) -> Vec<Fault> {
    match (provenance, rebuilt) {
        (Some(provenance), _) => rebuilt::hold(manifest, &provenance.tool, rebuilt).into_iter().collect(),
        (None, Rebuilt::Failed(reason)) => vec![Fault::new(FaultName::RebuildFailed, "", reason.clone())],
        (None, Rebuilt::Made { .. }) => Vec::new(),
    }
}

/// Verifies a report.
#[must_use]
pub fn verify(files: &dyn SealedFiles, trust: &Trust<'_>, against: Against<'_>) -> Verification {
    let report = Opened::of(files);
    let list_of_figures = report.manifest.as_ref().and_then(|manifest| manifest.digest(FIGURES)).and_then(|_| files.read(FIGURES).ok());
    let lines = list_of_figures.as_deref().map(figures::read);
    let mut faults = report.faults.clone();
    let mut tested = Tested { listed: report.manifest.as_ref().map(|manifest| manifest.files().len()), ..Tested::default() };
    let mut looks = Looks { network: true, ..Looks::default() };
    match &lines {
        Some(Ok(lines)) => {
            tested.figures = Some(lines.len());
            looks.figures = shown::by_page(lines);
        }
        Some(Err(error)) => {
            faults.push(Fault::new(FaultName::FiguresMalformed, FIGURES, format!("the list of figures cannot be read: {error}")));
        }
        None => {}
    }
    let (held, signed) = report.hold(&looks, trust);
    faults.extend(held.faults);
    faults.extend(signed.faults);
    tested.asked = held.looked.iter().filter(|looked| looked.asked).count();
    if report.manifest.is_some() {
        faults.extend(unread_pages(&looks, &held.looked));
    }
    faults.extend(held.looked.into_iter().flat_map(seen));
    let mut uncovered = held.uncovered;
    let provenance = report.statement.as_ref().map(|statement| &statement.predicate);
    faults.extend(provenance.into_iter().flat_map(source::hold));
    tested.tokens = signed.tokens;
    let times = signed.signatures.iter().filter_map(|signature| signature.trusted_time.as_ref());
    if let Some(time) = times.map(|time| time.time).min() {
        let approvals = approvals::hold(&report, time);
        tested.approvals = Some(approvals.count);
        faults.extend(approvals.faults);
    }
    if let Some((manifest, rebuilt)) = report.manifest.as_ref().zip(against.rebuilt) {
        tested.rebuilt = true;
        faults.extend(made_again(manifest, provenance, rebuilt));
    }
    tested.names_previous = provenance.is_some_and(|provenance| provenance.previous.is_some());
    if let Some(previous) = against.previous {
        tested.previous = true;
        chain::hold(&report, &Opened::of(previous), trust, &mut faults, &mut uncovered);
    }
    if let Some(package) = against.package {
        faults.extend(packed::hold(package, &faults));
    }
    faults.sort();
    faults.dedup();
    uncovered.extend(uncovered::of(trust, &tested, against, &signed.signatures));
    Verification {
        verdict: Verdict::of(&faults, &signed.signatures),
        provenance: provenance.cloned(),
        manifest_sha256: report.digest(),
        listed: tested.listed.unwrap_or_default(),
        checks: checks(&faults, &signed.signatures, provenance, &tested),
        signatures: signed.signatures,
        faults,
        uncovered,
    }
}

/// Pages on which figures should stand and that are not there.
fn unread_pages(looks: &Looks<'_>, looked: &[Looked]) -> Vec<Fault> {
    let read: std::collections::BTreeSet<&str> = looked.iter().map(|looked| looked.path.as_str()).collect();
    let pages = looks.figures.keys().filter(|page| !read.contains(**page));
    let message = "the list of figures has figures on this page, and the report has no such page";
    pages.map(|page| Fault::new(FaultName::FigureNotFound, *page, message)).collect()
}

/// What was seen in a file, as faults.
fn seen(looked: Looked) -> Vec<Fault> {
    let mut faults = looked.figures;
    for reach in looked.reaches {
        let message = format!("{} asks for something outside of the report: `{}`", reach.by, reach.wants);
        faults.push(Fault::new(FaultName::ReachesOutside, looked.path.as_str(), message));
    }
    faults
}
