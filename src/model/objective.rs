//! An objective: what the organisation wants to bring about, and how that is meant to happen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Prose;
use super::reference::{ActionRef, MetricRef, ObjectiveRef};

/// The side from which the organisation is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectivePerspective {
    /// Money.
    Financial,
    /// The people it works for.
    Customer,
    /// The way it works.
    Process,
    /// What it learns and how it grows.
    Learning,
}

/// Whether an objective is pursued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectiveState {
    /// Pursued.
    Active,
    /// No longer pursued.
    Closed,
}

/// What the organisation wants to bring about.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Objective {
    /// Whether it is pursued.
    pub state: ObjectiveState,
    /// The side from which the organisation is looked at.
    pub perspective: ObjectivePerspective,
    /// What is to be brought about.
    pub statement: Prose,
    /// Other objectives that this one helps to reach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<ObjectiveRef>,
    /// Metrics that show how far it is reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MetricRef>,
    /// Actions that are taken to reach it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<ActionRef>,
}
