//! Rows of results side by side, known by period and codes and never by position.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::canonical::Canonical;
use super::comparison::RowEdit;
use super::digest::fingerprint;
use super::releases::Tables;
use super::rename::Renames;
use super::rule::ChangeRule;
use super::rules::results;
use super::scalar::decimal_by_value;
use crate::catalog::Catalog;
use crate::diag::Place;
use crate::model::release::ReleaseStatus;
use crate::model::{Id, Kind, Period, RecordRef};
use crate::source::{ReleaseRecord, ResultTable};

/// What a row is about: the period, and the code of each segment that is not the whole.
pub(super) type RowKey = (Period, Vec<(Id, String)>);

/// A row as text: the filled columns by their heading, numbers by value.
pub(super) type RowText = BTreeMap<String, String>;

/// A column that differs: its heading, the text before and the text after.
pub(super) type ColumnEdit = (String, Option<String>, Option<String>);

/// The rows of a table by what they are about, with their positions.
pub(super) fn rows_of(table: &ResultTable, catalog: &Catalog) -> BTreeMap<RowKey, usize> {
    let segments: Vec<(&Id, &[crate::model::segment::SegmentCode])> = catalog.metric(&table.metric).map_or_else(Vec::new, |(_, metric)| {
        let found = metric.segments.iter().filter_map(|reference| Some((reference.id(), catalog.segment(reference.id())?.1)));
        found.map(|(id, segment)| (id, segment.codes.as_slice())).collect()
    });
    let cell = |cell: u32| -> Vec<(Id, String)> {
        let codes = table.cells.get(cell as usize).map_or(&[][..], |cell| cell);
        let named = segments.iter().zip(codes).filter(|(_, code)| **code != 0);
        let mut named: Vec<(Id, String)> =
            named.filter_map(|((id, known), code)| Some(((*id).clone(), known.get(usize::from(*code) - 1)?.code.clone()))).collect();
        named.sort();
        named
    };
    let cells: Vec<Vec<(Id, String)>> = (0..table.cells.len()).map(|position| cell(u32::try_from(position).unwrap_or(u32::MAX))).collect();
    let key = |row: &crate::source::Row| (row.period, cells.get(row.cell as usize).cloned().unwrap_or_default());
    table.rows.iter().enumerate().map(|(position, row)| (key(row), position)).collect()
}

/// A row of a table as text.
pub(super) fn text_of(table: &ResultTable, row: usize) -> RowText {
    let mut text = RowText::new();
    for (position, column) in table.columns.iter().enumerate() {
        if let Some(number) = table.number(row, position) {
            text.insert(column.heading(), decimal_by_value(number));
        }
    }
    if let Some(note) = table.note(row) {
        let status = note.status.to_string();
        text.extend(note.version.map(|version| ("version".to_owned(), version.to_string())));
        text.extend((status != "A").then(|| ("status".to_owned(), status)));
        text.extend(note.confidentiality.map(|status| ("conf".to_owned(), status.to_string())));
        text.extend(note.comment.as_ref().map(|comment| ("comment".to_owned(), comment.to_string())));
    }
    text
}

/// The columns in which two rows differ.
pub(super) fn columns_between(before: &RowText, after: &RowText) -> Vec<ColumnEdit> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differing = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    differing.map(|name| (name.clone(), before.get(name).cloned(), after.get(name).cloned())).collect()
}

/// Makes an edit of a row.
pub(super) fn row_edit(
    rule: &'static ChangeRule,
    release: &Id,
    metric: &Id,
    (period, cell): RowKey,
    columns: Vec<ColumnEdit>,
    (before_place, after_place): (Option<Place>, Option<Place>),
) -> RowEdit {
    let mut field = format!("rows[{period}");
    for (segment, code) in &cell {
        // Writing into a string cannot fail.
        let _ = write!(field, " {segment}={code}");
    }
    field.push(']');
    let side = |pick: fn(&ColumnEdit) -> &Option<String>| {
        let values = columns.iter().filter_map(|column| Some((column.0.clone(), Canonical::Text(pick(column).clone()?))));
        Canonical::Map(values.collect())
    };
    let (old, new) = (before_place.as_ref().map(|_| side(|column| &column.1)), after_place.as_ref().map(|_| side(|column| &column.2)));
    let print = fingerprint(rule.id, &format!("release/{release}/{metric}"), &field, old.as_ref(), new.as_ref());
    RowEdit { rule, metric: metric.clone(), period, cell, columns, before_place, after_place, fingerprint: print }
}

/// Lists the rows of a release that differ between two states of it.
pub(super) fn compare_tables(
    release: &ReleaseRecord,
    (before, old): (&Catalog, &Tables<'_>),
    (after, new): (&Catalog, &Tables<'_>),
    renames: &Renames,
) -> Vec<RowEdit> {
    let is_final = release.release.status == ReleaseStatus::Final;
    let mut pairs: BTreeMap<Id, (Option<&ResultTable>, Option<&ResultTable>)> = BTreeMap::new();
    for ((_, metric), table) in old.iter().filter(|((known, _), _)| **known == release.id) {
        let metric = RecordRef { kind: Kind::Metric, id: (*metric).clone() };
        pairs.entry(renames.now(&metric).id.clone()).or_default().0 = Some(table);
    }
    for ((_, metric), table) in new.iter().filter(|((known, _), _)| **known == release.id) {
        pairs.entry((*metric).clone()).or_default().1 = Some(table);
    }
    let mut edits = Vec::new();
    for (metric, (was, is)) in pairs {
        let (old, new) =
            (was.map(|table| rows_of(table, before)).unwrap_or_default(), is.map(|table| rows_of(table, after)).unwrap_or_default());
        let keys: BTreeSet<&RowKey> = old.keys().chain(new.keys()).collect();
        for key in keys {
            let side = |table: Option<&ResultTable>, rows: &BTreeMap<RowKey, usize>| {
                let (table, row) = table.zip(rows.get(key).copied())?;
                Some((text_of(table, row), table.place(row)))
            };
            let (left, right) = (side(was, &old), side(is, &new));
            let columns = columns_between(
                left.as_ref().map_or(&RowText::new(), |side| &side.0),
                right.as_ref().map_or(&RowText::new(), |side| &side.0),
            );
            if columns.is_empty() && left.is_some() == right.is_some() {
                continue;
            }
            let rule = row_rule(is_final, left.is_some(), right.is_some());
            let places = (left.map(|side| side.1), right.map(|side| side.1));
            edits.push(row_edit(rule, &release.id, &metric, key.clone(), columns, places));
        }
    }
    edits
}

const fn row_rule(is_final: bool, before: bool, after: bool) -> &'static ChangeRule {
    match (is_final, before, after) {
        (true, true, true) => &results::FINAL_ROW_EDITED,
        (true, true, false) => &results::FINAL_ROW_REMOVED,
        (true, ..) => &results::FINAL_ROW_ADDED,
        (false, ..) => &results::PROVISIONAL_ROW_CHANGED,
    }
}
