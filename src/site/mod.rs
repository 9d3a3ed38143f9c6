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
mod report;
mod search;
mod slug;
mod summary;
mod ticked;
mod whole;
mod writer;

use std::collections::BTreeMap;
use std::sync::Arc;

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

use self::memo::Memo;
use crate::catalog::Catalog;
use crate::check::{Context, Facts, Ledger, MetricTests};
use crate::diag::{Finding, Findings};
use crate::language::Language;
use crate::model::{AnyRecord, Id, Kind, RecordRef};
use crate::stats::{MetricSeries, ScorecardFigures};

/// What came of the checks of a scorecard's metrics, in the order of its items.
type ScorecardTests = Vec<Option<Arc<MetricTests>>>;

/// A report, planned: every file it will have, and what is needed to make any of them.
#[derive(Debug)]
pub struct Site {
    catalog: Catalog,
    report: Report,
    language: Arc<Language>,
    facts: Facts,
    ledger: Ledger,
    findings: Vec<Finding>,
    summaries: BTreeMap<Id, Summary>,
    files: Vec<PlannedFile>,
    paths: BTreeMap<RecordRef, String>,
    mentions: BTreeMap<RecordRef, Vec<Mention>>,
    series: Memo<MetricSeries>,
    tests: Memo<MetricTests>,
    scorecards: Memo<ScorecardFigures>,
    scorecard_tests: Memo<ScorecardTests>,
}

impl Site {
    /// Computes every figure once, tests it, and plans the files.
    #[must_use]
    pub fn plan(catalog: Catalog, report: Report, language: Arc<Language>, earlier: Findings) -> Self {
        let before = report.previous.as_ref().map(|previous| Arc::clone(&previous.published));
        let facts = Facts::of(&catalog, report.as_of).after(before);
        let (ledger, summaries) = Ledger::of(&catalog, &facts, |series, tests| Summary::of(&catalog, series, tests));
        let mut findings = earlier;
        findings.append(ledger.findings(&catalog));
        let findings = findings.sorted();
        let paths = plan::record_paths(&catalog);
        let files = plan::files(&catalog, &summaries, &findings, &ledger, report.inputs.len());
        let mentions = mentions::mentions(&catalog);
        Self {
            catalog,
            report,
            language,
            facts,
            ledger,
            findings,
            summaries,
            files,
            paths,
            mentions,
            series: Memo::default(),
            tests: Memo::default(),
            scorecards: Memo::default(),
            scorecard_tests: Memo::default(),
        }
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
        &self.findings
    }

    /// What lists say of a metric.
    #[must_use]
    pub fn summary(&self, metric: &Id) -> Option<&Summary> {
        self.summaries.get(metric)
    }

    /// What lists say of all metrics.
    pub(in crate::site) const fn summaries(&self) -> &BTreeMap<Id, Summary> {
        &self.summaries
    }

    /// The figures of a metric.
    #[must_use]
    pub fn series(&self, metric: &Id) -> Option<Arc<MetricSeries>> {
        self.series.get(metric, || MetricSeries::build(&self.catalog, metric))
    }

    /// What checks may ask.
    #[must_use]
    pub const fn context(&self) -> Context<'_> {
        Context { catalog: &self.catalog, facts: &self.facts }
    }

    /// What came of all checks.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What came of the checks of a metric and of its figures.
    #[must_use]
    pub fn tests(&self, metric: &Id) -> Option<Arc<MetricTests>> {
        let series = self.series(metric)?;
        self.tests.get(metric, || Some(MetricTests::of(&self.context(), self.ledger.waivers(), self.ledger.carried(), &series)))
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
        &self.files
    }

    /// The file of a path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&PlannedFile> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok().map(|position| &self.files[position])
    }

    /// The pages that stand on the page with the whole report, in their order, each with the part to which it belongs.
    #[must_use]
    pub fn whole(&self) -> Vec<(Chapter, &PlannedFile)> {
        whole::pages(&self.catalog, &self.summaries, &self.files)
    }

    /// The page of a record.
    #[must_use]
    pub fn path_of(&self, record: &RecordRef) -> Option<&str> {
        self.paths.get(record).map(String::as_str)
    }

    /// The prose that links to a record.
    #[must_use]
    pub fn mentions(&self, record: &RecordRef) -> &[Mention] {
        self.mentions.get(record).map_or(&[], Vec::as_slice)
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
