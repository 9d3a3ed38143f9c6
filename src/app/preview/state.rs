//! One state of a project as it is served: the last report that could be planned, and what keeps a newer one from taking its place.

use std::sync::{Arc, OnceLock};

use super::planned::Planned;
use crate::diag::{Failure, Finding};

/// What keeps the newest files of a project from being shown.
#[derive(Debug)]
pub enum Problem {
    /// Mistakes in the project, in order.
    Mistakes(Vec<Finding>),
    /// The work could not be done.
    Failed(Failure),
}

/// One file of the report, as it is served.
#[derive(Debug)]
pub enum Served {
    /// Its bytes, those of a build.
    File(Vec<u8>),
    /// The report has no such file.
    NotFound,
    /// There is no report yet: nothing was read, or mistakes have kept it from being made from the beginning.
    NoReport,
    /// It could not be made.
    Failed(Failure),
}

/// What is served.
#[derive(Debug, Default)]
pub(super) struct State {
    number: u64,
    planned: Option<Arc<Planned>>,
    problem: Option<Arc<Problem>>,
    findings: Arc<OnceLock<Vec<Finding>>>,
}

impl State {
    /// The state after this one, with what was planned or what kept it from that.
    pub(super) fn with(&self, planned: Result<Planned, Problem>) -> Self {
        match planned {
            Ok(planned) => Self { number: self.number + 1, planned: Some(Arc::new(planned)), problem: None, findings: Arc::default() },
            Err(problem) => self.stopped(problem),
        }
    }

    /// The same report with something that keeps a newer one from taking its place.
    fn stopped(&self, problem: Problem) -> Self {
        Self {
            number: self.number + 1,
            planned: self.planned.clone(),
            problem: Some(Arc::new(problem)),
            findings: Arc::clone(&self.findings),
        }
    }

    /// Whether this very failure keeps newer files from being shown.
    pub(super) fn is_stopped_by(&self, failure: &Failure) -> bool {
        matches!(self.problem.as_deref(), Some(Problem::Failed(known)) if known.to_string() == failure.to_string())
    }

    /// Its number; 0 before anything was read.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// What keeps newer files from being shown.
    pub(super) fn problem(&self) -> Option<Arc<Problem>> {
        self.problem.clone()
    }

    /// What checks found.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let all = || self.planned.as_ref().map_or_else(Vec::new, |planned| planned.findings());
        self.findings.get_or_init(all).clone()
    }

    /// One file of the report.
    pub(super) fn file(&self, path: &str) -> Served {
        self.planned.as_ref().map_or(Served::NoReport, |planned| planned.file(path))
    }
}
