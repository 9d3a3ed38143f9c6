//! A segment: a list of codes by which results are broken down, and how it changed over time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::OwnerRef;
use super::{Date, Prose};

/// What the codes of a segment tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SegmentType {
    /// Part of the organisation.
    Unit,
    /// Way in which people make contact.
    Channel,
    /// Part of a country or of the world.
    Region,
    /// How long somebody has been a customer or a member of staff.
    Tenure,
    /// Part of the working day.
    Shift,
    /// What people came to do.
    Journey,
    /// What people talk about.
    Theme,
    /// Product or service.
    Product,
    /// People who began at the same time.
    Cohort,
}

/// Whether a segment is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SegmentState {
    /// Being written.
    Draft,
    /// In use.
    Active,
    /// No longer in use.
    Retired,
}

/// One code of a segment.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SegmentCode {
    /// The code, as it stands in the result files.
    pub code: String,
    /// Name of the code, as people know it.
    #[schemars(extend("x-class" = "minor"))]
    pub label: String,
    /// The code of this segment to which it belongs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// First day on which the code is used; left out where it was always used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day on which the code is used; left out while it is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Who answers for what the code stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub owner: Option<OwnerRef>,
}

/// What became of a code that was renamed, split or merged.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CodeMapping {
    /// The code before the change.
    pub old: String,
    /// The codes that took its place, several of them after a split.
    pub new: Vec<String>,
    /// Why the code was changed.
    #[schemars(extend("x-class" = "editorial"))]
    pub reason: Prose,
}

/// How results are broken down.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Segment {
    /// Whether it is in use.
    #[schemars(extend("x-class" = "minor"))]
    pub state: SegmentState,
    /// What the codes tell apart.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub kind: Option<SegmentType>,
    /// Whether every record falls under exactly one code, so that the codes add up to the total.
    #[schemars(extend("x-class" = "breaking"))]
    pub partition: bool,
    /// The codes, in the order in which they are shown.
    #[schemars(extend("x-class" = "breaking"))]
    pub codes: Vec<SegmentCode>,
    /// What became of earlier codes, so that their results can still be followed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "material"))]
    pub mapping: Vec<CodeMapping>,
}
