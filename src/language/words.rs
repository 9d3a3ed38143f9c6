//! A language with all its messages.

use std::collections::BTreeMap;

use super::built_in::{PARTS, TAGS, built_in_text};
use super::catalogue::{Message, read};
use super::dates::CalendarWords;
use super::fill::Fill;
use super::numbers::Signs;
use super::pattern::{Counting, Pattern};
use super::plural::Plural;
use crate::diag::{Finding, Findings, Place, SourceText, codes, plural};

/// The language in which messages are said that no other catalogue has.
const FALLBACK: &str = "en";

/// Messages that one finding names; more are counted.
const MOST_NAMED: usize = 5;

/// The language of a report.
#[derive(Clone, Debug)]
pub struct Language {
    tag: String,
    messages: BTreeMap<String, Pattern>,
    plural: Plural,
    pub(super) signs: Signs,
    pub(super) calendar: CalendarWords,
    /// How numbers stand with the mark of their unit, by the code of the unit in small letters; empty in most languages.
    pub(super) marks: BTreeMap<String, Pattern>,
}

impl Language {
    /// The language of a tag such as `en-GB`, with a project's own catalogues over the built-in ones.
    ///
    /// Finds what cannot be read in the project's catalogues, variables that no page gives, and a language without any
    /// catalogue. Messages that a language of the project's own lacks are said in English, and are told as a warning.
    pub fn of(tag: &str, own: &[&SourceText], settings: &Place) -> Result<(Self, Findings), Findings> {
        let mut findings = Findings::default();
        let english = built_in(FALLBACK);
        let base = tag.split('-').next().unwrap_or(tag);
        let spoken = TAGS.contains(&base);
        if !spoken && own.is_empty() {
            let known = TAGS.join("`, `");
            let finding =
                Finding::error(&codes::LANGUAGE, settings.clone(), format!("there is no catalogue of words for the language `{tag}`"))
                    .help(format!("add `languages/{base}.ftl` to the folder of the theme, or choose one of `{known}`"));
            return Err(std::iter::once(finding).collect());
        }
        let mut messages = english.clone();
        if spoken {
            messages.extend(built_in(base));
        }
        let mut said: BTreeMap<String, Pattern> = BTreeMap::new();
        for source in own {
            let (read, unreadable) = read(source.text());
            for found in unreadable {
                findings.push(
                    Finding::error(&codes::LANGUAGE, source.place(found.range), found.message)
                        .help("write `key = words`, with variables as `{ $name }`"),
                );
            }
            for (key, message) in read {
                findings.extend(unknown_parts(&english, &key, &message, source));
                said.insert(key, message.pattern);
            }
        }
        if !spoken {
            findings.extend(missing(&english, &said, own));
        }
        messages.extend(said);
        if findings.has_errors() { Err(findings) } else { Ok((Self::with(tag, messages), findings)) }
    }

    /// A language that the program brings; English where it does not speak it.
    #[must_use]
    pub fn built_in(tag: &str) -> Self {
        let mut messages = built_in(FALLBACK);
        messages.extend(built_in(tag.split('-').next().unwrap_or(tag)));
        Self::with(tag, messages)
    }

    fn with(tag: &str, messages: BTreeMap<String, Pattern>) -> Self {
        let plain = |key: &str| messages.get(key).and_then(Pattern::plain).unwrap_or_default().to_owned();
        let size = |key: &str| plain(key).parse().unwrap_or(3).max(1);
        let signs = Signs {
            decimal: plain("number-decimal"),
            group: plain("number-group"),
            minus: plain("number-minus"),
            sizes: (size("number-group-size"), size("number-further-group-size")),
            least: plain("number-grouped-from").parse().unwrap_or(4),
        };
        let marks = messages.iter().filter_map(|(key, pattern)| Some((key.strip_prefix("mark-")?.to_owned(), pattern.clone()))).collect();
        let calendar = CalendarWords::of(&messages);
        Self { tag: tag.to_owned(), plural: Plural::of(tag), signs, calendar, marks, messages }
    }

