//! Instants: points in time that are the same for everybody, and the days that they belong to.
//!
//! Invariant: an [`Instant`] is written with its offset, prints as it was written, and compares by the point in time alone. Must not know today.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use crate::model::date::{Date, Zone};
use crate::model::date_error::DateError;
use crate::model::instant_error::InstantError;
use crate::model::text::{digits, record_text};
use crate::model::time_of_day::TimeOfDay;

/// Seconds of a day without a clock change.
const DAY: i64 = 86_400;

/// 1900-01-01T00:00:00Z in seconds since 1970.
const FIRST: i64 = -2_208_988_800;

/// 9999-12-31T23:59:59Z in seconds since 1970.
const LAST: i64 = 253_402_300_799;

/// How the offset of an instant is written.
#[derive(Debug, Clone, Copy)]
enum Offset {
    /// `Z`.
    Zulu,
    /// Minutes that the local clock is ahead of universal time.
    Minutes(i16),
}

impl Offset {
    fn seconds(self) -> i64 {
        match self {
            Self::Zulu => 0,
            Self::Minutes(minutes) => i64::from(minutes) * 60,
        }
    }
}

/// A point in time with the offset that it was written in: `2026-10-05T09:00:00+01:00` (RFC 3339).
///
/// Equality, order and hash are those of the point in time: `09:00:00+01:00` equals `08:00:00Z`.
#[derive(Debug, Clone, Copy)]
pub struct Instant {
    unix: i64,
    nanoseconds: u32,
    fraction_digits: u8,
    offset: Offset,
}

impl Instant {
    /// Reads an RFC 3339 date and time: capital `T`, seconds, and an offset or `Z`.
    ///
    /// # Errors
    ///
    /// Says which part is missing or out of range; a time without an offset is refused, since it names no instant.
    pub fn parse(text: &str) -> Result<Self, InstantError> {
        let shape = || InstantError::Shape { found: text.to_owned() };
        let (date, rest) = text.split_at_checked(10).ok_or_else(shape)?;
        let rest = match rest.strip_prefix('T') {
            Some(rest) => rest,
            None if rest.is_empty() && Date::parse(date).is_ok() => {
                return Err(InstantError::DateOnly { found: text.to_owned() });
            }
            None => return Err(shape()),
        };
        let date = Date::parse(date).map_err(|error| match error {
            DateError::Shape { .. } => shape(),
            error => InstantError::Date(error),
        })?;
        let at = rest.find(['Z', '+', '-']).ok_or_else(|| InstantError::NoOffset { found: text.to_owned() })?;
        let (clock, offset) = rest.split_at(at);
        let (time, fraction) = clock.split_once('.').map_or((clock, None), |(time, fraction)| (time, Some(fraction)));
        let seconds = read_clock(time, text)?;
        let (nanoseconds, fraction_digits) = fraction.map_or(Some((0, 0)), read_fraction).ok_or_else(shape)?;
        let offset = read_offset(offset, text)?;
        let unix = i64::from(date.day_number()) * DAY + seconds - offset.seconds();
        Self { unix, nanoseconds, fraction_digits, offset }.in_range()
    }

    /// Makes an instant of seconds since 1970-01-01T00:00:00Z, written with an offset in minutes east; 0 is written `Z`.
    ///
    /// # Errors
    ///
    /// Refuses instants outside the years 1900 to 9999 and offsets of a day or more.
    pub fn from_unix(seconds: i64, offset_minutes: i32) -> Result<Self, InstantError> {
        let offset = match i16::try_from(offset_minutes) {
            Ok(0) => Offset::Zulu,
            Ok(minutes @ -1439..=1439) => Offset::Minutes(minutes),
            _ => {
                return Err(InstantError::OffsetMinutes { minutes: offset_minutes });
            }
        };
        Self { unix: seconds, nanoseconds: 0, fraction_digits: 0, offset }.in_range()
    }

    /// Passes an instant of the years that can be written.
    fn in_range(self) -> Result<Self, InstantError> {
        if (FIRST..=LAST).contains(&self.unix) { Ok(self) } else { Err(InstantError::Range { unix: self.unix }) }
    }

