//! Versions of versioned records: three numbers, of which the first says that comparability was lost.
//!
//! Invariant: the numbers have no leading zeros, so that one version has one spelling. Must not know what makes a change breaking.

use std::fmt;
use std::str::FromStr;

use crate::model::text::{explained, quote, record_text};

/// The version of a record, written `1.4.0`; ordered by its numbers from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    major: u32,
    minor: u32,
    patch: u32,
}

impl Version {
    /// Makes a version of its three numbers.
    #[must_use]
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// Reads three numbers joined by points.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the shape or with one number.
    pub fn parse(text: &str) -> Result<Self, VersionError> {
        let mut parts = text.split('.');
        let (Some(major), Some(minor), Some(patch), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(VersionError::Shape { found: text.to_owned() });
        };
        Ok(Self { major: read_number(major, text)?, minor: read_number(minor, text)?, patch: read_number(patch, text)? })
    }

    /// Gives the number that a breaking change raises.
    #[must_use]
    pub const fn major(self) -> u32 {
        self.major
    }

    /// Gives the number that a material change raises.
    #[must_use]
    pub const fn minor(self) -> u32 {
        self.minor
    }

    /// Gives the number that a minor change raises.
    #[must_use]
    pub const fn patch(self) -> u32 {
        self.patch
    }
}

/// Reads one of the three numbers.
fn read_number(part: &str, text: &str) -> Result<u32, VersionError> {
    if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(VersionError::Shape { found: text.to_owned() });
    }
    if part.len() > 1 && part.starts_with('0') {
        return Err(VersionError::LeadingZero { part: part.to_owned(), found: text.to_owned() });
    }
    part.parse().map_err(|_| VersionError::TooLarge { part: part.to_owned() })
}

/// A text that is no version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VersionError {
    /// The text is not three numbers joined by points.
    #[error("expected a version of three numbers such as `1.4.0`, found {}", quote(found))]
    Shape {
        /// The text that was found.
        found: String,
    },
    /// A number begins with a zero that it does not need.
    #[error("expected a version without leading zeros, found {} in {}", quote(part), quote(found))]
    LeadingZero {
        /// The number.
        part: String,
        /// The whole text.
        found: String,
    },
    /// A number is larger than any that is kept.
    #[error("expected version numbers up to `{}`, found {}", u32::MAX, quote(part))]
    TooLarge {
        /// The number.
        part: String,
    },
}

impl VersionError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Shape { found } => mend(found)
                .map_or_else(|| "write three numbers joined by points: `X.Y.Z`".to_owned(), |version| format!("write `{version}`")),
            Self::LeadingZero { part, .. } => {
                let number = part.trim_start_matches('0');
                format!("write `{}`", if number.is_empty() { "0" } else { number })
            }
            Self::TooLarge { .. } => "write a smaller number".to_owned(),
        }
    }
}

explained!(VersionError);

/// Makes a version of a text with a `v` before it, space around it or numbers missing at its end.
fn mend(found: &str) -> Option<Version> {
    let bare = found.trim();
    let bare = bare.strip_prefix(['v', 'V']).unwrap_or(bare);
    let missing = match bare.split('.').count() {
        1 => ".0.0",
        2 => ".0",
        _ => "",
    };
    Version::parse(&format!("{bare}{missing}")).ok()
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{}.{}.{}", self.major, self.minor, self.patch))
    }
}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, VersionError> {
        Self::parse(text)
    }
}

record_text!(Version, expecting "a version such as `1.4.0`", text |version| version, schema {
    "type": "string",
    "x-type": "version",
    "description": "Version of the record, X.Y.Z: X rises with a breaking change, Y with a material one, Z with a minor one.",
    "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$",
});

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn versions_are_ordered_by_number_not_by_text() {
        assert!(Version::new(1, 9, 0) < Version::new(1, 10, 0));
        assert!(Version::new(1, 99, 99) < Version::new(2, 0, 0));
    }

    #[test]
    fn text_that_is_no_version_is_explained() {
        for (text, message, help) in [
            ("1.4", "expected a version of three numbers such as `1.4.0`, found `1.4`", "write `1.4.0`"),
            ("v2.0.1", "expected a version of three numbers such as `1.4.0`, found `v2.0.1`", "write `2.0.1`"),
            (
                "1.4.0-beta",
                "expected a version of three numbers such as `1.4.0`, found `1.4.0-beta`",
                "write three numbers joined by points: `X.Y.Z`",
            ),
            ("1.04.0", "expected a version without leading zeros, found `04` in `1.04.0`", "write `4`"),
            ("00.1.0", "expected a version without leading zeros, found `00` in `00.1.0`", "write `0`"),
            ("4294967296.0.0", "expected version numbers up to `4294967295`, found `4294967296`", "write a smaller number"),
        ] {
            let error = Version::parse(text).expect_err("the text is no version");
            assert_eq!((error.to_string().as_str(), error.help().as_str()), (message, help));
        }
    }

    proptest! {
        #[test]
        fn version_reads_back_as_written(major: u32, minor: u32, patch: u32) {
            let version = Version::new(major, minor, patch);
            prop_assert_eq!(Version::parse(&version.to_string()), Ok(version));
        }
    }
}
