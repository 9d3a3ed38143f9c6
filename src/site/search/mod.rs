//! What a reader can search for: every record, page and term, with the texts whose words lead to it.
//!
//! Entries are handed out one at a time and borrow what they say, so that a large project needs no more memory than a
//! small one. Nothing here knows how an index is written.

mod entry;
mod records;
mod words;

pub use entry::{SearchEntry, Weight};
pub use words::{LONGEST_WORD, words};

use std::borrow::Cow;

use self::records::record_entry;
use super::audit_page::AuditPage;
use super::plan::{PlannedFile, Subject};
use super::view::{digest_title, title_of_page};
use super::{Site, plan};
use crate::check::check_of;
use crate::model::{Id, Period};

impl Site {
    /// Hands every entry to `visit`: lists and pages of prose first, then records, then pages below a record, the newest
    /// period of a scorecard before the earlier ones.
    ///
    /// Entries that fit a search equally well are shown in this order.
    pub fn search_entries(&self, visit: &mut dyn FnMut(&SearchEntry<'_>)) {
        let pages = self.files().iter().filter_map(|file| page_entry(self, file));
        let records = self.catalog().records().iter().map(|record| record_entry(self, record));
        let below = self.files().iter().rev().filter_map(|file| below_entry(self, file));
        for entry in pages.chain(records).chain(below) {
            visit(&entry);
        }
    }
}

/// The entry of a page that is about no single record.
fn page_entry<'a>(site: &'a Site, file: &'a PlannedFile) -> Option<SearchEntry<'a>> {
    let language = site.language();
    let say = |key| Cow::Borrowed(language.say(key));
    let (kind, title) = match &file.subject {
        Subject::Index => return Some(prose(site, file, site.catalog().settings().title.as_str().into(), "index")),
        Subject::Prose(id) => {
            let page = site.catalog().pages().iter().find(|page| page.id == *id)?;
            return Some(prose(site, file, page.title.as_str().into(), id.as_str()));
        }
        Subject::Metrics(0) => (say("search-list"), say("menu-metrics")),
        Subject::Metrics(part) => (say("search-list"), language.fill("metrics-part", &[("part", (part + 1).into())]).into()),
        Subject::Scorecards => (say("search-list"), say("menu-scorecards")),
        Subject::Register(kind) => (say("search-register"), language.kinds(*kind).into()),
        Subject::Records => (say("search-list"), say("menu-records")),
        Subject::Lineage => (say("search-page"), say("menu-lineage")),
        Subject::Findings => (say("search-list"), say("findings")),
        Subject::Audit(AuditPage::Check(code), 0) => return check_entry(site, file, code),
        Subject::Audit(page, 0) => (say("search-page"), title_of_page(language, *page, 0).into()),
        Subject::Strategy => (say("search-page"), say("strategy-title")),
        Subject::Drivers => (say("search-page"), say("drivers-title")),
        Subject::Variants => (say("search-page"), say("variants-title")),
        Subject::Ownership => (say("search-page"), say("ownership-title")),
        Subject::Digest(audience) => (say("search-page"), digest_title(language, *audience).into()),
        Subject::Whole => (say("search-page"), say("whole-title")),
        Subject::Metric(_)
        | Subject::Record(_)
        | Subject::Checks(_)
        | Subject::History { .. }
        | Subject::Version { .. }
        | Subject::Segment { .. }
        | Subject::Code { .. }
        | Subject::ScorecardPeriod { .. }
        | Subject::Audit(..)
        | Subject::FiguresFile
        | Subject::ChecksFile
        | Subject::SearchFile
        | Subject::MetricFile(_)
        | Subject::RecordFile(_) => return None,
    };
    Some(SearchEntry::new(kind, title, file.path.as_str()))
}

/// The entry of a check, by its code, its name and what it finds.
fn check_entry<'a>(site: &'a Site, file: &'a PlannedFile, code: &str) -> Option<SearchEntry<'a>> {
    let check = check_of(code)?;
    let title = format!("{} {}", check.code.id, check.code.name.replace('-', " "));
    let mut entry = SearchEntry::new(site.language().say("audit-check"), title.into(), file.path.as_str());
    entry.texts.push((Weight::Keyword, check.code.name.into()));
    entry.texts.push((Weight::Text, check.code.summary.into()));
    Some(entry)
}

fn prose<'a>(site: &'a Site, file: &'a PlannedFile, title: Cow<'a, str>, id: &'a str) -> SearchEntry<'a> {
    let mut entry = SearchEntry::new(site.language().say("search-page"), title, file.path.as_str());
    let written = site.catalog().pages().iter().find(|page| page.id.as_str() == id);
    entry.texts.extend(written.map(|page| (Weight::Text, page.body.as_str().into())));
    entry
}

/// The entry of a page that shows a part of one record.
///
/// The pages of single codes are left out, since there may be very many: their names lead to the page of their segment.
fn below_entry<'a>(site: &'a Site, file: &'a PlannedFile) -> Option<SearchEntry<'a>> {
    match &file.subject {
        Subject::ScorecardPeriod { scorecard, period } => scorecard_entry(site, file, scorecard, *period),
        Subject::Segment { metric, position } => segment_entry(site, file, metric, *position),
        _ => None,
    }
}

fn scorecard_entry<'a>(site: &'a Site, file: &'a PlannedFile, id: &'a Id, period: Period) -> Option<SearchEntry<'a>> {
    let record = site.catalog().find(crate::model::Kind::Scorecard, id)?;
    let title = format!("{}, {}", record.envelope.title, site.language().period(period));
    let mut entry = SearchEntry::new(site.language().say("search-scorecard-period"), title.into(), file.path.as_str());
    entry.texts.push((Weight::Keyword, id.as_str().into()));
    entry.texts.push((Weight::Keyword, period.to_string().into()));
    Some(entry)
}

fn segment_entry<'a>(site: &'a Site, file: &'a PlannedFile, id: &'a Id, position: usize) -> Option<SearchEntry<'a>> {
    let (record, metric) = site.catalog().metric(id)?;
    let (segment, fields) = site.catalog().segment(metric.segments.get(position)?.id())?;
    let language = site.language();
    let segment_title = language.inside(&segment.envelope.title);
    let names = [("metric", record.envelope.title.as_str().into()), ("segment", segment_title.as_str().into())];
    let title = language.fill("search-segment-title", &names);
    let mut entry = SearchEntry::new(site.language().say("search-segment"), title.into(), file.path.as_str());
    entry.texts.push((Weight::Keyword, id.as_str().into()));
    let codes = plan::codes_with_figures(site.summary(id)?, position);
    let known = codes.into_iter().filter_map(|code| fields.codes.get(usize::from(code).checked_sub(1)?));
    entry.texts.extend(known.map(|code| (Weight::Text, code.label.as_str().into())));
    Some(entry)
}
