//! The whole project, linked and immutable.
//!
//! A [`Catalog`] can only be made from a project in which every reference resolves and nothing depends on itself in a
//! circle; later stages rely on that and never look again.

mod cycle;
mod due;
mod effective;
mod link;
mod orphan;
mod pin;
mod references;
mod referring;
mod responsibilities;
mod scope;
mod segment;
mod waived;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use due::{Due, DueReason, due_of};
pub use link::{Linking, link};
pub use references::{Backlink, FieldPath, Origin};
pub use referring::NamingChange;
pub use responsibilities::{Load, MOST_ACCOUNTABLE, OwnershipGap, Role, is_held, roles_of};
pub use scope::CellScope;

use crate::diag::Place;
use crate::history::{Counted, Past, RecordVersion, SilentRevision, Texts};
use crate::model::{AnyRecord, FiscalCalendar, Id, Kind, Metric, RecordRef, Scorecard, Segment, Settings, TimeOfDay, Zone};
use crate::source::{ExtractFile, Project, ProsePage, Record, ReleaseRecord, ResultTable, ThemeFile};

/// A linked project.
#[derive(Debug)]
pub struct Catalog {
    project: Project,
    positions: BTreeMap<RecordRef, usize>,
    backlinks: BTreeMap<RecordRef, Vec<Arc<Backlink>>>,
    links: Vec<Vec<Arc<Backlink>>>,
    calendar: FiscalCalendar,
    past: Past,
    versions: BTreeMap<RecordRef, Vec<RecordVersion>>,
    texts: Texts,
    silent_revisions: Vec<SilentRevision>,
    counted: Counted,
}

macro_rules! typed {
    ($($(#[$doc:meta])* $method:ident $variant:ident $type:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $method(&self) -> impl Iterator<Item = (&Record, &$type)> {
                self.of_kind(Kind::$variant).filter_map(|record| match &record.fields {
                    AnyRecord::$variant(fields) => Some((record, &**fields)),
                    _ => None,
                })
            }
        )*
    };
}

