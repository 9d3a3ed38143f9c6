//! A commitment: a promise in its own words, and the measure it is held to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{CommitmentRef, ExclusionRef, MetricRef};
use super::{Date, Decimal, Frequency, Period, Prose};

/// To whom a promise is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counterparty {
    /// To everybody.
    Public,
    /// To one customer or a group of them.
    Customer,
    /// To another part of the organisation.
    Internal,
}

/// How a value is compared with a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Operator {
    /// The value is the level or more.
    AtLeast,
    /// The value is the level or less.
    AtMost,
    /// The value is more than the level.
    Above,
    /// The value is less than the level.
    Below,
}

/// Where a commitment stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CommitmentState {
    /// Being written.
    Draft,
    /// Made known and in force.
    Published,
    /// No longer in force.
    Withdrawn,
}

/// A figure that was named in public.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// The period of which it was said.
    pub period: Period,
    /// The value that was named, in the unit of the metric and with the places with which it was named.
    pub value: Decimal,
    /// Where it can be read: the name or address of the document.
    pub said_in: String,
    /// Day on which it was published.
    pub said_on: Date,
}

/// A promise, and the measure it is held to.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Commitment {
    /// Where the commitment stands in its life.
    #[schemars(extend("x-class" = "minor"))]
    pub state: CommitmentState,
    /// The promise, word for word.
    #[schemars(extend("x-class" = "breaking"))]
    pub promise: Prose,
    /// To whom the promise is made.
    #[schemars(extend("x-class" = "material"))]
    pub counterparty: Counterparty,
    /// Where the promise can be read: the name or address of the document.
    #[schemars(extend("x-class" = "minor"))]
    pub source: String,
    /// The metric by which it is judged.
    #[schemars(extend("x-class" = "breaking"))]
    pub metric: MetricRef,
    /// How the value is compared with the level.
    #[schemars(extend("x-class" = "breaking"))]
    pub operator: Operator,
    /// The level that is promised, in the unit of the metric.
    #[schemars(extend("x-class" = "material"))]
    pub level: Decimal,
    /// Length of the periods, each of which has to keep the promise.
    #[schemars(extend("x-class" = "breaking"))]
    pub window: Frequency,
    /// Exclusions that the wording of the promise allows; no other may be applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "breaking"))]
    pub exclusions_allowed: Vec<ExclusionRef>,
    /// What follows when the promise is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub remedy: Option<Prose>,
    /// Level at which the promise is in danger, in the unit of the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub warn_level: Option<Decimal>,
    /// What was said in public about how the promise was kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub claims: Vec<Claim>,
    /// Other commitments that can only be kept if this one is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub supports: Vec<CommitmentRef>,
}
