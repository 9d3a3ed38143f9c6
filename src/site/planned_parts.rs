//! The files of a report in parts, each planned when one of its files is asked for.
//!
//! Which part a path belongs to can be read off the path, so that a single page needs neither the figures of other metrics nor the results of all
//! checks. All parts together are the files of the report.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::Site;
use super::audit_page::{audit_pages, told_of};
use super::plan::{PlannedFile, audit_files, common_files, find, record_files, sorted};
use crate::model::Kind;

/// The files of a report in parts.
#[derive(Debug)]
pub(super) struct PlannedParts {
    common: OnceLock<Vec<PlannedFile>>,
    audit: OnceLock<Vec<PlannedFile>>,
    /// In the order of the records.
    of_records: Vec<OnceLock<Vec<PlannedFile>>>,
}

impl PlannedParts {
    /// No part is planned yet.
    pub(super) fn new(records: usize) -> Self {
        let of_records = std::iter::repeat_with(OnceLock::new).take(records).collect();
        Self { common: OnceLock::new(), audit: OnceLock::new(), of_records }
    }

    /// The file of a path.
    pub(super) fn file(&self, site: &Site, path: &str) -> Option<&PlannedFile> {
        find(self.common(site), path).or_else(|| self.audit_file(site, path)).or_else(|| self.file_of_record(site, path))
    }

    fn common(&self, site: &Site) -> &[PlannedFile] {
        self.common.get_or_init(|| {
            let first_parts = audit_files(&[], audit_pages(site.catalog(), &|_| 0, site.report().inputs.len()));
            sorted(common_files(site.catalog()).into_iter().chain(first_parts).collect())
        })
    }

    /// How many parts a list of results has, and whether there are findings at all, is known only when every check was made.
    fn audit_file(&self, site: &Site, path: &str) -> Option<&PlannedFile> {
        path.starts_with("audit/").then(|| find(self.audit.get_or_init(|| sorted(audits(site))), path)).flatten()
    }

    fn file_of_record(&self, site: &Site, path: &str) -> Option<&PlannedFile> {
        let records = site.catalog().records();
        let position = |kind: Kind, id: &str| records.binary_search_by(|record| (record.kind, record.id.as_str()).cmp(&(kind, id))).ok();
        let position = whose(path).find_map(|(kind, id)| position(kind, id))?;
        let (record, files) = (records.get(position)?, self.of_records.get(position)?);
        find(files.get_or_init(|| sorted(record_files(site, record))), path)
    }
}

/// The records to which a path may belong.
fn whose(path: &str) -> impl Iterator<Item = (Kind, &str)> {
    let in_data = path.strip_prefix("data/records/").and_then(|rest| rest.split_once('/'));
    let as_data = in_data.and_then(|(kind, file)| Some((Kind::from_name(kind)?, file.strip_suffix(".json")?)));
    let figures = path.strip_prefix("data/metrics/").and_then(|file| Some((Kind::Metric, file.strip_suffix(".csv")?)));
    let pages = Kind::ALL.iter().filter_map(move |kind| {
        let rest = path.strip_prefix(kind.row().pages)?.strip_prefix('/')?;
        let id = rest.split_once('/').map_or_else(|| rest.strip_suffix(".html"), |(id, _)| Some(id))?;
        Some((*kind, id))
    });
    as_data.into_iter().chain(figures).chain(pages)
}

fn audits(site: &Site) -> Vec<PlannedFile> {
    let told = |code: &str| told_of(site.ledger(), code).len();
    audit_files(site.findings(), audit_pages(site.catalog(), &told, site.report().inputs.len()))
}

/// All files of a report, sorted by path.
pub(super) fn all(site: &Site) -> Vec<PlannedFile> {
    site.test_all();
    let of_records: Vec<Vec<PlannedFile>> = site.catalog().records().par_iter().map(|record| record_files(site, record)).collect();
    sorted(common_files(site.catalog()).into_iter().chain(audits(site)).chain(of_records.into_iter().flatten()).collect())
}
