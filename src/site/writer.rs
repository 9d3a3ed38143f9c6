//! What every page needs while it is written: its place, its links, its parts.

use std::cell::RefCell;

use super::Site;
use super::chart::Picture;
use super::plan::{checks_path, code_address, prose_path, register_path, scorecard_path, segment_path};
use super::ticked::Ticked;
use super::view::Legend;
use super::view::{
    Badge, Block, Crumb, Frame, Head, Link, MenuItem, Page, Part, PartNumber, Parts, Rail, Section, Span, Table, TickMark, tick_mark,
};
use crate::check::{FigureAt, Figures, MetricTests};
use crate::language::{Fill, Language};
use crate::model::{Id, Kind, Period, RecordRef};
use crate::source::Record;

/// A page in the making.
#[derive(Debug)]
pub struct Writer<'a> {
    /// The report.
    pub site: &'a Site,
    path: &'a str,
    root: String,
    legend: RefCell<Legend>,
    /// Pictures, tables and formulas so far.
    pub parts: Parts,
}

impl<'a> Writer<'a> {
    /// Begins a page at a path of the report.
    #[must_use]
    pub fn new(site: &'a Site, path: &'a str) -> Self {
        Self { site, path, root: "../".repeat(path.matches('/').count()), legend: RefCell::default(), parts: Parts::default() }
    }

    /// The language in which the page speaks.
    #[must_use]
    pub fn language(&self) -> &'a Language {
        self.site.language()
    }

    /// A message of the catalogue without gaps.
    #[must_use]
    pub fn say(&self, key: &'static str) -> String {
        self.language().say(key).to_owned()
    }

    /// A message of the catalogue with its gaps filled.
    #[must_use]
    pub fn fill(&self, key: &'static str, fills: &[(&str, Fill<'_>)]) -> String {
        self.language().fill(key, fills)
    }

    /// The address of a path of the report, relative to this page.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// The address of a record's page.
    #[must_use]
    pub fn record_href(&self, record: &RecordRef) -> String {
        self.site.path_of(record).map_or_else(String::new, |path| self.href(path))
    }

    /// The address of the register of a kind.
    #[must_use]
    pub fn register_href(&self, kind: Kind) -> String {
        self.href(&register_path(kind))
    }

    /// The address of a metric by the codes of a segment.
    #[must_use]
    pub fn segment_href(&self, metric: &Id, segment: &Id) -> String {
        self.href(&segment_path(metric, segment))
    }

    /// The address of a metric for one code of a segment, counted from 1.
    #[must_use]
    pub fn code_href(&self, metric: &Id, segment: &Id, code: u16) -> String {
        code_address(self.site.catalog(), metric, segment, code).map_or_else(String::new, |path| self.href(&path))
    }

    /// The address of a mark's result on the page with the checks of a metric; an empty anchor leads to its top.
    #[must_use]
    pub fn check_href(&self, metric: &Id, anchor: &str) -> String {
        let path = self.href(&checks_path(self.site.catalog(), metric));
        if anchor.is_empty() { path } else { format!("{path}#{anchor}") }
    }

    /// The marks of a figure; the legend of the page will say what they mean.
    #[must_use]
    pub fn marks(&self, metric: &Id, tests: &MetricTests, at: Option<FigureAt>) -> Vec<TickMark> {
        let ticks = Ticked::beside(tests, at);
        self.legend.borrow_mut().keep_tested(metric, tests, &ticks);
        ticks.into_iter().map(|ticked| tick_mark(self, metric, ticked)).collect()
    }

    /// The marks of the figure of any cell and period of a metric; none where there is no such metric.
    #[must_use]
    pub fn figure_marks(&self, metric: &Id, key: &[u16], period: Period) -> Vec<TickMark> {
        let site = self.site;
        let Some((record, fields)) = site.catalog().metric(metric) else {
            return Vec::new();
        };
        let Some((series, tests)) = site.series(metric).zip(site.tests(metric)) else {
            return Vec::new();
        };
        let at = Figures::of(record, fields, &series).at(key, period);
        self.marks(metric, &tests, at)
    }

    /// The marks of the newest figure of a metric's total; none where it has no figure.
    #[must_use]
    pub fn newest_marks(&self, metric: &Id) -> Vec<TickMark> {
        let Some(summary) = self.site.summary(metric) else {
            return Vec::new();
        };
        self.legend.borrow_mut().keep_summed(metric, summary);
        summary.ticks.iter().map(|ticked| tick_mark(self, metric, *ticked)).collect()
    }

    /// The address of a scorecard in a period.
    #[must_use]
    pub fn scorecard_href(&self, scorecard: &Id, period: Period) -> String {
        self.href(&scorecard_path(scorecard, period))
    }

    /// The address of a page of prose.
    #[must_use]
    pub fn prose_href(&self, id: &Id) -> String {
        self.href(&prose_path(id))
    }

    /// The title of a record; its reference where there is none.
    #[must_use]
    pub fn title_of(&self, record: &RecordRef) -> String {
        self.site.catalog().record(record).map_or_else(|| record.to_string(), |found| found.envelope.title.clone())
    }

    /// A link to a record, with its kind beside it.
    #[must_use]
    pub fn link(&self, record: &RecordRef) -> Link {
        Link { href: self.record_href(record), label: self.title_of(record), note: self.language().kind(record.kind) }
    }

    /// A link to a record inside a line.
    #[must_use]
    pub fn span(&self, record: &RecordRef) -> Span {
        Span::Link { href: self.record_href(record), label: self.title_of(record) }
    }

    /// Keeps a picture.
    pub fn picture(&mut self, picture: Picture) -> PartNumber {
        self.parts.picture(picture)
    }

    /// Keeps a table and gives the block that shows it.
    pub fn table(&mut self, table: Table) -> Block {
        Block::Table { part: self.parts.add(Part::Table(table)) }
    }

    /// A prefix for ids in the next picture that no other part of the page has.
    #[must_use]
    pub fn prefix(&self) -> String {
        format!("p{}", self.parts.next())
    }

    /// Ends the page.
    ///
    /// `trail` is the way from the front page to this one, the page itself left out; `source` is the file that it shows.
    #[must_use]
    pub fn finish(self, outline: Outline) -> Page {
        let Outline { template, section, title, trail, source, head, opening, rail, mut sections } = outline;
        sections.extend(self.legend.borrow().section(&self));
        let settings = self.site.catalog().settings();
        let report = self.site.report();
        let mut crumbs = Vec::new();
        if self.path != "index.html" {
            crumbs.push(Crumb { label: self.say("menu-overview"), href: self.href("index.html") });
            crumbs.extend(trail.into_iter().map(|link| Crumb { label: link.label, href: link.href }));
            crumbs.push(Crumb { label: head.title.clone(), href: String::new() });
        }
        let commit = report.commit_words(self.language());
        let demonstration = if settings.demonstration { self.language().say("foot-demonstration") } else { "" };
        let as_of = self.fill("foot-as-of", &[("date", report.as_of.to_string().into())]);
        let built_from = self.fill("foot-commit", &[("commit", commit.as_str().into())]);
        let foot = [settings.title.as_str(), demonstration, &as_of, &built_from, &source];
        let foot = foot.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let frame = Frame {
            title,
            report: settings.title.clone(),
            organisation: settings.organisation.clone(),
            language: settings.language.clone(),
            root: self.root.clone(),
            demonstration: settings.demonstration,
            menu: self.menu(section),
            crumbs,
            as_of: report.as_of.to_string(),
            as_of_label: self.language().date(report.as_of),
            commit,
            source,
            tool: report.tool.clone(),
            foot,
        };
        Page { template, frame, head, opening, rail, sections, parts: self.parts }
    }

    fn menu(&self, section: MenuSection) -> Vec<MenuItem> {
        let has = |path: &str| self.site.file(path).is_some();
        let entries = [
            (MenuSection::Overview, self.say("menu-overview"), "index.html"),
            (MenuSection::Scorecards, self.say("menu-scorecards"), "scorecards/index.html"),
            (MenuSection::Metrics, self.say("menu-metrics"), "metrics/index.html"),
            (MenuSection::Strategy, self.say("menu-strategy"), "strategy.html"),
            (MenuSection::Ownership, self.say("ownership-title"), "ownership.html"),
            (MenuSection::Lineage, self.say("menu-lineage"), "lineage.html"),
            (MenuSection::Records, self.say("menu-records"), "records/index.html"),
            (MenuSection::Glossary, self.say("menu-glossary"), "glossary/index.html"),
            (MenuSection::Audit, self.say("audit-title"), "audit/index.html"),
            (MenuSection::Whole, self.say("menu-whole"), "report.html"),
        ];
        entries
            .into_iter()
            .filter(|(_, _, path)| has(path))
            .map(|(entry, label, path)| MenuItem { label, href: self.href(path), current: entry == section })
            .collect()
    }
}

