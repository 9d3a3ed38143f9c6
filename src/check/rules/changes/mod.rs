//! Checks of changes (family C): who agreed to what, when, and by which numbers.

mod agreement;
pub(in crate::check) mod c01_unapproved_change;
pub(in crate::check) mod c02_own_work_approved;
pub(in crate::check) mod c03_approver_without_authority;
pub(in crate::check) mod c04_class_understated;
pub(in crate::check) mod c05_effect_unstated;
pub(in crate::check) mod c06_effective_before_approval;
pub(in crate::check) mod c07_signature_unsound;
pub(in crate::check) mod c08_version_step_wrong;
pub(in crate::check) mod c09_restatement_incomplete;
pub(in crate::check) mod c10_correction_repeated;
pub(in crate::check) mod c11_break_unmarked;
pub(in crate::check) mod c12_emergency_unreviewed;
mod naming;

use crate::model::Kind;
/// The kinds whose records have versions.
const VERSIONED: &[Kind] = &[Kind::Metric, Kind::Exclusion, Kind::Segment, Kind::Scorecard, Kind::Commitment, Kind::Survey, Kind::Policy];
#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn every_kind_with_versions_is_looked_at() {
        let versioned: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| kind.row().versioned).collect();
        assert_eq!(versioned, VERSIONED);
    }
}
