//! The fields of each kind that tell its records apart at a glance.

use crate::model::Kind;

/// The fields that the register of a kind shows, in order; state, owner and version stand beside them.
pub(super) const fn telling(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Metric => &["scoring", "unit", "frequency", "accountable"],
        Kind::Exclusion => &["type", "order", "rationale", "bias_direction", "review_by", "approved_by"],
        Kind::Segment => &["type", "partition", "codes"],
        Kind::Source => &["system", "system_owner", "extraction_method", "personal_data", "refresh"],
        Kind::Transform => &["operation", "inputs", "tested_by"],
        Kind::QualityRule => &["dimension", "severity", "threshold", "scope", "results"],
        Kind::Baseline => &["metric", "periods", "method", "value", "approved_by"],
        Kind::Target => &["metric", "from", "to", "target", "basis", "agreed_at"],
        Kind::Objective => &["perspective", "measures", "initiatives"],
        Kind::Scorecard => &["level", "cadence", "items"],
        Kind::Commitment => &["metric", "counterparty", "operator", "level", "window"],
        Kind::Survey => &["instrument", "mode", "response_rate"],
        Kind::Review => &["type", "body", "scheduled", "held", "decisions"],
        Kind::Decision => &["type", "decided_by", "date", "revisit_by"],
        Kind::Action => &["type", "due", "cause", "effect_metric", "closed_on"],
        Kind::RootCause => &["scope", "metrics", "confidence"],
        Kind::Deviation => &["effect", "from", "to", "metrics"],
        Kind::Experiment => &["type", "start", "end", "metrics"],
        Kind::Change => &["declared_class", "effective", "proposer", "targets"],
        Kind::Restatement => &["reason_code", "material", "announced_on", "approved_by"],
        Kind::Reconciliation => &["metric", "period", "tolerance", "preparer", "reviewer"],
        Kind::Insight => &["type", "period", "n"],
        Kind::AuditFinding => &["rating", "due", "actions"],
        Kind::Evidence => &["type", "obtained_on", "obtained_from", "external"],
        Kind::CalendarEvent => &["type", "from", "to"],
        Kind::Policy => &["type", "approved_by", "review_by"],
        Kind::Waiver => &["check", "subject", "approved_by", "expires"],
        Kind::Risk => &["register_ref", "metrics"],
        Kind::Term => &["definition"],
        Kind::Person => &["name", "roles"],
        Kind::Team => &["name", "members"],
        Kind::Committee => &["chair", "quorum", "members"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_a_field_of_its_kind() {
        for kind in Kind::ALL {
            for name in telling(*kind) {
                assert!(kind.shape().field(name).is_some(), "{kind} has no field {name}");
            }
        }
    }
}
