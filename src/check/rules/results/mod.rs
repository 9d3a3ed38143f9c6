//! Checks of results (family S).

mod place;
pub(in crate::check) mod s01_value_not_recalculated;
pub(in crate::check) mod s02_waterfall_open;
pub(in crate::check) mod s03_impossible_number;
pub(in crate::check) mod s04_segments_do_not_foot;
pub(in crate::check) mod s12_silent_revision;
