//! Every file of a report, decided once.

use std::collections::BTreeMap;

use super::Site;
use super::audit_page::AuditPage;
use super::slug::slugs;
use super::summary::Summary;
use super::view::{audiences, has_drivers, has_history_page, has_variants, parts_of_history, removed_records};
use super::whole;
use crate::catalog::Catalog;
use crate::diag::Finding;
use crate::model::{AnyRecord, Audience, Frequency, Id, Kind, Period, RecordRef, Scorecard, Version};
use crate::source::Record;

/// Segments with at most this many codes have them all on one page.
pub(super) const CODES_ON_ONE_PAGE: usize = 12;

/// Metrics on one page of their list.
pub(super) const METRICS_IN_A_LIST: usize = 500;

/// The index of the search; pages load it when somebody searches.
pub(super) const SEARCH_INDEX: &str = "data/search-index.js";

/// What a file is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The front page.
    Index,
    /// All metrics, or a part of them where there are many; the first part is 0.
    Metrics(usize),
    /// One metric.
    Metric(Id),
    /// One metric by the codes of a segment.
    Segment {
        /// The metric.
        metric: Id,
        /// Position of the segment among the metric's.
        position: usize,
    },
    /// One metric for one code of a segment with many.
    Code {
        /// The metric.
        metric: Id,
        /// Position of the segment among the metric's.
        position: usize,
        /// Position of the code, counted from 1.
        code: u16,
    },
    /// What came of the checks of one metric and its figures.
    Checks(Id),
    /// All scorecards.
    Scorecards,
    /// One scorecard in one period.
    ScorecardPeriod {
        /// The scorecard.
        scorecard: Id,
        /// The period.
        period: Period,
    },
    /// What feeds what.
    Lineage,
    /// All records of a kind.
    Register(Kind),
    /// One record.
    Record(RecordRef),
    /// What became of a record, or a part of it where that is long; the first part is 0.
    History {
        /// The record.
        record: RecordRef,
        /// The part.
        part: usize,
    },
    /// One version of a record.
    Version {
        /// The record.
        record: RecordRef,
        /// The version.
        version: Version,
    },
    /// All kinds of records.
    Records,
    /// A page of prose.
    Prose(Id),
    /// Who answers for what.
    Ownership,
    /// What one audience has to know, on one page.
    Digest(Audience),
    /// Everything that was found.
    Findings,
    /// A page for those who test the report, or a part of it; the first part is 0.
    Audit(AuditPage, usize),
    /// Objectives, and what brings about what.
    Strategy,
    /// Which metrics move which.
    Drivers,
    /// Variants of metrics beside their base.
    Variants,
    /// The whole report on one page.
    Whole,
    /// The file with every published figure.
    FiguresFile,
    /// What came of every check for every subject.
    ChecksFile,
    /// What can be searched for.
    SearchFile,
    /// Every figure of one metric.
    MetricFile(Id),
    /// One record as data.
    RecordFile(RecordRef),
}

/// A file of the report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedFile {
    /// Path in the report, `/` between its parts.
    pub path: String,
    /// What it is about.
    pub subject: Subject,
}

/// The page of a record.
pub(super) fn record_paths(catalog: &Catalog) -> BTreeMap<RecordRef, String> {
    let path = |record: &crate::source::Record| format!("{}/{}.html", record.kind.row().pages, record.id);
    catalog.records().iter().map(|record| (record.reference(), path(record))).collect()
}

/// The page of a page of prose.
pub(super) fn prose_path(id: &Id) -> String {
    if id.as_str() == "index" { "index.html".to_owned() } else { format!("pages/{id}.html") }
}

/// The register of a kind.
pub(super) fn register_path(kind: Kind) -> String {
    format!("{}/index.html", kind.row().pages)
}

/// The page of a metric by the codes of a segment.
pub(super) fn segment_path(metric: &Id, segment: &Id) -> String {
    format!("metrics/{metric}/{segment}.html")
}

/// The page with a part of the history of a record; the first part is 0. A segment of the metric may have taken the first name.
pub(super) fn history_path(catalog: &Catalog, record: &RecordRef, part: usize) -> String {
    let folder = format!("{}/{}", record.kind.row().pages, record.id);
    let taken = |(_, metric): (_, &crate::model::Metric)| metric.segments.iter().any(|segment| segment.id().as_str() == "history");
    let is_taken = record.kind == Kind::Metric && catalog.metric(&record.id).is_some_and(taken);
    if part == 0 && !is_taken { format!("{folder}/history.html") } else { format!("{folder}/history.{}.html", part + 1) }
}

/// The page with what came of the checks of a metric. A segment of the metric may have taken the first name.
pub(super) fn checks_path(catalog: &Catalog, metric: &Id) -> String {
    let taken = |(_, fields): (_, &crate::model::Metric)| fields.segments.iter().any(|segment| segment.id().as_str() == "checks");
    let name = if catalog.metric(metric).is_some_and(taken) { "checks.1" } else { "checks" };
    format!("metrics/{metric}/{name}.html")
}

