//! Which published figures a release changed.

use super::figure::{Basis, Figure};
use super::series::{CellKey, MetricSeries};
use crate::model::{Decimal, Rounding};

/// A figure before and after a release.
#[derive(Clone, Debug)]
pub struct Restated<'a> {
    /// The cell.
    pub cell: &'a CellKey,
    /// As it was published before.
    pub old: &'a Figure,
    /// As the release gives it.
    pub new: &'a Figure,
}

impl Restated<'_> {
    /// New less old at published precision, exact; nothing where either has no value.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let (old, new) = (self.old.published?, self.new.published?);
        new.exact().checked_sub(old.exact())?.round(new.scale().max(old.scale()), Rounding::HalfEven)
    }

    /// Whether the published value moved, and not only what it was made from.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.old.published != self.new.published
    }
}

/// The figures that stood before a release and that it changed, by cell and period.
///
/// Rows and totals of rows alike; a release that repeats a row unchanged has not restated it.
#[must_use]
pub fn restated(series: &MetricSeries, release: usize) -> Vec<Restated<'_>> {
    let mut found = Vec::new();
    for (cell, points) in &series.cells {
        for point in points.values() {
            let vintages: Vec<&Figure> = point.vintages().map(|(_, figure)| figure).collect();
            let changed = vintages.windows(2).filter_map(|pair| if let [old, new] = pair { Some((*old, *new)) } else { None });
            found.extend(changed.filter(|(old, new)| new.release == release && differ(old, new)).map(|(old, new)| Restated {
                cell,
                old,
                new,
            }));
        }
    }
    found
}

/// Whether two vintages differ in anything that is published of them.
fn differ(old: &Figure, new: &Figure) -> bool {
    // A figure that was rolled up before and is reported now, or the other way round, may hold other columns.
    let counts = matches!((old.basis, new.basis), (Basis::Row { .. }, Basis::Row { .. })) && old.numbers != new.numbers;
    counts || old.published != new.published
}
