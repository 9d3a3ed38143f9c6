//! A baseline: the level from which change is judged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{MetricRef, PartyRef};
use super::{Decimal, Period};

/// How a baseline is made from the values of its periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BaselineMethod {
    /// Arithmetic mean.
    Mean,
    /// Middle value.
    Median,
    /// Centre line of the process limits.
    Limits,
}

/// Whether a baseline is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BaselineState {
    /// In use.
    Current,
    /// Another one has taken its place.
    Superseded,
}

/// Several periods that follow each other.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PeriodSpan {
    /// First period.
    pub from: Period,
    /// Last period.
    pub to: Period,
}

/// The level from which change is judged.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Baseline {
    /// Whether it is in use.
    pub state: BaselineState,
    /// The metric whose level it is.
    pub metric: MetricRef,
    /// The periods from which it is made.
    pub periods: PeriodSpan,
    /// How it is made from their values.
    pub method: BaselineMethod,
    /// The level, in the unit of the metric.
    pub value: Decimal,
    /// Number of observations on which it rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// Who agreed to it.
    pub approved_by: PartyRef,
}
