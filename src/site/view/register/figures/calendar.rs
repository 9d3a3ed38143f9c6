//! The calendar as a whole: events on a line of days by type, with the metrics whose charts mark them.

use std::collections::BTreeMap;

use crate::language::capitalised;
use crate::model::{CalendarEvent, Date};
use crate::site::chart::{Picture, TimeForm, TimeMark, TimeRow};
use crate::site::view::governance::{
    code_of, day_cell, day_line, days_between, days_cell, in_scope, link_cell, number, place, text, titled,
};
use crate::site::view::{Block, Cell, Row, RowGroup, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// Metrics that are named in a cell; the page of the event lists them all.
const MOST_NAMED: usize = 4;

/// Events of one type, in the order in which they begin.
type ByType<'a> = BTreeMap<String, Vec<(&'a Record, &'a CalendarEvent)>>;

/// The section; nothing where there is no event.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut events: Vec<(&Record, &CalendarEvent)> = writer.site.catalog().calendar_events().collect();
    events.sort_by_key(|(record, event)| (event.from, &record.id));
    let ends = events.iter().map(|(_, event)| event.from).min().zip(events.iter().map(|(_, event)| event.to).max());
    let Some(ends) = ends else {
        return Vec::new();
    };
    let mut by_type: ByType<'_> = BTreeMap::new();
    for (record, event) in &events {
        by_type.entry(code_of(writer, record, "type").unwrap_or_default()).or_default().push((record, event));
    }
    let figure = line(writer, &by_type, ends, events.len());
    let group = |(kind, events): (&String, &Vec<(&Record, &CalendarEvent)>)| RowGroup {
        heading: capitalised(kind),
        note: String::new(),
        rows: events.iter().rev().map(|(record, event)| row(writer, record, event)).collect(),
    };
    let groups = by_type.iter().map(group).collect();
    let columns = vec![
        text(writer.say("calendar-event")),
        text(writer.say("governance-from")),
        text(writer.say("governance-to")),
        number(writer.say("governance-days")),
        text(writer.say("calendar-in-scope")),
    ];
    let caption = writer.say("calendar-caption");
    let table = titled(writer, "events", (caption, String::new()), columns, groups);
    let basis = Block::Intro { text: writer.say("calendar-scope-rule") };
    vec![Section::new("events", writer.say("calendar-title"), vec![figure, basis, table])]
}

fn line(writer: &mut Writer<'_>, by_type: &ByType<'_>, ends: (Date, Date), count: usize) -> Block {
    let language = writer.language();
    let mark = |(record, event): &(&Record, &CalendarEvent)| {
        let days = [
            ("title", (&record.envelope.title).into()),
            ("from", language.date(event.from).into()),
            ("to", language.date(event.to).into()),
        ];
        TimeMark {
            from: place(event.from),
            to: place(event.to.max(event.from).add_days(1)),
            form: TimeForm::HollowStretch,
            title: writer.fill("governance-titled-days", &days),
            href: Some(writer.record_href(&record.reference())),
        }
    };
    let row = |(kind, events): (&String, &Vec<(&Record, &CalendarEvent)>)| TimeRow {
        label: capitalised(kind),
        href: None,
        marks: events.iter().map(mark).collect(),
    };
    let rows: Vec<TimeRow> = by_type.iter().map(row).collect();
    let title = writer.fill("calendar-figure", &[("count", count.into()), ("types", by_type.len().into())]);
    let label = writer.say("calendar-title");
    let chart = day_line(writer, (label.clone(), title.clone()), ends, rows, Vec::new());
    let part = writer.picture(Picture::Timeline(chart));
    Block::Figure { title, subtitle: String::new(), label, part, notes: Vec::new(), events: Vec::new() }
}

fn row(writer: &Writer<'_>, record: &Record, event: &CalendarEvent) -> Row {
    let metrics = in_scope(writer.site.catalog(), event);
    let scope = if event.scope.is_empty() {
        Cell::Text(writer.say("calendar-every-metric"))
    } else if metrics.len() > MOST_NAMED {
        Cell::Text(writer.fill("touch-metrics-count", &[("count", metrics.len().into())]))
    } else if metrics.is_empty() {
        Cell::Absent(writer.say("governance-none"))
    } else {
        Cell::Links(metrics.iter().map(|metric| (writer.record_href(&metric.reference()), metric.envelope.title.clone())).collect())
    };
    Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            day_cell(writer, event.from),
            day_cell(writer, event.to),
            days_cell(writer, days_between(event.from, event.to)),
            scope,
        ],
        ..Row::default()
    }
}
