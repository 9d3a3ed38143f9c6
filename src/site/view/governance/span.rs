//! Lines of days: their ends, and the days that are named on them.

use crate::model::{Date, FiscalCalendar, Frequency, Period};
use crate::site::chart::{DayTick, TimeForm, TimeRow, Timeline};
use crate::site::writer::Writer;

/// Most days that are named on a line.
const MOST_TICKS: usize = 9;

/// The place of a day.
pub(in crate::site::view) fn place(day: Date) -> f64 {
    f64::from(day.day_number())
}

/// Days from the first to the last one, both counted.
pub(in crate::site::view) fn days_between(first: Date, last: Date) -> i32 {
    (first.days_until(last) + 1).max(1)
}

/// A line of days with its rows; it reaches from the month of the first day to that of the last one.
pub(in crate::site::view) fn day_line(
    writer: &Writer<'_>,
    (title, description): (String, String),
    (first, last): (Date, Date),
    rows: Vec<TimeRow>,
    key: Vec<(TimeForm, String)>,
) -> Timeline {
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    let month = |day: Date| Period::containing(day, Frequency::Month, &calendar);
    let as_of = writer.site.report().as_of;
    let (first, last) = (month(first.min(last)), month(last.max(first)));
    let months: Vec<Period> = Period::iter(first, last.next()).collect();
    let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|step| months.len().div_ceil(*step) <= MOST_TICKS).unwrap_or(120);
    let tick = |period: &Period| DayTick { at: place(period.first_day(&calendar)), label: writer.language().short_period(*period) };
    let ends = (first.first_day(&calendar), last.last_day(&calendar));
    let label = writer.fill("governance-as-of", &[("date", writer.language().short_date(as_of).into())]);
    Timeline {
        id_prefix: writer.prefix(),
        title,
        description,
        span: (place(ends.0), place(ends.1)),
        ticks: months.iter().step_by(step).map(tick).collect(),
        as_of: (ends.0 <= as_of && as_of <= ends.1).then(|| DayTick { at: place(as_of), label }),
        rows,
        key,
    }
}

/// The entries of a key for the forms that the rows hold.
pub(in crate::site::view) fn key_of(rows: &[TimeRow], words: Vec<(TimeForm, String)>) -> Vec<(TimeForm, String)> {
    let used = |form: TimeForm| rows.iter().flat_map(|row| &row.marks).any(|mark| mark.form == form);
    words.into_iter().filter(|(form, _)| used(*form)).collect()
}
