//! Lengths of time as people agree on them: seven days, one month, four hours.
//!
//! Invariant: years and months are kept apart from days, and days from hours, since none is a fixed number of the next. Two durations are therefore equal or
//! not, but never longer or shorter.

use std::fmt;
use std::str::FromStr;

use crate::diag::plural;
use crate::model::date::{Date, Zone};
use crate::model::instant::Instant;
use crate::model::text::{explained, quote, record_text};

/// Most digits of a number in a duration.
const WIDEST: usize = 5;

/// A length of time in whole years, months, weeks, days, hours and minutes, written as ISO 8601 does: `P7D`, `P1M`, `PT4H`, `P1DT12H`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    years: u32,
    months: u32,
    weeks: u32,
    days: u32,
    hours: u32,
    minutes: u32,
}

impl Duration {
    /// Makes a duration of whole days.
    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self { years: 0, months: 0, weeks: 0, days, hours: 0, minutes: 0 }
    }

    /// Reads an ISO 8601 duration of whole numbers; weeks stand alone.
    ///
    /// # Errors
    ///
    /// Says what was found when the text is no such duration.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        read(text).ok_or_else(|| DurationError { found: text.to_owned() })
    }

    /// Gives its years, months, weeks, days, hours and minutes.
    #[must_use]
    pub const fn parts(self) -> [u32; 6] {
        [self.years, self.months, self.weeks, self.days, self.hours, self.minutes]
    }

    /// Tells whether it is no time at all.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == Self::days(0)
    }

    /// Gives the ISO 8601 text, as records write it: `P7D`.
    #[must_use]
    pub fn code(self) -> String {
        let part = |count: u32, letter: char| {
            if count == 0 { String::new() } else { format!("{count}{letter}") }
        };
        let date = [part(self.years, 'Y'), part(self.months, 'M'), part(self.weeks, 'W'), part(self.days, 'D')].concat();
        let time = [part(self.hours, 'H'), part(self.minutes, 'M')].concat();
        match (date.is_empty(), time.is_empty()) {
            (true, true) => "P0D".to_owned(),
            (_, true) => format!("P{date}"),
            (_, false) => format!("P{date}T{time}"),
        }
    }

    /// Gives the day on which the duration has passed since a day: months first, then days, a part of a day counting as a whole one.
    ///
    /// Months end on the same day of the month, or the last when it has no such day.
    #[must_use]
    pub fn after_date(self, date: Date) -> Date {
        let part_days = (self.hours * 60 + self.minutes).div_ceil(24 * 60);
        self.calendar_part_after(date).add_days(part_days.cast_signed())
    }

    /// Gives the instant at which the duration has passed since another: months and days on a zone's clock, then hours and minutes as they elapse.
    #[must_use]
    pub fn after(self, instant: Instant, zone: Zone) -> Instant {
        let date = instant.date_in(zone);
        let days = date.days_until(self.calendar_part_after(date));
        let elapsed = i64::from(self.hours) * 3600 + i64::from(self.minutes) * 60;
        let moved = if days == 0 {
            0
        } else {
            zone.instant_at(instant.unix() + i64::from(zone.offset_at(instant.unix())) + i64::from(days) * 86_400) - instant.unix()
        };
        instant.add_seconds(moved + elapsed).in_zone(zone)
    }

    /// Adds years, months, weeks and days.
    fn calendar_part_after(self, date: Date) -> Date {
        date.add_months(self.years * 12 + self.months).add_days((self.weeks * 7 + self.days).cast_signed())
    }
}

/// Reads a duration; none when the text is none.
fn read(text: &str) -> Option<Duration> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    if time.map_or(date, |time| time).is_empty() {
        return None;
    }
    let [years, months, weeks, days] = read_parts(date, ['Y', 'M', 'W', 'D'])?;
    let [hours, minutes] = read_parts(time.unwrap_or_default(), ['H', 'M'])?;
    let duration = Duration { years, months, weeks, days, hours, minutes };
    (weeks == 0 || duration == Duration { weeks, ..Duration::days(0) }).then_some(duration)
}

/// Reads numbers, each before its letter, with the letters in the given order and none twice.
fn read_parts<const N: usize>(text: &str, letters: [char; N]) -> Option<[u32; N]> {
    let mut counts = [0; N];
    let mut rest = text;
    let mut least = 0;
    while !rest.is_empty() {
        let (number, tail) = rest.split_at(rest.find(|character: char| !character.is_ascii_digit())?);
        let letter = tail.chars().next()?;
        let place = letters.iter().position(|known| *known == letter).filter(|place| *place >= least)?;
        if number.len() > WIDEST {
            return None;
        }
        *counts.get_mut(place)? = number.parse().ok()?;
        least = place + 1;
        rest = &tail[letter.len_utf8()..];
    }
    Some(counts)
}

/// A text that is no duration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a duration such as `P7D`, `P1M` or `PT4H`, found {}", quote(found))]
pub struct DurationError {
    /// The text that was found.
    pub found: String,
}

impl DurationError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match mend(&self.found) {
            Some(duration) => format!("write `{}`", duration.code()),
            None => "write `P`, then whole years (`Y`), months (`M`) and days (`D`), or weeks (`W`) alone; hours (`H`) and minutes (`M`) stand after a `T`"
                .to_owned(),
        }
    }
}

explained!(DurationError);

/// Makes a duration of a text such as `7 days`, `4h` or `p7d`.
fn mend(found: &str) -> Option<Duration> {
    let text = found.trim().to_ascii_lowercase();
    if let Some(duration) = read(&text.to_ascii_uppercase()) {
        return Some(duration);
    }
    let (number, unit) = text.split_at(text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len()));
    let letter = match unit.trim_start() {
        "" | "d" | "day" | "days" => "D",
        "w" | "week" | "weeks" => "W",
        "month" | "months" => "M",
        "y" | "year" | "years" => "Y",
        "h" | "hour" | "hours" => return read(&format!("PT{number}H")),
        "min" | "minute" | "minutes" => return read(&format!("PT{number}M")),
        _ => return None,
    };
    read(&format!("P{number}{letter}"))
}

