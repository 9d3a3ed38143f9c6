//! Checks of metric definitions (family D).

pub(in crate::check) mod d01_required_field_missing;
pub(in crate::check) mod d02_formula_term_mismatch;