    /// Makes an instant written in a zone's own offset, or `Z` where that is no whole number of minutes.
    fn from_zone(unix: i64, zone: Zone) -> Self {
        let seconds = zone.offset_at(unix);
        let offset = match i16::try_from(seconds / 60) {
            Ok(minutes) if zone != Zone::UTC && seconds % 60 == 0 => Offset::Minutes(minutes),
            _ => Offset::Zulu,
        };
        Self { unix, nanoseconds: 0, fraction_digits: 0, offset }
    }

    /// Gives the whole seconds since 1970-01-01T00:00:00Z, rounded down.
    #[must_use]
    pub fn unix(self) -> i64 {
        self.unix
    }

    /// Gives the minutes that the clock it was written by is ahead of universal time.
    #[must_use]
    pub fn offset_minutes(self) -> i16 {
        match self.offset {
            Offset::Zulu => 0,
            Offset::Minutes(minutes) => minutes,
        }
    }

    /// Gives the same instant in universal time: `2026-10-05T08:00:00Z`.
    #[must_use]
    pub fn utc_text(self) -> String {
        Self { offset: Offset::Zulu, ..self }.to_string()
    }

    /// Gives the calendar date on the clock that the instant was written by.
    #[must_use]
    pub fn written_date(self) -> Date {
        date_of(self.unix + self.offset.seconds())
    }

    /// Gives the calendar date in a zone at this instant.
    #[must_use]
    pub fn date_in(self, zone: Zone) -> Date {
        date_of(self.unix + i64::from(zone.offset_at(self.unix)))
    }

    /// Gives the business day in a zone that this instant belongs to, when business days begin at `day_boundary`.
    #[must_use]
    pub fn business_day_in(self, zone: Zone, day_boundary: TimeOfDay) -> Date {
        let date = self.date_in(zone);
        if self < start_of_day(date, zone, day_boundary) { date.add_days(-1) } else { date }
    }

    /// Gives the same instant on a zone's clock.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { nanoseconds: self.nanoseconds, fraction_digits: self.fraction_digits, ..Self::from_zone(self.unix, zone) }
    }

    /// Gives the instant that many seconds later, or earlier when negative, stopping at the ends of the years 1900 and 9999.
    #[must_use]
    pub fn add_seconds(self, seconds: i64) -> Self {
        Self { unix: self.unix.saturating_add(seconds).clamp(FIRST, LAST), ..self }
    }

    /// Gives the time on the clock that the instant was written by, in seconds from midnight.
    pub(crate) fn written_seconds(self) -> i64 {
        (self.unix + self.offset.seconds()).rem_euclid(DAY)
    }

    /// Gives the time on the clock that the instant was written by: `09:05`.
    #[must_use]
    pub fn written_time(self) -> String {
        let minutes = self.written_seconds() / 60;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Gives the distance of that clock from universal time: `UTC+01:00`.
    #[must_use]
    pub fn written_zone(self) -> String {
        match self.offset {
            Offset::Zulu => "UTC".to_owned(),
            Offset::Minutes(minutes) => format!("UTC{}", offset_text(minutes)),
        }
    }
}

/// Gives the calendar date of a count of seconds since 1970 on some clock.
fn date_of(seconds: i64) -> Date {
    Date::from_day_number(i32::try_from(seconds.div_euclid(DAY)).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX }))
}

/// Finds the first instant of a business day: the moment when clocks in the zone show `day_boundary` on that date.
///
/// Where clocks skip that time the day begins with the first instant after the gap; where they show it twice, with the earlier one. A day therefore has 23, 24
/// or 25 hours as a rule, and consecutive days meet without gap or overlap.
#[must_use]
pub fn start_of_day(date: Date, zone: Zone, day_boundary: TimeOfDay) -> Instant {
    Instant::from_zone(zone.instant_at(i64::from(date.day_number()) * DAY + day_boundary.seconds()), zone)
}

