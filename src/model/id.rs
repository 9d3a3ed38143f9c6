//! Ids: the name of a record within its kind, which is also the stem of its file.
//!
//! Invariant: an [`Id`] holds lower-case ASCII words joined by single dashes, at most 64 characters, so that it is safe as a file name, in an address and on
//! every file system. Knows nothing of kinds, folders or whether a record with that id exists.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::model::date::Date;
use crate::model::text::{explained, quote, record_text};

/// Characters of a date such as `2026-03-12`.
const DATE: usize = 10;

/// Names a record within its kind; cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Most characters an id may have.
    pub const LONGEST: usize = 64;

    /// Reads an id: `a` to `z` and `0` to `9`, in words joined by single dashes.
    ///
    /// # Errors
    ///
    /// Says which character, counted from 1, breaks the grammar, and keeps a mended id when one can be made.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        match fault(text) {
            None => Ok(Self(Arc::from(text))),
            Some(fault) => Err(IdError { found: text.to_owned(), fault, mended: mend(text) }),
        }
    }

    /// Gives the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Gives the day with which the id of a dated record begins: 12 March 2026 of `2026-03-12-raise-fcr-target`.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        let rest = self.0.get(DATE..)?;
        if rest.is_empty() || rest.starts_with('-') { Date::parse(self.0.get(..DATE)?).ok() } else { None }
    }
}

/// Finds the first thing that breaks the grammar.
fn fault(text: &str) -> Option<IdFault> {
    if text.is_empty() {
        return Some(IdFault::Empty);
    }
    let mut previous_is_dash = true;
    for (character, position) in text.chars().zip(1..) {
        match character {
            'a'..='z' | '0'..='9' => previous_is_dash = false,
            '-' if position == 1 => return Some(IdFault::LeadingDash),
            '-' if previous_is_dash => return Some(IdFault::DoubleDash { position }),
            '-' => previous_is_dash = true,
            _ => {
                return Some(IdFault::Character { character, position });
            }
        }
    }
    if previous_is_dash {
        return Some(IdFault::TrailingDash);
    }
    // Only ASCII has passed the loop, so bytes are characters.
    (text.len() > Id::LONGEST).then_some(IdFault::TooLong { length: text.len() })
}

/// Makes an id out of a text that only varies case and separators.
fn mend(text: &str) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'a'..='z' | '0'..='9' => mended.push(character),
            'A'..='Z' => mended.push(character.to_ascii_lowercase()),
            ' ' | '\t' | '_' | '-' | '.' | '/' | ':' | '–' | '—' => {
                if !mended.is_empty() && !mended.ends_with('-') {
                    mended.push('-');
                }
            }
            _ => return None,
        }
    }
    mended.truncate(mended.trim_end_matches('-').len());
    fault(&mended).is_none().then_some(mended)
}

/// What is wrong with a text that should be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdFault {
    /// There is no text.
    Empty,
    /// The id has more than [`Id::LONGEST`] characters.
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// A character that no id has.
    Character {
        /// The character.
        character: char,
        /// Its place, counted in characters from 1.
        position: usize,
    },
    /// The id begins with a dash.
    LeadingDash,
    /// The id ends with a dash.
    TrailingDash,
    /// Two dashes stand side by side.
    DoubleDash {
        /// The place of the second, counted in characters from 1.
        position: usize,
    },
}

/// A text that is no id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError {
    found: String,
    fault: IdFault,
    mended: Option<String>,
}

impl IdError {
    /// Gives the text that was found.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Tells what is wrong with it.
    #[must_use]
    pub fn fault(&self) -> IdFault {
        self.fault
    }

    /// Gives an id that the author may have meant.
    #[must_use]
    pub fn mended(&self) -> Option<&str> {
        self.mended.as_deref()
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = quote(&self.found);
        match self.fault {
            IdFault::Empty => formatter.write_str("expected an id such as `first-contact-resolution`, found empty text"),
            IdFault::TooLong { length } => {
                write!(formatter, "expected an id of at most {} characters, found {length} in {found}", Id::LONGEST)
            }
            IdFault::Character { character, position } => {
                let kind = describe(character);
                let character = quote(character.encode_utf8(&mut [0; 4]));
                write!(
                    formatter,
                    "expected an id of `a` to `z`, `0` to `9` and `-`, found the {kind} {character} at character {position} of {found}"
                )
            }
            IdFault::LeadingDash => {
                write!(formatter, "expected an id that begins with a letter or digit, found a dash at character 1 of {found}")
            }
            IdFault::TrailingDash => {
                write!(
                    formatter,
                    "expected an id that ends with a letter or digit, found a dash at character {} of {found}",
                    self.found.chars().count()
                )
            }
            IdFault::DoubleDash { position } => {
                write!(formatter, "expected an id with single dashes, found a second dash at character {position} of {found}")
            }
        }
    }
}

