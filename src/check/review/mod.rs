//! Whether a change carries what its class demands: the record of the change, the agreement, the bridge, the version.

mod verdict;

pub use verdict::{Lowering, Review, Reviewed, Shortfall};

use crate::catalog::Catalog;
use crate::diff::Comparison;

/// What is said of every changed record.
#[must_use]
pub fn review(_before: &Catalog, _after: &Catalog, comparison: Comparison) -> Review {
    let reviewed = comparison
        .records
        .iter()
        .enumerate()
        .map(|(position, change)| Reviewed { position, class: change.class, lowered: None, change: None, shortfalls: Vec::new() })
        .collect();
    Review { comparison, reviewed }
}