/// Reads `HH:MM:SS` as seconds from midnight.
fn read_clock(clock: &str, text: &str) -> Result<i64, InstantError> {
    let shape = || InstantError::Shape { found: text.to_owned() };
    let mut parts = clock.split(':');
    let hour = parts.next().and_then(|part| digits(part, 2)).ok_or_else(shape)?;
    let minute = parts.next().and_then(|part| digits(part, 2)).ok_or_else(shape)?;
    let second = match parts.next() {
        Some(part) => digits(part, 2).ok_or_else(shape)?,
        None => {
            return Err(InstantError::NoSeconds { found: text.to_owned() });
        }
    };
    if parts.next().is_some() {
        return Err(shape());
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err(InstantError::Clock { found: clock.to_owned() });
    }
    Ok(i64::from(hour * 3600 + minute * 60 + second))
}

/// Reads the digits after the point as nanoseconds and their number; nine digits at most.
fn read_fraction(fraction: &str) -> Option<(u32, u8)> {
    let width = fraction.len();
    let value = digits(fraction, width).filter(|_| width > 0)?;
    let count = u8::try_from(width).ok()?;
    Some((value * 10_u32.pow(9 - u32::from(count)), count))
}

/// Reads `Z`, `+HH:MM` or `-HH:MM`; `-00:00` is refused, since RFC 3339 gives it to clocks of unknown offset.
fn read_offset(offset: &str, text: &str) -> Result<Offset, InstantError> {
    let error = || InstantError::Offset { found: offset.to_owned(), text: text.to_owned() };
    if offset == "Z" {
        return Ok(Offset::Zulu);
    }
    let (sign, rest) = match offset.split_at_checked(1) {
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) if rest != "00:00" => (-1, rest),
        _ => return Err(error()),
    };
    let time = TimeOfDay::parse(rest).map_err(|_| error())?;
    let minutes = i16::try_from(time.hour() * 60 + time.minute()).map_err(|_| error())?;
    Ok(Offset::Minutes(sign * minutes))
}

/// Writes an offset as `+01:00`.
fn offset_text(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.written_seconds();
        write!(formatter, "{}T{:02}:{:02}:{:02}", self.written_date(), seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        if self.fraction_digits > 0 {
            let digits = format!("{:09}", self.nanoseconds);
            write!(formatter, ".{}", &digits[..usize::from(self.fraction_digits)])?;
        }
        match self.offset {
            Offset::Zulu => formatter.write_str("Z"),
            Offset::Minutes(minutes) => formatter.write_str(&offset_text(minutes)),
        }
    }
}

impl PartialEq for Instant {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Instant {}

impl Ord for Instant {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.unix, self.nanoseconds).cmp(&(other.unix, other.nanoseconds))
    }
}

impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Instant {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.unix, self.nanoseconds).hash(state);
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        Self::parse(text)
    }
}

