//! One thing that can be found.

use std::borrow::Cow;

/// How much it says of an entry that a word stands in a text of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The word stands somewhere in its text.
    Text,
    /// It is one of its tags, synonyms or its state.
    Keyword,
    /// It stands in its title or id.
    Title,
}

/// A record or page, with all that leads to it.
#[derive(Clone, Debug)]
pub struct SearchEntry<'a> {
    /// Title, as people read it.
    pub title: Cow<'a, str>,
    /// Id, where it has one that people know; else empty.
    pub id: &'a str,
    /// Path of its page in the report.
    pub path: &'a str,
    /// What kind of thing it is, in words.
    pub kind: Cow<'a, str>,
    /// Where it stands in its life, in words; empty where that is not said.
    pub state: String,
    /// Whether it has come to its end: retired, superseded, withdrawn and the like.
    pub ended: bool,
    /// Texts beside title, id, kind and state.
    pub texts: Vec<(Weight, Cow<'a, str>)>,
}

impl<'a> SearchEntry<'a> {
    /// An entry without id, state and texts.
    pub(super) fn new(kind: impl Into<Cow<'a, str>>, title: Cow<'a, str>, path: &'a str) -> Self {
        Self { title, id: "", path, kind: kind.into(), state: String::new(), ended: false, texts: Vec::new() }
    }

    /// All its texts with their weights; a word may stand in several.
    pub fn weighed(&self) -> impl Iterator<Item = (Weight, &str)> {
        let own =
            [(Weight::Title, &*self.title), (Weight::Title, self.id), (Weight::Keyword, &*self.kind), (Weight::Keyword, &*self.state)];
        own.into_iter().chain(self.texts.iter().map(|(weight, text)| (*weight, &**text)))
    }
}
