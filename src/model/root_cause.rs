//! A root-cause analysis: why something went wrong, how that was found out, and how sure it is.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{EvidenceRef, MetricRef, PartyRef, RootCauseRef};
use super::{Period, Prose};

/// How causes are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnalysisMethod {
    /// Asking why again and again.
    #[serde(rename = "5-whys")]
    FiveWhys,
    /// Sorting possible causes into groups.
    Fishbone,
    /// Finding the few causes that matter most.
    Pareto,
    /// Following combinations of causes back from the event.
    FaultTree,
    /// Another way.
    Other,
}

/// How far a cause reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CauseScope {
    /// It touched this case only.
    Isolated,
    /// It may touch other cases as well.
    Systemic,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// It may well be otherwise.
    Low,
    /// It is more likely than not.
    Medium,
    /// It is as good as certain.
    High,
}

/// Where a root-cause analysis stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RootCauseState {
    /// Being written.
    Draft,
    /// Looked over by somebody else.
    Reviewed,
    /// Nothing more is to be done.
    Closed,
}

/// How the causes were looked for, and why in that way.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MethodChosen {
    /// How the causes were looked for.
    pub name: AnalysisMethod,
    /// Why this way was chosen.
    pub why: Prose,
}

/// One step back from an effect to its cause.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Why {
    /// The question.
    pub why: Prose,
    /// The answer.
    pub because: Prose,
    /// Evidence for the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
}

/// Why something went wrong.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RootCause {
    /// Where the analysis stands in its life.
    pub state: RootCauseState,
    /// What gave rise to the analysis.
    pub trigger: Prose,
    /// The metrics that showed it.
    pub metrics: Vec<MetricRef>,
    /// The periods in which they showed it.
    pub periods: Vec<Period>,
    /// How the causes were looked for, and why in that way.
    pub method: MethodChosen,
    /// How far the cause reaches.
    pub scope: CauseScope,
    /// The steps back from the effect to its cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<Why>,
    /// Possible causes, by the name of the group to which they belong.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: BTreeMap<String, Vec<Prose>>,
    /// The causes that were found.
    pub root_causes: Vec<Prose>,
    /// What was taken to be true.
    pub assumptions: Vec<Prose>,
    /// What the analysis cannot show.
    pub limitations: Prose,
    /// How sure the finding is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// An earlier analysis of the same thing, where it has happened before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence_of: Option<RootCauseRef>,
    /// Who was told because it could not be solved here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalated_to: Option<PartyRef>,
}
