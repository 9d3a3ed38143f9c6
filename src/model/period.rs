//! Reporting periods: which one comes next, which days it has, and which longer one it belongs to.
//!
//! Invariant: a period is a frequency and a whole number, so the next period is one more and no month end is ever clamped. Fiscal periods know their name only;
//! a [`FiscalCalendar`] turns the name into days. Must not know which periods a metric has values for.

use crate::model::date::{Date, Zone};
use crate::model::fiscal::FiscalCalendar;
use crate::model::frequency::Frequency;
use crate::model::instant::{Instant, start_of_day};
use crate::model::time_of_day::TimeOfDay;

/// Days from the Monday of week 0 to 1 January 1970, a Thursday.
const THURSDAY: i32 = 3;

/// A reporting period, written as its frequency demands: `2026-09`, `2026-Q3`, `2026`, `2026-W37`, `2026-09-14`, `FY2026-Q1`.
///
/// Periods of one frequency are ordered in time; periods of different frequencies are ordered by frequency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    frequency: Frequency,
    /// Days since 1970-01-01, weeks since that day's week, or months, quarters or years since the year 0.
    index: i32,
}

impl Period {
    /// Makes the period of a frequency and an index as described at the field.
    pub(crate) const fn from_index(frequency: Frequency, index: i32) -> Self {
        Self { frequency, index }
    }

    /// Makes the period that is the `number`th part, from 1, of a year or fiscal year with `parts` parts.
    pub(crate) fn in_year(frequency: Frequency, year: i32, parts: i32, number: u32) -> Self {
        Self { frequency, index: year * parts + number.cast_signed() - 1 }
    }

    /// Gives its frequency.
    #[must_use]
    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// Gives the year of its name and its number from 1 within that year; for years the number is 1, for days and weeks see [`Date`].
    pub(crate) fn year_and_number(self) -> (i32, i32) {
        let parts = parts_of_year(self.frequency);
        (self.index.div_euclid(parts), self.index.rem_euclid(parts) + 1)
    }