    /// The tag, as in `lang`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether records are described in this language by the program itself.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.tag.split('-').next() == Some(FALLBACK)
    }

    /// A message without gaps; the key where there is none, which a test rules out for keys in the code.
    #[must_use]
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.say_dynamic(key).unwrap_or(key)
    }

    /// A message without gaps; nothing where there is none.
    #[must_use]
    pub fn say_dynamic(&self, key: &str) -> Option<&str> {
        self.messages.get(key).and_then(Pattern::plain)
    }

    /// A message with its gaps filled.
    #[must_use]
    pub fn fill(&self, key: &str, fills: &[(&str, Fill<'_>)]) -> String {
        self.messages.get(key).map_or_else(|| key.to_owned(), |pattern| self.filled(pattern, fills))
    }

    pub(super) fn filled(&self, pattern: &Pattern, fills: &[(&str, Fill<'_>)]) -> String {
        let mut out = String::new();
        let write = |count: u64| self.signs.write(&count.to_string());
        pattern.say(fills, &Counting { plural: &self.plural, write: &write }, &mut out);
        out
    }

    /// Whether there is a message.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }
}

/// All messages of a built-in catalogue.
fn built_in(tag: &str) -> BTreeMap<String, Pattern> {
    let texts = PARTS.iter().filter_map(|part| built_in_text(tag, part));
    texts.flat_map(|text| read(text).0).map(|(key, message)| (key, message.pattern)).collect()
}

/// A key or a variable of a project's catalogue that no page uses.
fn unknown_parts(english: &BTreeMap<String, Pattern>, key: &str, message: &Message, source: &SourceText) -> Option<Finding> {
    let known = english.get(key)?.variables();
    let unknown = message.pattern.variables().into_iter().find(|name| !known.contains(name))?.to_owned();
    let names: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
    let help = if names.is_empty() { "leave the variable out".to_owned() } else { format!("it can use {}", names.join(", ")) };
    let place = source.place(message.range.clone());
    Some(Finding::error(&codes::LANGUAGE, place, format!("the message `{key}` has no variable `${unknown}`")).help(help))
}

/// What a project's own language does not say.
fn missing(english: &BTreeMap<String, Pattern>, said: &BTreeMap<String, Pattern>, own: &[&SourceText]) -> Option<Finding> {
    let missing: Vec<&str> = english.keys().map(String::as_str).filter(|key| !said.contains_key(*key)).collect();
    let first = own.first()?;
    if missing.is_empty() {
        return None;
    }
    let named: Vec<String> = missing.iter().take(MOST_NAMED).map(|key| format!("`{key}`")).collect();
    let and_more = if missing.len() > MOST_NAMED { " and others" } else { "" };
    let words = plural(missing.len(), "message");
    Some(
        Finding::warning(&codes::LANGUAGE, Place::file(first.path()), format!("{words} of the catalogue are missing and said in English"))
            .help(format!("add {}{and_more}", named.join(", "))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceText;

    fn settings() -> Place {
        Place::file("tickmark.yaml")
    }

    fn own(text: &str) -> SourceText {
        SourceText::new("themes/own/languages/fr.ftl", text)
    }

    #[test]
    fn a_built_in_language_speaks_without_a_catalogue_of_the_project() {
        let (language, findings) = Language::of("de-AT", &[], &settings()).expect("spoken");
        assert!(findings.is_empty());
        assert_eq!(language.say("month-3"), "März");
    }

    #[test]
    fn a_language_without_a_catalogue_is_told() {
        let findings = Language::of("fr", &[], &settings()).expect_err("unknown").sorted();
        assert!(findings[0].message.contains("`fr`") && findings[0].help.as_deref().is_some_and(|help| help.contains("languages/fr.ftl")));
    }

    #[test]
    fn a_third_language_needs_a_catalogue_only_and_what_it_lacks_is_said_in_english() {
        let source = own("month-3 = mars\nnumber-decimal = ,\nnumber-group = { \"\\u202F\" }\n");
        let (language, findings) = Language::of("fr", &[&source], &settings()).expect("read");
        assert_eq!((language.say("month-3"), language.say("month-4")), ("mars", "April"));
        assert_eq!(language.plain_number("-1234567.8"), "\u{2212}1\u{202f}234\u{202f}567,8");
        assert!(findings.sorted()[0].message.ends_with("are missing and said in English"));
    }

    #[test]
    fn every_mistake_of_a_catalogue_is_told_with_its_place() {
        let source = own("date = { $tag }. { $month }\nbad } = x\n");
        let findings = Language::of("fr", &[&source], &settings()).expect_err("mistakes").sorted();
        let places: Vec<String> = findings.iter().map(|finding| finding.place.to_string()).collect();
        assert_eq!(places, ["themes/own/languages/fr.ftl", "themes/own/languages/fr.ftl:1:1", "themes/own/languages/fr.ftl:2:5"]);
    }
}
