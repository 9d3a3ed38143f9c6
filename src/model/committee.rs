//! A committee: a body that decides, and who sat on it when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Prose;
use super::reference::PersonRef;
use super::team::Membership;

/// A body that decides.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Committee {
    /// What it may decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remit: Option<Prose>,
    /// Those who sit or sat on it, with the time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Membership>,
    /// Fewest members who must be present for a decision to hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1))]
    pub quorum: Option<u32>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonRef>,
}
