//! A snapshot release: what its `release.yaml` says about the result files beside it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{OwnerRef, RestatementRef, SourceRef};
use super::{Instant, Prose};

/// How firm the figures of a release are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseStatus {
    /// They may still change.
    Provisional,
    /// They stand; a correction needs a new release.
    Final,
}

/// A file of source data from which figures were made.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Extract {
    /// The source from which it was taken.
    pub source: SourceRef,
    /// Path of the file in the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where the file is kept, when it does not stand in the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// SHA-256 of the file, in hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$", "x-type" = "sha256"))]
    pub sha256: Option<String>,
    /// Number of records in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// When the file arrived from its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Instant>,
    /// The query with which the file was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
}

/// Figures that were published together.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Release {
    /// Name of the release, as people know it.
    pub title: String,
    /// How firm the figures are.
    pub status: ReleaseStatus,
    /// When the figures were published.
    pub released: Instant,
    /// Moment up to which data was taken in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<Instant>,
    /// When the data was taken from the sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected_at: Option<Instant>,
    /// Who prepared the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared_by: Option<OwnerRef>,
    /// Who reviewed them; not the one who prepared them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<OwnerRef>,
    /// When they were reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<Instant>,
    /// The restatement that explains why final figures of an earlier release change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restatement: Option<RestatementRef>,
    /// Files of source data from which the figures were made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extracts: Vec<Extract>,
    /// Anything else that a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Prose>,
}
