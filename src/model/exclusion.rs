//! An exclusion: what is left out of a metric, why, and who agreed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::PartyRef;
use super::{Date, Decimal, Prose};

/// Which part of the calculation an exclusion removes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExclusionType {
    /// Never eligible.
    Population,
    /// Eligible, and taken out of the denominator.
    Denominator,
    /// Taken out of the denominator only where the numerator is not met.
    Exception,
    /// Taken out of the numerator.
    Numerator,
    /// Not a real record.
    Invalid,
    /// Too far from the rest.
    Outlier,
    /// From a time in which the metric was suspended.
    Suspension,
}

/// Which way an exclusion moves the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BiasDirection {
    /// The value is higher with the exclusion than without.
    Raises,
    /// The value is lower.
    Lowers,
    /// It can be either.
    Either,
    /// The value does not move.
    None,
}

/// Whether an exclusion is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExclusionState {
    /// Being written.
    Draft,
    /// In use.
    Active,
    /// No longer in use.
    Expired,
}

/// What is left out of a metric, and why.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Exclusion {
    /// Whether it is in use.
    #[schemars(extend("x-class" = "breaking"))]
    pub state: ExclusionState,
    /// Which part of the calculation it removes from.
    #[serde(rename = "type")]
    #[schemars(extend("x-class" = "breaking"))]
    pub kind: ExclusionType,
    /// What is left out, in words that decide every case.
    #[schemars(extend("x-class" = "breaking"))]
    pub rule: Prose,
    /// The rule as the system applies it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub expression: Option<String>,
    /// Place in the order of the rules; a record is counted under the first that fits.
    #[schemars(range(min = 1), extend("x-class" = "breaking"))]
    pub order: u32,
    /// Why it is left out.
    #[schemars(extend("x-class" = "minor"))]
    pub rationale: Prose,
    /// Which way it moves the value.
    #[schemars(extend("x-class" = "minor"))]
    pub bias_direction: BiasDirection,
    /// Who agreed to it.
    #[schemars(extend("x-class" = "minor"))]
    pub approved_by: PartyRef,
    /// Share of the volume that is expected to be left out, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub expected_share: Option<Decimal>,
    /// Share above which the exclusion has to be looked at, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub limit_share: Option<Decimal>,
    /// Day by which it has to be looked at again.
    #[schemars(extend("x-class" = "minor"))]
    pub review_by: Date,
    /// How the records are found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub detection: Option<Prose>,
}
