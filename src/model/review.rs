//! A review: a meeting that looks at results or methods, and what came of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{CommitteeRef, DecisionRef, PersonRef};
use super::{Date, Prose};

/// What a review looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewType {
    /// Results.
    Performance,
    /// Definitions and methods.
    Methodology,
    /// Whether those who rate do so alike.
    Calibration,
    /// Whether what is published is right and its controls work.
    Audit,
}

/// Whether a review took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// It is still to come.
    Planned,
    /// It took place.
    Held,
    /// Its day went by without it.
    Missed,
}

/// A report that lay before a review.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ReviewInput {
    /// Short name of the report.
    pub report: String,
    /// SHA-256 of its manifest, by which it can be told from every other report.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$", "x-type" = "sha256"))]
    pub digest: String,
}

/// Word that was given to somebody.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Communication {
    /// Those who were told.
    pub to: String,
    /// Day on which they were told.
    pub at: Date,
}

/// A meeting that looks at results or methods.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// Whether it took place.
    pub state: ReviewState,
    /// What it looks at.
    #[serde(rename = "type")]
    pub kind: ReviewType,
    /// The committee that meets.
    pub body: CommitteeRef,
    /// Day for which it is or was planned.
    pub scheduled: Date,
    /// Day on which it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Date>,
    /// Those who were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<PersonRef>,
    /// What is talked about, point by point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<Prose>,
    /// The reports that lay before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<ReviewInput>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionRef>,
    /// Who was told about it, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communicated: Vec<Communication>,
}
