//! Checks of metric definitions (family D).

pub(in crate::check) mod d01_required_field_missing;
pub(in crate::check) mod d02_formula_term_mismatch;
pub(in crate::check) mod d03_scoring_population_disagreement;
pub(in crate::check) mod d04_metric_circle;
pub(in crate::check) mod d05_outcome_claim_unproven;
pub(in crate::check) mod d06_metric_without_guard;
pub(in crate::check) mod d07_versions_out_of_order;
pub(in crate::check) mod d08_state_without_ground;
pub(in crate::check) mod d09_orphan_exclusion;
pub(in crate::check) mod d10_exclusion_not_reviewed;
pub(in crate::check) mod d11_variant_differs;
pub(in crate::check) mod d12_word_outside_glossary;
pub(in crate::check) mod d13_criteria_not_assessed;
pub(in crate::check) mod d14_metric_said_twice;
pub(in crate::check) mod d15_metric_neglected;
