//! An action: what somebody undertook to do, and whether it helped.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{AnyRef, EvidenceRef, MetricRef, OwnerRef};
use super::{Date, Id, Prose};

/// What an action is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionType {
    /// It puts right what went wrong.
    Correction,
    /// It removes the cause, so that the same does not happen again.
    Corrective,
    /// It removes the cause of something that has not happened yet.
    Preventive,
    /// It tries something better.
    Idea,
    /// It tells people something.
    Communication,
}

/// Where an action stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionState {
    /// Not yet begun.
    Open,
    /// Begun.
    InProgress,
    /// Done; whether it helped is not yet known.
    Implemented,
    /// Done, and shown to have helped.
    Verified,
    /// Done, and shown not to have helped.
    Ineffective,
    /// Nothing more is to be done.
    Closed,
    /// Given up.
    Cancelled,
}

/// What somebody undertook to do.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Action {
    /// Where the action stands in its life.
    pub state: ActionState,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: ActionType,
    /// The record that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<AnyRef>,
    /// Day on which somebody undertook to do it; left out where the id begins with that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Date>,
    /// Day by which it has to be done.
    pub due: Date,
    /// Day from which it was in place and could have an effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place_from: Option<Date>,
    /// The metric that it should move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect_metric: Option<MetricRef>,
    /// How it will be seen whether it helped, said beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effectiveness_test: Option<Prose>,
    /// Day on which it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// Evidence that it was done and that it helped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing_evidence: Vec<EvidenceRef>,
    /// Who found that it helped; not the owner of the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<OwnerRef>,
}

impl Action {
    /// The day on which it was opened: as the record says, else as the id of a dated record does.
    #[must_use]
    pub fn opened_on(&self, id: &Id) -> Option<Date> {
        self.opened.or_else(|| id.date())
    }

    /// Whether it has still to be done.
    #[must_use]
    pub const fn is_to_do(&self) -> bool {
        self.closed_on.is_none() && matches!(self.state, ActionState::Open | ActionState::InProgress)
    }

    /// Whether it is not closed: still to be done, or done and not yet known to have helped.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_on.is_none() && matches!(self.state, ActionState::Open | ActionState::InProgress | ActionState::Implemented)
    }
}
