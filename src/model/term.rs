//! A term: a word and what it means here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Prose;

/// A word and what it means here.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// What the word means.
    pub definition: Prose,
    /// Other words that mean the same and may be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// Words that must not be used for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<String>,
}
