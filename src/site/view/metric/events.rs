//! What happened while a series ran: events of the calendar and breaks of the definition, numbered in the chart and told below it.

use super::breaks::Break;
use super::cell::CellStory;
use super::context::MetricContext;
use crate::model::calendar_event::CalendarEventType;
use crate::model::{CalendarEvent, Date};
use crate::site::Writer;
use crate::site::chart::Event;
use crate::site::view;

/// Something that happened.
struct Told {
    index: usize,
    from: Date,
    title: String,
    href: String,
}

/// The events that fall into the chart, and the same as a list, in their order.
pub(super) fn events(
    writer: &Writer<'_>,
    context: &MetricContext<'_>,
    cell: &CellStory<'_>,
    breaks: &[Break],
) -> (Vec<Event>, Vec<view::Event>) {
    let mut told = of_the_calendar(writer, context, cell);
    told.extend(breaks.iter().map(|cut| Told { index: cut.before, from: cut.from, title: cut.title.clone(), href: cut.href.clone() }));
    told.sort_by_key(|one| (one.index, one.from));
    let mut drawn = Vec::new();
    let mut listed = Vec::new();
    for (number, Told { index, title, href, .. }) in (1_u32..).zip(told) {
        let address = (!href.is_empty()).then(|| href.clone());
        drawn.push(Event { index, number, title: title.clone(), href: address });
        listed.push(view::Event { number: usize::try_from(number).unwrap_or(usize::MAX), label: title, href });
    }
    (drawn, listed)
}

fn of_the_calendar(writer: &Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>) -> Vec<Told> {
    let calendar = context.catalog.calendar();
    let events = context.catalog.calendar_events();
    events
        .filter(|(_, event)| event.kind != CalendarEventType::Fiscal && concerns(context, event))
        .filter_map(|(record, event)| {
            let mut periods = cell.judgement.periods.iter();
            let index = periods.position(|period| event.from <= period.last_day(calendar) && event.to >= period.first_day(calendar))?;
            let (from, to) = (context.language.date(event.from), context.language.date(event.to));
            let when = if event.from == event.to { from } else { context.fill("span", &[("from", from.into()), ("to", to.into())]) };
            let title = context.fill("metric-event", &[("title", (&record.envelope.title).into()), ("when", when.into())]);
            Some(Told { index, from: event.from, title, href: writer.record_href(&record.reference()) })
        })
        .collect()
}

/// Whether an event is about the metric: its scope names no segment that the metric lacks.
fn concerns(context: &MetricContext<'_>, event: &CalendarEvent) -> bool {
    event.scope.keys().all(|segment| context.metric.segments.iter().any(|reference| reference.id().as_str() == segment))
}
