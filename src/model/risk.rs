//! A risk and the metrics that watch it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::MetricRef;

/// A risk and the metrics that watch it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Risk {
    /// Number or address of the risk in the register of risks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_ref: Option<String>,
    /// The metrics that watch it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<MetricRef>,
}
