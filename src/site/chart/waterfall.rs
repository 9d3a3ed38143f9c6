//! From the raw count to the net count, one exclusion at a time.

/// A raw count, what is taken off it, and what is left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waterfall {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// Before any exclusion.
    pub raw: Total,
    /// What is taken off, in order.
    pub deductions: Vec<Deduction>,
    /// What is left.
    pub net: Total,
}

/// A count before or after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Total {
    /// What is counted ("All calls").
    pub label: String,
    /// How much.
    pub value: f64,
    /// How much, exactly.
    pub text: String,
}

/// One exclusion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deduction {
    /// What is excluded.
    pub label: String,
    /// How much, as a positive number; a negative one adds back.
    pub value: f64,
    /// How much, exactly, without a sign ("48").
    pub text: String,
    /// Its share of the raw count, exactly ("8.6 %"); empty for none.
    pub share: String,
    /// The page of the exclusion.
    pub href: Option<String>,
}
