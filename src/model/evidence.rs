//! Evidence: a document that supports a record, where it is kept, and how to see that it is unchanged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Duration};

/// What kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceType {
    /// Written document.
    Document,
    /// Written agreement.
    Approval,
    /// Record of a meeting.
    Minutes,
    /// Letter or message.
    Correspondence,
    /// Contract.
    Contract,
    /// Report of somebody else.
    Report,
    /// Data taken out of a system.
    Extract,
    /// Picture of a screen.
    Screenshot,
    /// Record that a system keeps of what it does.
    Log,
    /// Result of a test.
    TestResult,
    /// Another kind.
    Other,
}

/// Whether the document is still kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceState {
    /// It is kept.
    Current,
    /// It was destroyed when its time was over.
    Disposed,
}

/// A document that supports a record.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Whether it is still kept.
    pub state: EvidenceState,
    /// What kind of document it is.
    #[serde(rename = "type")]
    pub kind: EvidenceType,
    /// Where it is kept, when it does not stand in the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Path of the document in the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// SHA-256 of the document, in hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$", "x-type" = "sha256"))]
    pub sha256: Option<String>,
    /// Day on which it was obtained.
    pub obtained_on: Date,
    /// From whom it was obtained.
    pub obtained_from: String,
    /// Whether it was made outside the organisation.
    #[serde(default)]
    pub external: bool,
    /// How long it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Duration>,
}
