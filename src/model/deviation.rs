//! A deviation: an event that distorts or suspends results, and what was done about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{MetricRef, PartyRef};
use super::{Date, Prose};

/// What becomes of the results of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeviationEffect {
    /// They are left out.
    Excluded,
    /// No results are published.
    Suspended,
    /// They are published and marked.
    Distorted,
    /// They are as good as any others.
    None,
}

/// Where a deviation stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeviationState {
    /// It is going on.
    Open,
    /// It does no more harm, and its cause is not yet removed.
    Contained,
    /// It is over.
    Closed,
}

/// An event that distorts or suspends results.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Deviation {
    /// Where the deviation stands in its life.
    pub state: DeviationState,
    /// What happened.
    pub what: Prose,
    /// First day.
    pub from: Date,
    /// Last day; left out while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The metrics whose results it touches.
    pub metrics: Vec<MetricRef>,
    /// What becomes of the results of the time.
    pub effect: DeviationEffect,
    /// How large the effect is, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Prose>,
    /// Who agreed that the results are treated so.
    pub approved_by: PartyRef,
}
