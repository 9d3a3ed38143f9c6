//! What has to be done by a day, and by whom.
//!
//! A record is due for one reason at most, and only while its state says that something is still to be done.

use std::collections::BTreeSet;

use super::Catalog;
use crate::model::action::ActionState;
use crate::model::audit_finding::AuditFindingState;
use crate::model::decision::DecisionState;
use crate::model::exclusion::ExclusionState;
use crate::model::review::ReviewState;
use crate::model::waiver::WaiverState;
use crate::model::{AnyRecord, Date, Kind, RecordRef, State};
use crate::source::Record;

/// Why something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueReason {
    /// An action has to be done.
    Action,
    /// A finding has to be mended.
    Finding,
    /// A decision has to be looked at again.
    Revisit,
    /// A review takes place.
    Review,
    /// A record or a definition has to be reviewed.
    RecordReview,
    /// A waiver ends.
    WaiverEnds,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day by which it is.
    pub date: Date,
    /// Why.
    pub reason: DueReason,
    /// The record.
    pub record: RecordRef,
}

/// What a record is due for; nothing where all is done or it has no day.
#[must_use]
pub fn due_of(record: &Record) -> Option<Due> {
    let (reason, date) = match &record.fields {
        AnyRecord::Action(action) if matches!(action.state, ActionState::Open | ActionState::InProgress) => (DueReason::Action, action.due),
        AnyRecord::AuditFinding(finding) if matches!(finding.state, AuditFindingState::Open | AuditFindingState::Agreed) => {
            (DueReason::Finding, finding.due)
        }
        AnyRecord::Decision(decision) if decision.state == DecisionState::Decided => (DueReason::Revisit, decision.revisit_by?),
        AnyRecord::Review(review) if review.state == ReviewState::Planned => (DueReason::Review, review.scheduled),
        AnyRecord::Exclusion(exclusion) if exclusion.state != ExclusionState::Expired => (DueReason::RecordReview, exclusion.review_by),
        AnyRecord::Policy(policy) => (DueReason::RecordReview, policy.review_by),
        AnyRecord::Waiver(waiver) if waiver.state == WaiverState::Active => (DueReason::WaiverEnds, waiver.expires),
        AnyRecord::Metric(metric) if metric.state != State::Retired => {
            (DueReason::RecordReview, metric.review_cadence?.after_date(metric.last_reviewed?))
        }
        _ => return None,
    };
    Some(Due { date, reason, record: record.reference() })
}

impl Catalog {
    /// What is due of a party, the earliest first: what it owns or answers for, what it decided, and the reviews that it attends.
    #[must_use]
    pub fn due_for(&self, party: &RecordRef, day: Date) -> Vec<Due> {
        let concerns = |from: &RecordRef, field: &str| match field {
            "owner" => true,
            "accountable" => from.kind == Kind::Metric,
            "decided_by" => from.kind == Kind::Decision,
            "body" => from.kind == Kind::Review,
            "approved_by" => from.kind == Kind::Waiver,
            _ => false,
        };
        let records: BTreeSet<&RecordRef> =
            self.referring(party).filter(|(from, field)| concerns(from, field)).map(|(from, _)| from).collect();
        let mut due: BTreeSet<Due> = records.into_iter().filter_map(|record| self.record(record)).filter_map(due_of).collect();
        due.extend(self.reviews_to_come(party, day).into_iter().filter_map(due_of));
        due.into_iter().collect()
    }
}
