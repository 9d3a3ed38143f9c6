//! What is said about a text that should be a date.

use crate::model::date::{Date, days_in_month, month_name};
use crate::model::text::{explained, quote};

/// A text or a set of numbers that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text is not of the form `YYYY-MM-DD`.
    #[error("expected a date such as `2026-09-14`, found {}", quote(found))]
    Shape {
        /// The text that was found.
        found: String,
    },
    /// The year is outside those that can be read.
    #[error("expected a year from `{}` to `{}`, found `{year:04}`", Date::FIRST_YEAR, Date::LAST_YEAR)]
    Year {
        /// The year that was found.
        year: i32,
    },
    /// There is no such month.
    #[error("expected a month from `01` to `12`, found `{month:02}`")]
    Month {
        /// The month that was found.
        month: u32,
    },
    /// The month has no such day.
    #[error("expected a day that exists, found day `{day:02}` of {} {year}, which has {} days", month_name(*month), days_in_month(*year, *month))]
    Day {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
        /// The day that was found.
        day: u32,
    },
}

impl DateError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Shape { found } => shape_help(found),
            Self::Year { .. } => "correct the year".to_owned(),
            Self::Month { month, .. } if *month > 12 => "write year, month and day in this order, such as `2026-09-14`".to_owned(),
            Self::Month { .. } => "write the month as two digits, January as `01`".to_owned(),
            Self::Day { year, month, .. } => format!("write a day from `01` to `{:02}`", days_in_month(*year, *month)),
        }
    }
}

explained!(DateError);

/// Tells the commonest slips apart from texts that are no date at all.
fn shape_help(found: &str) -> String {
    if Date::parse(found.trim()).is_ok() {
        return format!("take out the space around `{}`", found.trim());
    }
    if let Some(date) = found.get(..10).and_then(|start| Date::parse(start).ok()) {
        return format!("write the date alone: `{date}`");
    }
    let parts: Vec<&str> = found.trim().split(['-', '/', '.']).collect();
    if let [year, month, day] = parts[..]
        && year.len() == 4
        && let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse())
        && let Ok(date) = Date::new(year, month, day)
    {
        return format!("write `{date}`");
    }
    "write four digits for the year, two for the month and two for the day: `YYYY-MM-DD`".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_mends_what_is_plain() {
        for (text, help) in [
            ("2026-9-4", "write `2026-09-04`"),
            ("2026/09/04", "write `2026-09-04`"),
            (" 2026-09-04", "take out the space around `2026-09-04`"),
            ("2026-09-04T10:00:00Z", "write the date alone: `2026-09-04`"),
            ("04.09.2026", "write four digits for the year, two for the month and two for the day: `YYYY-MM-DD`"),
            ("2026-31-12", "write year, month and day in this order, such as `2026-09-14`"),
            ("2026-09-31", "write a day from `01` to `30`"),
        ] {
            assert_eq!(Date::parse(text).expect_err("the text is no date").help(), help, "{text:?}");
        }
    }
}
