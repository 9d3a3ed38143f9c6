//! The evidence as a whole: when it was obtained, until when it is kept, and what rests on it.

use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::evidence::{Evidence, EvidenceState};
use crate::model::{AnyRecord, Date, Kind, RecordRef};
use crate::site::view::governance::{absent, count_cell, day_cell, link_cell, number, table, tallies, text};
use crate::site::view::{Block, Cell, Link, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// Records that are named in a cell; the page of the evidence lists them all.
const MOST_NAMED: usize = 6;

/// The sections; nothing where there is no evidence.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    let as_of = writer.site.report().as_of;
    let mut found: Vec<&Record> = records.iter().copied().filter(|record| fields(record).is_some()).collect();
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_by_key(|record| (fields(record).map(|evidence| std::cmp::Reverse(evidence.obtained_on)), &record.id));
    let kept = found.iter().filter(|record| fields(record).is_some_and(|evidence| evidence.state == EvidenceState::Current)).count();
    let over = found.iter().filter(|record| fields(record).is_some_and(|evidence| is_over(evidence, as_of))).count();
    let uncited: Vec<&Record> = found.iter().copied().filter(|record| citing(writer, record).is_empty()).collect();
    let unproved = found.iter().filter(|record| fields(record).is_some_and(|evidence| evidence.sha256.is_none())).count();
    let tallies = tallies(
        writer,
        vec![
            (kept, writer.fill("evidence-tally-kept", &[("count", kept.into())])),
            (over, writer.fill("evidence-tally-over", &[("count", over.into())])),
            (uncited.len(), writer.fill("evidence-tally-uncited", &[("count", uncited.len().into())])),
            (unproved, writer.fill("evidence-tally-unproved", &[("count", unproved.into())])),
        ],
    );
    let rows = found.iter().filter_map(|record| row(writer, record)).collect();
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Evidence))),
        text(writer.language().field("obtained_on")),
        text(writer.say("evidence-kept-until")),
        number(writer.say("evidence-citations")),
        text(writer.say("evidence-cited-by")),
    ];
    let caption = writer.say("evidence-caption");
    let mut blocks = vec![tallies, table(writer, "citations", caption, columns, rows)];
    if !uncited.is_empty() {
        let link = |record: &&Record| Link {
            href: writer.record_href(&record.reference()),
            label: record.envelope.title.clone(),
            note: String::new(),
        };
        blocks.push(Block::Heading { text: writer.say("evidence-uncited") });
        blocks.push(Block::Links { links: uncited.iter().map(link).collect(), columns: false });
    }
    vec![Section::new("citations", writer.say("evidence-title"), blocks)]
}

fn fields(record: &Record) -> Option<&Evidence> {
    if let AnyRecord::Evidence(evidence) = &record.fields { Some(evidence) } else { None }
}

/// The last day on which a document has to be kept.
fn kept_until(evidence: &Evidence) -> Option<Date> {
    evidence.retention.map(|retention| retention.after_date(evidence.obtained_on))
}

/// Whether a document is still kept although its time is over.
fn is_over(evidence: &Evidence, as_of: Date) -> bool {
    evidence.state == EvidenceState::Current && kept_until(evidence).is_some_and(|day| day < as_of)
}

/// The records that cite a document, once each.
fn citing<'a>(writer: &Writer<'a>, record: &Record) -> Vec<&'a RecordRef> {
    let links = writer.site.catalog().backlinks(&record.reference()).iter();
    let mut citing: Vec<&RecordRef> =
        links.filter_map(|link| if let Origin::Record(from) = &link.from { Some(from) } else { None }).collect();
    citing.dedup();
    citing
}

fn row(writer: &Writer<'_>, record: &Record) -> Option<Row> {
    let evidence = fields(record)?;
    let citing = citing(writer, record);
    let named = |record: &&&RecordRef| (writer.record_href(record), writer.title_of(record));
    let cited = match citing.len() {
        0 => Cell::Absent(writer.say("evidence-nothing")),
        1..=MOST_NAMED => Cell::Links(citing.iter().map(|record| named(&record)).collect()),
        _ => Cell::Link {
            href: format!("{}#referenced-by", writer.record_href(&record.reference())),
            label: writer.fill("evidence-records", &[("count", citing.len().into())]),
            note: String::new(),
        },
    };
    Some(Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            day_cell(writer, evidence.obtained_on),
            kept_until(evidence).map_or_else(|| absent(writer), |day| day_cell(writer, day)),
            count_cell(writer, citing.len()),
            cited,
        ],
        ..Row::default()
    })
}
