//! How a value is computed and judged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::{MetricRef, RebaseRef};
use crate::model::{Decimal, Period, Prose};

/// How a value is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scoring {
    /// Part of a whole: the numerator is contained in the denominator.
    Proportion,
    /// One quantity against another that does not contain it.
    Ratio,
    /// An average of single observations.
    Mean,
    /// A number of things.
    Count,
    /// A value on a scale of its own, reported as it is.
    Index,
    /// A value made from other metrics.
    Composite,
}

impl Scoring {
    /// The name, as it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proportion => "proportion",
            Self::Ratio => "ratio",
            Self::Mean => "mean",
            Self::Count => "count",
            Self::Index => "index",
            Self::Composite => "composite",
        }
    }
}

/// How single observations become one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Aggregate {
    /// Arithmetic mean.
    Mean,
    /// Middle value.
    Median,
    /// Value that 80 of 100 observations do not exceed.
    P80,
    /// Value that 90 of 100 observations do not exceed.
    P90,
    /// Sum.
    Sum,
    /// Least value.
    Min,
    /// Greatest value.
    Max,
}

/// What a term of a formula means.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TermMeaning {
    /// What is counted or measured.
    pub meaning: Prose,
    /// Unit of the term, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The metric whose value the term takes, in a composite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricRef>,
}

/// What happens to incomplete records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MissingMethod {
    /// They are left out.
    Drop,
    /// They are completed by a stated method.
    Impute,
    /// The value is given with the bounds that they allow.
    Bound,
    /// No value is published.
    Fail,
}

/// The rule for incomplete records.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MissingPolicy {
    /// What happens to them.
    pub method: MissingMethod,
    /// How it is done, in words; needed for `impute`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
}

/// Method of the interval that is shown beside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IntervalMethod {
    /// Wilson score interval of a proportion.
    Wilson,
    /// Adjusted Wald interval of a net promoter score.
    Nps,
    /// Student's t interval of a mean.
    Mean,
    /// Byar's interval of a count or rate.
    Byar,
}

/// How narrow the interval has to be.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PrecisionTarget {
    /// Greatest half-width, in the unit of measure.
    pub half_width: Decimal,
}

/// The rules that mark special causes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleSet {
    /// Outside the limits, trend of seven, two of three near a limit, shift of seven (NHS Making Data Count).
    #[default]
    MakingDataCount,
    /// No process-behaviour chart: the values are shown as a plain line.
    None,
}

/// New process limits from a period on, with the record that justifies them.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Rebase {
    /// First period of the new limits.
    pub from: Period,
    /// Change, deviation or root cause that justifies them.
    pub because: RebaseRef,
}

/// How variation is judged.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct SpcOptions {
    /// Number of first periods from which the limits are computed; all of them where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 2))]
    pub baseline_periods: Option<u32>,
    /// The rules that mark special causes.
    #[serde(default)]
    pub rules: RuleSet,
    /// Whether moving ranges beyond their own limit are left out of the mean moving range.
    #[serde(default)]
    pub screening: bool,
    /// New limits from a period on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rebase: Vec<Rebase>,
}
