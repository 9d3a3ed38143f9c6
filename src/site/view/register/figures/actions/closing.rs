//! What was opened and closed over time, what was open at the end of each period, and how much was closed on time.

use super::Known;
use crate::model::{Date, Frequency, Period};
use crate::site::chart::{Bar, BarChart, Picture};
use crate::site::view::governance::{count_cell, number, text, titled};
use crate::site::view::{Block, Cell, Row, RowGroup, Section};
use crate::site::writer::Writer;
use crate::stats::{Course, Flow, flow, median_days};

/// Most months that are shown one by one; a longer time is shown by quarter.
const MOST_MONTHS: usize = 24;

/// Actions with an opening day, as courses in time: those that ended without a day of closing cannot be placed.
struct Courses<'a> {
    placed: Vec<(Known<'a>, Course)>,
    left_out: usize,
}

fn courses<'a>(actions: &[Known<'a>]) -> Courses<'a> {
    let mut courses = Courses { placed: Vec::new(), left_out: 0 };
    for known in actions {
        match known.opened {
            Some(opened) if known.action.is_open() || known.action.closed_on.is_some() => {
                courses.placed.push((*known, Course { opened, closed: known.action.closed_on }));
            }
            _ => courses.left_out += 1,
        }
    }
    courses
}

/// The section; nothing where no action can be placed in time.
pub(super) fn section(writer: &mut Writer<'_>, actions: &[Known<'_>]) -> Option<Section> {
    let courses = courses(actions);
    let first = courses.placed.iter().map(|(_, course)| course.opened).min()?;
    let flows = flows(writer, &courses, first);
    let mut blocks = vec![Block::Intro { text: on_time(writer, &courses) }];
    blocks.push(bars(writer, &flows, courses.left_out));
    blocks.push(table(writer, &flows));
    Some(Section::new("closure", writer.say("action-closure-title"), blocks))
}

fn flows(writer: &Writer<'_>, courses: &Courses<'_>, first: Date) -> Vec<Flow> {
    let calendar = writer.site.catalog().calendar();
    let last = writer.site.report().as_of.max(first);
    let periods = |frequency: Frequency| {
        Period::iter(Period::containing(first, frequency, calendar), Period::containing(last, frequency, calendar)).collect::<Vec<_>>()
    };
    let months = periods(Frequency::Month);
    let periods = if months.len() > MOST_MONTHS { periods(Frequency::Quarter) } else { months };
    let all: Vec<Course> = courses.placed.iter().map(|(_, course)| *course).collect();
    flow(&all, periods, calendar)
}

/// How many of the closed ones were closed by their day, and how long it took.
fn on_time(writer: &Writer<'_>, courses: &Courses<'_>) -> String {
    let closed: Vec<(&Known<'_>, i32, bool)> = courses
        .placed
        .iter()
        .filter_map(|(known, course)| {
            let closed = course.closed?;
            Some((known, course.opened.days_until(closed).max(0), closed <= known.action.due))
        })
        .collect();
    let in_time = closed.iter().filter(|(_, _, in_time)| *in_time).count();
    match median_days(closed.iter().map(|(_, days, _)| *days)) {
        None => writer.say("action-none-closed"),
        Some(median) => writer.fill(
            "action-closed-on-time",
            &[("count", closed.len().into()), ("intime", in_time.into()), ("days", median.unsigned_abs().into())],
        ),
    }
}

fn bars(writer: &mut Writer<'_>, flows: &[Flow], left_out: usize) -> Block {
    let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let language = writer.language();
    let bar = |flow: &Flow| {
        let (label, group) = short(writer, flow.period);
        Bar {
            label,
            group,
            full_label: language.period(flow.period),
            value: Some(real(flow.open_at_end)),
            text: language.count(flow.open_at_end),
            ..Bar::default()
        }
    };
    let now = flows.last().map_or(0, |flow| flow.open_at_end);
    let most = flows.iter().map(|flow| flow.open_at_end).max().unwrap_or_default();
    let title = writer.fill("action-closure-figure", &[("count", now.into()), ("most", most.into())]);
    let chart = BarChart {
        id_prefix: writer.prefix(),
        title: writer.say("action-open-at-end"),
        description: title.clone(),
        bars: flows.iter().map(bar).collect(),
        ..BarChart::default()
    };
    let mut notes = vec![writer.say("action-closure-note")];
    if left_out > 0 {
        notes.push(writer.fill("action-left-out", &[("count", left_out.into())]));
    }
    let part = writer.picture(Picture::Bars(chart));
    let label = writer.say("action-open-at-end");
    Block::Figure { title, subtitle: label.clone(), label, part, notes, events: Vec::new() }
}

/// The name of a period within its year, and the year.
fn short(writer: &Writer<'_>, period: Period) -> (String, String) {
    let year = period.coarser(Frequency::Year, writer.site.catalog().calendar());
    let group = year.map_or_else(String::new, |year| writer.language().short_period(year));
    let whole = writer.language().short_period(period);
    let label = whole.strip_suffix(&group).map_or_else(|| whole.clone(), |label| label.trim_end().to_owned());
    (label, group)
}

fn table(writer: &mut Writer<'_>, flows: &[Flow]) -> Block {
    let row = |flow: &Flow| Row {
        cells: vec![
            Cell::Time { iso: flow.period.to_string(), label: writer.language().short_period(flow.period) },
            count_cell(writer, flow.opened),
            count_cell(writer, flow.closed),
            count_cell(writer, flow.open_at_end),
        ],
        ..Row::default()
    };
    let mut rows: Vec<Row> = flows.iter().rev().map(row).collect();
    let sum = |count: fn(&Flow) -> usize| flows.iter().map(count).sum::<usize>();
    rows.push(Row {
        is_total: true,
        cells: vec![
            Cell::Text(writer.say("governance-total")),
            count_cell(writer, sum(|flow| flow.opened)),
            count_cell(writer, sum(|flow| flow.closed)),
            count_cell(writer, flows.last().map_or(0, |flow| flow.open_at_end)),
        ],
        ..Row::default()
    });
    let columns = vec![
        text(writer.say("governance-period")),
        number(writer.say("action-opened-count")),
        number(writer.say("action-closed-count")),
        number(writer.say("action-open-at-end")),
    ];
    let title = writer.say("action-closure-caption");
    let table = titled(
        writer,
        "closure",
        (title.clone(), writer.say("action-closure-foots")),
        columns,
        vec![RowGroup { rows, ..RowGroup::default() }],
    );
    Block::Details { summary: title, open: false, blocks: vec![table] }
}
