//! One rule, one file, named after its code and what it finds.

pub(super) mod d01_required_field_missing;
pub(super) mod d02_formula_term_mismatch;
mod place;
pub(super) mod s01_value_not_recalculated;
pub(super) mod s02_waterfall_open;
pub(super) mod s03_impossible_number;
pub(super) mod s04_segments_do_not_foot;
pub(super) mod s12_silent_revision;
