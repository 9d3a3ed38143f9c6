//! A policy: a rule that binds the programme.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::PartyRef;
use super::{Date, Prose};

/// What a policy is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyType {
    /// Who is told when something goes wrong, and how soon.
    Escalation,
    /// How long things are kept.
    Retention,
    /// Which small counts are withheld.
    Suppression,
    /// How published figures are revised.
    Revision,
    /// Who may see what.
    Access,
    /// How large an effect has to be to matter.
    Materiality,
    /// Who may set a check aside, and for how long.
    Waiver,
}

/// A rule that binds the programme.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Policy {
    /// What it is about.
    #[serde(rename = "type")]
    #[schemars(extend("x-class" = "material"))]
    pub kind: PolicyType,
    /// What it demands.
    #[schemars(extend("x-class" = "material"))]
    pub rules: Prose,
    /// Who agreed to it.
    #[schemars(extend("x-class" = "minor"))]
    pub approved_by: PartyRef,
    /// Day by which it has to be looked at again.
    #[schemars(extend("x-class" = "minor"))]
    pub review_by: Date,
}
