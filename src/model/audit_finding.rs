//! A finding: what an auditor found, and what is done about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::ActionRef;
use super::{Date, Prose};

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FindingRating {
    /// It should be mended when there is time.
    Low,
    /// It should be mended soon.
    Medium,
    /// It may make published figures wrong.
    High,
    /// It makes published figures wrong.
    Critical,
}

/// Where a finding stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AuditFindingState {
    /// Not yet answered.
    Open,
    /// Those whom it concerns agree that it is so.
    Agreed,
    /// Mended; nobody else has looked yet.
    Remediated,
    /// Mended, and found to be so by somebody else.
    Verified,
    /// Nothing more is to be done.
    Closed,
    /// Left as it is, with the agreement of those who may decide so.
    RiskAccepted,
}

/// What an auditor found.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AuditFinding {
    /// Where the finding stands in its life.
    pub state: AuditFindingState,
    /// What should be the case.
    pub criteria: Prose,
    /// What is the case.
    pub condition: Prose,
    /// Why it is so.
    pub cause: Prose,
    /// What follows, or could follow, from it.
    pub effect: Prose,
    /// What the auditor advises.
    pub recommendation: Prose,
    /// How serious it is.
    pub rating: FindingRating,
    /// What those whom it concerns say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Prose>,
    /// Actions that are taken to mend it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionRef>,
    /// Day by which it has to be mended.
    pub due: Date,
}
