//! The whole report on one page: which pages it holds, and in which order.

use std::collections::BTreeMap;

use super::Site;
use super::audit_page::AuditPage;
use super::plan::{CODES_ON_ONE_PAGE, PlannedFile, Subject};
use crate::catalog::Catalog;
use crate::model::{AnyRecord, Id, Kind, Period};

/// Metrics up to which there is a page with the whole report; with more it would be too long for a browser or a printer.
pub(super) const METRICS_IN_WHOLE: usize = 200;

/// A part of the whole report, in the order of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// The front page.
    Overview,
    /// The newest period of each scorecard.
    Scorecards,
    /// Metrics with their segments.
    Metrics,
    /// Pages that show how metrics hang together.
    Connections,
    /// The records of a kind, their register first.
    Records(Kind),
    /// Pages of prose.
    Prose,
    /// What was tested, and what came of it.
    Audit,
}

/// The pages of the whole report, in their order.
pub(super) fn pages(site: &Site) -> Vec<(Chapter, &PlannedFile)> {
    let catalog = site.catalog();
    let newest = newest_periods(site);
    let mut pages: Vec<(Chapter, Vec<String>, &PlannedFile)> =
        site.files().iter().filter_map(|file| Some((chapter(catalog, &newest, &file.subject)?, place(&file.path), file))).collect();
    pages.sort();
    pages.into_iter().map(|(chapter, _, file)| (chapter, file)).collect()
}

/// The place of a page among those of its chapter: a list before what it lists, a page before those below it.
fn place(path: &str) -> Vec<String> {
    let path = path.strip_suffix(".html").unwrap_or(path);
    path.split('/').map(|step| if step == "index" { String::new() } else { step.to_owned() }).collect()
}

fn newest_periods(site: &Site) -> BTreeMap<Id, Period> {
    let newest = |(record, scorecard): (&crate::source::Record, &crate::model::Scorecard)| {
        Some((record.id.clone(), site.scorecard_periods(scorecard).pop()?))
    };
    site.catalog().scorecards().filter_map(newest).collect()
}

fn chapter(catalog: &Catalog, newest: &BTreeMap<Id, Period>, subject: &Subject) -> Option<Chapter> {
    match subject {
        Subject::Index => Some(Chapter::Overview),
        Subject::Scorecards => Some(Chapter::Scorecards),
        Subject::ScorecardPeriod { scorecard, period } => (newest.get(scorecard) == Some(period)).then_some(Chapter::Scorecards),
        Subject::Metrics(_) | Subject::Metric(_) => Some(Chapter::Metrics),
        Subject::Segment { metric, position } => is_small(catalog, metric, *position).then_some(Chapter::Metrics),
        Subject::Lineage | Subject::Strategy | Subject::Drivers | Subject::Variants | Subject::Ownership => Some(Chapter::Connections),
        Subject::Register(kind) => Some(Chapter::Records(*kind)),
        Subject::Record(record) => Some(Chapter::Records(record.kind)),
        Subject::Prose(_) => Some(Chapter::Prose),
        // The list of checks says what came of each; the page of a check explains it.
        Subject::Audit(page, _) => (!matches!(page, AuditPage::Index | AuditPage::Check(_))).then_some(Chapter::Audit),
        Subject::Findings => Some(Chapter::Audit),
        // A digest says again what stands elsewhere.
        // Histories and earlier versions are for those who ask about the past, results of checks for those who test.
        Subject::Code { .. }
        | Subject::Checks(_)
        | Subject::History { .. }
        | Subject::Version { .. }
        | Subject::Digest(_)
        | Subject::Records
        | Subject::Whole
        | Subject::FiguresFile
        | Subject::ChecksFile
        | Subject::SearchFile
        | Subject::MetricFile(_)
        | Subject::RecordFile(_) => None,
    }
}

/// Whether all codes of a segment stand on one page.
fn is_small(catalog: &Catalog, metric: &Id, position: usize) -> bool {
    let Some((_, metric)) = catalog.metric(metric) else { return false };
    let segment = metric.segments.get(position).and_then(|reference| catalog.segment(reference.id()));
    segment.is_some_and(|(_, segment)| segment.codes.len() <= CODES_ON_ONE_PAGE)
}

/// Whether a report has few enough metrics to stand on one page.
pub(super) fn fits(catalog: &Catalog) -> bool {
    catalog.records().iter().filter(|record| matches!(record.fields, AnyRecord::Metric(_))).count() <= METRICS_IN_WHOLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stands_before_what_it_lists_and_a_page_before_those_below_it() {
        let mut paths = ["metrics/b.html", "metrics/a/channel.html", "metrics/index.html", "metrics/a.html"];
        paths.sort_by_key(|path| place(path));
        assert_eq!(paths, ["metrics/index.html", "metrics/a.html", "metrics/a/channel.html", "metrics/b.html"]);
    }
}
