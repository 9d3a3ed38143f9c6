//! The reviews as a whole: a calendar of what is planned, was held and was missed, and how reliably each body meets.

use crate::language::capitalised;
use crate::model::review::{Review, ReviewState};
use crate::model::{Date, Decimal, Exact, Id, Kind, RecordRef, Rounding, Unit};
use crate::site::chart::{Picture, TimeForm, TimeMark, TimeRow};
use crate::site::view::governance::{
    absent, bodies, code_of, count_cell, day_cell, day_line, days_cell, key_of, last_review, link_cell, next_review, number, place,
    state_cell, table, tallies, text,
};
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections; nothing where there is no review.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut reviews: Vec<(&Record, &Review)> = writer.site.catalog().reviews().collect();
    if reviews.is_empty() {
        return Vec::new();
    }
    reviews.sort_by_key(|(record, review)| (review.scheduled, &record.id));
    vec![by_body(writer, &reviews), calendar(writer, &reviews)]
}

/// Whether the day of a planned review has gone by without word of it.
fn lapsed(review: &Review, as_of: Date) -> bool {
    review.state == ReviewState::Planned && review.scheduled < as_of
}

fn by_body(writer: &mut Writer<'_>, reviews: &[(&Record, &Review)]) -> Section {
    let as_of = writer.site.report().as_of;
    let count = |state: ReviewState| reviews.iter().filter(|(_, review)| review.state == state).count();
    let (planned, held, missed) = (count(ReviewState::Planned), count(ReviewState::Held), count(ReviewState::Missed));
    let lapsed = reviews.iter().filter(|(_, review)| lapsed(review, as_of)).count();
    let mut counts = vec![
        (planned, writer.fill("review-tally-planned", &[("count", planned.into())])),
        (held, writer.fill("review-tally-held", &[("count", held.into())])),
        (missed, writer.fill("review-tally-missed", &[("count", missed.into())])),
    ];
    if lapsed > 0 {
        counts.push((lapsed, writer.fill("review-tally-lapsed", &[("count", lapsed.into())])));
    }
    let mut blocks = vec![tallies(writer, counts)];
    let rows: Vec<Row> = bodies(writer.site.catalog()).into_iter().map(|body| body_row(writer, reviews, body)).collect();
    let columns = vec![
        text(writer.say("review-body")),
        number(writer.say("review-held")),
        number(writer.say("review-missed")),
        number(writer.say("review-rate")),
        text(writer.say("review-last")),
        text(writer.say("review-next")),
    ];
    let caption = writer.say("review-by-body");
    blocks.push(table(writer, "by-body", caption, columns, rows));
    blocks.push(Block::Intro { text: writer.say("review-rate-basis") });
    Section::new("by-body", writer.say("review-by-body-title"), blocks)
}

fn body_row(writer: &Writer<'_>, reviews: &[(&Record, &Review)], body: &Id) -> Row {
    let catalog = writer.site.catalog();
    let as_of = writer.site.report().as_of;
    let of_body = || reviews.iter().filter(|(_, review)| review.body.id() == body);
    let held = of_body().filter(|(_, review)| review.state == ReviewState::Held).count();
    let missed = of_body().filter(|(_, review)| review.state == ReviewState::Missed || lapsed(review, as_of)).count();
    let review = |found: Option<(&Record, &Review)>| {
        found.map_or_else(
            || absent(writer),
            |(record, review)| Cell::Link {
                href: writer.record_href(&record.reference()),
                label: record.envelope.title.clone(),
                note: writer.language().date(review.held.unwrap_or(review.scheduled)),
            },
        )
    };
    let next = match next_review(catalog, body, as_of) {
        Some((record, review)) => Cell::Link {
            href: format!("{}#agenda-pack", writer.record_href(&record.reference())),
            label: record.envelope.title.clone(),
            note: writer.fill("review-pack-for", &[("date", writer.language().date(review.scheduled).into())]),
        },
        None => absent(writer),
    };
    Row {
        cells: vec![
            link_cell(writer, &RecordRef { kind: Kind::Committee, id: body.clone() }),
            count_cell(writer, held),
            count_cell(writer, missed),
            rate(writer, held, held + missed).unwrap_or_else(|| absent(writer)),
            review(last_review(catalog, body, as_of.add_days(1))),
            next,
        ],
        ..Row::default()
    }
}

