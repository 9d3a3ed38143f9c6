//! Many metrics over many periods: where targets were met.

use crate::stats::Standing;

/// A table of small cells, each showing how a value stood to its target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatMap {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// The periods.
    pub columns: Vec<HeatColumn>,
    /// The metrics.
    pub rows: Vec<HeatRow>,
    /// What each standing is called, in the order of the key.
    pub key: Vec<(Standing, String)>,
}

impl HeatMap {
    /// The word for a standing; empty where the key has none.
    #[must_use]
    pub fn word(&self, standing: Standing) -> &str {
        self.key.iter().find(|(known, _)| *known == standing).map_or("", |(_, word)| word)
    }
}

/// One period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatColumn {
    /// The period, short.
    pub label: String,
    /// What several periods share; empty for none.
    pub group: String,
    /// The period in full.
    pub full_label: String,
}

/// One metric.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatRow {
    /// The name of the metric.
    pub label: String,
    /// Its page.
    pub href: Option<String>,
    /// One cell for each column; missing ones count as not judged.
    pub cells: Vec<HeatCell>,
}

/// One metric in one period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatCell {
    /// How the value stood to its target.
    pub standing: Standing,
    /// The value as published; empty when missing.
    pub text: String,
    /// Where the figure stands.
    pub href: Option<String>,
}
