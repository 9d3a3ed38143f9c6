//! A time on the clock, for the hour at which a business day begins.

use std::fmt;
use std::str::FromStr;

use crate::model::text::{digits, explained, quote, record_text};

/// A time on a 24-hour clock to the minute, written `04:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    /// The start of the calendar day.
    pub const MIDNIGHT: Self = Self { minutes: 0 };

    /// Reads `HH:MM`, from `00:00` to `23:59`.
    ///
    /// # Errors
    ///
    /// Says what was found when the text is no such time.
    pub fn parse(text: &str) -> Result<Self, TimeOfDayError> {
        let error = || TimeOfDayError { found: text.to_owned() };
        let (hour, minute) = text.split_once(':').ok_or_else(error)?;
        match (digits(hour, 2), digits(minute, 2)) {
            (Some(hour @ 0..=23), Some(minute @ 0..=59)) => Ok(Self { minutes: u16::try_from(hour * 60 + minute).map_err(|_| error())? }),
            _ => Err(error()),
        }
    }

    /// Gives the hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u16 {
        self.minutes / 60
    }

    /// Gives the minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u16 {
        self.minutes % 60
    }

    /// Counts the seconds from midnight on a clock that does not change.
    #[must_use]
    pub fn seconds(self) -> i64 {
        i64::from(self.minutes) * 60
    }
}

/// A text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a time from `00:00` to `23:59`, found {}", quote(found))]
pub struct TimeOfDayError {
    /// The text that was found.
    pub found: String,
}

impl TimeOfDayError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        let parts: Vec<&str> = self.found.trim().split(':').collect();
        let tidy = match parts[..] {
            ["24", "00"] => Some("00:00".to_owned()),
            [hour, minute] | [hour, minute, "00"] => Some(format!("{hour:0>2}:{minute:0>2}")),
            _ => None,
        };
        match tidy.filter(|text| TimeOfDay::parse(text).is_ok()) {
            Some(text) => format!("write `{text}`"),
            None => "write two digits for the hour, a colon and two digits for the minute".to_owned(),
        }
    }
}

explained!(TimeOfDayError);

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{:02}:{:02}", self.hour(), self.minute()))
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        Self::parse(text)
    }
}

record_text!(TimeOfDay, expecting "a time such as `04:00`", text |time| time, schema {
    "type": "string",
    "x-type": "time-of-day",
    "description": "Time on a 24-hour clock, HH:MM.",
    "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_minute_of_the_day_reads_back() {
        for minutes in 0..24 * 60 {
            let time = TimeOfDay { minutes };
            assert_eq!(TimeOfDay::parse(&time.to_string()), Ok(time));
        }
    }

    #[test]
    fn text_that_is_no_time_is_mended_when_plain() {
        for (text, help) in [
            ("4:00", "write `04:00`"),
            ("04:00:00", "write `04:00`"),
            ("24:00", "write `00:00`"),
            (" 04:00", "write `04:00`"),
            ("04:60", "write two digits for the hour, a colon and two digits for the minute"),
            ("0400", "write two digits for the hour, a colon and two digits for the minute"),
        ] {
            assert_eq!(TimeOfDay::parse(text).expect_err("the text is no time").help(), help, "{text:?}");
        }
    }
}
