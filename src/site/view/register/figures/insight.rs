//! Themes over periods: a table for each kind of insight, with the number of comments of each period.

use std::collections::BTreeSet;

use crate::model::AnyRecord;
use crate::model::insight::{Insight, InsightType};
use crate::site::view::inquiry::count_cell;
use crate::site::view::record::share_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

const KINDS: [(InsightType, &str, &str); 4] = [
    (InsightType::Theme, "theme", "insight-register-theme"),
    (InsightType::Staff, "staff", "insight-register-staff"),
    (InsightType::Interview, "interview", "insight-register-interview"),
    (InsightType::Speech, "speech", "insight-register-speech"),
];

/// A section for each kind of which there is an insight with shares.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (kind, id, title) in KINDS {
        let mut found: Vec<(&Record, &Insight)> = records
            .iter()
            .filter_map(|record| if let AnyRecord::Insight(insight) = &record.fields { Some((*record, &**insight)) } else { None })
            .filter(|(_, insight)| insight.kind == kind && !insight.prevalence.is_empty())
            .collect();
        found.sort_by_key(|(record, insight)| (insight.period, &record.id));
        if !found.is_empty() {
            sections.push(over_time(writer, id, title, &found));
        }
    }
    sections
}

fn over_time(writer: &mut Writer<'_>, id: &str, title: &'static str, found: &[(&Record, &Insight)]) -> Section {
    let mut columns = vec![Column::new(writer.say("insight-theme"), ColumnKind::Text)];
    columns.extend(found.iter().map(|(_, insight)| Column::new(writer.language().short_period(insight.period), ColumnKind::Text)));
    let codes: BTreeSet<&str> = found.iter().flat_map(|(_, insight)| insight.codes.iter().map(|theme| theme.code.as_str())).collect();
    let newest = |code: &str| found.iter().rev().find_map(|(_, insight)| insight.prevalence.get(code).copied());
    let mut codes: Vec<&str> = codes.into_iter().collect();
    codes.sort_by_key(|code| std::cmp::Reverse(newest(code)));
    let mut rows: Vec<Row> = codes.iter().map(|code| row(writer, code, found)).collect();
    let mut counts = vec![Cell::Text(writer.say("insight-n"))];
    counts.extend(found.iter().map(|(_, insight)| count_cell(writer, usize::try_from(insight.n).unwrap_or(usize::MAX))));
    rows.push(Row { cells: counts, is_total: true, ..Row::default() });
    let caption = writer.say(title);
    let table = writer.table(Table {
        id: format!("insight-{id}-table"),
        caption: caption.clone(),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    let intro = Block::Intro { text: writer.fill("insight-register-intro", &[("count", found.len().into())]) };
    Section::new(format!("insight-{id}"), caption, vec![intro, table])
}

/// The share of a theme in each period; where it was not asked about, that is said.
fn row(writer: &Writer<'_>, code: &str, found: &[(&Record, &Insight)]) -> Row {
    let mut cells = vec![Cell::Text(code.replace('-', " "))];
    cells.extend(found.iter().map(|(_, insight)| {
        let share = insight.prevalence.get(code).copied();
        share.map_or_else(|| Cell::Absent(writer.say("insight-not-coded")), |share| share_cell(writer, share))
    }));
    Row { cells, ..Row::default() }
}
