//! Checks of targets, baselines and scorecards (family T).

mod direction;
pub(in crate::check) mod t01_scorecard_metric_without_target;
pub(in crate::check) mod t02_target_moved_after_start;
pub(in crate::check) mod t03_levels_out_of_order;
pub(in crate::check) mod t04_weights_not_hundred;
pub(in crate::check) mod t05_unbalanced_scorecard;
pub(in crate::check) mod t06_scorecard_metric_out_of_use;
pub(in crate::check) mod t07_target_in_other_terms;
pub(in crate::check) mod t08_baseline_missing_or_thin;
pub(in crate::check) mod t09_shown_figure_not_recalculated;
pub(in crate::check) mod t10_score_on_too_little;
pub(in crate::check) mod t11_tiers_overlap_or_gap;
pub(in crate::check) mod t12_target_outside_process_limits;
pub(in crate::check) mod t13_incentive_without_guardrail;
pub(in crate::check) mod t14_unmarked_pilot_on_enterprise_scorecard;
