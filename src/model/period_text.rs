//! How periods are written in records.
//!
//! Invariant: every period in the years 1900 to 9999 has exactly one spelling in records, and reading it gives the same period.

use std::fmt;
use std::str::FromStr;

use crate::model::date::Date;
use crate::model::date_error::DateError;
use crate::model::fiscal::FiscalCalendar;
use crate::model::frequency::Frequency;
use crate::model::period::Period;
use crate::model::period_error::PeriodError;
use crate::model::text::{digits, record_text};

impl Period {
    /// Reads a period as records write it.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the shape, or which part is out of range.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let read = match text.strip_prefix("FY") {
            Some(rest) => read_fiscal(rest),
            None => read_calendar(text),
        };
        read.unwrap_or_else(|| Err(PeriodError::Shape { found: text.to_owned() }))
    }

    /// Gives the first day of a day or week, which no fiscal calendar moves.
    fn day(self) -> Date {
        self.first_day(&FiscalCalendar::CALENDAR_YEAR)
    }

    /// Gives the week-numbering year and number of a week.
    fn week(self) -> (i32, u32) {
        self.day().iso_week()
    }
}

/// Reads what stands behind `FY`; none when it has no form of a fiscal period.
fn read_fiscal(text: &str) -> Option<Result<Period, PeriodError>> {
    let (year, part) = split_year(text)?;
    let period = match part {
        "" => Ok(Period::from_index(Frequency::FiscalYear, year)),
        _ if part.starts_with("-M") => {
            let month = digits(&part[2..], 2)?;
            if (1..=12).contains(&month) {
                Ok(Period::in_year(Frequency::FiscalMonth, year, 12, month))
            } else {
                Err(PeriodError::FiscalMonth { month })
            }
        }
        _ => in_quarter(Frequency::FiscalQuarter, year, part)?,
    };
    Some(in_range(year).and(period))
}

/// Reads a period that does not begin with `FY`; none when it has no form of one.
fn read_calendar(text: &str) -> Option<Result<Period, PeriodError>> {
    let (year, part) = split_year(text)?;
    let period = match part {
        "" => Ok(Period::from_index(Frequency::Year, year)),
        _ if part.len() == 6 => read_day(text)?,
        _ if part.starts_with("-Q") => in_quarter(Frequency::Quarter, year, part)?,
        _ if part.starts_with("-W") => {
            let week = digits(&part[2..], 2)?;
            return Some(in_range(year).and_then(|()| in_week(year, week)));
        }
        _ => {
            let month = digits(part.strip_prefix('-')?, 2)?;
            if (1..=12).contains(&month) {
                Ok(Period::in_year(Frequency::Month, year, 12, month))
            } else {
                Err(DateError::Month { month }.into())
            }
        }
    };
    Some(in_range(year).and(period))
}

/// Splits a text into its first four digits and the rest.
fn split_year(text: &str) -> Option<(i32, &str)> {
    let (year, rest) = text.split_at_checked(4)?;
    Some((digits(year, 4)?.cast_signed(), rest))
}

/// Passes the years that can be read.
fn in_range(year: i32) -> Result<(), PeriodError> {
    if (Date::FIRST_YEAR..=Date::LAST_YEAR).contains(&year) { Ok(()) } else { Err(DateError::Year { year }.into()) }
}

/// Reads `-Q` and a digit.
fn in_quarter(frequency: Frequency, year: i32, part: &str) -> Option<Result<Period, PeriodError>> {
    let quarter = digits(part.strip_prefix("-Q")?, 1)?;
    let known = (1..=4).contains(&quarter);
    Some(if known { Ok(Period::in_year(frequency, year, 4, quarter)) } else { Err(PeriodError::Quarter { quarter }) })
}

