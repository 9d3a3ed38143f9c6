//! Marks beside figures, and the legend that says what they mean.
//!
//! Letters carry the meaning, never colour alone. There is no mark for the auditor's `V`, `T` and `A`.

use serde::Serialize;

/// One mark beside a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TickMark {
    /// The letters.
    pub letters: String,
    /// What it is, in a class of the theme: empty for a test that was passed, `is-exception`, `is-waived` or `is-untested`.
    pub class: &'static str,
    /// Letters and meaning, for those who cannot see the legend.
    pub label: String,
    /// The result of the check that gave it; empty where there is none.
    pub href: String,
}

/// Why a figure bears a mark, or none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LegendGround {
    /// Code of the check; empty where no check looked.
    pub code: String,
    /// What was found or what is missing; names stand in backticks.
    pub text: String,
    /// Language of the text where it is another than that of the page; empty else.
    pub language: &'static str,
    /// The result of the check; empty where a page shows many.
    pub href: String,
}

/// What a mark means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LegendEntry {
    /// The letters.
    pub letters: String,
    /// As [`TickMark::class`].
    pub class: &'static str,
    /// What it means.
    pub meaning: String,
    /// Particulars.
    pub grounds: Vec<LegendGround>,
}