impl Catalog {
    /// The settings.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.project.settings.settings
    }

    /// The place of a setting; that of the file where it is not written.
    #[must_use]
    pub fn settings_place(&self, key: &str) -> Place {
        let file = &self.project.settings;
        file.node.entry(key).map_or_else(|| Place::file(file.source.path()), |entry| file.source.place(entry.value.span()))
    }

    /// The fiscal calendar that the settings describe.
    #[must_use]
    pub const fn calendar(&self) -> &FiscalCalendar {
        &self.calendar
    }

    /// All records, by kind and id.
    #[must_use]
    pub fn records(&self) -> &[Arc<Record>] {
        &self.project.records
    }

    /// The records of a kind, by id.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Record> {
        let start = self.project.records.partition_point(|record| record.kind < kind);
        self.project.records[start..].iter().map(|record| &**record).take_while(move |record| record.kind == kind)
    }

    /// The record that a reference leads to.
    #[must_use]
    pub fn record(&self, reference: &RecordRef) -> Option<&Record> {
        self.positions.get(reference).and_then(|position| self.project.records.get(*position)).map(|record| &**record)
    }

    /// The record of a kind and id.
    #[must_use]
    pub fn find(&self, kind: Kind, id: &Id) -> Option<&Record> {
        self.record(&RecordRef { kind, id: id.clone() })
    }

    /// The metric of an id.
    #[must_use]
    pub fn metric(&self, id: &Id) -> Option<(&Record, &Metric)> {
        let record = self.find(Kind::Metric, id)?;
        if let AnyRecord::Metric(metric) = &record.fields { Some((record, metric)) } else { None }
    }

    /// The segment of an id.
    #[must_use]
    pub fn segment(&self, id: &Id) -> Option<(&Record, &Segment)> {
        let record = self.find(Kind::Segment, id)?;
        if let AnyRecord::Segment(segment) = &record.fields { Some((record, segment)) } else { None }
    }

    typed! {
        /// The metrics, by id.
        metrics Metric Metric;
        /// The scorecards, by id.
        scorecards Scorecard Scorecard;
        /// The exclusions, by id.
        exclusions Exclusion crate::model::Exclusion;
        /// The targets, by id.
        targets Target crate::model::Target;
        /// The baselines, by id.
        baselines Baseline crate::model::Baseline;
        /// The commitments, by id.
        commitments Commitment crate::model::Commitment;
        /// The deviations, by id.
        deviations Deviation crate::model::Deviation;
        /// The calendar events, by id.
        calendar_events CalendarEvent crate::model::CalendarEvent;
        /// The actions, by id.
        actions Action crate::model::action::Action;
        /// The reviews, by id.
        reviews Review crate::model::review::Review;
        /// The decisions, by id.
        decisions Decision crate::model::decision::Decision;
        /// The changes, by id.
        changes Change crate::model::change::Change;
        /// The restatements, by id.
        restatements Restatement crate::model::restatement::Restatement;
        /// What auditors found, by id.
        audit_findings AuditFinding crate::model::audit_finding::AuditFinding;
        /// The waivers, by id.
        waivers Waiver crate::model::waiver::Waiver;
        /// The transforms, by id.
        transforms Transform crate::model::Transform;
        /// The sources, by id.
        sources Source crate::model::source::Source;
        /// The surveys, by id.
        surveys Survey crate::model::survey::Survey;
    }

    /// The same project with its past: what became of its files, and the versions of its records, the oldest first.
    #[must_use]
    pub fn with_past(self, past: Past, versions: BTreeMap<RecordRef, Vec<RecordVersion>>) -> Self {
        Self { past, versions, ..self }
    }

    /// The same project with what its records said in the past.
    #[must_use]
    pub fn with_texts(self, texts: Texts) -> Self {
        Self { texts, ..self }
    }

    /// The same project with what was done to its releases after they were final.
    #[must_use]
    pub fn with_silent_revisions(self, silent_revisions: Vec<SilentRevision>) -> Self {
        Self { silent_revisions, ..self }
    }

    /// The same project with the commits that its rules speak of.
    #[must_use]
    pub fn with_counted(self, counted: Counted) -> Self {
        Self { counted, ..self }
    }

    /// Whether the rules speak of a commit, by its position in the past; what is not committed yet always counts.
    #[must_use]
    pub fn counts(&self, commit: Option<usize>) -> bool {
        self.counted.counts(&self.past, self.settings().timezone, commit)
    }

    /// What was done to releases after they were final.
    #[must_use]
    pub fn silent_revisions(&self) -> &[SilentRevision] {
        &self.silent_revisions
    }

    /// What the records said in the past; empty where no history is known.
    #[must_use]
    pub const fn past_texts(&self) -> &Texts {
        &self.texts
    }

    /// What became of the files of the project; empty where no history is known.
    #[must_use]
    pub const fn past(&self) -> &Past {
        &self.past
    }

    /// The versions of a record, the oldest first; empty for kinds without versions, and where no history is known.
    #[must_use]
    pub fn versions(&self, reference: &RecordRef) -> &[RecordVersion] {
        self.versions.get(reference).map_or(&[], Vec::as_slice)
    }

    /// What refers to a record, by the record that refers and the field in which it does.
    #[must_use]
    pub fn backlinks(&self, reference: &RecordRef) -> &[Arc<Backlink>] {
        self.backlinks.get(reference).map_or(&[], Vec::as_slice)
    }

    /// What a record refers to, in the order in which it is written.
    #[must_use]
    pub fn links(&self, reference: &RecordRef) -> &[Arc<Backlink>] {
        self.positions.get(reference).and_then(|position| self.links.get(*position)).map_or(&[], Vec::as_slice)
    }

    /// The releases, by the instant of their release.
    #[must_use]
    pub fn releases(&self) -> &[ReleaseRecord] {
        &self.project.releases
    }

    /// The results of a metric, in the order of the releases.
    #[must_use]
    pub fn results(&self, metric: &Id) -> &[Arc<ResultTable>] {
        let results = &self.project.results;
        let start = results.partition_point(|table| table.metric < *metric);
        let end = results.partition_point(|table| table.metric <= *metric);
        &results[start..end]
    }

    /// The file of source data at a path that a release names.
    #[must_use]
    pub fn extract(&self, path: &str) -> Option<&ExtractFile> {
        self.project.extracts.get(path)
    }

    /// The pages of prose, by id.
    #[must_use]
    pub fn pages(&self) -> &[ProsePage] {
        &self.project.pages
    }

    /// The files of the project's own theme.
    #[must_use]
    pub fn theme(&self) -> &[ThemeFile] {
        &self.project.theme
    }

    /// The zone in which the days of a metric begin, and the time at which they do.
    #[must_use]
    pub fn day(&self, metric: &Metric) -> (Zone, TimeOfDay) {
        let settings = self.settings();
        let boundary = metric.day_boundary.or(settings.day_boundary).unwrap_or_default();
        (metric.timezone.unwrap_or(settings.timezone), boundary)
    }
}
