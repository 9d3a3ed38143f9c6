//! What came of a check for one subject.

use std::fmt;

use super::rule::Check;
use crate::catalog::Catalog;
use crate::diag::{Finding, Level, Place};
use crate::model::{Id, RecordRef};

/// What a check was made on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The project as a whole.
    Project,
    /// A record.
    Record(RecordRef),
    /// A release of results.
    Release(Id),
}

impl Subject {
    /// Where it stands: its file.
    #[must_use]
    pub fn place(&self, catalog: &Catalog) -> Place {
        match self {
            Self::Project => Place::file("tickmark.yaml"),
            Self::Record(record) => catalog.record(record).map_or_else(|| Place::file("tickmark.yaml"), |record| record.key_place("title")),
            Self::Release(id) => Place::file(format!("metrics/snapshots/{id}/release.yaml")),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Project => formatter.write_str("project"),
            Self::Record(record) => record.fmt(formatter),
            Self::Release(id) => write!(formatter, "release/{id}"),
        }
    }
}

/// What a check says of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Something is wrong.
    Fail,
    /// Something is wrong, and a waiver in force covers it.
    Waived,
    /// What the check needs is not there. Never shown as a pass.
    NotTestable,
    /// All that was tested is right.
    Pass,
    /// The check has nothing to say of such a subject.
    NotApplicable,
}

impl Verdict {
    /// All of them, the weightiest first.
    pub const ALL: &'static [Self] = &[Self::Fail, Self::Waived, Self::NotTestable, Self::Pass, Self::NotApplicable];

    /// The word that data files show.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Waived => "waived",
            Self::NotTestable => "not-testable",
            Self::Pass => "pass",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// One thing that is wrong with a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Where it shows.
    pub place: Place,
    /// Other places that matter, each with what it shows.
    pub related: Vec<(Place, String)>,
    /// Complete in itself: lower case, no full stop, names in backticks, expected and found.
    pub message: String,
    /// What was expected, where it is more than the check always expects.
    pub expected: Option<String>,
    /// What was found instead, where a value can be named.
    pub found: Option<String>,
    /// One step that mends it, in the imperative.
    pub help: String,
    /// The level, where this one weighs less than the check's others.
    pub level: Option<Level>,
}

impl Failed {
    /// Something that is wrong at a place, and the step that mends it.
    #[must_use]
    pub fn new(place: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place, related: Vec::new(), message: message.into(), expected: None, found: None, help: help.into(), level: None }
    }

    /// The same with what was expected and what was found.
    #[must_use]
    pub fn values(mut self, expected: impl Into<String>, found: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self.found = Some(found.into());
        self
    }

    /// The same with another place that matters.
    #[must_use]
    pub fn related(mut self, place: Place, says: impl Into<String>) -> Self {
        self.related.push((place, says.into()));
        self
    }

    /// The same with a level of its own, unless the settings give the check another.
    #[must_use]
    pub const fn at_level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }
}

/// What came of a check for one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckResult {
    /// The check.
    pub check: &'static Check,
    /// What it was made on.
    pub subject: Subject,
    /// What it says.
    pub verdict: Verdict,
    /// How much it weighs where it fails, or would.
    pub level: Level,
    /// Things that were tested: figures, fields, rows.
    pub tested: usize,
    /// Things that could not be tested.
    pub untested: usize,
    /// Why it does not apply, or what could not be tested; may be empty.
    pub reason: String,
    /// What was used besides that which the check always uses.
    pub inputs: Vec<String>,
    /// What is wrong.
    pub failed: Vec<Failed>,
    /// The waiver that covers it.
    pub waiver: Option<Id>,
}

/// Findings of one check about one subject that are told one by one.
const TOLD: usize = 5;

impl CheckResult {
    /// What people are told; nothing where the check did not fail.
    #[must_use]
    pub fn findings(&self, catalog: &Catalog) -> Vec<Finding> {
        if self.verdict != Verdict::Fail {
            return Vec::new();
        }
        let mut findings: Vec<Finding> = self.failed.iter().map(|failed| self.finding(failed)).collect();
        findings.sort();
        let more = findings.len().saturating_sub(TOLD);
        if more > 0 {
            findings.truncate(TOLD);
            let message = format!("`{}` has {more} more of these beside those named", self.subject);
            let finding = Finding { level: self.level, ..Finding::error(&self.check.code, self.subject.place(catalog), message) };
            findings.push(finding.help("mend those that are named first"));
        }
        findings
    }

    fn finding(&self, failed: &Failed) -> Finding {
        Finding {
            code: &self.check.code,
            level: failed.level.unwrap_or(self.level),
            message: failed.message.clone(),
            place: failed.place.clone(),
            related: failed.related.clone(),
            help: Some(failed.help.clone()),
        }
    }
}
