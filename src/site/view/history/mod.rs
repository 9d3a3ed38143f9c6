//! The past of records: what was in force here and since when, who changed it, and with whose agreement.
//!
//! Knows what git said only through [`Past`](crate::history::Past) and the texts that were read; nothing is read while a page is made.

mod agreement;
mod commit;
mod edits;
mod entry;
mod marks;
mod page;
mod recent;
mod register;
mod signature;
mod since;
mod step;
mod story;
#[cfg(test)]
mod tests;
mod version;
mod versions;

pub(super) use page::page;
pub(super) use recent::section as history_section;
pub(super) use register::sections as change_sections;
pub(super) use since::section as since_section;
pub(super) use step::step_of;
pub(super) use story::Story;
pub(super) use version::version_page;
pub(super) use versions::{href as version_href, section as versions_section, upcoming_note};

use crate::catalog::Catalog;
use crate::history::Part;
use crate::model::RecordRef;

/// Entries on one page of a history.
const ENTRIES_ON_A_PAGE: usize = 200;

/// Whether the history of a record has a page of its own: one commit is told on the page of the record, and needs none.
pub(in crate::site) fn has_history_page(catalog: &Catalog, record: &RecordRef) -> bool {
    let log = catalog.past().log(&Part::Record(record.clone()));
    log.len() > 1 || log.iter().any(|entry| !entry.side.is_empty()) || (!log.is_empty() && catalog.record(record).is_none())
}

/// The pages that the history of a record has.
pub(in crate::site) fn parts_of_history(catalog: &Catalog, record: &RecordRef) -> usize {
    catalog.past().log(&Part::Record(record.clone())).len().div_ceil(ENTRIES_ON_A_PAGE)
}

/// The records that have a past and no present, by kind and id.
pub(in crate::site) fn removed_records(catalog: &Catalog) -> Vec<RecordRef> {
    let gone = |part: &Part| match part {
        Part::Record(record) if catalog.record(record).is_none() => Some(record.clone()),
        _ => None,
    };
    catalog.past().logs.keys().filter_map(gone).collect()
}
