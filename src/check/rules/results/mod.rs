//! Checks of results (family S).

mod accounted;
mod agreement;
mod dropped;
mod footing;
pub(in crate::check) mod s01_value_not_recalculated;
pub(in crate::check) mod s02_waterfall_open;
pub(in crate::check) mod s03_impossible_number;
pub(in crate::check) mod s04_segments_do_not_foot;
pub(in crate::check) mod s05_table_does_not_cross_foot;
pub(in crate::check) mod s06_due_period_missing;
pub(in crate::check) mod s07_taken_too_early;
pub(in crate::check) mod s08_version_not_in_force;
pub(in crate::check) mod s09_duplicate_vintage;
pub(in crate::check) mod s10_unit_or_decimals_differ;
pub(in crate::check) mod s11_illegal_status;
pub(in crate::check) mod s12_silent_revision;
pub(in crate::check) mod s13_excluded_share_out_of_line;
pub(in crate::check) mod s14_missing_share_above_limit;
pub(in crate::check) mod s15_quality_rule_failed_or_not_run;
pub(in crate::check) mod s16_too_few_observations;
pub(in crate::check) mod s17_unexplained_special_cause;
pub(in crate::check) mod s18_published_late;
pub(in crate::check) mod s19_clock_disagrees_with_zone;
pub(in crate::check) mod s21_composite_not_recomputed;
pub(in crate::check) mod s22_provisional_too_long;
pub(in crate::check) mod s23_average_of_rates;