    /// Gives the period after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self { frequency: self.frequency, index: self.index.saturating_add(1) }
    }

    /// Gives the period before this one.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self { frequency: self.frequency, index: self.index.saturating_sub(1) }
    }

    /// Gives the period that many steps later, or earlier when negative.
    #[must_use]
    pub const fn step(self, periods: i32) -> Self {
        Self { frequency: self.frequency, index: self.index.saturating_add(periods) }
    }

    /// Gives the same period one year earlier: same month, quarter or fiscal part of it. Days and weeks have none.
    #[must_use]
    pub fn year_before(self) -> Option<Self> {
        match self.frequency {
            Frequency::Day | Frequency::Week => None,
            frequency => Some(self.step(-parts_of_year(frequency))),
        }
    }

    /// Gives every period from one to another, both included; none when they differ in frequency or stand in the wrong order.
    #[must_use]
    pub fn iter(from: Self, to: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        let count = Self::distance(from, to).map_or(0, |steps| steps.saturating_add(1));
        (0..count.max(0)).map(move |steps| from.step(steps))
    }

    /// Counts the steps from one period to another, negative when the other is earlier; none when they differ in frequency.
    #[must_use]
    pub fn distance(from: Self, to: Self) -> Option<i32> {
        (from.frequency == to.frequency).then(|| to.index.saturating_sub(from.index))
    }

    /// Gives its first day.
    #[must_use]
    pub fn first_day(self, calendar: &FiscalCalendar) -> Date {
        let months = |months: i32| self.index.saturating_mul(months);
        let fiscal =
            |count: i32| month_start(months(count).saturating_add(calendar.first_month_shift()), u32::from(calendar.start().day()));
        match self.frequency {
            Frequency::Day => Date::from_day_number(self.index),
            Frequency::Week => Date::from_day_number(self.index.saturating_mul(7).saturating_sub(THURSDAY)),
            Frequency::Month => month_start(months(1), 1),
            Frequency::Quarter => month_start(months(3), 1),
            Frequency::Year => month_start(months(12), 1),
            Frequency::FiscalMonth => fiscal(1),
            Frequency::FiscalQuarter => fiscal(3),
            Frequency::FiscalYear => fiscal(12),
        }
    }

    /// Gives its last day.
    #[must_use]
    pub fn last_day(self, calendar: &FiscalCalendar) -> Date {
        self.next().first_day(calendar).add_days(-1)
    }

    /// Counts its days.
    #[must_use]
    pub fn days(self, calendar: &FiscalCalendar) -> i32 {
        self.first_day(calendar).days_until(self.next().first_day(calendar))
    }

    /// Gives its first instant and the first instant after it, for business days that begin at `day_boundary` in a zone.
    #[must_use]
    pub fn bounds(self, zone: Zone, day_boundary: TimeOfDay, calendar: &FiscalCalendar) -> (Instant, Instant) {
        let start = |period: Self| start_of_day(period.first_day(calendar), zone, day_boundary);
        (start(self), start(self.next()))
    }

    /// Tells whether a day belongs to it.
    #[must_use]
    pub fn contains(self, date: Date, calendar: &FiscalCalendar) -> bool {
        Self::containing(date, self.frequency, calendar) == self
    }

    /// Finds the period of a frequency to which a day belongs.
    #[must_use]
    pub fn containing(date: Date, frequency: Frequency, calendar: &FiscalCalendar) -> Self {
        let month = month_index(date);
        let fiscal = || {
            let begun = date.day() >= u32::from(calendar.start().day());
            month - calendar.first_month_shift() - i32::from(!begun)
        };
        let index = match frequency {
            Frequency::Day => date.day_number(),
            Frequency::Week => (date.day_number() + THURSDAY).div_euclid(7),
            Frequency::Month => month,
            Frequency::Quarter => month.div_euclid(3),
            Frequency::Year => date.year(),
            Frequency::FiscalMonth => fiscal(),
            Frequency::FiscalQuarter => fiscal().div_euclid(3),
            Frequency::FiscalYear => fiscal().div_euclid(12),
        };
        Self { frequency, index }
    }

    /// Tells whether every day of this period belongs to the other.
    #[must_use]
    pub fn within(self, other: Self, calendar: &FiscalCalendar) -> bool {
        other.contains(self.first_day(calendar), calendar) && other.contains(self.last_day(calendar), calendar)
    }

    /// Finds the one period of a frequency that has all days of this one: the quarter of a month, the fiscal year of a fiscal month.
    ///
    /// There is none when this period lies across two of them, as a week does at a month's end, or is longer than they are.
    #[must_use]
    pub fn coarser(self, frequency: Frequency, calendar: &FiscalCalendar) -> Option<Self> {
        let period = Self::containing(self.first_day(calendar), frequency, calendar);
        period.contains(self.last_day(calendar), calendar).then_some(period)
    }

    /// Gives the periods of a frequency that together have exactly the days of this one, in order; none when they do not fit.
    #[must_use]
    pub fn finer(self, frequency: Frequency, calendar: &FiscalCalendar) -> Option<Vec<Self>> {
        let first = Self::containing(self.first_day(calendar), frequency, calendar);
        let last = Self::containing(self.last_day(calendar), frequency, calendar);
        (first.within(self, calendar) && last.within(self, calendar)).then(|| Self::iter(first, last).collect())
    }
}

/// Counts how many periods of a frequency a year has by name; days and weeks are not numbered within the year here.
const fn parts_of_year(frequency: Frequency) -> i32 {
    match frequency {
        Frequency::Month | Frequency::FiscalMonth => 12,
        Frequency::Quarter | Frequency::FiscalQuarter => 4,
        Frequency::Day | Frequency::Week | Frequency::Year | Frequency::FiscalYear => 1,
    }
}

/// Counts the months from January of the year 0 to a date's month.
fn month_index(date: Date) -> i32 {
    date.year() * 12 + date.month().cast_signed() - 1
}

