//! How objectives and metrics hang together: the strategy map, the tree of drivers, the matrix of variants.

mod drivers;
mod map;
mod standing;
mod variants;

pub(super) use drivers::page as drivers_page;
pub(super) use map::page as map_page;
pub(super) use variants::page as variants_page;

use crate::catalog::Catalog;

/// Whether any metric says what drives it.
pub(in crate::site) fn has_drivers(catalog: &Catalog) -> bool {
    catalog.metrics().any(|(_, metric)| !drivers::drivers(metric).is_empty())
}

/// Whether any metric is a variant of another.
pub(in crate::site) fn has_variants(catalog: &Catalog) -> bool {
    catalog.metrics().any(|(_, metric)| metric.variant_of.is_some())
}
