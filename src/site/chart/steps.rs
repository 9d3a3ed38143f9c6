//! From one figure to another, item by item, on a scale that need not begin at zero.

/// A figure, what leads away from it, and the figure to which it leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// The figure from which it starts.
    pub from: StepsEnd,
    /// What is added, in order; what nobody can explain comes last.
    pub steps: Vec<StepsItem>,
    /// The figure at which it ends.
    pub to: StepsEnd,
    /// How far from the end the rest may reach, with the words for it; nothing where there is no such limit.
    pub tolerance: Option<(f64, String)>,
}

/// A figure at either end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepsEnd {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: f64,
    /// How much, exactly, with its unit.
    pub text: String,
}

/// What is added on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepsItem {
    /// What it is.
    pub label: String,
    /// How much is added; below zero where it is taken off.
    pub value: f64,
    /// How much, exactly, with sign and unit.
    pub text: String,
    /// Claims that nobody can explain it.
    pub unexplained: bool,
}
