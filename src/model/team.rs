//! A team, and who belonged to it when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Date;
use super::reference::PersonRef;

/// A place that somebody holds in a team or committee for a time.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Membership {
    /// The person who holds it.
    pub person: PersonRef,
    /// What the person does there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day; left out while the place is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// People who work together.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// Full name, where the title is not it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Those who belong or belonged to it, with the time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Membership>,
}
