//! A source: the system from which data comes, how it is taken out and what protects it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Duration, Prose, Zone};

/// How data is taken out of a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExtractionMethod {
    /// Asked for by a program.
    Api,
    /// Taken over as a file.
    File,
    /// Copied by hand.
    Manual,
    /// Taken from a report that the supplier of the system prepares.
    VendorReport,
}

/// How much a source says about single people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PersonalData {
    /// Nothing.
    None,
    /// People appear under a number or an invented name.
    Pseudonymous,
    /// People can be recognised.
    Personal,
}

/// Whether a source is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceState {
    /// In use.
    Active,
    /// No longer in use.
    Retired,
}

/// The clock by which a system stamps its records.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Clock {
    /// Time zone of the stamps.
    pub zone: Zone,
    /// Smallest step of the stamps, such as one second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<String>,
    /// How the clock is kept right, such as by network time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sync: Option<String>,
}

/// Where data comes from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Whether it is in use.
    pub state: SourceState,
    /// Name of the system.
    pub system: String,
    /// Who runs the system: a part of the organisation or a supplier.
    pub system_owner: String,
    /// How the data is taken out.
    pub extraction_method: ExtractionMethod,
    /// The query, report name or path with which the data is taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The clock by which the system stamps its records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// Fields that together tell one record from every other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_fields: Vec<String>,
    /// Time between two renewals of the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh: Option<Duration>,
    /// Longest time from an event to its appearance in the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latency_sla: Option<Duration>,
    /// Settings of the system on which the figures depend, each with the value that it must keep.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pinned_settings: BTreeMap<String, String>,
    /// How much the data says about single people.
    pub personal_data: PersonalData,
    /// What allows the organisation to use the personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Prose>,
    /// Name or address of the assessment of what the use of the data means for the people concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dpia: Option<String>,
    /// Country or region in which the data is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residency: Option<String>,
    /// Name or address of the contract under which the data is supplied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// How long the data is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Duration>,
    /// Day on which it was last reviewed who may see the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_review: Option<Date>,
}
