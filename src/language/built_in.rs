//! The catalogues that the program brings.

/// The languages that the program speaks.
pub const TAGS: &[&str] = &["en", "de"];

macro_rules! catalogues {
    ($($part:literal),+ $(,)?) => {
        /// The parts of which a catalogue is made: one for each room of the pages.
        pub const PARTS: &[&str] = &[$($part),+];

        /// The text of a part of a built-in catalogue; nothing where the program does not speak the language.
        #[must_use]
        pub fn built_in_text(tag: &str, part: &str) -> Option<&'static str> {
            match (tag, part) {
                $(
                    ("en", $part) => Some(include_str!(concat!("../../themes/default/languages/en/", $part, ".ftl"))),
                    ("de", $part) => Some(include_str!(concat!("../../themes/default/languages/de/", $part, ".ftl"))),
                )+
                _ => None,
            }
        }
    };
}

catalogues![
    "audit",
    "charts",
    "comparison",
    "digest",
    "evidence",
    "fields",
    "frame",
    "governance",
    "history",
    "inquiry",
    "lineage",
    "marks",
    "metric",
    "numbers",
    "overview",
    "overviews",
    "ownership",
    "package",
    "promises",
    "recalc",
    "records",
    "strategy",
    "targets",
    "whole",
    "words"
];
