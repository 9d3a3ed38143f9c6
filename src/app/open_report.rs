//! A report as somebody names it: the folder of a report, or a package that has one in it.

use std::path::Path;

use super::sealed_folder::SealedFolder;
use crate::diag::Failure;
use crate::seal::SealedFiles;

/// What makes a folder a bag (RFC 8493).
const BAG: &str = "bagit.txt";

/// Where the report stands in a package.
const IN_A_PACKAGE: &str = "data/report";

/// A report that was opened.
pub(super) struct OpenedReport {
    /// Its files.
    pub(super) files: Box<dyn SealedFiles>,
    /// Whether it stands in a package, of which nothing else is opened here.
    pub(super) in_a_package: bool,
}

/// Opens a report, or the one in a package.
///
/// Fails when there is neither.
pub(super) fn open_report(path: &Path) -> Result<OpenedReport, Failure> {
    let folder = SealedFolder::open(path)?;
    if folder.digest(BAG).is_err() {
        return Ok(OpenedReport { files: Box::new(folder), in_a_package: false });
    }
    Ok(OpenedReport { files: Box::new(SealedFolder::open(&path.join(IN_A_PACKAGE))?), in_a_package: true })
}