/// The entry of the menu to which a page belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuSection {
    /// The front page and pages of prose.
    Overview,
    /// Scorecards.
    Scorecards,
    /// Metrics, their segments and codes.
    Metrics,
    /// Objectives, drivers and variants.
    Strategy,
    /// Who answers for what.
    Ownership,
    /// Lineage.
    Lineage,
    /// Registers and records.
    Records,
    /// Glossary.
    Glossary,
    /// What was tested, and on what the report rests.
    Audit,
    /// The whole report.
    Whole,
}

/// What a page says, before it is framed.
#[derive(Debug)]
pub struct Outline {
    /// Name of the template.
    pub template: &'static str,
    /// Entry of the menu.
    pub section: MenuSection,
    /// Title, unique in the report.
    pub title: String,
    /// Way from the front page to this one, the page itself left out.
    pub trail: Vec<Link>,
    /// File of the project that the page shows; empty for pages made from many.
    pub source: String,
    /// What opens it.
    pub head: Head,
    /// Blocks before the first section.
    pub opening: Vec<Block>,
    /// What stands beside the sections.
    pub rail: Rail,
    /// The sections; those without a block are left out by the writer of the page.
    pub sections: Vec<Section>,
}

/// The state of a record as a badge, where it has one.
#[must_use]
pub(super) fn state_badge(language: &Language, record: &Record) -> Option<Badge> {
    let state = record.node.entry("state")?.value.text()?;
    let class = match state {
        _ if has_ended(state) => "is-ended",
        "suspended" | "disputed" | "ineffective" | "missed" | "unresolved" => "is-alert",
        _ => "",
    };
    Some(Badge { class, word: language.code(state) })
}

/// Whether a state says that a record has come to its end.
#[must_use]
pub(super) fn has_ended(state: &str) -> bool {
    matches!(state, "retired" | "expired" | "superseded" | "withdrawn" | "disposed" | "cancelled" | "closed" | "rejected")
}