/// The page of one version of a record.
pub(super) fn version_path(record: &RecordRef, version: Version) -> String {
    format!("{}/{}/v{version}.html", record.kind.row().pages, record.id)
}

/// The list of metrics, or a part of it.
pub(super) fn metrics_path(part: usize) -> String {
    if part == 0 { register_path(Kind::Metric) } else { format!("lists/metrics-{}.html", part + 1) }
}

/// The digest of an audience.
pub(super) fn digest_path(audience: Audience) -> String {
    format!("digests/{}.html", audience.code())
}

/// The page of one scorecard in one period.
pub(super) fn scorecard_path(scorecard: &Id, period: Period) -> String {
    format!("scorecards/{scorecard}/{}.html", period.to_string().to_lowercase())
}

/// The address of a code: its own page, or its place on the page of its segment.
pub(super) fn code_address(catalog: &Catalog, metric: &Id, segment: &Id, code: u16) -> Option<String> {
    let (_, fields) = catalog.segment(segment)?;
    let slug = slugs(fields).into_iter().nth(usize::from(code).checked_sub(1)?)?;
    Some(if fields.codes.len() > CODES_ON_ONE_PAGE {
        format!("metrics/{metric}/{segment}/{slug}.html")
    } else {
        format!("metrics/{metric}/{segment}.html#{slug}")
    })
}

/// The periods for which a scorecard has pages, the oldest first: those in which any of its metrics has a figure.
///
/// `span` gives the first and the last period in which a metric has one.
pub(super) fn scorecard_periods(catalog: &Catalog, span: &dyn Fn(&Id) -> Option<(Period, Period)>, scorecard: &Scorecard) -> Vec<Period> {
    let calendar = catalog.calendar();
    let spans = || scorecard.items.iter().filter_map(|item| Some((item.metric.id(), span(item.metric.id())?)));
    let Some(cadence) = scorecard.cadence.or_else(|| spans().map(|(_, (first, _))| first.frequency()).max()) else {
        return Vec::new();
    };
    let first = spans().map(|(_, (first, _))| Period::containing(first.first_day(calendar), cadence, calendar)).min();
    let last = spans().map(|(_, (_, last))| last_complete(catalog, last, cadence)).max();
    match (first, last) {
        (Some(first), Some(last)) if first <= last => Period::iter(first, last).collect(),
        _ => Vec::new(),
    }
}

/// The last period of a cadence that is over when a finer period is.
fn last_complete(catalog: &Catalog, last: Period, cadence: Frequency) -> Period {
    let calendar = catalog.calendar();
    let period = Period::containing(last.last_day(calendar), cadence, calendar);
    if period.last_day(calendar) <= last.last_day(calendar) { period } else { period.previous() }
}

/// The file of a path among sorted ones.
pub(super) fn find<'f>(files: &'f [PlannedFile], path: &str) -> Option<&'f PlannedFile> {
    files.binary_search_by(|file| file.path.as_str().cmp(path)).ok().and_then(|position| files.get(position))
}

/// Sorts files by path; equal paths cannot come up, since kinds have folders of their own.
pub(super) fn sorted(mut files: Vec<PlannedFile>) -> Vec<PlannedFile> {
    files.sort();
    files.shrink_to_fit();
    files
}

/// The files that are there whatever the figures say, and belong to no record that is there.
pub(super) fn common_files(catalog: &Catalog) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    let mut add = |path: String, subject: Subject| files.push(PlannedFile { path, subject });
    add("index.html".to_owned(), Subject::Index);
    add("data/figures.csv".to_owned(), Subject::FiguresFile);
    add("data/checks.json".to_owned(), Subject::ChecksFile);
    add(SEARCH_INDEX.to_owned(), Subject::SearchFile);
    add("records/index.html".to_owned(), Subject::Records);
    overviews(catalog, &mut add);
    for page in catalog.pages().iter().filter(|page| page.id.as_str() != "index") {
        add(prose_path(&page.id), Subject::Prose(page.id.clone()));
    }
    let removed = removed_records(catalog);
    for record in &removed {
        add_history(catalog, record, &mut add);
    }
    let has_register = |kind: Kind| catalog.of_kind(kind).next().is_some() || kind == Kind::Change && !removed.is_empty();
    for kind in Kind::ALL.iter().copied().filter(|kind| has_register(*kind)) {
        let subject = match kind {
            Kind::Metric => Subject::Metrics(0),
            Kind::Scorecard => Subject::Scorecards,
            _ => Subject::Register(kind),
        };
        add(register_path(kind), subject);
    }
    for part in 1..catalog.of_kind(Kind::Metric).count().div_ceil(METRICS_IN_A_LIST) {
        add(metrics_path(part), Subject::Metrics(part));
    }
    files
}