/// Finds the week of a week-numbering year; 28 December is always in its last week and 4 January in its first.
fn in_week(year: i32, week: u32) -> Result<Period, PeriodError> {
    let (_, weeks) = Date::new(year, 12, 28)?.iso_week();
    if !(1..=weeks).contains(&week) {
        return Err(PeriodError::Week { year, week, weeks });
    }
    let first = Period::containing(Date::new(year, 1, 4)?, Frequency::Week, &FiscalCalendar::CALENDAR_YEAR);
    Ok(first.step(week.cast_signed() - 1))
}

/// Reads a date as the period of that day.
fn read_day(text: &str) -> Option<Result<Period, PeriodError>> {
    match Date::parse(text) {
        Ok(date) => Some(Ok(Period::containing(date, Frequency::Day, &FiscalCalendar::CALENDAR_YEAR))),
        Err(DateError::Shape { .. }) => None,
        Err(error) => Some(Err(error.into())),
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = self.year_and_number();
        let text = match self.frequency() {
            Frequency::Day => self.day().to_string(),
            Frequency::Week => {
                let (year, week) = self.week();
                format!("{year:04}-W{week:02}")
            }
            Frequency::Month => format!("{year:04}-{number:02}"),
            Frequency::Quarter => format!("{year:04}-Q{number}"),
            Frequency::Year => format!("{year:04}"),
            Frequency::FiscalMonth => format!("FY{year:04}-M{number:02}"),
            Frequency::FiscalQuarter => format!("FY{year:04}-Q{number}"),
            Frequency::FiscalYear => format!("FY{year:04}"),
        };
        formatter.pad(&text)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        Self::parse(text)
    }
}

record_text!(Period, expecting "a period such as `2026-09`, `2026-Q3` or `2026`", text |period| period, schema {
    "type": "string",
    "x-type": "period",
    "description": "Reporting period: a date, an ISO week, a month, a quarter or a year, or a month, quarter or year of the fiscal calendar.",
    "pattern": "^([0-9]{4}(-(Q[1-4]|W(0[1-9]|[1-4][0-9]|5[0-3])|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?|FY[0-9]{4}(-(Q[1-4]|M(0[1-9]|1[0-2])))?)$",
});

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn period(text: &str) -> Period {
        Period::parse(text).expect("the text is a period")
    }

    #[test]
    fn form_decides_the_frequency() {
        for (text, frequency) in [
            ("2026-09-14", Frequency::Day),
            ("2026-W37", Frequency::Week),
            ("2026-09", Frequency::Month),
            ("2026-Q3", Frequency::Quarter),
            ("2026", Frequency::Year),
            ("FY2026-M03", Frequency::FiscalMonth),
            ("FY2026-Q1", Frequency::FiscalQuarter),
            ("FY2026", Frequency::FiscalYear),
        ] {
            assert_eq!(period(text).frequency(), frequency);
            assert_eq!(period(text).to_string(), text);
        }
    }

    #[test]
    fn week_is_named_after_the_year_of_its_thursday() {
        let new_year = Date::parse("2021-01-01").expect("the text is a date");
        assert_eq!(Period::containing(new_year, Frequency::Week, &FiscalCalendar::default()).to_string(), "2020-W53");
    }

    #[test]
    fn record_carries_the_period_as_text() {
        assert_eq!(serde_json::to_string(&period("2026-Q3")).expect("a period is a string"), "\"2026-Q3\"");
        assert_eq!(serde_json::from_str::<Period>("\"FY2026\"").expect("the text is a period"), period("FY2026"));
        assert!(serde_json::from_str::<Period>("2026").is_err());
    }

    proptest! {
        #[test]
        fn period_reads_back_as_written(number in -25_500_i32..2_932_000, frequency in prop::sample::select(Frequency::ALL.to_vec())) {
            let period = Period::containing(Date::from_day_number(number), frequency, &FiscalCalendar::default());
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}|(FY)?[0-9]{4}(-[QWM]?[0-9]{1,2}){0,2}") {
            if let Ok(period) = Period::parse(&text) {
                prop_assert_eq!(period.to_string(), text);
            }
        }
    }
}