/// Gives a day, 1 to 28, of the month with that index.
fn month_start(index: i32, day: u32) -> Date {
    Date::in_month(index.div_euclid(12), index.rem_euclid(12).unsigned_abs() + 1, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fiscal::{FiscalStart, NamedAfter};

    use proptest::prelude::*;

    fn period(text: &str) -> Period {
        Period::parse(text).expect("the text is a period")
    }

    fn date(text: &str) -> Date {
        Date::parse(text).expect("the text is a date")
    }

    fn zone(text: &str) -> Zone {
        Zone::parse(text).expect("the text is a zone")
    }

    fn calendar(start: &str, named_after: NamedAfter) -> FiscalCalendar {
        FiscalCalendar::new(FiscalStart::parse(start).expect("the text is a start"), Some(named_after))
    }

    fn days(text: &str, calendar: FiscalCalendar) -> (String, String) {
        let period = period(text);
        (period.first_day(&calendar).to_string(), period.last_day(&calendar).to_string())
    }

    fn hours(text: &str, name: &str, boundary: &str) -> i64 {
        let boundary = TimeOfDay::parse(boundary).expect("the text is a time");
        let (start, end) = period(text).bounds(zone(name), boundary, &FiscalCalendar::default());
        (end.unix() - start.unix()) / 3600
    }

    #[test]
    fn period_takes_eight_bytes() {
        assert_eq!(size_of::<Period>(), 8);
    }

    #[test]
    fn calendar_periods_have_their_days() {
        for (text, first, last) in [
            ("2026-09-14", "2026-09-14", "2026-09-14"),
            ("2026-W37", "2026-09-07", "2026-09-13"),
            ("2020-W53", "2020-12-28", "2021-01-03"),
            ("2021-W01", "2021-01-04", "2021-01-10"),
            ("2025-W01", "2024-12-30", "2025-01-05"),
            ("2026-W53", "2026-12-28", "2027-01-03"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-02", "2026-02-01", "2026-02-28"),
            ("2026-12", "2026-12-01", "2026-12-31"),
            ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2026-Q4", "2026-10-01", "2026-12-31"),
            ("2026", "2026-01-01", "2026-12-31"),
            ("9999", "9999-01-01", "9999-12-31"),
        ] {
            assert_eq!(days(text, FiscalCalendar::default()), (first.to_owned(), last.to_owned()), "{text}");
        }
    }

    #[test]
    fn fiscal_periods_follow_their_calendar() {
        let (start, end) = (NamedAfter::StartYear, NamedAfter::EndYear);
        for (text, begins, named_after, first, last) in [
            ("FY2019", "04", end, "2018-04-01", "2019-03-31"),
            ("FY2019", "04", start, "2019-04-01", "2020-03-31"),
            ("FY2019-Q1", "04", end, "2018-04-01", "2018-06-30"),
            ("FY2019-Q4", "04", end, "2019-01-01", "2019-03-31"),
            ("FY2020-M11", "04", end, "2020-02-01", "2020-02-29"),
            ("FY2019-M10", "04", end, "2019-01-01", "2019-01-31"),
            ("FY2027", "04-06", end, "2026-04-06", "2027-04-05"),
            ("FY2027-M12", "04-06", end, "2027-03-06", "2027-04-05"),
            ("FY2026", "01", end, "2026-01-01", "2026-12-31"),
            ("FY2026", "01", start, "2026-01-01", "2026-12-31"),
            ("FY2026", "01-15", end, "2025-01-15", "2026-01-14"),
            ("FY2026", "10", end, "2025-10-01", "2026-09-30"),
            ("FY2026-Q2", "12", start, "2027-03-01", "2027-05-31"),
        ] {
            assert_eq!(days(text, calendar(begins, named_after)), (first.to_owned(), last.to_owned()), "{text} from {begins}");
        }
    }

    #[test]
    fn clock_changes_make_short_and_long_days() {
        for (text, name, boundary, expected) in [
            ("2026-03-28", "Europe/London", "00:00", 24),
            ("2026-03-29", "Europe/London", "00:00", 23),
            ("2026-10-25", "Europe/London", "00:00", 25),
            ("2026-03-29", "Europe/Berlin", "00:00", 23),
            ("2026-10-25", "Europe/Berlin", "00:00", 25),
            // The clocks change before 04:00, so the change falls into the business day before.
            ("2026-03-28", "Europe/London", "04:00", 23),
            ("2026-03-29", "Europe/London", "04:00", 24),
            ("2026-10-24", "Europe/Berlin", "04:00", 25),
            ("2026-03", "Europe/London", "00:00", 31 * 24 - 1),
            ("2026", "Europe/Berlin", "00:00", 365 * 24),
            ("2026-W13", "Europe/Berlin", "00:00", 7 * 24 - 1),
        ] {
            assert_eq!(hours(text, name, boundary), expected, "{text} in {name} from {boundary}");
        }
    }

    #[test]
    fn bounds_are_written_in_the_zone() {
        let four = TimeOfDay::parse("04:00").expect("the text is a time");
        let (start, end) = period("2026-03").bounds(zone("Europe/Berlin"), four, &FiscalCalendar::default());
        assert_eq!((start.to_string().as_str(), end.to_string().as_str()), ("2026-03-01T04:00:00+01:00", "2026-04-01T04:00:00+02:00"));
    }

    #[test]
    fn longer_period_is_found_when_there_is_one() {
        let april = calendar("04", NamedAfter::EndYear);
        for (text, frequency, expected) in [
            ("2026-09", Frequency::Quarter, Some("2026-Q3")),
            ("2026-09", Frequency::Year, Some("2026")),
            ("2026-09", Frequency::FiscalQuarter, Some("FY2027-Q2")),
            ("2026-03", Frequency::FiscalYear, Some("FY2026")),
            ("FY2027-M06", Frequency::Month, Some("2026-09")),
            ("2026-W37", Frequency::Month, Some("2026-09")),
            ("2026-W40", Frequency::Month, None),
            ("2020-W53", Frequency::Year, None),
            ("2026-09-14", Frequency::Week, Some("2026-W38")),
            ("2026", Frequency::Month, None),
            ("2026", Frequency::FiscalYear, None),
        ] {
            assert_eq!(period(text).coarser(frequency, &april), expected.map(period), "{text} in {frequency}");
        }
    }

    #[test]
    fn shorter_periods_fit_or_there_are_none() {
        let april = calendar("04", NamedAfter::EndYear);
        assert_eq!(period("2026-Q3").finer(Frequency::Month, &april), Some(vec![period("2026-07"), period("2026-08"), period("2026-09")]));
        assert_eq!(period("FY2027").finer(Frequency::Quarter, &april).map(|quarters| quarters.len()), Some(4));
        assert_eq!(period("2026-09").finer(Frequency::Week, &april), None);
        assert_eq!(period("2026-09").finer(Frequency::Year, &april), None);
        assert_eq!(period("2024-02").finer(Frequency::Day, &april).map(|days| days.len()), Some(29));
    }

    #[test]
    fn within_needs_every_day() {
        let calendar = FiscalCalendar::default();
        assert!(period("2026-09").within(period("2026-Q3"), &calendar));
        assert!(period("2026-09").within(period("2026-09"), &calendar));
        assert!(!period("2026-Q3").within(period("2026-09"), &calendar));
        assert!(!period("2026-W40").within(period("2026-09"), &calendar));
    }

    #[test]
    fn steps_cross_years() {
        for (before, after) in [
            ("2025-12-31", "2026-01-01"),
            ("2020-W53", "2021-W01"),
            ("2025-W52", "2026-W01"),
            ("2026-12", "2027-01"),
            ("2026-Q4", "2027-Q1"),
            ("2026", "2027"),
            ("FY2026-M12", "FY2027-M01"),
            ("FY2026-Q4", "FY2027-Q1"),
            ("FY2026", "FY2027"),
        ] {
            assert_eq!(period(before).next(), period(after));
            assert_eq!(period(after).previous(), period(before));
        }
    }

    #[test]
    fn iteration_includes_both_ends() {
        let months: Vec<String> = Period::iter(period("2026-11"), period("2027-02")).map(|month| month.to_string()).collect();
        assert_eq!(months, ["2026-11", "2026-12", "2027-01", "2027-02"]);
        assert_eq!(Period::iter(period("2026-02"), period("2026-01")).count(), 0);
        assert_eq!(Period::iter(period("2026-01"), period("2026-Q1")).count(), 0);
        assert_eq!(Period::iter(period("2026"), period("2026")).count(), 1);
    }

    #[test]
    fn distance_is_signed_and_needs_one_frequency() {
        assert_eq!(Period::distance(period("2026-01"), period("2025-11")), Some(-2));
        assert_eq!(Period::distance(period("2026-W52"), period("2027-W01")), Some(2));
        assert_eq!(Period::distance(period("2026-01"), period("2026")), None);
    }

    #[test]
    fn year_before_keeps_the_part_of_the_year() {
        assert_eq!(period("2026-09").year_before(), Some(period("2025-09")));
        assert_eq!(period("FY2026-Q1").year_before(), Some(period("FY2025-Q1")));
        assert_eq!(period("2026-W37").year_before(), None);
    }

    #[test]
    fn periods_of_one_frequency_are_ordered_in_time() {
        assert!(period("2025-12") < period("2026-01"));
        assert!(period("2020-W53") < period("2021-W01"));
    }

    #[test]
    fn days_meet_where_a_zone_skips_a_whole_date() {
        let apia = zone("Pacific/Apia");
        let (start, end) = period("2011-12-30").bounds(apia, TimeOfDay::MIDNIGHT, &FiscalCalendar::default());
        assert_eq!(start, end);
        assert_eq!(period("2011-12-29").bounds(apia, TimeOfDay::MIDNIGHT, &FiscalCalendar::default()).1, start);
    }

    #[test]
    fn farthest_steps_do_not_panic() {
        for frequency in Frequency::ALL {
            for steps in [i32::MIN, i32::MAX] {
                let far = Period::containing(date("2026-09-14"), frequency, &FiscalCalendar::default()).step(steps);
                let (start, end) = far.bounds(zone("Europe/London"), TimeOfDay::MIDNIGHT, &FiscalCalendar::default());
                assert!(start <= end, "{far}");
            }
        }
    }

    fn any_calendar() -> impl Strategy<Value = FiscalCalendar> {
        (1_u8..=12, 1_u8..=28, prop::sample::select(vec![NamedAfter::StartYear, NamedAfter::EndYear]))
            .prop_filter_map("a start in range", |(month, day, named_after)| {
                Some(FiscalCalendar::new(FiscalStart::new(month, day)?, Some(named_after)))
            })
    }

    proptest! {
        #[test]
        fn periods_tile_the_calendar(number in -25_000_i32..2_900_000, frequency in prop::sample::select(Frequency::ALL.to_vec()), calendar in any_calendar()) {
            let date = Date::from_day_number(number);
            let period = Period::containing(date, frequency, &calendar);
            prop_assert!(period.first_day(&calendar) <= date && date <= period.last_day(&calendar));
            prop_assert_eq!(period.last_day(&calendar).add_days(1), period.next().first_day(&calendar));
            prop_assert_eq!(period.previous().last_day(&calendar).add_days(1), period.first_day(&calendar));
            prop_assert!(period.contains(period.first_day(&calendar), &calendar) && period.contains(period.last_day(&calendar), &calendar));
        }

        #[test]
        fn next_and_previous_undo_each_other(number in -25_000_i32..2_900_000, frequency in prop::sample::select(Frequency::ALL.to_vec())) {
            let period = Period::containing(Date::from_day_number(number), frequency, &FiscalCalendar::default());
            prop_assert_eq!(period.next().previous(), period);
            prop_assert_eq!(period.previous().next(), period);
            prop_assert_eq!(Period::distance(period, period.next()), Some(1));
        }

        #[test]
        fn fiscal_months_of_a_year_are_its_own(number in 0_i32..50_000, calendar in any_calendar()) {
            let year = Period::containing(Date::from_day_number(number), Frequency::FiscalYear, &calendar);
            let months = year.finer(Frequency::FiscalMonth, &calendar).unwrap_or_default();
            prop_assert_eq!(months.len(), 12);
            prop_assert_eq!(months.first().map(ToString::to_string), Some(format!("{year}-M01")));
            prop_assert!(months.iter().all(|month| month.coarser(Frequency::FiscalYear, &calendar) == Some(year)));
        }
    }
}
