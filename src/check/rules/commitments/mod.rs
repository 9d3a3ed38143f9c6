//! Checks of promises and the measures they are held to (family M).

pub(in crate::check) mod m01_measured_otherwise;
pub(in crate::check) mod m02_target_below_promise;
pub(in crate::check) mod m03_promise_unmeasured;
pub(in crate::check) mod m04_claim_differs;
pub(in crate::check) mod m05_steps_exceed_promise;
