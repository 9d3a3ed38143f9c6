//! The answers from which people choose, in a row.

/// A scale of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// What the marked answers are ("counts as success").
    pub marked: String,
    /// The answers, from the first to the last.
    pub answers: Vec<Answer>,
}

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its number.
    pub number: String,
    /// What stands beside it; may be empty.
    pub label: String,
    /// Whether it is marked.
    pub marked: bool,
}
