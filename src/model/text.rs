//! How a value that is written as text in a record is read, written and described.
//!
//! Every such type is a string in YAML and in the JSON Schema, so that a number, a boolean or a date that YAML would guess never reaches the model. An
//! error says what was expected and what was found; its help is one step to mend it. Knows nothing of files, places or levels.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{self, Visitor};

/// Longest piece of somebody's text that a message repeats, in characters.
const SHOWN: usize = 60;

/// Explains a text that could not be read: `Display` says what was expected and found, [`Explain::help`] how to mend it.
pub trait Explain: std::error::Error {
    /// Gives one step, in the imperative, that mends the text.
    fn help(&self) -> String;
}

/// Puts somebody's text in backticks for a message, with control and direction characters made visible and long text cut.
#[must_use]
pub fn quote(found: &str) -> String {
    let mut shown = String::with_capacity(found.len() + 2);
    shown.push('`');
    for (count, character) in found.chars().enumerate() {
        if count == SHOWN {
            shown.push('…');
            break;
        }
        if is_invisible(character) { shown.extend(character.escape_unicode()) } else { shown.push(character) }
    }
    shown.push('`');
    shown
}

/// Somebody's text for a page, whole: control and direction characters are made visible, a tab is a space, line ends stay.
#[must_use]
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' | '\u{a0}' | '\u{ad}' => shown.push(character),
            '\t' => shown.push(' '),
            _ if is_invisible(character) => shown.extend(character.escape_unicode()),
            _ => shown.push(character),
        }
    }
    shown
}

/// Tells whether a character would be unseen in a message, or would change the order in which the rest is read.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}')
        || matches!(character, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Reads a number of exactly `width` ASCII digits, at most nine.
#[must_use]
pub(crate) fn digits(text: &str, width: usize) -> Option<u32> {
    if text.len() != width || width > 9 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Reads a text type from a string and from nothing else.
pub(crate) struct TextVisitor<T> {
    expecting: &'static str,
    text: PhantomData<T>,
}

impl<T> TextVisitor<T> {
    /// Makes a visitor that describes the type as `expecting`, for instance "a date such as `2026-09-14`".
    pub(crate) const fn new(expecting: &'static str) -> Self {
        Self { expecting, text: PhantomData }
    }
}

impl<T> Visitor<'_> for TextVisitor<T>
where
    T: FromStr,
    T::Err: Explain,
{
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.expecting)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|error: T::Err| E::custom(format_args!("{error}; {}", error.help())))
    }
}

/// Gives an error's own `help` to [`Explain`].
macro_rules! explained {
    ($error:ident) => {
        impl $crate::model::text::Explain for $error {
            fn help(&self) -> String {
                $error::help(self)
            }
        }
    };
}

pub(crate) use explained;

/// The name of a type as the `x-type` keyword spells it: `TimeOfDay` is `time-of-day`.
pub(crate) fn kebab_case(name: &str) -> String {
    let mut text = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(character.to_ascii_lowercase());
    }
    text
}

/// Makes a type with `FromStr` a string in records and schemas.
///
/// `text` gives the record's spelling of a value, `schema` the JSON Schema.
macro_rules! record_text {
    ($name:ident, expecting $expecting:expr, text |$value:ident| $text:expr, schema $schema:tt) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                serializer.collect_str(&$text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::model::text::TextVisitor::<Self>::new($expecting))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = schemars::json_schema!($schema);
                schema.insert("x-type".to_owned(), $crate::model::text::kebab_case(stringify!($name)).into());
                schema
            }
        }
    };
}

pub(crate) use record_text;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::Id;

    #[test]
    fn quote_makes_control_and_direction_characters_visible() {
        assert_eq!(quote("a\u{202e}b\nc"), r"`a\u{202e}b\u{a}c`");
    }

    #[test]
    fn text_of_a_page_keeps_its_lines_and_shows_what_would_turn_them_round() {
        assert_eq!(visible("a\u{202e}b\r\n\tc\u{1b}[31m\u{e0041}"), "a\\u{202e}b\n c\\u{1b}[31m\\u{e0041}");
    }

    #[test]
    fn quote_cuts_long_text() {
        assert_eq!(quote(&"x".repeat(1000)), format!("`{}…`", "x".repeat(SHOWN)));
    }

    #[test]
    fn deserialisation_error_carries_message_and_help() {
        let error =
            serde_json::from_str::<Id>("\"Calls\"").map(|id| id.to_string()).expect_err("an upper-case letter is refused").to_string();
        let expected =
            "expected an id of `a` to `z`, `0` to `9` and `-`, found the upper-case letter `C` at character 1 of `Calls`; write `calls`";
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn number_is_refused_where_text_is_expected() {
        let error = serde_json::from_str::<Id>("12").map(|id| id.to_string()).expect_err("a number is no id").to_string();
        assert!(error.contains("expected an id such as `first-contact-resolution`"), "{error}");
    }
}
