//! Workbooks in which an auditor computes every figure of a metric again, from its rows, in a spreadsheet.
//!
//! One metric, one workbook: what it is about, its figures with live formulas beside the published values, the rows, the ways
//! from raw counts to net ones, and the sums of segments. The formulas are those of the definition as it governed each period. A
//! line that a spreadsheet cannot compute says so and is never "agrees". Same site, same bytes. Nothing here rounds or sums a
//! figure in a way of its own: the formulas state what `stats` did.

mod components;
mod exclusions;
mod figures;
mod footing;
mod formula;
mod line;
mod places;
mod read_me;
mod rows;
mod sheet;
mod subject;
mod workbook;

use crate::model::{Id, Period};
use crate::site::Site;

pub use workbook::WorkbookError;

/// The workbook of a metric with the figures of those periods that `is_asked` accepts; nothing where there is no such metric.
///
/// Fails where the workbook would have more lines than a spreadsheet holds.
pub fn recalculation(site: &Site, metric: &Id, is_asked: &dyn Fn(Period) -> bool) -> Result<Option<Vec<u8>>, WorkbookError> {
    let Some(series) = site.series(metric) else {
        return Ok(None);
    };
    let Some(subject) = subject::Subject::of(site, metric, &series, is_asked) else {
        return Ok(None);
    };
    let rows = rows::Rows::of(&subject);
    let components = components::Components::of(&subject);
    let figures = figures::Figures::of(&subject, &rows, &components);
    let mut sheets = vec![read_me::sheet(&subject, &figures), figures.sheet.clone(), rows.sheet];
    sheets.extend(components.sheet);
    sheets.push(exclusions::sheet(&subject, &figures));
    sheets.push(footing::sheet(&subject, &figures));
    workbook::write(&subject.title(), &sheets).map(Some)
}
