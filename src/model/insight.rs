//! An insight: what people said, in themes, and how the themes were found.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decimal, Period, Prose};

/// Where what people said comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InsightType {
    /// Written comments.
    Theme,
    /// Members of staff.
    Staff,
    /// Talks with single people.
    Interview,
    /// Recorded conversations.
    Speech,
}

/// Where an insight stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InsightState {
    /// Being written.
    Draft,
    /// Looked over by somebody else.
    Reviewed,
}

/// One theme.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct InsightCode {
    /// Short name of the theme.
    pub code: String,
    /// What belongs to the theme and what does not.
    pub meaning: Prose,
}

/// How far those who sorted the comments agree with each other.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// Name of the measure of agreement.
    pub measure: String,
    /// Its value, where 1 means full agreement.
    pub value: Decimal,
}

/// Something that somebody said.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// The words, without anything by which the person could be recognised.
    pub text: Prose,
    /// Short name of the theme to which they belong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// What people said, in themes.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Insight {
    /// Where the insight stands in its life.
    pub state: InsightState,
    /// Where what people said comes from.
    #[serde(rename = "type")]
    pub kind: InsightType,
    /// The period in which they said it.
    pub period: Period,
    /// The themes.
    pub codes: Vec<InsightCode>,
    /// Number of comments, talks or conversations.
    pub n: u64,
    /// How they were chosen and how they were sorted into themes.
    pub protocol: Prose,
    /// How far those who sorted them agree with each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// The program that sorted them, with its version and how well it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classifier: Option<Prose>,
    /// Examples, without anything by which the person could be recognised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Share of the comments that belong to each theme, in per cent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub prevalence: BTreeMap<String, Decimal>,
}