/// Names the sort of character, since some look like letters that an id may have.
fn describe(character: char) -> &'static str {
    match character {
        'A'..='Z' => "upper-case letter",
        '_' => "underscore",
        _ if character.is_whitespace() => "space",
        _ if character.is_alphabetic() => "letter",
        _ => "character",
    }
}

impl std::error::Error for IdError {}

impl IdError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match (&self.mended, self.fault) {
            (Some(mended), _) => {
                format!("write `{mended}`, and name the file so too if it is the record's own id")
            }
            (None, IdFault::TooLong { .. }) => "choose a shorter id; the title can stay as it is".to_owned(),
            (None, _) => "write lower-case words joined by dashes, such as `first-contact-resolution`".to_owned(),
        }
    }
}

explained!(IdError);

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::parse(text)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Lets a map keyed by ids be asked with plain text.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

record_text!(Id, expecting "an id such as `first-contact-resolution`", text |id| id.as_str(), schema {
    "type": "string",
    "x-type": "id",
    "description": "Id of a record: lower-case words of a to z and 0 to 9 joined by single dashes, at most 64 characters.",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": 64,
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    fn error(text: &str) -> IdError {
        Id::parse(text).expect_err("the text is no id")
    }

    #[test]
    fn ids_of_dated_records_begin_with_their_day() {
        let date = |text: &str| Id::parse(text).expect("an id").date().map(|date| date.to_string());
        assert_eq!(date("2026-03-12-raise-fcr-target").as_deref(), Some("2026-03-12"));
        assert_eq!([date("2026-03"), date("2026-03-123"), date("2026-13-01-x"), date("fcr")], [const { None }; 4]);
    }

    #[test]
    fn words_digits_and_single_dashes_are_an_id() {
        for text in ["a", "7", "fcr", "2026-03-12-raise-fcr-target", &"x".repeat(64)] {
            assert_eq!(Id::parse(text).map(|id| id.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn each_fault_is_named_with_its_place() {
        for (text, fault) in [
            ("", IdFault::Empty),
            ("-a", IdFault::LeadingDash),
            ("-", IdFault::LeadingDash),
            ("a-", IdFault::TrailingDash),
            ("a--b", IdFault::DoubleDash { position: 3 }),
            ("first_contact", IdFault::Character { character: '_', position: 6 }),
            ("éa", IdFault::Character { character: 'é', position: 1 }),
            ("aé b", IdFault::Character { character: 'é', position: 2 }),
            ("a/../b", IdFault::Character { character: '/', position: 2 }),
            ("a\n", IdFault::Character { character: '\n', position: 2 }),
            (&"x".repeat(65), IdFault::TooLong { length: 65 }),
        ] {
            assert_eq!(error(text).fault(), fault, "{text:?}");
        }
    }

    #[test]
    fn mended_id_changes_only_case_and_separators() {
        for (text, mended) in [
            ("First_Contact Resolution", Some("first-contact-resolution")),
            (" csat ", Some("csat")),
            ("a--b-", Some("a-b")),
            ("metric/fcr.yaml", Some("metric-fcr-yaml")),
            ("größe", None),
            ("", None),
            ("---", None),
            ("a+b", None),
        ] {
            assert_eq!(error(text).mended(), mended, "{text:?}");
        }
    }

    #[test]
    fn message_shows_character_and_place() {
        let error = error("first_contact");
        assert_eq!(
            error.to_string(),
            "expected an id of `a` to `z`, `0` to `9` and `-`, found the underscore `_` at character 6 of `first_contact`"
        );
        assert_eq!(error.help(), "write `first-contact`, and name the file so too if it is the record's own id");
    }

    #[test]
    fn map_is_asked_with_plain_text() {
        let map = BTreeMap::from([(Id::parse("fcr").expect("`fcr` is an id"), 1)]);
        assert_eq!(map.get("fcr"), Some(&1));
    }

    #[test]
    fn schema_is_a_string_with_the_grammar() {
        let schema = schemars::schema_for!(Id);
        assert_eq!(schema.get("type").and_then(|value| value.as_str()), Some("string"));
        assert_eq!(schema.get("pattern").and_then(|value| value.as_str()), Some("^[a-z0-9]+(-[a-z0-9]+)*$"));
    }

    proptest! {
        #[test]
        fn id_reads_back_as_written(text in "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,5}") {
            let id = Id::parse(&text).expect("the text follows the grammar");
            prop_assert_eq!(serde_json::to_string(&id).expect("an id is a string"), format!("\"{text}\""));
        }

        #[test]
        fn mended_text_is_always_an_id(text in "\\PC{0,80}") {
            if let Err(error) = Id::parse(&text) && let Some(mended) = error.mended() {
                prop_assert!(Id::parse(mended).is_ok());
            }
        }
    }
}
