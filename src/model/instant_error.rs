//! What is said about a text that should be an instant.

use crate::model::date_error::DateError;
use crate::model::text::{explained, quote};

/// A text or a set of numbers that is no instant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InstantError {
    /// The text is not of the form `YYYY-MM-DDTHH:MM:SS` with an offset.
    #[error("expected an instant such as `2026-10-05T09:00:00+01:00`, found {}", quote(found))]
    Shape {
        /// The text that was found.
        found: String,
    },
    /// The text is a date without a time.
    #[error("expected an instant with time and offset, found the date {}", quote(found))]
    DateOnly {
        /// The text that was found.
        found: String,
    },
    /// The text has a time but no offset.
    #[error("expected an offset such as `+01:00` or `Z` after the time, found none in {}", quote(found))]
    NoOffset {
        /// The text that was found.
        found: String,
    },
    /// The time has no seconds.
    #[error("expected a time with seconds, found none in {}", quote(found))]
    NoSeconds {
        /// The text that was found.
        found: String,
    },
    /// The time is on no clock.
    #[error("expected a time from `00:00:00` to `23:59:59`, found {}", quote(found))]
    Clock {
        /// The time that was found.
        found: String,
    },
    /// The text behind the time is no offset.
    #[error("expected an offset such as `+01:00` or `Z`, found {} in {}", quote(found), quote(text))]
    Offset {
        /// The text behind the time.
        found: String,
        /// The whole text.
        text: String,
    },
    /// The date of the instant does not exist.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A count of minutes that is no offset.
    #[error("expected an offset of less than a day, found `{minutes}` minutes")]
    OffsetMinutes {
        /// The minutes that were found.
        minutes: i32,
    },
    /// The instant is outside the years that can be written.
    #[error("expected an instant in the years `1900` to `9999`, found `{unix}` seconds since 1970")]
    Range {
        /// Seconds since 1970-01-01T00:00:00Z.
        unix: i64,
    },
}

impl InstantError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Shape { .. } => "write date, `T`, time and offset without spaces: `YYYY-MM-DDTHH:MM:SS+HH:MM`".to_owned(),
            Self::DateOnly { found } => format!("add the time and the offset, such as `{found}T09:00:00Z`"),
            Self::NoOffset { .. } => {
                "add the offset of the clock that was read: `Z` for universal time, `+01:00` for an hour ahead".to_owned()
            }
            Self::NoSeconds { .. } => "add the seconds, such as `:00`".to_owned(),
            Self::Clock { found } if found.ends_with(":60") => "write a leap second as second `59`".to_owned(),
            Self::Clock { found } if found.starts_with("24:") => "write midnight as `00:00:00` of the next day".to_owned(),
            Self::Clock { .. } => "correct the time".to_owned(),
            Self::Offset { .. } => "write `Z`, or a sign, two digits for hours, a colon and two digits for minutes".to_owned(),
            Self::Date(error) => error.help(),
            Self::OffsetMinutes { .. } => "give the offset in minutes east of universal time".to_owned(),
            Self::Range { .. } => "correct the year".to_owned(),
        }
    }
}

explained!(InstantError);

#[cfg(test)]
mod tests {
    use crate::model::instant::Instant;

    #[test]
    fn each_slip_has_its_own_message() {
        for (text, message) in [
            ("2026-10-05", "expected an instant with time and offset, found the date `2026-10-05`"),
            ("2026-10-05T09:00:00", "expected an offset such as `+01:00` or `Z` after the time, found none in `2026-10-05T09:00:00`"),
            ("2026-10-05T09:00+01:00", "expected a time with seconds, found none in `2026-10-05T09:00+01:00`"),
            ("2026-10-05T24:00:00Z", "expected a time from `00:00:00` to `23:59:59`, found `24:00:00`"),
            ("2026-10-05T09:00:00+0100", "expected an offset such as `+01:00` or `Z`, found `+0100` in `2026-10-05T09:00:00+0100`"),
            ("2026-10-05T09:00:00-00:00", "expected an offset such as `+01:00` or `Z`, found `-00:00` in `2026-10-05T09:00:00-00:00`"),
            ("2026-02-30T09:00:00Z", "expected a day that exists, found day `30` of February 2026, which has 28 days"),
            ("2026-10-05 09:00:00Z", "expected an instant such as `2026-10-05T09:00:00+01:00`, found `2026-10-05 09:00:00Z`"),
            ("2026-10-05T09:00:00.Z", "expected an instant such as `2026-10-05T09:00:00+01:00`, found `2026-10-05T09:00:00.Z`"),
            ("", "expected an instant such as `2026-10-05T09:00:00+01:00`, found ``"),
        ] {
            assert_eq!(Instant::parse(text).expect_err("the text is no instant").to_string(), message);
        }
    }
}
