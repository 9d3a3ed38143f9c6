//! A report as somebody names it: the folder or the archive of a report, or a package that has one in it.

use std::path::Path;

use super::handed_over::{HandedOver, open_handed_over};
use crate::diag::Failure;
use crate::seal::SealedFiles;
use crate::seal::bag::is_bag;
use crate::seal::package::REPORT_FOLDER;

/// A report that was opened.
pub(super) struct OpenedReport {
    /// Its files.
    pub(super) files: Box<dyn SealedFiles>,
    /// The package in which it stands, where it stands in one.
    pub(super) package: Option<HandedOver>,
}

/// Opens a report, or the one in a package.
///
/// Fails when there is neither.
pub(super) fn open_report(path: &Path) -> Result<OpenedReport, Failure> {
    let handed = open_handed_over(path)?;
    let is_package = is_bag(&handed).map_err(|source| Failure::Io { action: "read", path: path.display().to_string(), source })?;
    if !is_package {
        return Ok(OpenedReport { files: Box::new(handed), package: None });
    }
    Ok(OpenedReport { files: Box::new(open_handed_over(path)?.inside(REPORT_FOLDER)), package: Some(handed) })
}
