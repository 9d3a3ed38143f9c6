//! The fiscal calendar: when the fiscal year begins, and which calendar year gives it its name.
//!
//! Invariant: a fiscal year begins on day 1 to 28 of a month, so that each of its twelve months begins on that same day. Calendars of 4-4-5 weeks are not
//! kept here.

use std::fmt;
use std::str::FromStr;

use crate::model::coded::{Coded, coded_text};
use crate::model::text::{digits, explained, quote, record_text};

/// The day on which the fiscal year begins, written `04` (1 April) or `04-06` (6 April).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalStart {
    month: u8,
    day: u8,
}

impl FiscalStart {
    /// The fiscal year that is the calendar year.
    pub const JANUARY: Self = Self { month: 1, day: 1 };

    /// Makes a start of a month, 1 to 12, and a day, 1 to 28.
    #[must_use]
    pub const fn new(month: u8, day: u8) -> Option<Self> {
        if month >= 1 && month <= 12 && day >= 1 && day <= 28 { Some(Self { month, day }) } else { None }
    }

    /// Reads `MM` or `MM-DD`.
    ///
    /// # Errors
    ///
    /// Says which part is malformed or out of range.
    pub fn parse(text: &str) -> Result<Self, FiscalStartError> {
        let shape = || FiscalStartError::Shape { found: text.to_owned() };
        let (month, day) = text.split_once('-').unwrap_or((text, "01"));
        let month = digits(month, 2).ok_or_else(shape)?;
        let day = digits(day, 2).ok_or_else(shape)?;
        let part = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        Self::new(part(month), part(day)).ok_or(if (1..=12).contains(&month) {
            FiscalStartError::Day { day }
        } else {
            FiscalStartError::Month { month }
        })
    }

    /// Gives the month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Gives the day of the month, 1 to 28.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl Default for FiscalStart {
    fn default() -> Self {
        Self::JANUARY
    }
}

/// A text that is no start of a fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FiscalStartError {
    /// The text is neither `MM` nor `MM-DD`.
    #[error("expected the start of the fiscal year such as `04` or `04-06`, found {}", quote(found))]
    Shape {
        /// The text that was found.
        found: String,
    },
    /// There is no such month.
    #[error("expected a month from `01` to `12`, found `{month:02}`")]
    Month {
        /// The month that was found.
        month: u32,
    },
    /// Not every month has such a day.
    #[error("expected a day from `01` to `28`, found `{day:02}`")]
    Day {
        /// The day that was found.
        day: u32,
    },
}

impl FiscalStartError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Shape { .. } => "write the month as two digits, in quotes, with `-` and the day if it is not the first".to_owned(),
            Self::Month { .. } => "write the month first, January as `01`".to_owned(),
            Self::Day { .. } => "choose a day that every month has".to_owned(),
        }
    }
}

explained!(FiscalStartError);

impl fmt::Display for FiscalStart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.day == 1 { write!(formatter, "{:02}", self.month) } else { write!(formatter, "{:02}-{:02}", self.month, self.day) }
    }
}

impl FromStr for FiscalStart {
    type Err = FiscalStartError;

    fn from_str(text: &str) -> Result<Self, FiscalStartError> {
        Self::parse(text)
    }
}

record_text!(FiscalStart, expecting "the start of the fiscal year such as `04`", text |start| start, schema {
    "type": "string",
    "description": "First day of the fiscal year: MM for the first of a month, or MM-DD with a day from 01 to 28.",
    "pattern": "^(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?$",
});

/// Which calendar year gives a fiscal year its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedAfter {
    /// The calendar year in which it begins.
    StartYear,
    /// The calendar year in which it ends.
    EndYear,
}

impl Coded for NamedAfter {
    const WHAT: &'static str = "the year that names a fiscal year, `start-year` or `end-year`";

    fn all() -> &'static [Self] {
        &[Self::StartYear, Self::EndYear]
    }

    fn code(self) -> &'static str {
        match self {
            Self::StartYear => "start-year",
            Self::EndYear => "end-year",
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::StartYear => "the calendar year in which the fiscal year begins",
            Self::EndYear => "the calendar year in which the fiscal year ends",
        }
    }
}

coded_text!(NamedAfter, "Which calendar year gives a fiscal year its name: the one in which it begins or the one in which it ends.");

/// When fiscal years begin and how they are named.
///
/// A year that begins on 1 January is named after the one calendar year that it covers, whatever `named_after` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalCalendar {
    start: FiscalStart,
    named_after: NamedAfter,
}

impl FiscalCalendar {
    /// The calendar year as fiscal year.
    pub const CALENDAR_YEAR: Self = Self { start: FiscalStart::JANUARY, named_after: NamedAfter::EndYear };

    /// Makes a calendar; without a choice, a fiscal year is named after the calendar year in which it ends.
    #[must_use]
    pub fn new(start: FiscalStart, named_after: Option<NamedAfter>) -> Self {
        Self { start, named_after: named_after.unwrap_or(NamedAfter::EndYear) }
    }

    /// Gives the day on which each fiscal year begins.
    #[must_use]
    pub const fn start(self) -> FiscalStart {
        self.start
    }

    /// Tells which calendar year names a fiscal year.
    #[must_use]
    pub const fn named_after(self) -> NamedAfter {
        self.named_after
    }

    /// Gives what is added to a fiscal year's name to find the calendar year in which it begins: 0 or -1.
    pub(crate) fn start_shift(self) -> i32 {
        if self.start == FiscalStart::JANUARY || self.named_after == NamedAfter::StartYear { 0 } else { -1 }
    }

    /// Counts the months from January of the year in a fiscal year's name to the fiscal year's first month: -11 to 11.
    pub(crate) fn first_month_shift(self) -> i32 {
        self.start_shift() * 12 + i32::from(self.start.month) - 1
    }
}

impl Default for FiscalCalendar {
    fn default() -> Self {
        Self::CALENDAR_YEAR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_start_reads_back_as_written() {
        for month in 1..=12 {
            for day in 1..=28 {
                let start = FiscalStart::new(month, day).expect("month and day are in range");
                assert_eq!(FiscalStart::parse(&start.to_string()), Ok(start));
            }
        }
    }

    #[test]
    fn first_of_a_month_may_be_written_out() {
        assert_eq!(FiscalStart::parse("04-01"), FiscalStart::parse("04"));
    }

    #[test]
    fn text_that_is_no_start_is_explained() {
        for (text, message) in [
            ("4", "expected the start of the fiscal year such as `04` or `04-06`, found `4`"),
            ("April", "expected the start of the fiscal year such as `04` or `04-06`, found `April`"),
            ("13", "expected a month from `01` to `12`, found `13`"),
            ("04-29", "expected a day from `01` to `28`, found `29`"),
            ("04-00", "expected a day from `01` to `28`, found `00`"),
        ] {
            assert_eq!(FiscalStart::parse(text).expect_err("the text is no start").to_string(), message);
        }
    }

    #[test]
    fn fiscal_year_is_named_after_its_end_unless_told() {
        let april = FiscalStart::parse("04").expect("April is a month");
        assert_eq!(FiscalCalendar::new(april, None).named_after(), NamedAfter::EndYear);
    }
}
