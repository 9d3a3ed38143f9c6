//! Who is asked, who answers, and what is made of that.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::EvidenceRef;
use crate::model::{Date, Decimal, Prose};

/// How those who are asked are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SamplingMethod {
    /// Everybody is asked.
    Census,
    /// By chance.
    Random,
    /// Every so many, from a beginning that chance gives.
    Systematic,
    /// By chance within groups.
    Stratified,
    /// Until each group has its number.
    Quota,
    /// Those who are easy to reach.
    Convenience,
}

/// The formula by which a response rate is computed (AAPOR Standard Definitions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ResponseRate {
    /// Complete answers out of all who are or may be eligible.
    #[serde(rename = "RR1")]
    Rr1,
    /// Complete and partial answers out of all who are or may be eligible.
    #[serde(rename = "RR2")]
    Rr2,
    /// Complete answers, with an estimate of how many of the unknown cases are eligible.
    #[serde(rename = "RR3")]
    Rr3,
    /// Complete and partial answers, with an estimate of how many of the unknown cases are eligible.
    #[serde(rename = "RR4")]
    Rr4,
    /// Complete answers out of those who are known to be eligible.
    #[serde(rename = "RR5")]
    Rr5,
    /// Complete and partial answers out of those who are known to be eligible.
    #[serde(rename = "RR6")]
    Rr6,
}

/// How those who are asked are chosen.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Sampling {
    /// The method.
    pub method: SamplingMethod,
    /// Share of the population that is asked, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Decimal>,
    /// How it is done, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
}

/// How often the same person may be asked.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ContactRules {
    /// The rule.
    pub rule: Prose,
    /// Greatest share of breaches that is accepted, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_share: Option<Decimal>,
}

/// How often the same person was asked although the rules forbid it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ContactBreaches {
    /// Day on which it was measured.
    pub measured: Date,
    /// Share of those asked who should not have been, in per cent.
    pub share: Decimal,
}

/// How answers are weighted.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Weighting {
    /// How the weights are computed.
    pub method: Prose,
    /// What the weighted answers have to agree with the population in, such as age or region.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<String>,
    /// Greatest weight that an answer may have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trim: Option<Decimal>,
}

/// Whether those who did not answer differ from those who did.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct NonresponseAnalysis {
    /// Day on which it was looked into.
    pub held: Date,
    /// Last day on which the result can be relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// What was found.
    pub result: Prose,
    /// Evidence for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
}

/// How many people gave one answer first and one again.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RepeatedAnswer {
    /// The first answer, as a point of the scale.
    pub first: Decimal,
    /// The answer when they were asked again.
    pub second: Decimal,
    /// How many people gave both.
    pub people: u32,
}

/// A test of whether the instrument still measures the same thing.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct StabilityTest {
    /// Day of the test.
    pub held: Date,
    /// How it was tested.
    pub method: Prose,
    /// What was found.
    pub result: Prose,
    /// How many people gave which answer first and which again, where the same people were asked twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<RepeatedAnswer>,
    /// Evidence for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
}
