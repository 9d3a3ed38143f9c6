//! The day as of which a report speaks.

use super::clock::source_date_epoch;
use crate::catalog::Catalog;
use crate::diag::Failure;
use crate::history::Head;
use crate::model::Date;

/// The given day, else that of the settings, of `SOURCE_DATE_EPOCH`, of the commit, of the newest release.
///
/// Fails where there is none of them.
pub(super) fn as_of(catalog: &Catalog, given: Option<Date>, commit: Option<&Head>) -> Result<Date, Failure> {
    let settings = catalog.settings();
    if let Some(day) = given.or(settings.report.as_of) {
        return Ok(day);
    }
    let newest_release = || catalog.releases().iter().map(|release| release.release.released).max();
    let instant = source_date_epoch()?.or(commit.map(|commit| commit.committed)).or_else(newest_release);
    instant.map(|instant| instant.date_in(settings.timezone)).ok_or_else(|| Failure::Usage {
        message: "no day can be found as of which the report speaks: the project has no commit and no release; give `--as-of`".to_owned(),
    })
}
