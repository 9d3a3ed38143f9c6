//! One state of a project as it is served: the last report that could be planned, and what keeps a newer one from taking its place.

use std::sync::Arc;

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
}

impl State {
    /// The state after this one, with what was planned or what kept it from that.
    pub(super) fn with(&self, planned: Result<Planned, Problem>) -> Self {
        match planned {
            Ok(planned) => Self { number: self.number + 1, planned: Some(Arc::new(planned)), problem: None },
            Err(problem) => self.stopped(problem),
        }
    }

    /// The same report with something that keeps a newer one from taking its place.
    fn stopped(&self, problem: Problem) -> Self {
        Self { number: self.number + 1, planned: self.planned.clone(), problem: Some(Arc::new(problem)) }
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

    /// What checks found; nothing where that is no longer wanted before it is known.
    pub(super) fn findings(&self, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Finding>> {
        self.planned.as_ref().map_or_else(|| Some(Vec::new()), |planned| planned.findings(is_wanted))
    }

    /// Finds what many pages need, before they are asked for.
    pub(super) fn prepare(&self) {
        if let Some(planned) = &self.planned {
            planned.prepare();
        }
    }

    /// One file of the report.
    pub(super) fn file(&self, path: &str) -> Served {
        self.planned.as_ref().map_or(Served::NoReport, |planned| planned.file(path))
    }
}
