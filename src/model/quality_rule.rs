//! A data-quality rule: a test of the data, the result that it needs and the results that it had.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::commitment::Operator;
use super::reference::{AnyRef, DataRef};
use super::{Decimal, Period, Prose};

/// Which quality of the data a rule tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QualityDimension {
    /// The data says what is the case.
    Accuracy,
    /// Nothing is missing.
    Completeness,
    /// Values have the form that was agreed.
    Conformity,
    /// Values do not contradict each other.
    Consistency,
    /// Everything that should be recorded is recorded.
    Coverage,
    /// The data is there when it is needed.
    Timeliness,
    /// Nothing is recorded twice.
    Uniqueness,
}

/// What follows when a test is failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QualitySeverity {
    /// It is shown.
    Info,
    /// The figures are published with a warning.
    Warn,
    /// The figures are not published.
    Error,
}

/// Whether a rule is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QualityRuleState {
    /// In use.
    Active,
    /// Set aside for a time.
    Waived,
}

/// The result that a test needs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct QualityThreshold {
    /// How what is measured is compared with the value.
    pub operator: Operator,
    /// The value that it is compared with.
    pub value: Decimal,
    /// Unit of the value, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// What one run of a test found.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct QualityResult {
    /// The period whose data was tested.
    pub period: Period,
    /// What was measured, in the unit of the threshold.
    pub measured: Decimal,
    /// Whether the test was passed.
    pub passed: bool,
    /// The record that says what was done about a failure: a deviation, a restatement, an action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<AnyRef>,
}

/// A test of the data, and its results.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct QualityRule {
    /// Whether it is in use.
    pub state: QualityRuleState,
    /// Which quality of the data it tests.
    pub dimension: QualityDimension,
    /// The sources, transforms or metrics whose data it tests.
    pub scope: Vec<DataRef>,
    /// What is measured, and how.
    pub test: Prose,
    /// The result that the test needs.
    pub threshold: QualityThreshold,
    /// What follows when the test is failed.
    pub severity: QualitySeverity,
    /// What its runs found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<QualityResult>,
}
