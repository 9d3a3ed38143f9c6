//! A calendar event: something known beforehand that may move results.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Prose};

/// What kind of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarEventType {
    /// Beginning or end of a fiscal period.
    Fiscal,
    /// Public holiday.
    Holiday,
    /// Campaign of the organisation.
    Campaign,
    /// New version of a product or service.
    Release,
    /// Move from one system to another.
    Migration,
    /// Time of the year with a pattern of its own.
    Season,
}

/// A known event that may move results.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CalendarEvent {
    /// What kind of event it is.
    #[serde(rename = "type")]
    pub kind: CalendarEventType,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The part of the results that may move, as one code for each segment; all of them where it is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scope: BTreeMap<String, String>,
    /// What is expected to happen to the results, said before it happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_effect: Option<Prose>,
}
