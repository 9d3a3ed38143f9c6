//! The steps from an effect back to its cause, one below the other.

/// What happened, why, and why that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// What gave rise to the questions.
    pub effect: ChainStep,
    /// Question and answer, from the effect on.
    pub steps: Vec<ChainStep>,
    /// What the chain ends in.
    pub causes: Vec<ChainStep>,
}

/// One box of the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainStep {
    /// The question, or what the box is.
    pub head: String,
    /// The answer, or what it says.
    pub text: String,
}
