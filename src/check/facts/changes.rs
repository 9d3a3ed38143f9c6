//! What became of records and figures in the history that counts: each change of a definition under review, and what each restatement restated.
//!
//! One walk over the logs, one over the results of releases that name a restatement. Records that nobody changed cost nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::check::review::{Reviewed, review_counted};
use crate::diff::{RecordChange, compare_record, normative_digest};
use crate::history::{LogEntry, Part, SignatureState};
use crate::model::restatement::RestatementReason;
use crate::model::{AnyRecord, ChangeClass, Date, Id, ObservationStatus, RecordRef, State};
use crate::source::ResultTable;

/// One change of a record in the history that counts.
#[derive(Debug)]
pub(in crate::check) struct CountedChange {
    /// The commits that wrote it, by their position in the past; none for what is not committed yet.
    pub(in crate::check) commits: Vec<usize>,
    /// The day on which it came into the main line; nothing for what is not committed yet.
    pub(in crate::check) on: Option<Date>,
    /// What differs.
    pub(in crate::check) edited: RecordChange,
    /// What the review says of it.
    pub(in crate::check) reviewed: Reviewed,
    /// Whether the text that decides figures or their judgement differs.
    pub(in crate::check) is_normative: bool,
}

impl CountedChange {
    /// When it was made, in words.
    pub(in crate::check) fn when(&self) -> String {
        self.on.map_or_else(|| "by an edit that is not committed yet".to_owned(), |day| format!("on {day}"))
    }

    /// Whether something rested on the record, so that its text could not be edited freely.
    pub(in crate::check) fn is_bound(&self) -> bool {
        let proposed =
            |record: &crate::source::Record| matches!(&record.fields, AnyRecord::Metric(metric) if metric.state == State::Proposed);
        self.edited.before.is_some() && !self.edited.after.as_ref().is_some_and(|record| proposed(record))
    }
}

/// What a restatement restated.
#[derive(Debug, Default)]
pub(in crate::check) struct Restating {
    /// The releases that name it, by their position.
    pub(in crate::check) releases: Vec<usize>,
    /// The metrics of which such a release changed a figure that stood before.
    pub(in crate::check) metrics: BTreeSet<Id>,
}

/// The changes of a project.
#[derive(Debug, Default)]
pub(in crate::check) struct Changes {
    counted: BTreeMap<RecordRef, Vec<CountedChange>>,
    unread: BTreeSet<RecordRef>,
    by_change: BTreeMap<RecordRef, Vec<(RecordRef, usize)>>,
    restating: BTreeMap<RecordRef, Restating>,
    corrections: BTreeMap<Id, Vec<(Date, RecordRef)>>,
    /// Whether any commit of the history counts.
    pub(in crate::check) has_history: bool,
    /// Whether the programme signs: its settings name those who may, or one of them did.
    pub(in crate::check) is_signed: bool,
}

