//! How much a project demands of its definitions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which fields a definition must have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Enough to start in ten minutes.
    Essential,
    /// What a running programme needs.
    #[default]
    Standard,
    /// What an external audit needs.
    Assured,
}

impl Profile {
    /// All profiles, the least demanding first.
    pub const ALL: [Self; 3] = [Self::Essential, Self::Standard, Self::Assured];

    /// The name, as it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Standard => "standard",
            Self::Assured => "assured",
        }
    }

    /// The profile of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name() == name)
    }
}
