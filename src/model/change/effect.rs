//! What a change touches, and what it does to the figures.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::{AnyRef, MetricRef};
use crate::model::{ChangeClass, Decimal, Period, Version};

/// What a change means for the figures, as its proposer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeclaredClass {
    /// The wording changes, outside the text that decides the figures.
    Editorial,
    /// The figures cannot move.
    Minor,
    /// The figures move by less than matters, or they are judged differently.
    Material,
    /// New figures can no longer be compared with old ones, or nobody knows how far they move.
    Breaking,
}

impl DeclaredClass {
    /// The class that is declared.
    #[must_use]
    pub const fn class(self) -> ChangeClass {
        match self {
            Self::Editorial => ChangeClass::Editorial,
            Self::Minor => ChangeClass::Minor,
            Self::Material => ChangeClass::Material,
            Self::Breaking => ChangeClass::Breaking,
        }
    }
}

/// A record that is changed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ChangeTarget {
    /// The record.
    pub record: AnyRef,
    /// Its version before the change; left out where it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Version>,
    /// Its version after the change; left out where it is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Version>,
}

/// One period by the old definition and by the new one.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct BridgeRow {
    /// The metric; left out where only one is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricRef>,
    /// The period.
    pub period: Period,
    /// The part of the results, as one code for each segment; all of them where it is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scope: BTreeMap<String, String>,
    /// Value by the old definition, in the unit of the metric.
    pub old: Decimal,
    /// Value by the new definition, in the unit of the metric.
    pub new: Decimal,
}
