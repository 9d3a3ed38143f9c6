//! What was done about the results of a metric: analyses, actions, decisions and deviations that name it.

use crate::catalog::Catalog;
use crate::model::action::Action;
use crate::model::decision::Decision;
use crate::model::root_cause::RootCause;
use crate::model::{AnyRecord, Date, Deviation, Period, RecordRef};
use crate::source::Record;

/// The records that answer for the results of a metric.
#[derive(Default)]
pub(super) struct Answers<'a> {
    pub(super) root_causes: Vec<(&'a Record, &'a RootCause)>,
    pub(super) actions: Vec<(&'a Record, &'a Action)>,
    pub(super) decisions: Vec<(&'a Record, &'a Decision)>,
    pub(super) deviations: Vec<(&'a Record, &'a Deviation)>,
}

impl<'a> Answers<'a> {
    /// Finds them by the references to a metric.
    pub(super) fn of(catalog: &'a Catalog, metric: &RecordRef) -> Self {
        let mut found = Self::default();
        for record in catalog.referring_in(metric, "metrics") {
            match &record.fields {
                AnyRecord::RootCause(fields) => found.root_causes.push((record, fields)),
                AnyRecord::Deviation(fields) => found.deviations.push((record, fields)),
                _ => {}
            }
        }
        for record in catalog.referring_in(metric, "effect_metric") {
            if let AnyRecord::Action(fields) = &record.fields {
                found.actions.push((record, fields));
            }
        }
        for record in catalog.referring_in(metric, "affects") {
            if let AnyRecord::Decision(fields) = &record.fields {
                found.decisions.push((record, fields));
            }
        }
        found
    }

    /// Whether an analysis names the metric and one of some periods.
    pub(super) fn is_analysed(&self, catalog: &Catalog, periods: &[Period]) -> bool {
        let calendar = catalog.calendar();
        let meets = |one: &Period| {
            let other =
                |other: &Period| one.first_day(calendar) <= other.last_day(calendar) && other.first_day(calendar) <= one.last_day(calendar);
            periods.iter().any(other)
        };
        self.root_causes.iter().any(|(_, cause)| cause.periods.iter().any(meets))
    }

    /// Whether a deviation lasted into one of the days.
    pub(super) fn is_deviating(&self, first: Date, last: Date) -> bool {
        self.deviations.iter().any(|(_, deviation)| deviation.from <= last && deviation.to.is_none_or(|to| to >= first))
    }

    /// Whether somebody undertook something between two days, and did not give it up.
    pub(super) fn is_acted_on(&self, first: Date, last: Date) -> bool {
        let within = |day: Date| first <= day && day <= last;
        let acts = |(record, action): &(&Record, &Action)| {
            action.state != crate::model::action::ActionState::Cancelled && action.opened_on(&record.id).is_some_and(within)
        };
        self.actions.iter().any(acts)
    }
}
