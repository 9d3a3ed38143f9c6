//! Analyses of causes: by which method, how far the causes reach, how sure the findings are, and what happened again.

use std::collections::BTreeMap;

use crate::model::AnyRecord;
use crate::site::view::inquiry::written;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table, Tally};
use crate::site::writer::Writer;
use crate::source::Record;

/// How sure an analysis is, as columns; the last is for those that do not say.
const SURE: [&str; 3] = ["high", "medium", "low"];

/// The sections; nothing where there is no analysis.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    if records.is_empty() {
        return Vec::new();
    }
    let blocks = vec![tallies(writer, records), by_method(writer, records)];
    let methods = Section::new("cause-methods", writer.say("cause-register-methods"), blocks);
    vec![methods, recurrences(writer, records)]
}

fn is_recurrence(record: &Record) -> bool {
    matches!(&record.fields, AnyRecord::RootCause(cause) if cause.recurrence_of.is_some())
}

fn tallies(writer: &Writer<'_>, records: &[&Record]) -> Block {
    let tally = |count: usize, key: &'static str| Tally {
        count: writer.language().count(count),
        words: writer.fill(key, &[("count", count.into())]),
        href: String::new(),
    };
    let count = |path: &str, word: &str| records.iter().filter(|record| written(record, path) == Some(word)).count();
    let again = records.iter().filter(|record| is_recurrence(record)).count();
    Block::Tallies {
        tallies: vec![
            tally(records.len(), "cause-tally-all"),
            tally(count("scope", "systemic"), "cause-tally-systemic"),
            tally(count("confidence", "low"), "cause-tally-low"),
            tally(again, "cause-tally-again"),
        ],
    }
}

/// A row for each method and scope that occurs.
fn by_method(writer: &mut Writer<'_>, records: &[&Record]) -> Block {
    let mut groups: BTreeMap<(&str, &str), [usize; 4]> = BTreeMap::new();
    for record in records {
        let (Some(method), Some(scope)) = (written(record, "method.name"), written(record, "scope")) else {
            continue;
        };
        let sure = written(record, "confidence").and_then(|word| SURE.iter().position(|known| *known == word)).unwrap_or(SURE.len());
        groups.entry((method, scope)).or_default()[sure] += 1;
    }
    let number = |count: usize| Cell::number(writer.language().count(count), count.to_string());
    let row = |((method, scope), counts): (&(&str, &str), &[usize; 4])| {
        let mut cells = vec![Cell::Text(writer.language().code(method)), Cell::Text(writer.language().code(scope))];
        cells.push(number(counts.iter().sum()));
        cells.extend(counts.iter().map(|count| number(*count)));
        Row { cells, ..Row::default() }
    };
    let rows = groups.iter().map(row).collect();
    let headings = [
        ("cause-method", ColumnKind::Text),
        ("cause-scope", ColumnKind::Text),
        ("cause-analyses", ColumnKind::Number),
        ("cause-sure-high", ColumnKind::Number),
        ("cause-sure-medium", ColumnKind::Number),
        ("cause-sure-low", ColumnKind::Number),
        ("cause-sure-unsaid", ColumnKind::Number),
    ];
    let columns = headings.map(|(key, kind)| Column::new(writer.say(key), kind)).to_vec();
    writer.table(Table {
        id: "cause-methods-table".to_owned(),
        caption: writer.say("cause-methods-caption"),
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })
}

/// The analyses of what had happened before.
fn recurrences(writer: &mut Writer<'_>, records: &[&Record]) -> Section {
    let link = |reference: &crate::model::RecordRef| Cell::Link {
        href: writer.record_href(reference),
        label: writer.title_of(reference),
        note: reference.id.to_string(),
    };
    let rows: Vec<Row> = records
        .iter()
        .filter_map(|record| match &record.fields {
            AnyRecord::RootCause(cause) => {
                let earlier = cause.recurrence_of.as_ref()?.record();
                Some(Row { cells: vec![link(&record.reference()), link(earlier)], ..Row::default() })
            }
            _ => None,
        })
        .collect();
    let title = writer.say("cause-register-again");
    if rows.is_empty() {
        let none = Block::Intro { text: writer.fill("cause-register-none-again", &[("count", records.len().into())]) };
        return Section::new("cause-again", title, vec![none]);
    }
    let columns = ["cause-analysis", "cause-earlier-analysis"].map(|key| Column::new(writer.say(key), ColumnKind::Text)).to_vec();
    let table = writer.table(Table {
        id: "cause-again-table".to_owned(),
        caption: title.clone(),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    Section::new("cause-again", title, vec![table])
}
