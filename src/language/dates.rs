//! Days, periods and instants as the language writes them.

use std::collections::BTreeMap;

use super::pattern::Pattern;
use super::words::Language;
use crate::model::{Date, Duration, FiscalCalendar, Frequency, Instant, Period};

/// Names of months and the patterns around them, at hand because they are said for every row of every table.
#[derive(Clone, Debug, Default)]
pub(super) struct CalendarWords {
    months: Vec<String>,
    short_months: Vec<String>,
    date: Pattern,
    short_date: Pattern,
    month: Pattern,
    short_month: Pattern,
}

impl CalendarWords {
    /// Takes them from the messages of a language.
    pub(super) fn of(messages: &BTreeMap<String, Pattern>) -> Self {
        let name = |key: String| messages.get(&key).and_then(Pattern::plain).unwrap_or_default().to_owned();
        let pattern = |key: &str| messages.get(key).cloned().unwrap_or_default();
        Self {
            months: (1..=12).map(|number| name(format!("month-{number}"))).collect(),
            short_months: (1..=12).map(|number| name(format!("month-short-{number}"))).collect(),
            date: pattern("date"),
            short_date: pattern("date-short"),
            month: pattern("period-month"),
            short_month: pattern("period-month-short"),
        }
    }

    fn name(names: &[String], number: u32) -> &str {
        let position = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        position.and_then(|position| names.get(position)).map_or("", String::as_str)
    }
}

impl Language {
    /// A day: `14 September 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.day_in(&self.calendar.date, self.month(date.month()), date)
    }

    /// A day for narrow places: `14 Sep 2026`.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        self.day_in(&self.calendar.short_date, self.short_month(date.month()), date)
    }

    fn day_in(&self, pattern: &Pattern, month: &str, date: Date) -> String {
        let (day, number, year) = (date.day().to_string(), format!("{:02}", date.month()), date.year().to_string());
        self.filled(pattern, &[("day", day.into()), ("month", month.into()), ("number", number.into()), ("year", year.into())])
    }

    fn month(&self, number: u32) -> &str {
        CalendarWords::name(&self.calendar.months, number)
    }

    fn short_month(&self, number: u32) -> &str {
        CalendarWords::name(&self.calendar.short_months, number)
    }

    /// A period: `September 2026`, `Q3 2026`, `week 37 of 2026`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let (year, number) = period.year_and_number();
        let key = match period.frequency() {
            Frequency::Day => return self.date(day_of(period)),
            Frequency::Week => return self.week("period-week", period),
            Frequency::Month => return self.month_in(&self.calendar.month, self.month(number.unsigned_abs()), year),
            Frequency::Quarter => "period-quarter",
            Frequency::Year => "period-year",
            Frequency::FiscalMonth => "period-fiscal-month",
            Frequency::FiscalQuarter => "period-fiscal-quarter",
            Frequency::FiscalYear => "period-fiscal-year",
        };
        self.numbered(key, number, year)
    }

    /// A period for narrow places: `Sep 2026`, `W37 2026`, `Q1 FY2026`.
    #[must_use]
    pub fn short_period(&self, period: Period) -> String {
        let (year, number) = period.year_and_number();
        let key = match period.frequency() {
            Frequency::Day => return self.short_date(day_of(period)),
            Frequency::Week => return self.week("period-week-short", period),
            Frequency::Month => return self.month_in(&self.calendar.short_month, self.short_month(number.unsigned_abs()), year),
            Frequency::Quarter => "period-quarter-short",
            Frequency::Year => "period-year-short",
            Frequency::FiscalMonth => "period-fiscal-month-short",
            Frequency::FiscalQuarter => "period-fiscal-quarter-short",
            Frequency::FiscalYear => "period-fiscal-year-short",
        };
        self.numbered(key, number, year)
    }

    fn numbered(&self, key: &'static str, number: i32, year: i32) -> String {
        self.fill(
            key,
            &[("number", number.to_string().into()), ("padded", format!("{number:02}").into()), ("year", year.to_string().into())],
        )
    }

    fn month_in(&self, pattern: &Pattern, month: &str, year: i32) -> String {
        self.filled(pattern, &[("month", month.into()), ("year", year.to_string().into())])
    }

    fn week(&self, key: &'static str, period: Period) -> String {
        let (year, week) = day_of(period).iso_week();
        let (plain, padded) = (week.to_string(), format!("{week:02}"));
        self.fill(key, &[("week", plain.into()), ("padded", padded.into()), ("year", year.to_string().into())])
    }

    /// How often something happens: `monthly`, `every fiscal quarter`.
    #[must_use]
    pub fn frequency(&self, frequency: Frequency) -> &str {
        match frequency {
            Frequency::Day => self.say("frequency-day"),
            Frequency::Week => self.say("frequency-week"),
            Frequency::Month => self.say("frequency-month"),
            Frequency::Quarter => self.say("frequency-quarter"),
            Frequency::Year => self.say("frequency-year"),
            Frequency::FiscalMonth => self.say("frequency-fiscal-month"),
            Frequency::FiscalQuarter => self.say("frequency-fiscal-quarter"),
            Frequency::FiscalYear => self.say("frequency-fiscal-year"),
        }
    }

    /// A number of periods of one length: `8 months`.
    #[must_use]
    pub fn periods(&self, count: usize, frequency: Frequency) -> String {
        let count = [("count", count.into())];
        match frequency {
            Frequency::Day => self.fill("periods-day", &count),
            Frequency::Week => self.fill("periods-week", &count),
            Frequency::Month => self.fill("periods-month", &count),
            Frequency::Quarter => self.fill("periods-quarter", &count),
            Frequency::Year => self.fill("periods-year", &count),
            Frequency::FiscalMonth => self.fill("periods-fiscal-month", &count),
            Frequency::FiscalQuarter => self.fill("periods-fiscal-quarter", &count),
            Frequency::FiscalYear => self.fill("periods-fiscal-year", &count),
        }
    }

    /// A length of time: `1 month and 12 days`.
    #[must_use]
    pub fn duration(&self, duration: Duration) -> String {
        let [years, months, weeks, days, hours, minutes] = duration.parts();
        let says = |key: &'static str, count: u32| (count > 0).then(|| self.fill(key, &[("count", count.into())]));
        let said = [
            says("periods-year", years),
            says("periods-month", months),
            says("periods-week", weeks),
            says("periods-day", days),
            says("duration-hours", hours),
            says("duration-minutes", minutes),
        ];
        self.listed(said.into_iter().flatten().collect()).unwrap_or_else(|| self.fill("periods-day", &[("count", 0_u32.into())]))
    }

    /// Several things as one list: `a, b and c`; nothing where there is none.
    #[must_use]
    pub fn listed(&self, mut things: Vec<String>) -> Option<String> {
        let last = things.pop()?;
        if things.is_empty() {
            return Some(last);
        }
        Some(self.fill("list-last", &[("before", things.join(", ").into()), ("last", last.into())]))
    }

    /// An instant on the clock by which it was written: `5 October 2026, 09:00 (UTC+01:00)`.
    #[must_use]
    pub fn instant(&self, instant: Instant) -> String {
        let (time, zone) = (instant.written_time(), instant.written_zone());
        let date = self.date(instant.written_date());
        self.fill("instant", &[("date", date.into()), ("time", time.into()), ("zone", zone.into())])
    }
}

