//! The open actions by age and by how long they are overdue, in days to the day as of which the report speaks.

use super::Known;
use crate::language::capitalised;
use crate::model::{Date, Kind};
use crate::site::chart::{Bar, BarChart, Picture};
use crate::site::view::governance::{absent, day_cell, days_cell, link_cell, number, owner_cell, state_cell, text, titled};
use crate::site::view::{Block, Cell, Row, RowGroup, Section};
use crate::site::writer::Writer;
use crate::stats::{AGE_BANDS, count_by_age};

/// The section; nothing where no action is open.
pub(super) fn section(writer: &mut Writer<'_>, actions: &[Known<'_>]) -> Option<Section> {
    let as_of = writer.site.report().as_of;
    let mut open: Vec<Known<'_>> = actions.iter().copied().filter(|known| known.action.is_open()).collect();
    if open.is_empty() {
        return None;
    }
    open.sort_by_key(|known| (known.opened.is_none(), known.opened, &known.record.id));
    let mut blocks = bars(writer, &open, as_of);
    let (to_do, done): (Vec<Known<'_>>, Vec<Known<'_>>) = open.iter().partition(|known| known.action.is_to_do());
    let groups: Vec<RowGroup> = [(writer.say("action-group-to-do"), to_do), (writer.say("action-group-waiting"), done)]
        .into_iter()
        .filter(|(_, actions)| !actions.is_empty())
        .map(|(heading, actions)| RowGroup {
            heading,
            note: String::new(),
            rows: actions.iter().map(|known| row(writer, known, as_of)).collect(),
        })
        .collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Action))),
        text(writer.say("governance-owner")),
        text(writer.say("governance-state")),
        text(writer.say("action-opened")),
        number(writer.say("action-age")),
        text(writer.say("governance-due")),
        number(writer.say("action-overdue-days")),
    ];
    let note = writer.fill("governance-days-to", &[("date", writer.language().date(as_of).into())]);
    let caption = writer.say("action-open-caption");
    blocks.push(titled(writer, "ageing", (caption, note), columns, groups));
    Some(Section::new("ageing", writer.say("action-ageing-title"), blocks))
}

fn row(writer: &Writer<'_>, known: &Known<'_>, as_of: Date) -> Row {
    let overdue = if known.is_overdue(as_of) { days_cell(writer, known.action.due.days_until(as_of)) } else { Cell::Empty };
    Row {
        cells: vec![
            link_cell(writer, &known.record.reference()),
            owner_cell(writer, known.record),
            state_cell(writer, known.record),
            known.opened.map_or_else(|| absent(writer), |opened| day_cell(writer, opened)),
            known.opened.map_or(Cell::Empty, |opened| days_cell(writer, opened.days_until(as_of).max(0))),
            day_cell(writer, known.action.due),
            overdue,
        ],
        ..Row::default()
    }
}

/// The bands of age as bars; nothing where no action says when it was opened.
fn bars(writer: &mut Writer<'_>, open: &[Known<'_>], as_of: Date) -> Vec<Block> {
    let ages: Vec<i32> = open.iter().filter_map(|known| known.opened).map(|opened| opened.days_until(as_of)).collect();
    if ages.is_empty() {
        return Vec::new();
    }
    let counts = count_by_age(ages.iter().copied());
    let overdue = open.iter().filter(|known| known.is_overdue(as_of)).count();
    let bars = AGE_BANDS.iter().zip(counts).map(|((first, last), count)| bar(writer, *first, *last, count)).collect();
    let title = writer.fill("action-ageing-figure", &[("count", open.len().into()), ("overdue", overdue.into())]);
    let basis = writer.fill("action-opened-basis", &[("count", ages.len().into()), ("all", open.len().into())]);
    let chart = BarChart {
        id_prefix: writer.prefix(),
        title: writer.say("action-ageing-title"),
        description: title.clone(),
        bars,
        ..BarChart::default()
    };
    let part = writer.picture(Picture::LyingBars(chart));
    vec![Block::Figure {
        title,
        subtitle: writer.say("action-ageing-subtitle"),
        label: writer.say("action-ageing-title"),
        part,
        notes: vec![basis],
        events: Vec::new(),
    }]
}

fn bar(writer: &Writer<'_>, first: i32, last: Option<i32>, count: usize) -> Bar {
    let day = |day: i32| writer.language().plain_number(&day.to_string());
    let label = match last {
        Some(last) => writer.fill("governance-days-from-to", &[("from", day(first).into()), ("to", day(last).into())]),
        None => writer.fill("governance-days-over", &[("days", day(first - 1).into())]),
    };
    Bar {
        full_label: label.clone(),
        label,
        value: Some(f64::from(u32::try_from(count).unwrap_or(u32::MAX))),
        text: writer.language().count(count),
        ..Bar::default()
    }
}
