//! A person, and the roles held over time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Date;

/// A role that somebody holds for a time.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RoleHeld {
    /// Name of the role.
    pub role: String,
    /// First day.
    pub from: Date,
    /// Last day; left out while the role is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// Somebody with a role.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// Full name, where the title is not it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Roles held over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleHeld>,
    /// Addresses under which the person commits and approves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Fingerprints of the keys with which the person signs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
}
