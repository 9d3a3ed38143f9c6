//! Checks of governance (family G): who answers for what, what became of what was agreed, and what was set aside.

mod answers;
pub(in crate::check) mod g01_review_overdue;
pub(in crate::check) mod g02_action_overdue;
pub(in crate::check) mod g03_action_without_owner;
pub(in crate::check) mod g04_action_closed_unproved;
pub(in crate::check) mod g05_misses_without_root_cause;
pub(in crate::check) mod g06_breach_not_escalated;
pub(in crate::check) mod g07_decision_without_ground;
pub(in crate::check) mod g08_party_not_in_office;
pub(in crate::check) mod g09_deviation_left_open;
pub(in crate::check) mod g10_evidence_past_retention;
pub(in crate::check) mod g11_one_person_in_all_roles;
pub(in crate::check) mod g12_approver_with_an_interest;
pub(in crate::check) mod g13_difference_unexplained;
pub(in crate::check) mod g14_change_without_notice;
pub(in crate::check) mod g15_finding_not_settled;
pub(in crate::check) mod g16_waiver_expired;
pub(in crate::check) mod g17_waiver_unused;
pub(in crate::check) mod g18_waiver_approved_by_its_author;
pub(in crate::check) mod g19_waiver_names_no_check;
mod people;
