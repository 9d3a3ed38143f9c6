//! From what, with what and how a report was made, as its provenance says it.

use crate::check::{CHECKS, Ledger, Verdict};
use crate::diag::Level;
use crate::diff::normative_digest;
use crate::seal::{Allowed, Checks, Definition, Input, Options, Previous, Provenance, Sha256Digest, Source, Tool};
use crate::site::{LastReport, Report, Site};

/// Says from what a report is made.
pub(super) fn provenance(site: &Site, inputs: Vec<Input>) -> Provenance {
    let (catalog, report) = (site.catalog(), site.report());
    let settings = catalog.settings();
    Provenance {
        organisation: settings.organisation.clone(),
        title: settings.title.clone(),
        source: source(report),
        tool: tool(),
        options: Options {
            as_of: report.as_of.to_string(),
            since: report.last.as_ref().map(since),
            allowed: Allowed { dirty: report.exceptions.dirty, findings: report.exceptions.findings },
        },
        previous: report.previous.as_ref().and_then(previous),
        inputs,
        definitions: definitions(site),
        checks: checks(site),
    }
}

/// The program as it names itself.
pub(super) fn tool() -> Tool {
    // The build script writes the digest; without one nothing is claimed that anybody could hold against something.
    let source_sha256 = env!("TICKMARK_SOURCE_SHA256").parse().unwrap_or_else(|_| Sha256Digest::of(b""));
    Tool { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned(), source_sha256 }
}

fn source(report: &Report) -> Option<Source> {
    report.commit.as_ref().map(|head| Source {
        commit: head.id.clone(),
        tree: head.tree.clone(),
        committed_at: head.committed.to_string(),
        folder: head.folder.clone(),
        clean: !head.changed,
        shallow: head.shallow,
        grafted: head.grafted,
    })
}

/// The last report as anybody can find it again: a branch moves on, a commit does not.
fn since(last: &LastReport) -> String {
    last.commit.as_ref().map_or_else(|| last.day.to_string(), |commit| commit.as_str().to_owned())
}

fn previous(previous: &crate::site::PreviousReport) -> Option<Previous> {
    let manifest_sha256 = previous.manifest.parse().ok()?;
    Some(Previous { manifest_sha256, as_of: previous.as_of.clone(), commit: previous.commit.clone() })
}

fn definitions(site: &Site) -> Vec<Definition> {
    let catalog = site.catalog();
    let versioned = catalog.records().iter().filter(|record| record.kind.row().versioned);
    let mut definitions: Vec<Definition> = versioned
        .map(|record| catalog.in_force(record, site.report().as_of))
        .map(|record| Definition {
            record: record.reference().to_string(),
            version: record.versioning.map(|versioning| versioning.version.to_string()),
            normative_sha256: normative_digest(record),
        })
        .collect();
    definitions.sort_by(|one, other| one.record.cmp(&other.record));
    definitions
}

fn checks(site: &Site) -> Checks {
    let ledger: &Ledger = site.ledger();
    let of = |verdict| CHECKS.iter().map(|check| ledger.count(check.code.id).of(verdict)).sum();
    let is_error = |level| level == Level::Error;
    let of_checks = |code: &str| CHECKS.iter().any(|check| check.code.id == code);
    let errors = || site.findings().iter().filter(|finding| is_error(finding.level));
    let of_results = errors().filter(|finding| of_checks(finding.code.id)).count();
    Checks {
        passed: of(Verdict::Pass),
        failed: of(Verdict::Fail),
        failed_errors: of_results,
        waived: of(Verdict::Waived),
        not_testable: of(Verdict::NotTestable),
        other_errors: errors().count() - of_results,
    }
}
