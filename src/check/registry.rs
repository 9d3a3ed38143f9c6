//! The one table of checks, in the order of their codes.

use super::rule::Check;
use super::rules::{definitions, results};

/// All checks, by code.
pub static CHECKS: &[&Check] = &[
    &definitions::d01_required_field_missing::CHECK,
    &definitions::d02_formula_term_mismatch::CHECK,
    &definitions::d03_scoring_population_disagreement::CHECK,
    &definitions::d04_metric_circle::CHECK,
    &definitions::d05_outcome_claim_unproven::CHECK,
    &definitions::d06_metric_without_guard::CHECK,
    &definitions::d07_versions_out_of_order::CHECK,
    &definitions::d08_state_without_ground::CHECK,
    &definitions::d09_orphan_exclusion::CHECK,
    &definitions::d10_exclusion_not_reviewed::CHECK,
    &definitions::d11_variant_differs::CHECK,
    &definitions::d12_word_outside_glossary::CHECK,
    &definitions::d13_criteria_not_assessed::CHECK,
    &definitions::d14_metric_said_twice::CHECK,
    &definitions::d15_metric_neglected::CHECK,
    &results::s01_value_not_recalculated::CHECK,
    &results::s02_waterfall_open::CHECK,
    &results::s03_impossible_number::CHECK,
    &results::s04_segments_do_not_foot::CHECK,
    &results::s05_table_does_not_cross_foot::CHECK,
    &results::s06_due_period_missing::CHECK,
    &results::s07_taken_too_early::CHECK,
    &results::s08_version_not_in_force::CHECK,
    &results::s09_duplicate_vintage::CHECK,
    &results::s10_unit_or_decimals_differ::CHECK,
    &results::s11_illegal_status::CHECK,
    &results::s12_silent_revision::CHECK,
    &results::s19_clock_disagrees_with_zone::CHECK,
    &results::s21_composite_not_recomputed::CHECK,
    &results::s22_provisional_too_long::CHECK,
    &results::s23_average_of_rates::CHECK,
];

/// Codes that were given to a check once and never will be again.
pub const RETIRED: &[&str] = &[];
