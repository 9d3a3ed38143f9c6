//! How the values of periods and segments become one value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the rows of several periods or segments become one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rollup {
    /// The counts are added and the formula is computed again: the way for rates, which may not be averaged.
    Recompute,
    /// The values are added: the way for counts of things that happen once.
    Sum,
    /// The value of the last period holds: the way for stocks, such as a backlog at the end of the month.
    Last,
    /// The values are averaged, each with the weight of its number of observations.
    Weighted,
    /// There is no figure for several rows together.
    None,
}

impl Rollup {
    /// All rules, in the order in which they are explained.
    pub const ALL: [Self; 5] = [Self::Recompute, Self::Sum, Self::Last, Self::Weighted, Self::None];

    /// The name, as it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recompute => "recompute",
            Self::Sum => "sum",
            Self::Last => "last",
            Self::Weighted => "weighted",
            Self::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rollup;

    #[test]
    fn each_rule_is_written_by_its_name() {
        for rule in Rollup::ALL {
            let written = serde_json::to_string(&rule).expect("a unit variant serialises");
            assert_eq!(written, format!("\"{}\"", rule.name()));
        }
    }
}
