//! The pages for those who test a report.
//!
//! They say what was run and what came out, never that a report is right. What a project lacks is said in words and never made up.

mod basis;
mod check;
mod checks;
mod coverage;
mod disposal;
mod duties;
mod follow_up;
mod framing;
mod index;
mod outcome;
mod portfolio;
mod promises;
mod provenance;
mod reconciliations;
mod releases;
mod verify;
mod waivers;

pub(in crate::site) use framing::title_of_page;
pub(in crate::site::view) use index::standing;

use super::Page;
use crate::site::{AuditPage, Site};

/// Makes a page, or a part of it; the first part is 0.
pub(super) fn page(site: &Site, path: &str, page: AuditPage, part: usize) -> Option<Page> {
    Some(match page {
        AuditPage::Index => index::page(site, path),
        AuditPage::Basis => basis::page(site, path, part),
        AuditPage::Checks => checks::page(site, path),
        AuditPage::Check(code) => return check::page(site, path, code, part),
        AuditPage::Waivers => waivers::page(site, path),
        AuditPage::FollowUp => follow_up::page(site, path),
        AuditPage::Coverage => coverage::page(site, path, part),
        AuditPage::Portfolio => portfolio::page(site, path, part),
        AuditPage::Promises => promises::page(site, path),
        AuditPage::Reconciliations => reconciliations::page(site, path),
        AuditPage::Duties => duties::page(site, path, part),
        AuditPage::Disposal => disposal::page(site, path, part),
        AuditPage::Provenance => provenance::page(site, path, part),
        AuditPage::Verify => verify::page(site, path),
        AuditPage::Releases => releases::page(site, path, part),
    })
}
