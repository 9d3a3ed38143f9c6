//! What was opened and closed over time, and how much was open in between.

use crate::model::{Date, FiscalCalendar, Period};

/// From the day on which something was opened to the day on which it was closed; without the latter it is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// First day.
    pub opened: Date,
    /// Last day; nothing while it is open.
    pub closed: Option<Date>,
}

/// What happened in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The period.
    pub period: Period,
    /// How many were opened in it.
    pub opened: usize,
    /// How many were closed in it.
    pub closed: usize,
    /// How many were open after its last day.
    pub open_at_end: usize,
}

/// Counts what was opened and closed in each of some periods, and what was open at the end of each.
///
/// What was opened before the first period counts as open from its beginning on. A day of closing before that of opening
/// counts as the day of opening, so that the counts foot: open at the end = open before + opened − closed.
#[must_use]
pub fn flow(courses: &[Course], periods: impl IntoIterator<Item = Period>, calendar: &FiscalCalendar) -> Vec<Flow> {
    let closed = |course: &Course| course.closed.map(|closed| closed.max(course.opened));
    let of_period = |period: Period| {
        let last = period.last_day(calendar);
        Flow {
            period,
            opened: courses.iter().filter(|course| period.contains(course.opened, calendar)).count(),
            closed: courses.iter().filter(|course| closed(course).is_some_and(|day| period.contains(day, calendar))).count(),
            open_at_end: courses.iter().filter(|course| course.opened <= last && closed(course).is_none_or(|day| day > last)).count(),
        }
    };
    periods.into_iter().map(of_period).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(opened: &str, closed: Option<&str>) -> Course {
        let date = |text: &str| Date::parse(text).expect("a date");
        Course { opened: date(opened), closed: closed.map(date) }
    }

    fn months(courses: &[Course]) -> Vec<(usize, usize, usize)> {
        let month = |text: &str| Period::parse(text).expect("a period");
        let periods = Period::iter(month("2026-01"), month("2026-03"));
        flow(courses, periods, &FiscalCalendar::CALENDAR_YEAR).iter().map(|flow| (flow.opened, flow.closed, flow.open_at_end)).collect()
    }

    #[test]
    fn what_is_open_at_the_end_is_what_was_open_before_and_came_less_what_went() {
        let courses = [course("2025-12-01", Some("2026-02-28")), course("2026-01-31", None), course("2026-02-01", Some("2026-03-01"))];
        assert_eq!(months(&courses), [(1, 0, 2), (1, 1, 2), (0, 1, 1)]);
    }

    #[test]
    fn a_day_of_closing_before_the_day_of_opening_counts_as_that_day() {
        assert_eq!(months(&[course("2026-02-10", Some("2026-01-10"))]), [(0, 0, 0), (1, 1, 0), (0, 0, 0)]);
    }
}
