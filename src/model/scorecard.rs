//! A scorecard: metrics judged together, with weights, and the rules by which one score is made of them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::MetricRef;
use super::{Decimal, Frequency, Prose};

/// What happens to the score when a metric has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MissingRule {
    /// The score of the other metrics is shown with the share of the weight that it covers and the bounds that the missing ones allow.
    Bounds,
    /// A missing metric counts as not reached at all.
    Zero,
    /// No score is given.
    Withhold,
}

/// Whether a good result makes up for a bad one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Compensation {
    /// Every result can be made up for.
    #[default]
    Full,
    /// While any metric is below its floor, the score stays in the lowest band.
    NoneBelowFloor,
}

/// A side from which the organisation is looked at.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Perspective {
    /// Name of the perspective.
    pub name: String,
    /// Weight of all its metrics together, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Decimal>,
}

/// One metric of a scorecard.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ScorecardItem {
    /// The metric; its target comes from the target record of the period.
    pub metric: MetricRef,
    /// Weight of the metric in the score, in per cent; the weights of all metrics make 100.
    #[schemars(extend("x-class" = "material"))]
    pub weight: Decimal,
    /// Value at which nothing is reached, in the unit of the metric.
    pub floor: Decimal,
    /// The most that a metric can add, as a multiple of its weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = "1"))]
    pub cap: Option<Decimal>,
    /// Name of the perspective to which the metric belongs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub perspective: Option<String>,
    /// The part of the results that is scored, as one code for each segment; all of them where it is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scope: BTreeMap<String, String>,
    /// Whether the metric stands here on trial, as a pilot whose method is not proven yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("x-class" = "minor"))]
    pub pilot: bool,
}

/// A range of scores with a meaning.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ScoreBand {
    /// Name of the band.
    pub name: String,
    /// Least score of the band, where 1 means that all targets are reached.
    pub from: Decimal,
    /// What a score in this band means and what follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub meaning: Option<Prose>,
}

/// Metrics judged together, with weights.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Scorecard {
    /// Part of the organisation that is judged, such as organisation, department or team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub level: Option<String>,
    /// The sides from which the organisation is looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "material"))]
    pub perspectives: Vec<Perspective>,
    /// The metrics, each with its weight.
    #[schemars(extend("x-class" = "breaking"))]
    pub items: Vec<ScorecardItem>,
    /// What happens to the score when a metric has no value.
    #[schemars(extend("x-class" = "breaking"))]
    pub missing_rule: MissingRule,
    /// Least share of the weight that must have values before a score is shown, as a number from 0 to 1.
    #[schemars(extend("x-class" = "material"))]
    pub min_coverage: Decimal,
    /// Whether a good result makes up for a bad one.
    #[serde(default)]
    #[schemars(extend("x-class" = "breaking"))]
    pub compensation: Compensation,
    /// The ranges of scores, each with its meaning.
    #[schemars(extend("x-class" = "material"))]
    pub bands: Vec<ScoreBand>,
    /// How often a score is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub cadence: Option<Frequency>,
}
