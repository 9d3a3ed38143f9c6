//! Checks of surveys and of what people say (family V).

mod asked;
pub(in crate::check) mod v01_survey_not_in_force;
pub(in crate::check) mod v02_response_rate_open;
pub(in crate::check) mod v03_weights_open;
pub(in crate::check) mod v04_nonresponse_not_studied;
pub(in crate::check) mod v05_instrument_changed;
pub(in crate::check) mod v06_contact_rule_broken;
pub(in crate::check) mod v07_reliability_not_shown;
