//! What the next review of a body has to look at, put together from all records: its agenda pack.
//!
//! Only the next planned review of each body has one; what it holds is as of the day of which the report speaks.

mod due;
mod last_time;
mod metrics;

use crate::model::review::Review;
use crate::model::{AnyRecord, Date, Id, RecordRef};
use crate::site::view::governance::next_review;
use crate::site::view::{Block, Column, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// The review for which a pack is made.
struct Meeting<'a> {
    body: &'a Id,
    day: Date,
}

impl Meeting<'_> {
    /// Whether something comes from this body: a decision of its own, a review of its own, or what followed from either.
    fn is_own(&self, writer: &Writer<'_>, reference: &RecordRef) -> bool {
        let catalog = writer.site.catalog();
        match catalog.record(reference).map(|record| &record.fields) {
            Some(AnyRecord::Review(review)) => review.body.id() == self.body,
            Some(AnyRecord::Decision(decision)) => {
                decision.decided_by.iter().any(|party| party.record().kind == crate::model::Kind::Committee && party.id() == self.body)
                    || catalog.reviews().any(|(_, review)| {
                        review.body.id() == self.body && review.decisions.iter().any(|taken| taken.record() == reference)
                    })
            }
            Some(AnyRecord::Action(action)) => {
                action.cause.as_ref().is_some_and(|cause| cause.record() != reference && self.caused_by_own(writer, cause.record()))
            }
            _ => false,
        }
    }

    /// The same for a cause, of which actions are looked at no further: they could name one another.
    fn caused_by_own(&self, writer: &Writer<'_>, cause: &RecordRef) -> bool {
        cause.kind != crate::model::Kind::Action && self.is_own(writer, cause)
    }
}

/// One point of a pack: its heading and what stands under it; nothing where there is nothing to look at.
struct Point {
    heading: String,
    blocks: Vec<Block>,
}

/// The pack of a review; nothing where it is not the next one of its body.
pub(super) fn pack(writer: &mut Writer<'_>, record: &Record, review: &Review) -> Option<Section> {
    let as_of = writer.site.report().as_of;
    let (next, _) = next_review(writer.site.catalog(), review.body.id(), as_of)?;
    if next.id != record.id {
        return None;
    }
    let meeting = Meeting { body: review.body.id(), day: review.scheduled };
    let basis = writer
        .fill("pack-basis", &[("date", writer.language().date(review.scheduled).into()), ("asof", writer.language().date(as_of).into())]);
    let mut blocks = vec![Block::Intro { text: basis }];
    let mut nothing = Vec::new();
    let mut points = vec![last_time::point(writer, &meeting)];
    points.extend(due::points(writer, &meeting));
    points.push(metrics::point(writer));
    for point in points {
        if point.blocks.is_empty() {
            nothing.push(point.heading);
        } else {
            blocks.push(Block::Heading { text: point.heading });
            blocks.extend(point.blocks);
        }
    }
    if !nothing.is_empty() {
        blocks.push(Block::Intro { text: writer.fill("pack-nothing", &[("points", nothing.join(", ").into())]) });
    }
    Some(Section::new("agenda-pack", writer.say("pack-title"), blocks))
}

/// A point with one table; a point without rows has none.
fn tabled(writer: &mut Writer<'_>, id: &str, heading: String, columns: Vec<Column>, groups: Vec<RowGroup>) -> Point {
    let groups: Vec<RowGroup> = groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
    if groups.is_empty() {
        return Point { heading, blocks: Vec::new() };
    }
    let table = Table { id: format!("{id}-table"), caption: heading.clone(), caption_hidden: true, columns, groups, ..Table::default() };
    let block = writer.table(table);
    Point { heading, blocks: vec![block] }
}

/// Rows of this body's own before the others; without headings where there is only one sort.
fn own_first(writer: &Writer<'_>, rows: Vec<(bool, Row)>) -> Vec<RowGroup> {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for (is_own, row) in rows {
        if is_own { own.push(row) } else { others.push(row) }
    }
    let both = !own.is_empty() && !others.is_empty();
    let group =
        |heading: String, rows: Vec<Row>| RowGroup { heading: if both { heading } else { String::new() }, note: String::new(), rows };
    vec![group(writer.say("pack-own"), own), group(writer.say("pack-others"), others)]
}
