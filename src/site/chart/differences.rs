//! Differences with their intervals on one line, where zero is marked.

/// Differences in one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// What zero means ("no difference").
    pub zero: String,
    /// The differences, the first at the top.
    pub rows: Vec<Difference>,
}

/// One difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// What differs.
    pub label: String,
    /// The difference.
    pub value: f64,
    /// Lower and upper end of its interval; nothing where none is known.
    pub interval: Option<(f64, f64)>,
    /// Difference and interval exactly, with their unit.
    pub text: String,
}
