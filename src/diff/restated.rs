//! Figures of earlier releases that a new release gives otherwise.

use std::collections::BTreeMap;

use super::comparison::RowEdit;
use super::releases::Tables;
use super::rows::{RowKey, RowText, columns_between, row_edit, rows_of, text_of};
use super::rules::results;
use crate::catalog::Catalog;
use crate::diag::Place;
use crate::model::Id;
use crate::model::release::ReleaseStatus;
use crate::source::{ReleaseRecord, ResultTable};

/// The newest row of an earlier release.
struct Earlier {
    text: RowText,
    place: Place,
    is_final: bool,
}

/// Lists the rows of a new release that give another figure than the newest earlier release did.
pub(super) fn restated_rows(release: &ReleaseRecord, catalog: &Catalog, tables: &Tables<'_>) -> Vec<RowEdit> {
    let mut edits = Vec::new();
    for ((_, metric), table) in tables.iter().filter(|((known, _), _)| **known == release.id) {
        let earlier = earlier_rows(release, metric, catalog, tables);
        for (key, row) in rows_of(table, catalog) {
            let Some(before) = earlier.get(&key) else {
                continue;
            };
            let text = text_of(table, row);
            let mut columns = columns_between(&before.text, &text);
            // A release need not repeat every column; only what both give can differ.
            columns.retain(|(_, before, after)| before.is_some() && after.is_some());
            if columns.is_empty() {
                continue;
            }
            let rule = match (before.is_final, release.release.restatement.is_some()) {
                (false, _) => &results::LATE_DATA,
                (true, true) => &results::RESTATED,
                (true, false) => &results::RESTATED_WITHOUT_REASON,
            };
            let places = (Some(before.place.clone()), Some(table.place(row)));
            edits.push(row_edit(rule, &release.id, metric, key, columns, places));
        }
    }
    edits
}

fn earlier_rows(release: &ReleaseRecord, metric: &Id, catalog: &Catalog, tables: &Tables<'_>) -> BTreeMap<RowKey, Earlier> {
    let mut newest = BTreeMap::new();
    for earlier in catalog.releases().iter().take_while(|earlier| earlier.id != release.id) {
        let Some(table) = tables.get(&(&earlier.id, metric)) else {
            continue;
        };
        let table: &ResultTable = table;
        for (key, row) in rows_of(table, catalog) {
            let is_final = earlier.release.status == ReleaseStatus::Final;
            newest.insert(key, Earlier { text: text_of(table, row), place: table.place(row), is_final });
        }
    }
    newest
}
