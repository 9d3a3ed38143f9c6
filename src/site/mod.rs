//! Which pages exist and what they say.
//!
//! A page is a function of the site: [`Site::page`] makes any one of the planned pages, in any order and on any thread.
//! Nothing here is a byte of HTML; that is what `render` is for.

pub mod chart;
pub mod graph;
pub mod view;

mod address;
mod audit_page;
mod memo;
mod mentions;
mod plan;
mod planned_parts;
mod report;
mod search;
mod slug;
mod summary;
mod ticked;
mod whole;
mod writer;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub use address::{CellAddress, MetricAddresses};
pub use audit_page::AuditPage;
pub use mentions::Mention;
pub use plan::{PlannedFile, Subject};
pub use report::{Exceptions, InputFile, LastReport, PreviousReport, Report, ReportSigner};
pub use search::{LONGEST_WORD, SearchEntry, Weight, words};
pub use summary::{LatestValue, Summary};
pub use ticked::{Ground, Ticked};
pub use whole::Chapter;
pub use writer::Writer;

use rayon::prelude::*;

use self::memo::Memo;
use self::planned_parts::PlannedParts;
use crate::catalog::Catalog;
use crate::check::{Context, Counted, Facts, Ledger, MetricTests, Preliminary};
use crate::diag::{Finding, Findings};
use crate::language::Language;
use crate::model::{AnyRecord, Id, Kind, Period, RecordRef, Scorecard};
use crate::stats::{MetricSeries, ScorecardFigures};

/// Metrics that a thread tests at once; the last shares are small, so that no thread waits long for another.
const AT_ONCE: usize = 16;

/// What came of the checks of a scorecard's metrics, in the order of its items.
type ScorecardTests = Vec<Option<Arc<MetricTests>>>;

/// A report: every file it has, and what is needed to make any of them.
///
/// Whatever a file needs is computed when it is first asked for and kept; nobody can tell from a page what was made before it.
#[derive(Debug)]
pub struct Site {
    catalog: Catalog,
    report: Report,
    language: Arc<Language>,
    earlier: Findings,
    facts: OnceLock<Facts>,
    preliminary: OnceLock<Preliminary>,
    metrics: BTreeMap<Id, OnceLock<Option<TestedMetric>>>,
    ledger: OnceLock<Ledger>,
    findings: OnceLock<Vec<Finding>>,
    parts: PlannedParts,
    files: OnceLock<Vec<PlannedFile>>,
    paths: BTreeMap<RecordRef, String>,
    mentions: OnceLock<BTreeMap<RecordRef, Vec<Mention>>>,
    series: Memo<MetricSeries>,
    tests: Memo<MetricTests>,
    scorecards: Memo<ScorecardFigures>,
    scorecard_tests: Memo<ScorecardTests>,
}

/// What is kept of the tests of a metric.
#[derive(Debug)]
struct TestedMetric {
    summary: Summary,
    counted: Counted,
}

impl Site {
    /// A report of a project, with what was found before anything was computed.
    #[must_use]
    pub fn plan(catalog: Catalog, report: Report, language: Arc<Language>, earlier: Findings) -> Self {
        let metrics = catalog.metrics().map(|(record, _)| (record.id.clone(), OnceLock::new())).collect();
        let paths = plan::record_paths(&catalog);
        let parts = PlannedParts::new(catalog.records().len());
        Self {
            catalog,
            report,
            language,
            earlier,
            facts: OnceLock::new(),
            preliminary: OnceLock::new(),
            metrics,
            ledger: OnceLock::new(),
            findings: OnceLock::new(),
            parts,
            files: OnceLock::new(),
            paths,
            mentions: OnceLock::new(),
            series: Memo::default(),
            tests: Memo::default(),
            scorecards: Memo::default(),
            scorecard_tests: Memo::default(),
        }
    }

    /// Computes every figure once, tests it and plans every file, with all threads.
    ///
    /// Pages that are made by many threads at once need this first: a thread that computes something for all must not meet a page that waits for it.
    pub fn complete(&self) {
        let _ = (self.files(), self.findings());
    }

