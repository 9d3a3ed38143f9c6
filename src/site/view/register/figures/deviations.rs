//! The deviations as a whole: when each lasted and for how long, and what it shades on the charts of metrics.

use crate::language::capitalised;
use crate::model::deviation::DeviationState;
use crate::model::{Date, Deviation, Kind};
use crate::site::chart::{Picture, TimeForm, TimeMark, TimeRow};
use crate::site::view::governance::{
    code_of, count_cell, day_cell, day_line, days_between, days_cell, key_of, link_cell, number, period_range, place, shaded_periods,
    shades, state_cell, table, tallies, text,
};
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections; nothing where there is no deviation.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut deviations: Vec<(&Record, &Deviation)> = writer.site.catalog().deviations().collect();
    if deviations.is_empty() {
        return Vec::new();
    }
    deviations.sort_by_key(|(record, deviation)| (deviation.from, &record.id));
    let mut sections = vec![course(writer, &deviations)];
    sections.push(shading(writer, &deviations));
    sections
}

/// The last day, or the one as of which the report speaks while there is none; never before the first.
fn last_day(writer: &Writer<'_>, deviation: &Deviation) -> Date {
    deviation.to.unwrap_or(writer.site.report().as_of).max(deviation.from)
}

fn course(writer: &mut Writer<'_>, deviations: &[(&Record, &Deviation)]) -> Section {
    let in_state = |state: DeviationState| deviations.iter().filter(|(_, deviation)| deviation.state == state).count();
    let (open, contained, closed) = (in_state(DeviationState::Open), in_state(DeviationState::Contained), in_state(DeviationState::Closed));
    let mut blocks = vec![tallies(
        writer,
        vec![
            (open, writer.fill("deviation-tally-open", &[("count", open.into())])),
            (contained, writer.fill("deviation-tally-contained", &[("count", contained.into())])),
            (closed, writer.fill("deviation-tally-closed", &[("count", closed.into())])),
        ],
    )];
    blocks.extend(line(writer, deviations, open + contained));
    let row = |(record, deviation): &(&Record, &Deviation)| Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            state_cell(writer, record),
            code_of(writer, record, "effect").map_or(Cell::Empty, Cell::Text),
            day_cell(writer, deviation.from),
            deviation.to.map_or_else(|| Cell::Absent(writer.say("deviation-goes-on")), |to| day_cell(writer, to)),
            days_cell(writer, days_between(deviation.from, last_day(writer, deviation))),
        ],
        ..Row::default()
    };
    let rows = deviations.iter().rev().map(row).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Deviation))),
        text(writer.say("governance-state")),
        text(writer.say("governance-effect")),
        text(writer.say("governance-from")),
        text(writer.say("governance-to")),
        number(writer.say("governance-days")),
    ];
    let caption = writer.say("deviation-course-caption");
    blocks.push(table(writer, "course", caption, columns, rows));
    Section::new("course", writer.say("deviation-course-title"), blocks)
}

fn line(writer: &mut Writer<'_>, deviations: &[(&Record, &Deviation)], going_on: usize) -> Option<Block> {
    let first = deviations.iter().map(|(_, deviation)| deviation.from).min()?;
    let last = deviations.iter().map(|(_, deviation)| last_day(writer, deviation)).max()?;
    let row = |(record, deviation): &(&Record, &Deviation)| {
        let end = last_day(writer, deviation);
        let form = match (deviation.to, shades(deviation)) {
            (None, _) => TimeForm::OpenStretch,
            (Some(_), true) => TimeForm::Stretch,
            (Some(_), false) => TimeForm::HollowStretch,
        };
        let language = writer.language();
        let (from, to) = (language.date(deviation.from), language.date(end));
        let title =
            writer.fill("governance-titled-days", &[("title", (&record.envelope.title).into()), ("from", from.into()), ("to", to.into())]);
        let href = Some(writer.record_href(&record.reference()));
        let mark = TimeMark { from: place(deviation.from), to: place(end.add_days(1)), form, title, href: href.clone() };
        TimeRow { label: record.envelope.title.clone(), href, marks: vec![mark] }
    };
    let rows: Vec<TimeRow> = deviations.iter().map(row).collect();
    let key = key_of(
        &rows,
        vec![
            (TimeForm::Stretch, writer.say("deviation-key-shades")),
            (TimeForm::HollowStretch, writer.say("deviation-key-leaves")),
            (TimeForm::OpenStretch, writer.say("deviation-key-goes-on")),
        ],
    );
    let title = writer.fill("deviation-figure", &[("count", deviations.len().into()), ("open", going_on.into())]);
    let label = writer.say("deviation-course-title");
    let chart = day_line(writer, (label.clone(), title.clone()), (first, last.max(writer.site.report().as_of)), rows, key);
    let part = writer.picture(Picture::Timeline(chart));
    Some(Block::Figure { title, subtitle: String::new(), label, part, notes: Vec::new(), events: Vec::new() })
}

/// A row for each metric of each deviation.
fn shading(writer: &mut Writer<'_>, deviations: &[(&Record, &Deviation)]) -> Section {
    let mut rows = Vec::new();
    for (record, deviation) in deviations.iter().rev() {
        for metric in &deviation.metrics {
            let periods = shaded_periods(writer.site, deviation, metric.id());
            let named = match (shades(deviation), periods.first(), periods.last()) {
                (true, Some(first), Some(last)) => Cell::Text(period_range(writer, *first, *last)),
                (true, ..) => Cell::Absent(writer.say("deviation-no-figures")),
                (false, ..) => Cell::Absent(writer.say("deviation-nothing")),
            };
            rows.push(Row {
                cells: vec![
                    link_cell(writer, &record.reference()),
                    link_cell(writer, metric.record()),
                    named,
                    count_cell(writer, periods.len()),
                ],
                ..Row::default()
            });
        }
    }
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Deviation))),
        text(writer.say("governance-metric")),
        text(writer.say("deviation-shaded")),
        number(writer.say("deviation-periods")),
    ];
    let caption = writer.say("deviation-shaded-caption");
    let table = table(writer, "shading", caption, columns, rows);
    Section::new("shading", writer.say("deviation-shading-title"), vec![Block::Intro { text: writer.say("deviation-rule") }, table])
}
