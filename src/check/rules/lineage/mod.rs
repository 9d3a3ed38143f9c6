//! Checks of the way of the data (family L).

pub(in crate::check) mod l01_origin_unknown;
pub(in crate::check) mod l02_results_as_source;
pub(in crate::check) mod l03_data_without_metric;
pub(in crate::check) mod l04_source_undescribed;
pub(in crate::check) mod l05_extract_differs;
pub(in crate::check) mod l06_setting_not_held;
pub(in crate::check) mod l07_manual_step_unreviewed;
pub(in crate::check) mod l08_join_underspecified;
pub(in crate::check) mod l09_personal_data_without_basis;
pub(in crate::check) mod l10_extract_late;
