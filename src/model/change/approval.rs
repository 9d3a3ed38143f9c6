//! Who agreed to a change, and what has to be done before and after it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::{EvidenceRef, PartyRef, PersonRef};
use crate::model::{Date, Prose};

/// The agreement of one person or body.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Approval {
    /// Who agreed.
    pub who: PartyRef,
    /// The role in which they agreed.
    pub role: String,
    /// Day on which they agreed.
    pub date: Date,
}

/// The statement that a change of prose leaves its meaning as it was.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MeaningUnchanged {
    /// Two people with the role to say so, neither of them the author.
    pub stated_by: Vec<PersonRef>,
    /// Why the meaning is the same.
    pub reason: Prose,
}

/// A condition that has to be met before a change comes into force.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Gate {
    /// What has to be so.
    pub name: String,
    /// Day on which it was met; left out while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_on: Option<Date>,
    /// Evidence that it was met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
}

/// The look back at a change after it came into force.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PostReview {
    /// Day by which it has to take place.
    pub due: Date,
    /// Day on which it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Date>,
    /// Who looked back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PartyRef>,
    /// What was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Prose>,
}
