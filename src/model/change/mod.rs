//! A change: what is changed about which records, why, who agreed, and what it does to the figures.

mod approval;
mod effect;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::OwnerRef;
use crate::model::review::Communication;
use crate::model::{Date, Id, Prose};

pub use approval::{Approval, Gate, MeaningUnchanged, PostReview};
pub use effect::{BridgeRow, ChangeTarget, DeclaredClass};

/// Where a change stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeState {
    /// Being written.
    Draft,
    /// Laid before those who have to agree.
    Submitted,
    /// Its effect is known.
    Assessed,
    /// Agreed and not yet in force.
    Approved,
    /// Not agreed.
    Rejected,
    /// In force.
    Effective,
    /// In force, and looked at afterwards.
    Reviewed,
}

/// A change to a definition, with its approval.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// Where the change stands in its life.
    pub state: ChangeState,
    /// The records that are changed.
    pub targets: Vec<ChangeTarget>,
    /// What the change means for the figures, as its proposer sees it.
    pub declared_class: DeclaredClass,
    /// Why it is made.
    pub reason: Prose,
    /// Who proposed it.
    pub proposer: OwnerRef,
    /// Day on which it was laid before those who have to agree; left out where the id begins with that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Date>,
    /// Those who agreed to it.
    pub approvals: Vec<Approval>,
    /// What it does to scorecards, targets, commitments and pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<Prose>,
    /// The same periods by the old definition and by the new one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bridge: Vec<BridgeRow>,
    /// Why old and new definition cannot be run side by side for three periods; left out where they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bridge_impracticable: Option<Prose>,
    /// The statement that only the words have changed; it holds for prose alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning_unchanged: Option<MeaningUnchanged>,
    /// First day on which it holds.
    pub effective: Date,
    /// Whether it came into force before everybody had agreed, because it could not wait.
    #[serde(default)]
    pub emergency: bool,
    /// Who was told about it, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communications: Vec<Communication>,
    /// How those who work with the figures are taught what is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Prose>,
    /// Conditions that have to be met before it comes into force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Gate>,
    /// The look back at it after it came into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_review: Option<PostReview>,
}

impl Change {
    /// The day on which it was submitted: as the record says, else as the id of a dated record does; a draft has none.
    #[must_use]
    pub fn submitted_on(&self, id: &Id) -> Option<Date> {
        if self.state == ChangeState::Draft { None } else { self.submitted.or_else(|| id.date()) }
    }

    /// Whether it is said to be agreed: it holds, or waits only for its day.
    #[must_use]
    pub const fn is_agreed(&self) -> bool {
        matches!(self.state, ChangeState::Approved | ChangeState::Effective | ChangeState::Reviewed)
    }

    /// Whether it waits for those who have to agree.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        matches!(self.state, ChangeState::Submitted | ChangeState::Assessed)
    }
}