/// A share in whole per cent, rounded half to even.
fn rate(writer: &Writer<'_>, part: usize, whole: usize) -> Option<Cell> {
    let hundred = i128::try_from(part).ok()?.checked_mul(100)?;
    let rate: Decimal = Exact::new(hundred, i128::try_from(whole).ok()?)?.round(0, Rounding::HalfEven)?;
    let unit = Unit::parse("percent").ok()?;
    Some(Cell::number(writer.language().with_unit(rate, unit), rate.to_string()))
}

fn calendar(writer: &mut Writer<'_>, reviews: &[(&Record, &Review)]) -> Section {
    let mut blocks = Vec::new();
    let first = reviews.iter().map(|(_, review)| review.held.map_or(review.scheduled, |held| held.min(review.scheduled))).min();
    let last = reviews.iter().map(|(_, review)| review.held.map_or(review.scheduled, |held| held.max(review.scheduled))).max();
    if let Some(ends) = first.zip(last) {
        blocks.push(line(writer, reviews, ends));
    }
    let row = |(record, review): &(&Record, &Review)| {
        let delay = review.held.map(|held| review.scheduled.days_until(held));
        Row {
            cells: vec![
                day_cell(writer, review.scheduled),
                link_cell(writer, &record.reference()),
                link_cell(writer, review.body.record()),
                code_of(writer, record, "type").map_or(Cell::Empty, Cell::Text),
                state_cell(writer, record),
                review.held.map_or(Cell::Empty, |held| day_cell(writer, held)),
                delay.map_or(Cell::Empty, |days| days_cell(writer, days)),
            ],
            ..Row::default()
        }
    };
    let rows = reviews.iter().rev().map(row).collect();
    let columns = vec![
        text(writer.say("review-scheduled")),
        text(capitalised(&writer.language().kind(Kind::Review))),
        text(writer.say("review-body")),
        text(writer.say("governance-type")),
        text(writer.say("governance-state")),
        text(writer.say("review-held-on")),
        number(writer.say("review-delay")),
    ];
    let caption = writer.say("review-calendar-caption");
    let inner = table(writer, "calendar", caption.clone(), columns, rows);
    blocks.push(Block::Details { summary: caption, open: false, blocks: vec![inner] });
    Section::new("calendar", writer.say("review-calendar-title"), blocks)
}

fn line(writer: &mut Writer<'_>, reviews: &[(&Record, &Review)], ends: (Date, Date)) -> Block {
    let as_of = writer.site.report().as_of;
    let mark = |(record, review): &(&Record, &Review)| {
        let day = review.held.unwrap_or(review.scheduled);
        let form = match review.state {
            ReviewState::Held => TimeForm::Disc,
            ReviewState::Planned => TimeForm::Ring,
            ReviewState::Missed => TimeForm::Cross,
        };
        let state = code_of(writer, record, "state").unwrap_or_default();
        let title = format!("{}, {}, {state}", record.envelope.title, writer.language().date(day));
        TimeMark { from: place(day), to: place(day), form, title, href: Some(writer.record_href(&record.reference())) }
    };
    let row = |body: &Id| {
        let reference = RecordRef { kind: Kind::Committee, id: body.clone() };
        TimeRow {
            label: writer.title_of(&reference),
            href: Some(writer.record_href(&reference)),
            marks: reviews.iter().filter(|(_, review)| review.body.id() == body).map(mark).collect(),
        }
    };
    let rows: Vec<TimeRow> = bodies(writer.site.catalog()).into_iter().map(row).collect();
    let key = key_of(
        &rows,
        vec![
            (TimeForm::Disc, writer.language().code("held")),
            (TimeForm::Ring, writer.language().code("planned")),
            (TimeForm::Cross, writer.language().code("missed")),
        ],
    );
    let due = reviews.iter().filter(|(_, review)| review.scheduled < as_of).count();
    let held = reviews.iter().filter(|(_, review)| review.scheduled < as_of && review.state == ReviewState::Held).count();
    let title = writer.fill("review-calendar-figure", &[("count", due.into()), ("held", held.into())]);
    let label = writer.say("review-calendar-title");
    let chart = day_line(writer, (label.clone(), title.clone()), ends, rows, key);
    let part = writer.picture(Picture::Timeline(chart));
    Block::Figure { title, subtitle: writer.say("review-calendar-subtitle"), label, part, notes: Vec::new(), events: Vec::new() }
}
