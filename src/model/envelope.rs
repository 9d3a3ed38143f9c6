//! What any record may carry, whatever its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{AnyRef, EvidenceRef, OwnerRef};
use super::{Date, Prose, Version};

/// Who may see a record and what is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everybody.
    Public,
    /// Named organisations outside.
    Partner,
    /// Everybody inside the organisation.
    Internal,
    /// Named people only.
    Restricted,
}

impl Audience {
    /// Gives the code as records write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Partner => "partner",
            Self::Internal => "internal",
            Self::Restricted => "restricted",
        }
    }
}

/// The fields that every record has in common.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Envelope {
    /// Name of the record, as people know it.
    #[schemars(extend("x-class" = "editorial"))]
    pub title: String,
    /// Who looks after the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub owner: Option<OwnerRef>,
    /// Who may see the record; the project's settings say it where the record does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub audience: Option<Audience>,
    /// The record that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub supersedes: Option<AnyRef>,
    /// Words to find the record by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "editorial"))]
    pub tags: Vec<String>,
    /// Evidence records that support what is said here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "editorial"))]
    pub evidence: Vec<EvidenceRef>,
    /// Anything else that a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "editorial"))]
    pub notes: Option<Prose>,
}

/// The fields that a versioned record has besides.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Versioning {
    /// Version, raised with every change of meaning.
    #[schemars(extend("x-class" = "minor"))]
    pub version: Version,
    /// First day for which this version holds.
    #[schemars(extend("x-class" = "minor"))]
    pub effective_from: Date,
}
