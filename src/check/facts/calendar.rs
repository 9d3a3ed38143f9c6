//! The days of known events.

use crate::catalog::Catalog;
use crate::model::Date;
use crate::model::calendar_event::CalendarEventType;

/// The days of the events that may move results, fiscal periods left aside.
#[derive(Debug, Default)]
pub(in crate::check) struct KnownDays {
    /// First days in order, each with the latest last day of all events up to there.
    starts: Vec<(Date, Date)>,
}

impl KnownDays {
    /// Gathers the days of all events.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let events = catalog.calendar_events().filter(|(_, event)| event.kind != CalendarEventType::Fiscal);
        let mut starts: Vec<(Date, Date)> = events.map(|(_, event)| (event.from, event.to)).collect();
        starts.sort_unstable();
        for place in 1..starts.len() {
            starts[place].1 = starts[place].1.max(starts[place - 1].1);
        }
        Self { starts }
    }

    /// Whether any event has a day between two days, both included.
    #[must_use]
    pub(in crate::check) fn touch(&self, first: Date, last: Date) -> bool {
        let begun = self.starts.partition_point(|(from, _)| *from <= last);
        begun.checked_sub(1).is_some_and(|place| self.starts[place].1 >= first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_touches_the_days_that_it_shares_and_no_others() {
        let day = |text: &str| Date::parse(text).expect("a day");
        let known = KnownDays { starts: vec![(day("2026-01-10"), day("2026-03-05")), (day("2026-02-01"), day("2026-03-05"))] };
        assert!(known.touch(day("2026-03-01"), day("2026-03-31")) && known.touch(day("2026-01-01"), day("2026-01-10")));
        assert!(!known.touch(day("2026-01-01"), day("2026-01-09")) && !known.touch(day("2026-03-06"), day("2026-03-31")));
    }
}
