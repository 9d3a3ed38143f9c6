//! What people are asked, and how they answer.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which question a survey asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Instrument {
    /// How satisfied people are.
    #[serde(rename = "CSAT")]
    Csat,
    /// How easy something was for them.
    #[serde(rename = "CES")]
    Ces,
    /// How likely they are to recommend the organisation.
    #[serde(rename = "NPS")]
    Nps,
    /// Another question.
    Other,
}

/// The way in which people are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SurveyMode {
    /// By e-mail.
    Email,
    /// On a website.
    Web,
    /// In an app.
    App,
    /// By text message.
    Sms,
    /// In a chat.
    Chat,
    /// By an automatic voice on the telephone.
    Ivr,
    /// By a person on the telephone.
    Telephone,
    /// Face to face.
    InPerson,
    /// On paper.
    Paper,
    /// In several of these ways.
    Mixed,
}

/// The answers from which people choose.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Scale {
    /// Number of answers.
    #[schemars(range(min = 2))]
    pub points: u32,
    /// What stands beside the answers, by the number of the answer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Numbers of the answers that count as success.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub top_box: Vec<i32>,
}