/// The pages for those who test the report.
pub(super) fn audit_files(findings: &[Finding], pages: Vec<(AuditPage, usize)>) -> Vec<PlannedFile> {
    let findings = (!findings.is_empty()).then(|| PlannedFile { path: "audit/findings.html".to_owned(), subject: Subject::Findings });
    let file = |page: AuditPage| move |part| PlannedFile { path: page.path(part), subject: Subject::Audit(page, part) };
    findings.into_iter().chain(pages.into_iter().flat_map(|(page, parts)| (0..parts).map(file(page)))).collect()
}

/// The files of a record.
pub(super) fn record_files(site: &Site, record: &Record) -> Vec<PlannedFile> {
    let catalog = site.catalog();
    let mut files = Vec::new();
    let mut add = |path: String, subject: Subject| files.push(PlannedFile { path, subject });
    let reference = record.reference();
    add(format!("data/records/{}/{}.json", record.kind, record.id), Subject::RecordFile(reference.clone()));
    let subject = if record.kind == Kind::Metric { Subject::Metric(record.id.clone()) } else { Subject::Record(reference.clone()) };
    add(format!("{}/{}.html", record.kind.row().pages, record.id), subject);
    if record.kind.row().versioned {
        add_history(catalog, &reference, &mut add);
    }
    match &record.fields {
        AnyRecord::Metric(metric) => {
            add(checks_path(catalog, &record.id), Subject::Checks(record.id.clone()));
            if let Some(summary) = site.summary(&record.id).filter(|summary| summary.latest.is_some() || !summary.cells.is_empty()) {
                add(format!("data/metrics/{}.csv", record.id), Subject::MetricFile(record.id.clone()));
                add_segments(catalog, &record.id, metric, summary, &mut add);
            }
        }
        AnyRecord::Scorecard(scorecard) => {
            for period in site.scorecard_periods(scorecard) {
                let subject = Subject::ScorecardPeriod { scorecard: record.id.clone(), period };
                add(scorecard_path(&record.id, period), subject);
            }
        }
        _ => {}
    }
    files
}

/// The history of a record where it has more than a page can say in passing, and its versions where there are several.
fn add_history(catalog: &Catalog, record: &RecordRef, add: &mut impl FnMut(String, Subject)) {
    if has_history_page(catalog, record) {
        for part in 0..parts_of_history(catalog, record) {
            add(history_path(catalog, record, part), Subject::History { record: record.clone(), part });
        }
    }
    let versions = catalog.versions(record);
    if versions.len() > 1 {
        for version in versions.iter().map(|version| version.version) {
            add(version_path(record, version), Subject::Version { record: record.clone(), version });
        }
    }
}

/// The pages that show how records hang together, each where there is something to show.
fn overviews(catalog: &Catalog, add: &mut impl FnMut(String, Subject)) {
    if [Kind::Person, Kind::Team, Kind::Committee].into_iter().any(|kind| catalog.of_kind(kind).next().is_some()) {
        add("ownership.html".to_owned(), Subject::Ownership);
    }
    for audience in audiences(catalog) {
        add(digest_path(audience), Subject::Digest(audience));
    }
    if catalog.of_kind(Kind::Objective).next().is_some() {
        add("strategy.html".to_owned(), Subject::Strategy);
    }
    if has_drivers(catalog) {
        add("drivers.html".to_owned(), Subject::Drivers);
    }
    if has_variants(catalog) {
        add("variants.html".to_owned(), Subject::Variants);
    }
    if whole::fits(catalog) {
        add("report.html".to_owned(), Subject::Whole);
    }
    if catalog.of_kind(Kind::Source).chain(catalog.of_kind(Kind::Transform)).next().is_some() {
        add("lineage.html".to_owned(), Subject::Lineage);
    }
}

fn add_segments(catalog: &Catalog, id: &Id, metric: &crate::model::Metric, summary: &Summary, add: &mut impl FnMut(String, Subject)) {
    for (position, reference) in metric.segments.iter().enumerate() {
        let Some((_, segment)) = catalog.segment(reference.id()) else {
            continue;
        };
        let codes = codes_with_figures(summary, position);
        if codes.is_empty() {
            continue;
        }
        add(segment_path(id, reference.id()), Subject::Segment { metric: id.clone(), position });
        if segment.codes.len() > CODES_ON_ONE_PAGE {
            let names = slugs(segment);
            for code in codes {
                if let Some(name) = names.get(usize::from(code) - 1) {
                    let path = format!("metrics/{id}/{}/{name}.html", reference.id());
                    add(path, Subject::Code { metric: id.clone(), position, code });
                }
            }
        }
    }
}

/// The codes of a segment that have figures by themselves, in the order of the segment.
pub(super) fn codes_with_figures(summary: &Summary, position: usize) -> Vec<u16> {
    let alone = |key: &&crate::stats::CellKey| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0));
    let mut codes: Vec<u16> = summary.cells.iter().filter(alone).filter_map(|key| key.get(position).copied()).collect();
    codes.sort_unstable();
    codes
}
