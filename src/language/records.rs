//! How kinds, fields and coded words of records are called.

use super::words::Language;
use crate::model::Kind;

impl Language {
    /// The name of a kind inside a sentence: `root cause`.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> String {
        self.say_dynamic(&format!("kind-{kind}")).map_or_else(|| kind.words(), str::to_owned)
    }

    /// The name of a kind as a heading of many: `Root causes`.
    #[must_use]
    pub fn kinds(&self, kind: Kind) -> &str {
        self.say_dynamic(&format!("kinds-{kind}")).unwrap_or(kind.row().plural)
    }

    /// What a kind is for, in one sentence.
    #[must_use]
    pub fn kind_summary(&self, kind: Kind) -> &str {
        self.say_dynamic(&format!("kind-summary-{kind}")).unwrap_or(kind.row().summary)
    }

    /// The title of a field: `review_by` becomes `Review by`.
    #[must_use]
    pub fn field(&self, name: &str) -> String {
        let known = self.say_dynamic(&format!("field-{}", name.replace('_', "-")));
        known.map_or_else(|| capitalised(&name.replace(['_', '-'], " ")), str::to_owned)
    }

    /// What a coded word of a field means: as a catalogue says it, else, in English, as the field itself is described; empty
    /// in a language that has no words for it.
    #[must_use]
    pub fn meaning<'a>(&'a self, field: &str, written: &str, described: &'a str) -> &'a str {
        let own = self.say_dynamic(&format!("meaning-{}-{written}", field.replace('_', "-")));
        own.unwrap_or(if self.is_english() { described } else { "" })
    }

    /// A heading or title as it stands inside a sentence: with small letters where the language writes nouns so.
    #[must_use]
    pub fn inside(&self, title: &str) -> String {
        if self.say("nouns-inside") == "small" { title.to_lowercase() } else { title.to_owned() }
    }

    /// The title of a field inside a kind or another field, where one name stands for several things: `to` is the end of a time
    /// and the people who are told.
    #[must_use]
    pub fn field_in(&self, place: &str, name: &str) -> String {
        let own = self.say_dynamic(&format!("field-{}-in-{}", name.replace('_', "-"), place.replace('_', "-")));
        own.map_or_else(|| self.field(name), str::to_owned)
    }

    /// A word as written in a record, for people: `at-least` becomes `at least`; codes such as `R1` stay.
    #[must_use]
    pub fn code(&self, written: &str) -> String {
        if written.chars().any(|letter| letter.is_ascii_uppercase()) {
            return written.to_owned();
        }
        self.say_dynamic(&format!("code-{written}")).map_or_else(|| written.replace('-', " "), str::to_owned)
    }
}

/// A text with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
