//! What binds a definition: its criteria, its variants, its end.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::MetricRef;
use crate::model::{Period, Prose};

/// Where a variant departs from its base, on purpose.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DeclaredDeviation {
    /// The field of the definition that differs.
    pub field: String,
    /// Why it differs.
    #[schemars(extend("x-class" = "minor"))]
    pub reason: Prose,
}

/// Why the definition is a suitable criterion (ISAE 3000: the five characteristics).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Criteria {
    /// It helps the decisions of those who use it.
    pub relevance: Prose,
    /// Nothing is left out that would change those decisions.
    pub completeness: Prose,
    /// Others who measure come to the same figure.
    pub reliability: Prose,
    /// It is free from bias.
    pub neutrality: Prose,
    /// Those who use it understand it.
    pub understandability: Prose,
}

/// Why and how a metric ended.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Retirement {
    /// Why it ended.
    #[schemars(extend("x-class" = "minor"))]
    pub reason: Prose,
    /// The metric that takes its place; left out where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<MetricRef>,
    /// Last period with a figure.
    pub last_period: Period,
    /// Where its figures and what they rest on are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub archive: Option<Prose>,
}
