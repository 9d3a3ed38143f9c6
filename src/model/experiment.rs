//! An experiment: a change that was tried and measured before it was made for all.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{DecisionRef, MetricRef};
use super::{Date, Decimal, Prose};

/// How a change is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExperimentType {
    /// On a small part, without another to compare with.
    Pilot,
    /// On one of two groups that chance has made.
    Ab,
    /// On one part after the other.
    Phased,
    /// On all, compared with the time before.
    BeforeAfter,
}

/// Where an experiment stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExperimentState {
    /// Not yet begun.
    Planned,
    /// Going on.
    Running,
    /// Ended before its time.
    Stopped,
    /// Ended as planned.
    Concluded,
}

/// One of the groups that are compared.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ExperimentArm {
    /// Name of the group.
    pub name: String,
    /// What is done in this group.
    pub what: Prose,
    /// Number of observations in this group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
}

/// The difference that was measured.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ExperimentResult {
    /// Difference between the groups, in the unit of the first metric.
    pub difference: Decimal,
    /// Lower end of the interval around the difference.
    pub lower: Decimal,
    /// Upper end of the interval around the difference.
    pub upper: Decimal,
    /// How the interval was computed, with its confidence level.
    pub method: String,
}

/// A change that was tried and measured.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// Where the experiment stands in its life.
    pub state: ExperimentState,
    /// How the change is tried.
    #[serde(rename = "type")]
    pub kind: ExperimentType,
    /// What is expected to happen, and why.
    pub hypothesis: Prose,
    /// The metrics that should move, the one that decides first.
    pub metrics: Vec<MetricRef>,
    /// The metrics that must not get worse.
    pub guardrails: Vec<MetricRef>,
    /// The groups that are compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arms: Vec<ExperimentArm>,
    /// First day.
    pub start: Date,
    /// Last day; left out while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Number of observations that was planned, over all groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_n: Option<u64>,
    /// When it is to be ended before its time, said beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop_rule: Option<Prose>,
    /// The difference that was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ExperimentResult>,
    /// What was decided on its strength.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionRef>,
}
