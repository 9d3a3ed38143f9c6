//! The past of one record, ready to be told.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::history::{Commit, Edit, FileState, LogEntry, Part, RecordVersion, Text};
use crate::model::{Date, RecordRef, Zone};
use crate::site::Site;
use crate::source::Record;

/// The past of one record.
#[derive(Clone, Copy)]
pub(in crate::site::view) struct Story<'a> {
    site: &'a Site,
    catalog: &'a Catalog,
    /// The record.
    pub(in crate::site::view) reference: &'a RecordRef,
    /// The main log, the newest entry first.
    pub(in crate::site::view) log: &'a [LogEntry],
    /// The versions, the oldest first.
    pub(in crate::site::view) versions: &'a [RecordVersion],
}

impl<'a> Story<'a> {
    /// The past of a record; all of it empty where nothing is known.
    pub(in crate::site::view) fn of(site: &'a Site, reference: &'a RecordRef) -> Self {
        let catalog = site.catalog();
        let log = catalog.past().log(&Part::Record(reference.clone()));
        Self { site, catalog, reference, log, versions: catalog.versions(reference) }
    }

    /// The commit of an edit; nothing for what is not committed yet.
    pub(in crate::site::view) fn commit(&self, edit: &Edit) -> Option<&'a Commit> {
        self.catalog.past().commit(edit)
    }

    /// The record in a state of its file, where it could be read.
    pub(super) fn record(&self, state: Option<&FileState>) -> Option<&'a Arc<Record>> {
        self.catalog.past_texts().record(self.reference, state)
    }

    /// What the file said in a state, where anybody looked.
    pub(super) fn text(&self, state: Option<&FileState>) -> Option<&'a Text> {
        self.catalog.past_texts().text(self.reference, state)
    }

    /// The newest text of the record that could be read, for those that are gone.
    pub(in crate::site::view) fn newest(&self) -> Option<&'a Arc<Record>> {
        self.log.iter().find_map(|entry| self.record(entry.edit.after.as_ref()).or_else(|| self.record(entry.edit.before.as_ref())))
    }

    /// The title of the record, now or when it was last there.
    pub(in crate::site::view) fn title(&self) -> String {
        let now = self.catalog.record(self.reference).map(|record| record.envelope.title.clone());
        now.or_else(|| self.newest().map(|record| record.envelope.title.clone())).unwrap_or_else(|| self.reference.id.to_string())
    }

    /// The day on which an edit reached the history, in the zone of the project.
    pub(super) fn day(&self, edit: &Edit) -> Option<Date> {
        let zone: Zone = self.site.catalog().settings().timezone;
        self.commit(edit).map(|commit| commit.committer.at.date_in(zone))
    }

    /// Whether the log ends where a shallow clone does, and not where the record began.
    pub(super) fn is_truncated(&self) -> bool {
        let last = self.log.last().and_then(|entry| self.commit(&entry.edit));
        last.is_some_and(|commit| commit.truncated)
    }
}
