//! What a metric stands for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Prose;
use crate::model::reference::{EvidenceRef, OutcomeRef};

/// What kind of thing is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureType {
    /// What it did for people.
    Outcome,
    /// What was done.
    Process,
    /// What was there to do it with.
    Structure,
    /// How people saw it.
    Perception,
    /// What might suffer while something else improves.
    Balancing,
}

/// Whether a metric moves before or after the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleKind {
    /// It moves first.
    Leading,
    /// It moves afterwards.
    Lagging,
    /// It leads one outcome and follows another.
    Both,
}

/// Whether a metric leads or lags, and what.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorRole {
    /// Leading, lagging or both.
    pub role: RoleKind,
    /// Why it is seen so.
    pub reason: Prose,
    /// The objective or metric that it leads or lags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<OutcomeRef>,
}

/// How the data is collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CollectionMode {
    /// Everything is counted.
    Census,
    /// A part stands for the whole.
    Sample,
    /// Counted as it happens.
    RealTime,
    /// Taken over at intervals.
    Batch,
    /// Entered by hand.
    Manual,
}

/// How easily a metric is moved without moving what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GamingRisk {
    /// Hardly.
    Low,
    /// With some effort.
    Medium,
    /// Easily.
    High,
}

/// A claim that the metric brings something about.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeLink {
    /// The objective or metric that is claimed to follow.
    pub to: OutcomeRef,
    /// How and why it should follow.
    pub hypothesis: Prose,
    /// What supports the claim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
}
