//! Days, periods and instants as the language writes them.

use super::words::Language;
use crate::model::{Date, FiscalCalendar, Frequency, Instant, Period};

impl Language {
    /// A day: `14 September 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.day_in("date", self.month(date.month()), date)
    }

    /// A day for narrow places: `14 Sep 2026`.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        self.day_in("date-short", self.short_month(date.month()), date)
    }

    fn day_in(&self, key: &'static str, month: &str, date: Date) -> String {
        let (day, number, year) = (date.day().to_string(), format!("{:02}", date.month()), date.year().to_string());
        self.fill(key, &[("day", day.into()), ("month", month.into()), ("number", number.into()), ("year", year.into())])
    }

    fn month(&self, number: u32) -> &str {
        self.say_dynamic(&format!("month-{number}")).unwrap_or_default()
    }

    fn short_month(&self, number: u32) -> &str {
        self.say_dynamic(&format!("month-short-{number}")).unwrap_or_default()
    }

    /// A period: `September 2026`, `Q3 2026`, `week 37 of 2026`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let (year, number) = period.year_and_number();
        let key = match period.frequency() {
            Frequency::Day => return self.date(day_of(period)),
            Frequency::Week => return self.week("period-week", period),
            Frequency::Month => return self.month_in("period-month", self.month(number.unsigned_abs()), year),
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
            Frequency::Month => return self.month_in("period-month-short", self.short_month(number.unsigned_abs()), year),
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

    fn month_in(&self, key: &'static str, month: &str, year: i32) -> String {
        self.fill(key, &[("month", month.into()), ("year", year.to_string().into())])
    }

    fn week(&self, key: &'static str, period: Period) -> String {
        let (year, week) = day_of(period).iso_week();
        let (plain, padded) = (week.to_string(), format!("{week:02}"));
        self.fill(key, &[("week", plain.into()), ("padded", padded.into()), ("year", year.to_string().into())])
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
        assert_eq!(german.short_period(period("2026-W07")), "KW 07 2026");
    }

    #[test]
    fn instants_name_their_clock() {
        let at = |text: &str| Instant::parse(text).expect("an instant");
        assert_eq!(Language::built_in("en").instant(at("2026-10-05T09:05:59+01:00")), "5 October 2026, 09:05 (UTC+01:00)");
        assert_eq!(Language::built_in("de").instant(at("2026-10-05T09:00:00Z")), "5. Oktober 2026, 09:00 Uhr (UTC)");
    }
}
