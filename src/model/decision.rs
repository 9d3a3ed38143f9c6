//! A decision: what was decided, by whom, out of which options and why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{AnyRef, PartyRef};
use super::{Date, Prose};

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionType {
    /// What to do about results.
    Performance,
    /// How to measure.
    Method,
    /// Which of two readings of a figure or rule holds.
    Dispute,
    /// Which risk to take or to avoid.
    Risk,
}

/// Where a decision stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionState {
    /// Not yet taken.
    Proposed,
    /// Taken and in force.
    Decided,
    /// Another one has taken its place.
    Superseded,
}

/// Something that could have been decided.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DecisionOption {
    /// Name of the option.
    pub name: String,
    /// What speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_favour: Option<Prose>,
    /// What speaks against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Prose>,
}

/// What was decided, by whom and why.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
    /// Where the decision stands in its life.
    pub state: DecisionState,
    /// What it is about.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DecisionType>,
    /// What had to be decided.
    pub question: Prose,
    /// What could have been decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<DecisionOption>,
    /// What was decided.
    pub decision: Prose,
    /// Why it was decided so.
    pub reason: Prose,
    /// Those who decided.
    pub decided_by: Vec<PartyRef>,
    /// Day on which it was decided.
    pub date: Date,
    /// Whether enough members of the committee were present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum_met: Option<bool>,
    /// Who disagreed, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissent: Option<Prose>,
    /// What was taken to be true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Prose>,
    /// What it costs or saves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_effect: Option<Prose>,
    /// The records that it touches.
    pub affects: Vec<AnyRef>,
    /// Day by which it has to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revisit_by: Option<Date>,
}