impl Changes {
    /// Gathers the changes of a project.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let past = catalog.past();
        let known = |state: &SignatureState| matches!(state, SignatureState::Good { .. } | SignatureState::NotValidThen { .. });
        let mut changes = Self {
            has_history: (0..past.commits.len()).any(|position| catalog.counts(Some(position))),
            is_signed: catalog.settings().signers.is_some() || past.commits.iter().any(|commit| known(&commit.signature)),
            ..Self::default()
        };
        for (part, log) in &past.logs {
            if let Part::Record(record) = part
                && record.kind.row().versioned
            {
                changes.read_log(catalog, record, log);
            }
        }
        changes.find_restated(catalog);
        changes.find_corrections(catalog);
        changes
    }

    /// The changes of a record in the history that counts, the newest first.
    pub(in crate::check) fn counted(&self, record: &RecordRef) -> &[CountedChange] {
        self.counted.get(record).map_or(&[], Vec::as_slice)
    }

    /// Whether a state of the record in the history that counts could not be read.
    pub(in crate::check) fn is_unread(&self, record: &RecordRef) -> bool {
        self.unread.contains(record)
    }

    /// The changes of records for which a record of the change speaks.
    pub(in crate::check) fn spoken_for(&self, change: &RecordRef) -> impl Iterator<Item = &CountedChange> {
        let places = self.by_change.get(change).into_iter().flatten();
        places.filter_map(|(record, position)| self.counted.get(record)?.get(*position))
    }

    /// What a restatement restated; nothing where no release names it.
    pub(in crate::check) fn restating(&self, restatement: &RecordRef) -> Option<&Restating> {
        self.restating.get(restatement)
    }

    /// The corrections of mistakes in a metric's figures, by the day on which each was made known.
    pub(in crate::check) fn corrections(&self, metric: &Id) -> &[(Date, RecordRef)] {
        self.corrections.get(metric).map_or(&[], Vec::as_slice)
    }

    fn read_log(&mut self, catalog: &Catalog, record: &RecordRef, log: &[LogEntry]) {
        let (past, texts) = (catalog.past(), catalog.past_texts());
        for entry in log.iter().filter(|entry| catalog.counts(entry.edit.commit)) {
            let (Some(before), Some(after)) = (&entry.edit.before, &entry.edit.after) else {
                continue;
            };
            let (Some(old), Some(new)) = (texts.record(record, Some(before)), texts.record(record, Some(after))) else {
                self.unread.insert(record.clone());
                continue;
            };
            let Some(edited) = compare_record(Some(old), Some(new)) else {
                continue;
            };
            let is_normative = edited.class >= Some(ChangeClass::Material) && normative_digest(old) != normative_digest(new);
            let reviewed = review_counted(catalog, &edited);
            let edits: Vec<_> = if entry.side.is_empty() { vec![&entry.edit] } else { entry.side.iter().collect() };
            let zone = catalog.settings().timezone;
            let change = CountedChange {
                commits: edits.iter().filter_map(|edit| edit.commit).collect(),
                on: past.commit(&entry.edit).map(|commit| commit.committer.at.date_in(zone)),
                edited,
                reviewed,
                is_normative,
            };
            let found = self.counted.entry(record.clone()).or_default();
            if let Some(spoken) = &change.reviewed.change {
                self.by_change.entry(spoken.clone()).or_default().push((record.clone(), found.len()));
            }
            found.push(change);
        }
    }

    fn find_restated(&mut self, catalog: &Catalog) {
        let mut named: BTreeMap<&Id, RecordRef> = BTreeMap::new();
        for (position, release) in catalog.releases().iter().enumerate() {
            if let Some(restatement) = &release.release.restatement {
                let restatement = restatement.record().clone();
                self.restating.entry(restatement.clone()).or_default().releases.push(position);
                named.insert(&release.id, restatement);
            }
        }
        if named.is_empty() {
            return;
        }
        for (record, _) in catalog.metrics() {
            for restatement in restated_by(catalog.results(&record.id), &named) {
                self.restating.entry(restatement.clone()).or_default().metrics.insert(record.id.clone());
            }
        }
    }
}

impl Changes {
    fn find_corrections(&mut self, catalog: &Catalog) {
        for (record, restatement) in catalog.restatements().filter(|(_, found)| found.reason_code == RestatementReason::Correction) {
            let reference = record.reference();
            let metrics = self.restating.get(&reference).map(|restating| &restating.metrics);
            for metric in metrics.into_iter().flatten() {
                self.corrections.entry(metric.clone()).or_default().push((restatement.announced_on, reference.clone()));
            }
        }
        for corrections in self.corrections.values_mut() {
            corrections.sort_unstable();
        }
    }
}

/// The restatements by which a table changes a row that stood in an earlier one.
fn restated_by<'a>(tables: &[Arc<ResultTable>], named: &'a BTreeMap<&Id, RecordRef>) -> BTreeSet<&'a RecordRef> {
    let mut found = BTreeSet::new();
    if !tables.iter().any(|table| named.contains_key(&table.release)) {
        return found;
    }
    let mut newest = BTreeMap::new();
    for table in tables {
        let restatement = named.get(&table.release);
        for (position, row) in table.rows.iter().enumerate() {
            let earlier = newest.insert((&table.cells[row.cell as usize], row.period), (&**table, position));
            if let (Some(restatement), Some(earlier)) = (restatement, earlier)
                && differ(earlier, (table, position))
            {
                found.insert(restatement);
            }
        }
    }
    found
}

/// Whether a number that both rows have is another one; a row that was only provisional may become another one without being restated.
fn differ((one, row): (&ResultTable, usize), (other, other_row): (&ResultTable, usize)) -> bool {
    if one.note(row).is_some_and(|note| note.status == ObservationStatus::Provisional) {
        return false;
    }
    one.columns.iter().enumerate().any(|(position, column)| {
        let place = other.columns.iter().position(|known| known == column);
        place.is_some_and(|place| one.number(row, position) != other.number(other_row, place))
    })
}
