//! A survey: an instrument with which people are asked, who is asked, and what is made of their answers.

mod instrument;
mod sampling;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::reference::SegmentRef;
use crate::model::{Duration, Prose};

pub use instrument::{Instrument, Scale, SurveyMode};
pub use sampling::{
    ContactBreaches, ContactRules, NonresponseAnalysis, RepeatedAnswer, ResponseRate, Sampling, SamplingMethod, StabilityTest, Weighting,
};

/// An instrument with which people are asked.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Survey {
    /// Which question is asked.
    #[schemars(extend("x-class" = "breaking"))]
    pub instrument: Instrument,
    /// The question, word for word, by the code of the language.
    #[schemars(extend("x-class" = "breaking"))]
    pub wording: BTreeMap<String, Prose>,
    /// The answers from which people choose.
    #[schemars(extend("x-class" = "breaking"))]
    pub scale: Scale,
    /// How the question reaches people and how their answer comes back.
    #[schemars(extend("x-class" = "breaking"))]
    pub mechanism: Prose,
    /// The way in which people are asked.
    #[schemars(extend("x-class" = "breaking"))]
    pub mode: SurveyMode,
    /// The contact or event after which people are asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub touchpoint: Option<String>,
    /// Time between that event and the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub delay: Option<Duration>,
    /// What makes the system send the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub trigger: Option<Prose>,
    /// Everybody who could be asked.
    #[schemars(extend("x-class" = "breaking"))]
    pub population: Prose,
    /// How those who are asked are chosen.
    #[schemars(extend("x-class" = "breaking"))]
    pub sampling: Sampling,
    /// How often the same person may be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub contact_rules: Option<ContactRules>,
    /// How often these rules were broken, when that was last measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub contact_breaches: Option<ContactBreaches>,
    /// How answers are weighted so that they stand for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub weighting: Option<Weighting>,
    /// The formula by which the response rate is computed.
    #[schemars(extend("x-class" = "material"))]
    pub response_rate: ResponseRate,
    /// Whether those who did not answer differ from those who did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub nonresponse_analysis: Option<NonresponseAnalysis>,
    /// Tests of whether the instrument still measures the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub stability_tests: Vec<StabilityTest>,
    /// The segment whose codes sort written comments into themes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub taxonomy: Option<SegmentRef>,
}
