//! Blocks of histories: commits, and the edits that they made.

use serde::Serialize;

use super::block::{Badge, Block, Fact, Span};

/// A commit as a history tells it.
#[derive(Clone, Debug, Serialize)]
pub struct CommitBlock {
    /// Anchor on the page.
    pub id: String,
    /// First line of the message.
    pub subject: String,
    /// What is special about it.
    pub badges: Vec<Badge>,
    /// Its id, day and author.
    pub byline: Vec<Span>,
    /// What stands below the first line of the message, with its line ends; may be empty.
    pub message: String,
    /// Who, when, the signature, the version, the agreement.
    pub facts: Vec<Fact>,
    /// What it changed, and what it brought in.
    pub blocks: Vec<Block>,
}

/// One edit of a field.
#[derive(Clone, Debug, Serialize)]
pub struct EditBlock {
    /// The field in words.
    pub label: String,
    /// What the edit means for the figures.
    pub badge: Option<Badge>,
    /// Id of the rule that it meets; may be empty.
    pub rule: String,
    /// What was there and what is there now, in one flow.
    pub flow: Vec<Mark>,
}

/// A stretch of text before and after an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// What became of it.
    pub mark: Marked,
    /// The text.
    pub text: String,
}

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marked {
    /// It stayed.
    Same,
    /// It is gone.
    Removed,
    /// It is new.
    Added,
}
