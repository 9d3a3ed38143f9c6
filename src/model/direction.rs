//! Which way is better.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which way of a measure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Inside a range is better than above or below it.
    InRange,
    /// Neither way is better; the measure informs others.
    Neutral,
}

impl Direction {
    /// All directions, in the order in which they are explained.
    pub const ALL: [Self; 4] = [Self::Increase, Self::Decrease, Self::InRange, Self::Neutral];

    /// The name, as it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::InRange => "in-range",
            Self::Neutral => "neutral",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn each_direction_is_written_by_its_name() {
        for direction in Direction::ALL {
            let written = serde_json::to_string(&direction).expect("a unit variant serialises");
            assert_eq!(written, format!("\"{}\"", direction.name()));
        }
    }
}
