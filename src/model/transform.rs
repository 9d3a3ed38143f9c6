//! A transform: one step that data goes through between its source and a metric.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Prose;
use super::reference::{LineageRef, OwnerRef, QualityRuleRef};

/// What a transform does with the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Puts records from several inputs together.
    Join,
    /// Leaves records out.
    Filter,
    /// Removes records that stand there twice.
    Deduplicate,
    /// Makes one record out of many.
    Aggregate,
    /// Gives records different weights.
    Weight,
    /// Sorts records into groups.
    Classify,
    /// Changes records by hand.
    Manual,
}

/// Whether a transform is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TransformState {
    /// In use.
    Active,
    /// No longer in use.
    Retired,
}

/// The program that does the work.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TransformCode {
    /// Path or address of the program.
    pub location: String,
    /// SHA-256 of the program, or the commit from which it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// What happens to data on the way.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Transform {
    /// Whether it is in use.
    pub state: TransformState,
    /// The sources and transforms whose data goes in.
    pub inputs: Vec<LineageRef>,
    /// What is done with the data.
    pub operation: Operation,
    /// The program that does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<TransformCode>,
    /// Settings of the program on which its result depends.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, String>,
    /// How times are carried over from one time zone to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tz_conversion: Option<Prose>,
    /// How the records of different inputs are matched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_map: Option<Prose>,
    /// What happens to records in which a value is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_rule: Option<Prose>,
    /// Data-quality rules that test what comes out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tested_by: Vec<QualityRuleRef>,
    /// Who looks over the work that is done by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual_reviewer: Option<OwnerRef>,
    /// How it was shown that the step does what it should.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation: Option<Prose>,
}