record_text!(Instant, expecting "an instant such as `2026-10-05T09:00:00+01:00`", text |instant| instant, schema {
    "type": "string",
    "x-type": "instant",
    "description": "Point in time as RFC 3339 writes it, with an offset or Z, for example 2026-10-05T09:00:00+01:00.",
    "format": "date-time",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$",
});

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn instant(text: &str) -> Instant {
        Instant::parse(text).expect("the text is an instant")
    }

    fn zone(text: &str) -> Zone {
        Zone::parse(text).expect("the text is a zone")
    }

    fn date(text: &str) -> Date {
        Date::parse(text).expect("the text is a date")
    }

    #[test]
    fn instant_prints_as_written() {
        for text in [
            "2026-10-05T09:00:00+01:00",
            "2026-10-05T08:00:00Z",
            "2026-10-05T08:00:00+00:00",
            "2026-10-05T08:00:00.120Z",
            "2026-01-01T00:00:00.000000001-09:30",
        ] {
            assert_eq!(instant(text).to_string(), text);
            assert_eq!(serde_json::to_string(&instant(text)).expect("an instant is a string"), format!("\"{text}\""));
        }
    }

    #[test]
    fn instants_compare_by_the_point_in_time() {
        assert_eq!(instant("2026-10-05T09:00:00+01:00"), instant("2026-10-05T08:00:00Z"));
        assert!(instant("2026-10-05T09:00:00+02:00") < instant("2026-10-05T08:00:00Z"));
        assert!(instant("2026-10-05T08:00:00Z") < instant("2026-10-05T08:00:00.5Z"));
    }

    #[test]
    fn utc_text_is_the_same_instant() {
        assert_eq!(instant("2026-01-01T00:30:00.25+01:00").utc_text(), "2025-12-31T23:30:00.25Z");
    }

    #[test]
    fn unix_seconds_take_the_offset_they_came_with() {
        assert_eq!(Instant::from_unix(1_780_000_000, 0).map(|instant| instant.to_string()), Ok("2026-05-28T20:26:40Z".to_owned()));
        assert_eq!(Instant::from_unix(1_780_000_000, -210).map(|instant| instant.to_string()), Ok("2026-05-28T16:56:40-03:30".to_owned()));
        assert!(Instant::from_unix(i64::MAX, 0).is_err());
        assert!(Instant::from_unix(0, 1440).is_err());
    }

    #[test]
    fn date_depends_on_the_zone() {
        let late = instant("2026-06-30T23:30:00Z");
        assert_eq!(late.date_in(Zone::UTC), date("2026-06-30"));
        assert_eq!(late.date_in(zone("Europe/London")), date("2026-07-01"));
    }

    #[test]
    fn business_day_begins_at_its_boundary() {
        let four = TimeOfDay::parse("04:00").expect("the text is a time");
        let london = zone("Europe/London");
        assert_eq!(instant("2026-07-01T03:59:59+01:00").business_day_in(london, four), date("2026-06-30"));
        assert_eq!(instant("2026-07-01T04:00:00+01:00").business_day_in(london, four), date("2026-07-01"));
    }

    #[test]
    fn day_begins_after_the_gap_where_midnight_is_skipped() {
        for (name, day, start) in [
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"),
            ("Africa/Cairo", "2024-04-26", "2024-04-26T01:00:00+03:00"),
            ("Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"),
        ] {
            assert_eq!(start_of_day(date(day), zone(name), TimeOfDay::MIDNIGHT).to_string(), start);
        }
    }

    #[test]
    fn day_begins_with_the_earlier_of_two_midnights() {
        assert_eq!(start_of_day(date("2024-11-03"), zone("America/Havana"), TimeOfDay::MIDNIGHT).to_string(), "2024-11-03T00:00:00-04:00");
    }

    #[test]
    fn day_start_in_universal_time_is_written_z() {
        assert_eq!(start_of_day(date("2026-09-14"), Zone::UTC, TimeOfDay::MIDNIGHT).to_string(), "2026-09-14T00:00:00Z");
    }

    #[test]
    fn clock_and_distance_from_universal_time_are_told() {
        let told = |text: &str| (instant(text).written_time(), instant(text).written_zone());
        assert_eq!(told("2026-10-05T09:05:59+01:00"), ("09:05".to_owned(), "UTC+01:00".to_owned()));
        assert_eq!(told("2026-10-05T09:00:00Z"), ("09:00".to_owned(), "UTC".to_owned()));
    }

    proptest! {
        #[test]
        fn instant_reads_back_as_written(seconds in FIRST..=LAST, offset in -1439_i32..=1439) {
            // Local dates at the very ends of the range cannot be written in every offset.
            prop_assume!((FIRST..=LAST).contains(&(seconds + i64::from(offset) * 60)));
            let instant = Instant::from_unix(seconds, offset).expect("seconds and offset are in range");
            let read = Instant::parse(&instant.to_string()).expect("an instant is written in its own grammar");
            prop_assert_eq!(read.to_string(), instant.to_string());
            prop_assert_eq!(read, instant);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}|2026-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,10})?[Z+-]([0-9]{2}:[0-9]{2})?") {
            if let Ok(instant) = Instant::parse(&text) {
                prop_assert_eq!(instant.to_string(), text);
            }
        }

        #[test]
        fn day_of_every_instant_begins_before_it_and_ends_after(seconds in 0_i64..4_000_000_000, hour in 0_u32..24, name in prop::sample::select(vec!["Europe/London", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe"])) {
            let zone = zone(name);
            let boundary = TimeOfDay::parse(&format!("{hour:02}:30")).expect("the text is a time");
            let instant = Instant::from_unix(seconds, 0).expect("the instant is in range");
            let day = instant.business_day_in(zone, boundary);
            prop_assert!(start_of_day(day, zone, boundary) <= instant);
            prop_assert!(instant < start_of_day(day.add_days(1), zone, boundary));
        }
    }
}
