//! Whose agreement a change still lacks, by the class that its proposer declares.
//!
//! A breaking change needs that of a body; every other one that of somebody who did not propose it.

use crate::model::Kind;
use crate::model::change::{Change, ChangeState, DeclaredClass};

/// An agreement that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site::view) enum Need {
    /// Of a committee.
    Committee,
    /// Of somebody other than the proposer.
    SomebodyElse,
}

/// What a change lacks; nothing for drafts and for what was rejected.
pub(in crate::site::view) fn missing(change: &Change) -> Option<Need> {
    if matches!(change.state, ChangeState::Draft | ChangeState::Rejected) {
        return None;
    }
    let given = || change.approvals.iter().map(|approval| approval.who.record());
    match change.declared_class {
        DeclaredClass::Breaking => (!given().any(|who| who.kind == Kind::Committee)).then_some(Need::Committee),
        DeclaredClass::Material | DeclaredClass::Minor | DeclaredClass::Editorial => {
            (!given().any(|who| who != change.proposer.record())).then_some(Need::SomebodyElse)
        }
    }
}
