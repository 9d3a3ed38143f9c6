//! The words of the glossary: those that must not be used, and the abbreviations that it explains.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::catalog::Catalog;
use crate::model::{AnyRecord, Kind};

/// Something that must not be written, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Forbidden {
    /// As the glossary has it.
    pub(in crate::check) written: String,
    /// The title of the term that stands for it.
    pub(in crate::check) instead: String,
    words: Vec<String>,
}

/// The words of the glossary.
#[derive(Debug, Default)]
pub(in crate::check) struct Glossary {
    /// Whether the project has terms at all.
    pub(in crate::check) has_terms: bool,
    by_first_word: BTreeMap<String, Vec<Forbidden>>,
    abbreviations: BTreeSet<String>,
}

/// A word in a text, with the bytes it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Word<'a> {
    /// As it is written.
    pub(in crate::check) text: &'a str,
    /// Where it stands.
    pub(in crate::check) span: Range<usize>,
}

impl Word<'_> {
    /// Whether it is made of two or more capital letters and nothing else.
    #[must_use]
    pub(in crate::check) fn is_abbreviation(&self) -> bool {
        let capital = |letter: char| letter == '&' || letter.is_ascii_uppercase();
        self.text.len() > 1 && self.text.chars().all(capital)
    }
}

impl Glossary {
    /// Gathers the words of a project.
    #[must_use]
    pub(in crate::check) fn of(catalog: &Catalog) -> Self {
        let mut glossary = Self::default();
        glossary.explain(&catalog.settings().organisation);
        for record in catalog.of_kind(Kind::Term) {
            let AnyRecord::Term(term) = &record.fields else { continue };
            glossary.has_terms = true;
            let title = &record.envelope.title;
            for known in std::iter::once(title).chain(&term.synonyms) {
                glossary.explain(known);
            }
            for written in &term.forbidden {
                let words: Vec<String> = words(written).iter().map(|word| word.text.to_lowercase()).collect();
                if let Some(first) = words.first().cloned() {
                    let forbidden = Forbidden { written: written.clone(), instead: title.clone(), words };
                    glossary.by_first_word.entry(first).or_default().push(forbidden);
                }
            }
        }
        glossary
    }

    fn explain(&mut self, text: &str) {
        let found = words(text).into_iter().filter(Word::is_abbreviation).map(|word| word.text.to_owned());
        self.abbreviations.extend(found);
    }

    /// Whether the glossary explains an abbreviation.
    #[must_use]
    pub(in crate::check) fn explains(&self, abbreviation: &str) -> bool {
        self.abbreviations.contains(abbreviation)
    }

    /// What must not stand at the beginning of some words, and how many of them it takes.
    #[must_use]
    pub(in crate::check) fn forbids(&self, words: &[Word<'_>]) -> Option<(&Forbidden, usize)> {
        let first = words.first()?.text.to_lowercase();
        let singular = first.strip_suffix('s').and_then(|word| self.by_first_word.get(word));
        let candidates = self.by_first_word.get(&first).into_iter().chain(singular).flatten();
        let fits = |forbidden: &&Forbidden| {
            let last = forbidden.words.len() - 1;
            words.len() > last
                && forbidden.words.iter().zip(words).enumerate().all(|(place, (wanted, found))| {
                    let found = found.text.to_lowercase();
                    found == *wanted || (place == last && found.strip_suffix('s') == Some(wanted))
                })
        };
        candidates.filter(fits).max_by_key(|forbidden| forbidden.words.len()).map(|found| (found, found.words.len()))
    }
}

/// The words of a text in Markdown, without the addresses of its links and what is set as code.
#[must_use]
pub(in crate::check) fn words(text: &str) -> Vec<Word<'_>> {
    let bytes = text.as_bytes();
    let joins = |at: usize| bytes[at] == b'&' && at > 0 && bytes[at - 1].is_ascii_alphanumeric();
    let mut found = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let skipped_to = match character {
            '`' => text[start + 1..].find('`').map(|length| start + 1 + length),
            '(' if text[..start].ends_with(']') => text[start..].find(')').map(|length| start + length),
            _ => None,
        };
        if let Some(end) = skipped_to {
            while characters.next_if(|(at, _)| *at <= end).is_some() {}
            continue;
        }
        if !character.is_alphanumeric() {
            continue;
        }
        let mut end = start + character.len_utf8();
        while let Some((at, next)) = characters.next_if(|(at, next)| next.is_alphanumeric() || joins(*at)) {
            end = at + next.len_utf8();
        }
        found.push(Word { text: &text[start..end], span: start..end });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        words(text).iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_of_a_text_leave_out_addresses_and_code() {
        assert_eq!(texts("Ask [the *adviser*](term/agent), not `agent`."), ["Ask", "the", "adviser", "not"]);
        assert_eq!(texts("hand-off of A&E, 24 h"), ["hand", "off", "of", "A&E", "24", "h"]);
        assert_eq!(texts("an odd ` mark and Größe"), ["an", "odd", "mark", "and", "Größe"]);
    }

    #[test]
    fn a_forbidden_word_is_found_in_the_plural_and_not_inside_another() {
        let forbidden = |written: &str, words: &[&str]| Forbidden {
            written: written.into(),
            instead: "Adviser".into(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        let by_first_word = BTreeMap::from([
            ("agent".to_owned(), vec![forbidden("agent", &["agent"])]),
            ("talk".to_owned(), vec![forbidden("talk time", &["talk", "time"])]),
        ]);
        let glossary = Glossary { by_first_word, ..Glossary::default() };
        let found = |text: &str| glossary.forbids(&words(text)).map(|(found, length)| (found.written.clone(), length));
        assert_eq!(found("Agents who"), Some(("agent".to_owned(), 1)));
        assert_eq!(found("talk times"), Some(("talk time".to_owned(), 2)));
        assert_eq!(found("talk"), None);
        assert_eq!(found("reagent"), None);
    }
}