    /// The linked project.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// What the report is.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The language in which its pages speak.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Everything that was found, in order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| {
            let mut findings = self.earlier.clone();
            findings.append(self.ledger().findings(&self.catalog));
            findings.sorted()
        })
    }

    /// What lists say of a metric.
    #[must_use]
    pub fn summary(&self, metric: &Id) -> Option<&Summary> {
        self.tested(metric).map(|tested| &tested.summary)
    }

    /// What lists say of all metrics, by id.
    pub(in crate::site) fn summaries(&self) -> impl Iterator<Item = (&Id, &Summary)> {
        self.test_all();
        self.metrics.keys().filter_map(|id| Some((id, self.summary(id)?)))
    }

    /// The periods for which a scorecard has pages, the oldest first.
    pub(in crate::site) fn scorecard_periods(&self, scorecard: &Scorecard) -> Vec<Period> {
        plan::scorecard_periods(&self.catalog, &|metric| self.summary(metric)?.span, scorecard)
    }

    fn tested(&self, metric: &Id) -> Option<&TestedMetric> {
        let tested = self.metrics.get(metric)?.get_or_init(|| {
            let series = MetricSeries::build(&self.catalog, metric)?;
            let tests = self.preliminary().test(&self.context(), &series);
            Some(TestedMetric { summary: Summary::of(&self.catalog, &series, &tests), counted: Counted::of(tests) })
        });
        tested.as_ref()
    }

    /// Tests every metric that was not tested yet, with all threads, as long as that is wanted; tells whether it was to the end.
    ///
    /// This is nearly all the work that [`Site::findings`] has.
    pub fn test_while(&self, is_wanted: &(dyn Fn() -> bool + Sync)) -> bool {
        // What all of them need comes first, so that no thread waits for another.
        let _ = self.preliminary();
        self.context().gather();
        let ids: Vec<&Id> = self.metrics.keys().collect();
        ids.into_par_iter().with_max_len(AT_ONCE).filter(|_| is_wanted()).for_each(|id| {
            self.tested(id);
        });
        is_wanted()
    }

    pub(in crate::site) fn test_all(&self) {
        self.test_while(&|| true);
    }

    /// The figures of a metric.
    #[must_use]
    pub fn series(&self, metric: &Id) -> Option<Arc<MetricSeries>> {
        self.series.get(metric, || MetricSeries::build(&self.catalog, metric))
    }

    /// What checks may ask.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        let before = || self.report.previous.as_ref().map(|previous| Arc::clone(&previous.published));
        let facts = self.facts.get_or_init(|| Facts::new(self.report.as_of).after(before()));
        Context { catalog: &self.catalog, facts }
    }

    /// What has to be known before figures are tested.
    #[must_use]
    pub fn preliminary(&self) -> &Preliminary {
        self.preliminary.get_or_init(|| Preliminary::of(&self.context()))
    }

    /// What came of all checks.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        self.ledger.get_or_init(|| {
            self.test_all();
            let counted = self.metrics.keys().filter_map(|id| self.tested(id)).map(|tested| &tested.counted);
            Ledger::gather(&self.context(), self.preliminary(), counted)
        })
    }

    /// What came of the checks of a metric and of its figures.
    #[must_use]
    pub fn tests(&self, metric: &Id) -> Option<Arc<MetricTests>> {
        let series = self.series(metric)?;
        self.tests.get(metric, || Some(self.preliminary().test(&self.context(), &series)))
    }

    /// The figures of a scorecard's metrics.
    #[must_use]
    pub fn scorecard(&self, scorecard: &Id) -> Option<Arc<ScorecardFigures>> {
        self.scorecards.get(scorecard, || {
            let record = self.catalog.find(Kind::Scorecard, scorecard)?;
            let AnyRecord::Scorecard(fields) = &record.fields else {
                return None;
            };
            Some(ScorecardFigures::of(fields, |metric| self.series(metric)))
        })
    }

    /// What came of the checks of a scorecard's metrics, in the order of its items.
    #[must_use]
    pub fn scorecard_tests(&self, scorecard: &Id) -> Option<Arc<ScorecardTests>> {
        self.scorecard_tests.get(scorecard, || {
            let record = self.catalog.find(Kind::Scorecard, scorecard)?;
            let AnyRecord::Scorecard(fields) = &record.fields else {
                return None;
            };
            Some(fields.items.iter().map(|item| self.tests(item.metric.id())).collect())
        })
    }

    /// All files of the report but its assets, sorted by path.
    #[must_use]
    pub fn files(&self) -> &[PlannedFile] {
        self.files.get_or_init(|| planned_parts::all(self))
    }

    /// The file of a path; finds it without planning those that have nothing to do with it.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&PlannedFile> {
        match self.files.get() {
            Some(files) => plan::find(files, path),
            None => self.parts.file(self, path),
        }
    }

    /// The pages that stand on the page with the whole report, in their order, each with the part to which it belongs.
    #[must_use]
    pub fn whole(&self) -> Vec<(Chapter, &PlannedFile)> {
        whole::pages(self)
    }

    /// The page of a record.
    #[must_use]
    pub fn path_of(&self, record: &RecordRef) -> Option<&str> {
        self.paths.get(record).map(String::as_str)
    }

    /// The prose that links to a record.
    #[must_use]
    pub fn mentions(&self, record: &RecordRef) -> &[Mention] {
        self.mentions.get_or_init(|| mentions::mentions(&self.catalog)).get(record).map_or(&[], Vec::as_slice)
    }

    /// Makes a page; `None` where the file is no page.
    #[must_use]
    pub fn page(&self, file: &PlannedFile) -> Option<view::Page> {
        view::page(self, file)
    }
}

/// The pages of records and prose by `kind/id` and `page/id`, for links in prose.
#[must_use]
pub fn link_table(catalog: &Catalog) -> BTreeMap<String, String> {
    let records = plan::record_paths(catalog).into_iter().map(|(record, path)| (record.to_string(), path));
    let pages = catalog.pages().iter().map(|page| (format!("page/{}", page.id), plan::prose_path(&page.id)));
    records.chain(pages).collect()
}
