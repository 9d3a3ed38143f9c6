//! A waiver: a check that is set aside, by whom and until when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{AnyRef, PartyRef};
use super::{Date, Id, Prose};

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
#[schemars(extend("oneOf" = [{ "required": ["subject"] }, { "required": ["release"] }]))]
pub struct Waiver {
    /// Whether it holds.
    pub state: WaiverState,
    /// Code of the check.
    pub check: String,
    /// The record for which the check is set aside; left out where it is set aside for a release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<AnyRef>,
    /// The release of results for which the check is set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<Id>,
    /// Why it is set aside.
    pub reason: Prose,
    /// Who agreed to it; not the author of the waiver.
    pub approved_by: PartyRef,
    /// Last day on which it holds.
    pub expires: Date,
}

impl Waiver {
    /// What it is for, as messages name it: `metric/calls` or `release/2026-01`.
    #[must_use]
    pub fn for_what(&self) -> String {
        match (&self.subject, &self.release) {
            (Some(subject), _) => subject.record().to_string(),
            (None, Some(release)) => format!("release/{release}"),
            (None, None) => "nothing".to_owned(),
        }
    }
}
