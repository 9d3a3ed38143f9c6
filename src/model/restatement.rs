//! A restatement: a correction of published figures, with its reason.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{ChangeRef, PartyRef};
use super::{Date, Prose};

/// Why published figures are restated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RestatementReason {
    /// Better source data has come in.
    #[serde(rename = "R1")]
    BetterSource,
    /// Figures are computed again as a matter of routine.
    #[serde(rename = "R2")]
    Recalculation,
    /// The method or the definition has changed.
    #[serde(rename = "R3")]
    Method,
    /// A mistake is put right.
    #[serde(rename = "C")]
    Correction,
}

/// Where a restatement stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RestatementState {
    /// Made known; the new figures are still to come.
    Announced,
    /// The new figures are published.
    Published,
}

/// A correction of published figures.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Restatement {
    /// Where the restatement stands in its life.
    pub state: RestatementState,
    /// Why the figures are restated, as a code.
    pub reason_code: RestatementReason,
    /// Whether it was planned from the beginning.
    pub scheduled: bool,
    /// Why the figures are restated.
    pub reason: Prose,
    /// Whether the effect is large enough to matter.
    pub material: bool,
    /// Who agreed to it.
    pub approved_by: PartyRef,
    /// Day on which it was made known.
    pub announced_on: Date,
    /// The change of method or definition that it follows; needed for `R3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeRef>,
}