/// The first day of a day or week, which no fiscal calendar moves.
fn day_of(period: Period) -> Date {
    period.first_day(&FiscalCalendar::CALENDAR_YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).expect("a period")
    }

    #[test]
    fn periods_are_for_people() {
        let english = Language::built_in("en-GB");
        for (text, label, short) in [
            ("2026-09-14", "14 September 2026", "14 Sep 2026"),
            ("2026-W07", "week 7 of 2026", "W07 2026"),
            ("2026-09", "September 2026", "Sep 2026"),
            ("2026-Q3", "Q3 2026", "Q3 2026"),
            ("2026", "2026", "2026"),
            ("FY2026-M03", "month 3 of fiscal year 2026", "M03 FY2026"),
            ("FY2026-Q1", "Q1 of fiscal year 2026", "Q1 FY2026"),
            ("FY2026", "fiscal year 2026", "FY2026"),
        ] {
            assert_eq!((english.period(period(text)), english.short_period(period(text))), (label.to_owned(), short.to_owned()));
        }
    }

    #[test]
    fn each_language_writes_days_and_periods_in_its_own_way() {
        let german = Language::built_in("de");
        assert_eq!(german.date(Date::parse("2026-03-05").expect("a date")), "5. März 2026");
        assert_eq!(german.period(period("2026-W07")), "7. Woche 2026");
        assert_eq!(german.short_period(period("2026-W07")), "KW\u{a0}07 2026");
    }

    #[test]
    fn lengths_of_time_are_for_people() {
        let duration = |text: &str| Duration::parse(text).expect("a duration");
        let (english, german) = (Language::built_in("en"), Language::built_in("de"));
        for (text, label, other) in [
            ("P1Y2M", "1 year and 2 months", "1 Jahr und 2 Monate"),
            ("P1DT4H30M", "1 day, 4 hours and 30 minutes", "1 Tag, 4 Stunden und 30 Minuten"),
            ("P0D", "0 days", "0 Tage"),
        ] {
            assert_eq!((english.duration(duration(text)), german.duration(duration(text))), (label.to_owned(), other.to_owned()));
            assert_eq!(duration(text).to_string(), label);
        }
        assert_eq!(german.periods(8, Frequency::FiscalQuarter), "8 Geschäftsquartale");
    }

    #[test]
    fn instants_name_their_clock() {
        let at = |text: &str| Instant::parse(text).expect("an instant");
        assert_eq!(Language::built_in("en").instant(at("2026-10-05T09:05:59+01:00")), "5 October 2026, 09:05 (UTC+01:00)");
        assert_eq!(Language::built_in("de").instant(at("2026-10-05T09:00:00Z")), "5. Oktober 2026, 09:00 Uhr (UTC)");
    }
}
