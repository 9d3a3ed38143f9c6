//! Units of measure: how a stored value is scaled and marked when it is shown.
//!
//! Invariant: a stored value is never scaled; a share of one half is 0.5 in every record and is multiplied by its unit's factor on the page only. Must not know
//! decimals, rounding or any locale.

mod currency;
mod measure;

pub use measure::Unit;
