//! Where a figure stands, and what it is called in a message.

use crate::catalog::Catalog;
use crate::check::figures::Figures;
use crate::diag::Place;
use crate::source::ReleaseRecord;
use crate::stats::{Basis, Figure, cell_name};

/// The row of a figure; the folder of results where it was rolled up.
pub(in crate::check::rules) fn place(catalog: &Catalog, figures: &Figures<'_>, figure: &Figure) -> Place {
    let tables = catalog.results(&figures.record.id);
    match figure.basis {
        Basis::Row { table, row } => tables.get(table as usize).map(|table| table.place(row as usize)),
        Basis::Cells(_) | Basis::Periods(_) => tables.last().map(|table| Place::file(table.path.clone())),
    }
    .unwrap_or_else(|| Place::file("metrics/snapshots"))
}

/// The figure in words: period and cell.
pub(in crate::check::rules) fn described(catalog: &Catalog, figures: &Figures<'_>, key: &[u16], figure: &Figure) -> String {
    format!("the value for {} of {}", figure.period, cell_name(catalog, figures.metric, key))
}

/// The value of a field of a release; its file where the field is not written.
pub(super) fn release_place(release: &ReleaseRecord, field: &str) -> Place {
    let entry = release.node.entry(field);
    entry.map_or_else(|| Place::file(release.source.path()), |entry| release.source.place(entry.value.span()))
}
