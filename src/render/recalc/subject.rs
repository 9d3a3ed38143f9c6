//! What a workbook is about: one metric of a report, its figures, and the names of the sheets.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::language::{Fill, Language};
use crate::model::{Id, Metric, Period, Version};
use crate::site::Site;
use crate::source::Record;
use crate::stats::{Figure, MetricSeries, cell_codes};

/// The longest name that a sheet may have.
const LONGEST_NAME: usize = 31;

/// The metric of a workbook.
pub(super) struct Subject<'a> {
    pub(super) site: &'a Site,
    pub(super) catalog: &'a Catalog,
    pub(super) record: &'a Record,
    pub(super) metric: &'a Metric,
    pub(super) series: &'a MetricSeries,
    pub(super) names: Names,
    is_asked: &'a dyn Fn(Period) -> bool,
}

/// The names of the sheets.
pub(super) struct Names {
    pub(super) read_me: String,
    pub(super) figures: String,
    pub(super) rows: String,
    pub(super) components: String,
    pub(super) exclusions: String,
    pub(super) footing: String,
}

impl<'a> Subject<'a> {
    pub(super) fn of(site: &'a Site, id: &Id, series: &'a MetricSeries, is_asked: &'a dyn Fn(Period) -> bool) -> Option<Self> {
        let (record, metric) = site.catalog().metric(id)?;
        Some(Self { site, catalog: site.catalog(), record, metric, series, names: Names::of(site.language()), is_asked })
    }

    pub(super) fn language(&self) -> &'a Language {
        self.site.language()
    }

    pub(super) fn say(&self, key: &'static str) -> String {
        self.language().say(key).to_owned()
    }

    pub(super) fn fill(&self, key: &'static str, fills: &[(&str, Fill<'_>)]) -> String {
        self.language().fill(key, fills)
    }

    pub(super) fn title(&self) -> String {
        self.record.envelope.title.clone()
    }

    pub(super) fn asks_for(&self, period: Period) -> bool {
        (self.is_asked)(period)
    }

    /// Whether the metric is made from others.
    pub(super) fn is_composite(&self) -> bool {
        self.metric.terms.values().any(|term| term.metric.is_some())
    }

    /// Headings of the columns for the codes of a cell.
    pub(super) fn segment_headings(&self) -> Vec<String> {
        self.metric.segments.iter().map(|reference| reference.id().to_string()).collect()
    }

    /// The code of each segment; empty where all of it is meant.
    pub(super) fn codes(&self, key: &[u16]) -> Vec<String> {
        let named = cell_codes(self.catalog, self.metric, key);
        let code = |segment: &str| named.iter().find(|(of, _)| *of == segment).map_or_else(String::new, |(_, code)| (*code).to_owned());
        self.metric.segments.iter().map(|reference| code(reference.id().as_str())).collect()
    }

    /// By what a cell breaks the total down; the word for the total where by nothing.
    pub(super) fn breakdown(&self, key: &[u16]) -> String {
        let segments = self.metric.segments.iter().zip(key).filter(|(_, code)| **code != 0);
        let named: Vec<&str> = segments.map(|(reference, _)| reference.id().as_str()).collect();
        if named.is_empty() { self.say("recalc-total") } else { named.join(" + ") }
    }

    /// Heading of a column of numbers.
    pub(super) fn heading(&self, column: usize) -> String {
        let heading = self.series.columns.get(column).map_or_else(String::new, crate::source::NumberColumn::heading);
        if heading == "value" { self.say("recalc-head-reported") } else { heading }
    }

    /// The version of the definition by which a figure was computed.
    pub(super) fn version(&self, figure: &Figure) -> Option<Version> {
        figure.pinned.or_else(|| self.catalog.governs(self.record, figure.period.first_day(self.catalog.calendar())))
    }

    /// The name of the release of a figure.
    pub(super) fn release(&self, figure: &Figure) -> String {
        self.catalog.releases().get(figure.release).map_or_else(String::new, |release| release.id.to_string())
    }
}

impl Names {
    fn of(language: &Language) -> Self {
        let mut taken = BTreeSet::new();
        let mut name = |key: &'static str| sheet_name(language.say(key), &mut taken);
        Self {
            read_me: name("recalc-sheet-read-me"),
            figures: name("recalc-sheet-figures"),
            rows: name("recalc-sheet-rows"),
            components: name("recalc-sheet-components"),
            exclusions: name("recalc-sheet-exclusions"),
            footing: name("recalc-sheet-footing"),
        }
    }
}

/// A name that a sheet may have and no other has; a project's own catalogue may say anything.
fn sheet_name(words: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |letter: &char| !letter.is_control() && !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let mut name: String = words.chars().filter(allowed).take(LONGEST_NAME / 2).collect();
    // "History" is kept by some programs for a sheet of their own.
    while name.trim().is_empty() || name.eq_ignore_ascii_case("history") || !taken.insert(name.to_lowercase()) {
        name = format!("{name} {}", taken.len() + 1);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_may_be_and_differ() {
        let mut taken = BTreeSet::new();
        let names = ["Figures", "figures", "a/b'c", "", "History"].map(|words| sheet_name(words, &mut taken));
        assert_eq!(names, ["Figures", "figures 2", "abc", " 4", "History 5"]);
    }
}
