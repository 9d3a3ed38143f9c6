//! Calendar dates and time zones; the one file that names the calendar crates.
//!
//! Invariant: a [`Date`] that was read lies in the years 1900 to 9999; arithmetic may step outside, so that the day after the last one has a name. Months are
//! never added by clamping where periods are concerned: those count in whole months (see `period`). Knows nothing of today.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{GapInfo, TZ_VARIANTS, Tz};

use crate::diag::did_you_mean;
use crate::model::date_error::DateError;
use crate::model::text::{digits, explained, quote, record_text};

/// English names of the months, January first.
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// Days from 1 January of the year 1 (day 1) to 1 January 1970.
const EPOCH: i32 = 719_163;

/// Names a month in English; 1 is January. Numbers outside 1 to 12 count round the year.
#[must_use]
pub(crate) fn month_name(month: u32) -> &'static str {
    MONTHS[(month as usize + 11) % 12]
}

/// A day of the Gregorian calendar, written `2026-09-14`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// First year that can be read.
    pub const FIRST_YEAR: i32 = 1900;
    /// Last year that can be read.
    pub const LAST_YEAR: i32 = 9999;

    /// Makes a date of a year, a month from 1 and a day from 1.
    ///
    /// # Errors
    ///
    /// Names the part that is out of range, and how many days the month has.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        if !(Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&year) {
            return Err(DateError::Year { year });
        }
        if !(1..=12).contains(&month) {
            return Err(DateError::Month { month });
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self).ok_or(DateError::Day { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, and nothing looser.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the shape, or which part is out of range.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let shape = || DateError::Shape { found: text.to_owned() };
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(shape());
        };
        let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
            return Err(shape());
        };
        Self::new(year.cast_signed(), month, day)
    }

    /// Gives a day of a month that has it, stopping at the calendar's ends some 260,000 years away.
    pub(crate) fn in_month(year: i32, month: u32, day: u32) -> Self {
        let end = if year < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        Self(NaiveDate::from_ymd_opt(year, month, day).unwrap_or(end))
    }

    /// Gives the calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Gives the month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Gives the day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Gives the day of the week, Monday 1 to Sunday 7 (ISO 8601).
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// Gives the ISO 8601 week-numbering year and week, 1 to 53; around New Year the year may differ from the calendar year.
    #[must_use]
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.0.iso_week();
        (week.year(), week.week())
    }

    /// Counts days since 1 January 1970, which is day 0.
    #[must_use]
    pub fn day_number(self) -> i32 {
        self.0.num_days_from_ce() - EPOCH
    }

    /// Gives the date that many days after 1 January 1970, stopping at the calendar's ends some 260,000 years away.
    #[must_use]
    pub fn from_day_number(number: i32) -> Self {
        let end = if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        Self(number.checked_add(EPOCH).and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or(end))
    }

    /// Gives the date that many days later, or earlier when negative.
    #[must_use]
    pub fn add_days(self, days: i32) -> Self {
        Self::from_day_number(self.day_number().saturating_add(days))
    }

    /// Gives the same day of the month that many months later, or that month's last day when it has no such day.
    ///
    /// For due dates only. Two such steps are not one step of the sum, so no series of periods may be made this way.
    #[must_use]
    pub fn add_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// Counts the days from this date to another; negative when the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.day_number() - self.day_number()
    }
}

/// Counts the days of a month of the Gregorian calendar; none when there is no such month.
#[must_use]
pub(crate) fn days_in_month(year: i32, month: u32) -> u32 {
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
        return 0;
    };
    first.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1))).map_or(31, |last| last.day())
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day()))
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

record_text!(Date, expecting "a date such as `2026-09-14`", text |date| date, schema {
    "type": "string",
    "x-type": "date",
    "description": "Calendar date, YYYY-MM-DD, in the years 1900 to 9999.",
    "format": "date",
    "pattern": "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
});

/// A time zone of the IANA database, written `Europe/London`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

impl Zone {
    /// Universal time, without seasons.
    pub const UTC: Self = Self(Tz::UTC);

    /// Reads an IANA name, with its capitals.
    ///
    /// # Errors
    ///
    /// Says that the zone is not known, with the name that was most likely meant.
    pub fn parse(text: &str) -> Result<Self, ZoneError> {
        text.parse().map(Self).map_err(|_| ZoneError { found: text.to_owned() })
    }

    /// Gives the IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Gives every name that can be read, in the database's order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// Gives how many seconds local time is ahead of universal time at an instant.
    ///
    /// `unix` counts seconds since 1970-01-01T00:00Z. Local mean times before standard time may have odd seconds.
    #[must_use]
    pub fn offset_at(self, unix: i64) -> i32 {
        let instant = clamped(unix);
        self.0.offset_from_utc_datetime(&instant).fix().local_minus_utc()
    }

    /// Finds the instant at which local clocks show a time, as seconds since 1970-01-01T00:00Z.
    ///
    /// `local` counts the seconds since 1970-01-01T00:00 on the local clock. A time that clocks show twice is the earlier one; a time that they skip is the
    /// first instant after the gap.
    #[must_use]
    pub fn instant_at(self, local: i64) -> i64 {
        let time = clamped(local);
        let found = self.0.from_local_datetime(&time).earliest().or_else(|| GapInfo::new(&time, &self.0)?.end);
        found.map_or(local, |instant| instant.timestamp())
    }
}

