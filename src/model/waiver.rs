//! A waiver: a check that is set aside, by whom and until when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{AnyRef, PartyRef};
use super::{Date, Prose};

/// Whether a waiver holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaiverState {
    /// It holds.
    Active,
    /// It no longer holds.
    Expired,
}

/// A check that is set aside, by whom and until when.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Waiver {
    /// Whether it holds.
    pub state: WaiverState,
    /// Code of the check.
    pub check: String,
    /// The record for which the check is set aside.
    pub subject: AnyRef,
    /// Why it is set aside.
    pub reason: Prose,
    /// Who agreed to it; not the author of the waiver.
    pub approved_by: PartyRef,
    /// Last day on which it holds.
    pub expires: Date,
}
