//! Whether a change carries what its class demands: the record of the change, the agreement, the bridge, the version.

mod verdict;

pub use verdict::{Lowering, Review, Reviewed, Shortfall};
