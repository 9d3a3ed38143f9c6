//! The policies as a whole: when each has to be looked at again, and what rests on it.

use crate::language::capitalised;
use crate::model::policy::Policy;
use crate::model::{AnyRecord, Date, Kind};
use crate::site::view::governance::{ahead, code_of, count_cell, day_cell, link_cell, number, table, tallies, text};
use crate::site::view::{Cell, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// Days within which a review is coming.
const SOON: i32 = 90;

/// The section; nothing where there is no policy.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    let as_of = writer.site.report().as_of;
    let mut policies: Vec<&Record> = records.iter().copied().filter(|record| fields(record).is_some()).collect();
    if policies.is_empty() {
        return Vec::new();
    }
    policies.sort_by_key(|record| (review_by(record), &record.id));
    let days = |record: &&&Record| review_by(record).map(|day| as_of.days_until(day));
    let overdue = policies.iter().filter(|record| days(record).is_some_and(|days| days < 0)).count();
    let coming = policies.iter().filter(|record| days(record).is_some_and(|days| (0..=SOON).contains(&days))).count();
    let tallies = tallies(
        writer,
        vec![
            (overdue, writer.fill("policy-tally-overdue", &[("count", overdue.into())])),
            (coming, writer.fill("policy-tally-coming", &[("count", coming.into())])),
        ],
    );
    let rows = policies.iter().filter_map(|record| row(writer, record)).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Policy))),
        text(writer.say("governance-type")),
        text(writer.say("governance-approved-by")),
        text(writer.language().field("review_by")),
        text(writer.say("governance-when")),
        number(writer.say("policy-used-by")),
    ];
    let caption = writer.say("policy-caption");
    let table = table(writer, "review", caption, columns, rows);
    vec![Section::new("review", writer.say("policy-title"), vec![tallies, table])]
}

fn fields(record: &Record) -> Option<&Policy> {
    if let AnyRecord::Policy(policy) = &record.fields { Some(policy) } else { None }
}

fn review_by(record: &Record) -> Option<Date> {
    fields(record).map(|policy| policy.review_by)
}

fn row(writer: &Writer<'_>, record: &Record) -> Option<Row> {
    let policy = fields(record)?;
    let reference = record.reference();
    let mut users: Vec<_> = writer.site.catalog().backlinks(&reference).iter().map(|link| &link.from).collect();
    users.dedup();
    Some(Row {
        cells: vec![
            link_cell(writer, &reference),
            code_of(writer, record, "type").map_or(Cell::Empty, Cell::Text),
            link_cell(writer, policy.approved_by.record()),
            day_cell(writer, policy.review_by),
            Cell::Text(ahead(writer, policy.review_by)),
            count_cell(writer, users.len()),
        ],
        ..Row::default()
    })
}