/// Turns seconds since 1970 into the crate's date and time, stopping at its ends.
fn clamped(seconds: i64) -> NaiveDateTime {
    let end = if seconds < 0 { NaiveDateTime::MIN } else { NaiveDateTime::MAX };
    DateTime::from_timestamp(seconds, 0).map_or(end, |instant| instant.naive_utc())
}

/// Orders zones by name.
impl Ord for Zone {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name().cmp(other.name())
    }
}

impl PartialOrd for Zone {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, ZoneError> {
        Self::parse(text)
    }
}

/// A name that is no zone of the IANA database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an IANA time zone such as `Europe/London`, found {}", quote(found))]
pub struct ZoneError {
    /// The text that was found.
    pub found: String,
}

impl ZoneError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        let tidy = self.found.trim().replace(' ', "_");
        let same = Zone::names().find(|name| name.eq_ignore_ascii_case(&tidy));
        match same.or_else(|| did_you_mean(&tidy, Zone::names())) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "write a name as the IANA database does, such as `Europe/London` or `UTC`".to_owned(),
        }
    }
}

explained!(ZoneError);

record_text!(Zone, expecting "an IANA time zone such as `Europe/London`", text |zone| zone.name(), schema {
    "type": "string",
    "x-type": "zone",
    "description": "Time zone by its name in the IANA database, for example Europe/London or UTC.",
    "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
});

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("the text is a date")
    }

    fn message(text: &str) -> String {
        Date::parse(text).expect_err("the text is no date").to_string()
    }

    #[test]
    fn date_outside_the_shape_is_shown() {
        for text in [
            "",
            "2026",
            "2026-9-14",
            "2026-09-4",
            " 2026-09-14",
            "2026-09-14 ",
            "14/09/2026",
            "2026-09-14T00:00:00Z",
            "+026-09-14",
            "２０２６-09-14",
        ] {
            assert_eq!(message(text), format!("expected a date such as `2026-09-14`, found `{text}`"));
        }
    }

    #[test]
    fn date_that_does_not_exist_names_the_part() {
        assert_eq!(message("2026-13-01"), "expected a month from `01` to `12`, found `13`");
        assert_eq!(message("2026-00-01"), "expected a month from `01` to `12`, found `00`");
        assert_eq!(message("2026-09-31"), "expected a day that exists, found day `31` of September 2026, which has 30 days");
        assert_eq!(message("2026-02-29"), "expected a day that exists, found day `29` of February 2026, which has 28 days");
        assert_eq!(message("2026-02-00"), "expected a day that exists, found day `00` of February 2026, which has 28 days");
        assert_eq!(message("1899-12-31"), "expected a year from `1900` to `9999`, found `1899`");
    }

    #[test]
    fn leap_days_follow_the_gregorian_rule() {
        for (year, days) in [(1900, 28), (2000, 29), (2024, 29), (2026, 28), (2100, 28)] {
            assert_eq!(days_in_month(year, 2), days, "{year}");
        }
        assert!(Date::parse("2024-02-29").is_ok());
    }

    #[test]
    fn iso_week_belongs_to_the_year_of_its_thursday() {
        for (text, week) in [
            ("2020-12-31", (2020, 53)),
            ("2021-01-03", (2020, 53)),
            ("2021-01-04", (2021, 1)),
            ("2024-12-30", (2025, 1)),
            ("2026-01-01", (2026, 1)),
        ] {
            assert_eq!(date(text).iso_week(), week, "{text}");
        }
    }

    #[test]
    fn weekday_counts_from_monday() {
        assert_eq!(date("2026-09-14").weekday(), 1);
        assert_eq!(date("2026-09-20").weekday(), 7);
    }

    #[test]
    fn due_date_months_later_stays_in_the_month() {
        assert_eq!(date("2024-01-31").add_months(1), date("2024-02-29"));
        assert_eq!(date("2026-11-30").add_months(3), date("2027-02-28"));
    }

    #[test]
    fn day_after_the_last_readable_date_exists() {
        assert_eq!(date("9999-12-31").add_days(1).year(), 10_000);
    }

    #[test]
    fn unknown_zone_suggests_a_known_one() {
        for (text, help) in
            [("europe/london", "Europe/London"), ("Europe/Lodnon", "Europe/London"), ("America/New York", "America/New_York")]
        {
            assert_eq!(Zone::parse(text).expect_err("the text is no zone").help(), format!("did you mean `{help}`?"));
        }
    }

    #[test]
    fn skipped_time_is_the_first_instant_after_the_gap() {
        let london = Zone::parse("Europe/London").expect("London is a zone");
        let half_past_one = i64::from(date("2026-03-29").day_number()) * 86_400 + 5_400;
        assert_eq!(london.instant_at(half_past_one), half_past_one - 1_800);
    }

    #[test]
    fn repeated_time_is_the_earlier_one() {
        let london = Zone::parse("Europe/London").expect("London is a zone");
        let half_past_one = i64::from(date("2026-10-25").day_number()) * 86_400 + 5_400;
        assert_eq!(london.instant_at(half_past_one), half_past_one - 3_600);
    }

    #[test]
    fn far_instants_do_not_panic() {
        let london = Zone::parse("Europe/London").expect("London is a zone");
        for seconds in [i64::MIN, i64::MAX] {
            assert!(london.offset_at(seconds).abs() < 86_400);
            assert!(london.instant_at(seconds).checked_abs().is_none_or(|instant| instant > 0));
        }
    }

    proptest! {
        #[test]
        fn date_reads_back_as_written(number in -25_567_i32..=2_932_896) {
            let date = Date::from_day_number(number);
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
            prop_assert_eq!(date.day_number(), number);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}") {
            if let Ok(date) = Date::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