/// Writes the duration in words: "7 days", "1 day and 12 hours".
impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.years, "year"),
            (self.months, "month"),
            (self.weeks, "week"),
            (self.days, "day"),
            (self.hours, "hour"),
            (self.minutes, "minute"),
        ];
        let words: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| plural(*count as usize, noun)).collect();
        match words.split_last() {
            None => formatter.pad("0 days"),
            Some((last, [])) => formatter.pad(last),
            Some((last, rest)) => formatter.pad(&format!("{} and {last}", rest.join(", "))),
        }
    }
}

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        Self::parse(text)
    }
}

record_text!(Duration, expecting "a duration such as `P7D`", text |duration| duration.code(), schema {
    "type": "string",
    "x-type": "duration",
    "description": "Length of time as ISO 8601 writes it, in whole years, months, weeks, days, hours and minutes, for example P7D, P1M or PT4H.",
    "format": "duration",
    "pattern": "^P([0-9]{1,5}W|(?=[0-9T])([0-9]{1,5}Y)?([0-9]{1,5}M)?([0-9]{1,5}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,5}M)?)?)$",
});

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn duration(text: &str) -> Duration {
        Duration::parse(text).expect("the text is a duration")
    }

    fn date(text: &str) -> Date {
        Date::parse(text).expect("the text is a date")
    }

    #[test]
    fn durations_are_shown_in_words() {
        for (text, words) in [
            ("P7D", "7 days"),
            ("P1D", "1 day"),
            ("P1W", "1 week"),
            ("P1M", "1 month"),
            ("PT4H", "4 hours"),
            ("PT1M", "1 minute"),
            ("P1DT12H", "1 day and 12 hours"),
            ("P1Y2M3DT4H5M", "1 year, 2 months, 3 days, 4 hours and 5 minutes"),
            ("P0D", "0 days"),
        ] {
            assert_eq!(duration(text).to_string(), words);
            assert_eq!(duration(text).code(), text);
        }
    }

    #[test]
    fn text_that_is_no_duration_is_mended_when_plain() {
        for (text, help) in [
            ("7 days", "write `P7D`"),
            ("7", "write `P7D`"),
            ("4h", "write `PT4H`"),
            ("30 min", "write `PT30M`"),
            ("p1m", "write `P1M`"),
            ("2 weeks", "write `P2W`"),
        ] {
            let error = Duration::parse(text).expect_err("the text is no duration");
            assert_eq!(error.help(), help);
            assert_eq!(error.to_string(), format!("expected a duration such as `P7D`, `P1M` or `PT4H`, found `{text}`"));
        }
        for text in ["", "P", "PT", "P1DT", "P1H", "PT1D", "P1D1Y", "P1.5D", "P1W2D", "PT10S", "P-1D", "P1D2D", "P999999D", "7m", "P1Dx"] {
            assert!(Duration::parse(text).expect_err("the text is no duration").help().starts_with("write `P`, then whole"), "{text}");
        }
    }

    #[test]
    fn day_after_a_duration_counts_months_then_days() {
        for (text, from, to) in [
            ("P7D", "2026-09-28", "2026-10-05"),
            ("P1M", "2026-01-31", "2026-02-28"),
            ("P1Y", "2024-02-29", "2025-02-28"),
            ("P2W", "2026-12-24", "2027-01-07"),
            ("PT4H", "2026-09-14", "2026-09-15"),
            ("PT24H", "2026-09-14", "2026-09-15"),
            ("P0D", "2026-09-14", "2026-09-14"),
        ] {
            assert_eq!(duration(text).after_date(date(from)), date(to), "{text}");
        }
    }

    #[test]
    fn days_follow_the_clock_and_hours_the_sun() {
        let london = Zone::parse("Europe/London").expect("London is a zone");
        let evening = Instant::parse("2026-03-28T20:00:00Z").expect("the text is an instant");
        assert_eq!(duration("P1D").after(evening, london).to_string(), "2026-03-29T20:00:00+01:00");
        assert_eq!(duration("PT24H").after(evening, london).to_string(), "2026-03-29T21:00:00+01:00");
        assert_eq!(duration("P1DT2H").after(evening, london).to_string(), "2026-03-29T22:00:00+01:00");
    }

    #[test]
    fn record_carries_the_code_and_not_the_words() {
        assert_eq!(serde_json::to_string(&duration("P7D")).expect("a duration is a string"), "\"P7D\"");
    }

    proptest! {
        #[test]
        fn duration_reads_back_as_written(years in 0_u32..99_999, months in 0_u32..99, days in 0_u32..99_999, hours in 0_u32..99, minutes in 0_u32..99_999) {
            let duration = Duration { years, months, weeks: 0, days, hours, minutes };
            prop_assert_eq!(Duration::parse(&duration.code()), Ok(duration));
        }

        #[test]
        fn longest_durations_do_not_panic(years in 0_u32..=99_999, days in 0_u32..=99_999, minutes in 0_u32..=99_999, seconds in -2_208_988_800_i64..=253_402_300_799) {
            let duration = Duration { years, months: 99_999, weeks: 0, days, hours: 99_999, minutes };
            let instant = Instant::from_unix(seconds, 0).expect("the instant is in range");
            prop_assert!(duration.after(instant, Zone::UTC) >= instant);
            prop_assert!(duration.after_date(instant.date_in(Zone::UTC)) >= instant.date_in(Zone::UTC));
        }
    }
}
