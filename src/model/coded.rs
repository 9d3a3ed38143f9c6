//! Words and letters from a closed list: how they are looked up, and what is said about one that is not in the list.
//!
//! Invariant: a code is matched exactly, so that one value has one spelling in every record. Must not know any particular list.

use std::fmt;

use serde_json::json;

use crate::diag::did_you_mean;
use crate::model::text::{explained, quote};

/// A value that is written as one of a fixed list of codes.
pub trait Coded: Copy + 'static {
    /// Names the list with its article, for messages: "a frequency".
    const WHAT: &'static str;

    /// Gives every value, in the order in which people should see them.
    fn all() -> &'static [Self];

    /// Gives the code as it is written in records.
    fn code(self) -> &'static str;

    /// Says what the code means, in a sentence without its full stop.
    fn meaning(self) -> &'static str;
}

/// Finds the value with exactly this code.
///
/// # Errors
///
/// Names the list when no value has the code.
pub(crate) fn find_code<T: Coded>(text: &str) -> Result<T, UnknownCode> {
    T::all().iter().copied().find(|value| value.code() == text).ok_or_else(|| UnknownCode {
        what: T::WHAT,
        found: text.to_owned(),
        codes: T::all().iter().map(|value| value.code()).collect(),
    })
}

/// A code that its list does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode {
    what: &'static str,
    found: String,
    codes: Vec<&'static str>,
}

impl UnknownCode {
    /// Gives the text that was found.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Gives the codes that would have been accepted.
    #[must_use]
    pub fn codes(&self) -> &[&'static str] {
        &self.codes
    }

    /// Gives the code that the author most likely meant: the same but for case and dashes, else the nearest by spelling.
    ///
    /// One-letter codes have no near spelling, since every letter is as near as any other.
    #[must_use]
    pub fn meant(&self) -> Option<&'static str> {
        let folded = fold(&self.found);
        let codes = self.codes.iter().copied();
        let same = codes.clone().find(|code| fold(code) == folded);
        same.or_else(|| did_you_mean(&folded, codes.filter(|code| code.len() > 1)))
    }
}

/// Takes out what people vary without meaning to: case, surrounding space, and space, underscore or dash between words.
fn fold(text: &str) -> String {
    text.trim().chars().map(|character| if matches!(character, ' ' | '_') { '-' } else { character.to_ascii_lowercase() }).collect()
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}, found {}", self.what, quote(&self.found))
    }
}

impl std::error::Error for UnknownCode {}

impl UnknownCode {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        if let Some(code) = self.meant() {
            return format!("did you mean `{code}`?");
        }
        let codes: Vec<String> = self.codes.iter().map(|code| format!("`{code}`")).collect();
        format!("use one of {}", codes.join(", "))
    }
}

explained!(UnknownCode);

/// Describes each code of a list for a JSON Schema.
pub(crate) fn described<T: Coded>() -> Vec<serde_json::Value> {
    T::all().iter().map(|value| json!({ "description": value.meaning(), "type": "string", "const": value.code() })).collect()
}

/// Makes a [`Coded`] type a string in records and schemas; more keywords of the schema may follow the description.
macro_rules! coded_text {
    ($name:ident, $description:literal $(, $key:literal: $value:literal)*) => {
        impl $name {
            /// Gives the code as it is written in records.
            #[must_use]
            pub fn code(self) -> &'static str {
                <Self as $crate::model::coded::Coded>::code(self)
            }

            /// Says what the code means, in a sentence without its full stop.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                <Self as $crate::model::coded::Coded>::meaning(self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad($crate::model::coded::Coded::code(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::coded::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::model::coded::find_code(text)
            }
        }

        $crate::model::text::record_text!(
            $name,
            expecting <$name as $crate::model::coded::Coded>::WHAT,
            text |value| $crate::model::coded::Coded::code(*value),
            schema {
                "type": "string",
                "description": $description,
$($key: $value,)*
                "oneOf": $crate::model::coded::described::<$name>(),
            }
        );
    };
}

pub(crate) use coded_text;
