//! The one table of checks, in the order of their codes.

use super::rule::Check;
use super::rules::{definitions, results};

/// All checks, by code.
pub static CHECKS: &[&Check] = &[
    &definitions::d01_required_field_missing::CHECK,
    &definitions::d02_formula_term_mismatch::CHECK,
    &results::s01_value_not_recalculated::CHECK,
    &results::s02_waterfall_open::CHECK,
    &results::s03_impossible_number::CHECK,
    &results::s04_segments_do_not_foot::CHECK,
    &results::s12_silent_revision::CHECK,
];

/// Codes that were given to a check once and never will be again.
pub const RETIRED: &[&str] = &[];
