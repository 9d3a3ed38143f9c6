//! The pages for those who test a report: which of them it has, and where they stand.
//!
//! A page is there where the project has what it speaks of; long lists go over several pages.

use super::plan::METRICS_IN_A_LIST;
use crate::catalog::Catalog;
use crate::check::{CHECKS, CheckResult, Ledger};
use crate::model::Kind;

/// A page for those who test a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuditPage {
    /// What there is.
    Index,
    /// On what the report rests: settings, and the definitions in force with their digests.
    Basis,
    /// Every check with what came of it.
    Checks,
    /// One check and its results that are no plain passes.
    Check(&'static str),
    /// Which checks are set aside, for what, by whom and until when.
    Waivers,
    /// What auditors found, and what became of it.
    FollowUp,
    /// How much of what the profile demands is written.
    Coverage,
    /// Age, use and cost of each metric.
    Portfolio,
    /// Promises beside the definitions by which they are judged.
    Promises,
    /// Figures compared with those of others.
    Reconciliations,
    /// Who prepares, reviews and agrees.
    Duties,
    /// What has been kept long enough.
    Disposal,
    /// From what, with what and how the report was made.
    Provenance,
    /// How anybody can tell that it is this report.
    Verify,
    /// Every release of results with what it revised, and the report before this one.
    Releases,
}

impl AuditPage {
    /// Its path; the first part is 0.
    #[must_use]
    pub fn path(self, part: usize) -> String {
        let name = match self {
            Self::Index => "index",
            Self::Basis => "basis",
            Self::Checks => "checks",
            Self::Check(code) => return numbered(&format!("checks/{code}"), part),
            Self::Waivers => "waivers",
            Self::FollowUp => "follow-up",
            Self::Coverage => "coverage",
            Self::Portfolio => "portfolio",
            Self::Promises => "promises",
            Self::Reconciliations => "reconciliations",
            Self::Duties => "duties",
            Self::Disposal => "disposal",
            Self::Provenance => "provenance",
            Self::Verify => "verify",
            Self::Releases => "releases",
        };
        numbered(name, part)
    }
}

fn numbered(name: &str, part: usize) -> String {
    if part == 0 { format!("audit/{name}.html") } else { format!("audit/{name}.{}.html", part + 1) }
}

/// The pages of a report, each with the number of its parts.
pub(super) fn audit_pages(catalog: &Catalog, told: &dyn Fn(&str) -> usize, inputs: usize) -> Vec<(AuditPage, usize)> {
    let any = |kind: Kind| catalog.of_kind(kind).next().is_some();
    let parts = |rows: usize| rows.div_ceil(METRICS_IN_A_LIST).max(1);
    let metrics = catalog.of_kind(Kind::Metric).count();
    let versioned = catalog.records().iter().filter(|record| record.kind.row().versioned).count();
    let mut pages = vec![(AuditPage::Index, 1), (AuditPage::Basis, parts(versioned)), (AuditPage::Checks, 1), (AuditPage::Waivers, 1)];
    pages.extend(CHECKS.iter().map(|check| (AuditPage::Check(check.code.id), parts(told(check.code.id)))));
    pages.extend([(AuditPage::Provenance, parts(inputs)), (AuditPage::Verify, 1)]);
    pages.push((AuditPage::Releases, parts(catalog.releases().len())));
    if any(Kind::AuditFinding) {
        pages.push((AuditPage::FollowUp, 1));
    }
    if metrics > 0 {
        pages.extend([AuditPage::Coverage, AuditPage::Portfolio, AuditPage::Duties].map(|page| (page, parts(metrics))));
        pages.push((AuditPage::Reconciliations, 1));
    }
    if any(Kind::Commitment) {
        pages.push((AuditPage::Promises, 1));
    }
    let kept = metrics + catalog.of_kind(Kind::Evidence).count() + catalog.of_kind(Kind::Source).count();
    if kept > 0 {
        pages.push((AuditPage::Disposal, parts(kept)));
    }
    pages
}

/// The results of a check that are told, by subject.
pub(super) fn told_of<'l>(ledger: &'l Ledger, code: &str) -> &'l [CheckResult] {
    let told = ledger.told();
    let from = told.partition_point(|result| result.check.code.id < code);
    let to = told.partition_point(|result| result.check.code.id <= code);
    told.get(from..to).unwrap_or_default()
}
