//! A report that is made page by page as its pages are asked for, and planned anew when its project changes.
//!
//! What is served is byte for byte what `tickmark build` writes. While the project has mistakes the last good state stays. Nothing here knows
//! of servers, browsers or watchers.

mod followed;
mod known;
mod planned;
mod state;
mod touched;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

pub use state::{Problem, Served};
pub use touched::{FileChange, FileDeed, Touched};

use self::known::Known;
use self::state::State;
use super::pipeline::Progress;
use crate::diag::{Failure, Finding};
use crate::model::Date;

/// How a project is previewed.
#[derive(Clone, Debug)]
pub struct PreviewOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// The day as of which the report speaks; found as for a build where it is not given.
    pub as_of: Option<Date>,
    /// Commit, tag or day of the last report, as for a build.
    pub since: Option<String>,
    /// The published report before this one, as for a build.
    pub previous: Option<PathBuf>,
}

/// A report that follows its project.
#[derive(Debug)]
pub struct Preview {
    options: PreviewOptions,
    /// One refreshing at a time; holds what was read last.
    known: Mutex<Known>,
    /// Whether that is going on.
    is_looking: AtomicBool,
    /// What is served.
    state: RwLock<Arc<State>>,
}

/// What came of looking at the project again.
#[derive(Clone, Debug)]
pub struct Refreshed {
    /// Number of the state that is served now; grows with each new one.
    pub number: u64,
    /// Whether that is another state than before: pages may differ, or a problem came or went.
    pub is_new: bool,
    /// Files of the project that differ from what was read before, by path; none at the first time.
    pub changes: Vec<FileChange>,
    /// What keeps the newest files from being shown; the state before them is served as long as it stands.
    pub problem: Option<Arc<Problem>>,
}

impl Preview {
    /// A preview that has read nothing yet.
    ///
    /// Fails when the folder holds no project.
    pub fn open(options: PreviewOptions) -> Result<Self, Failure> {
        super::disk::DiskWorkspace::open(&options.project)?;
        Ok(Self { options, known: Mutex::default(), is_looking: AtomicBool::new(false), state: RwLock::default() })
    }

    /// Reads what changed and plans the report anew; pages that are being made meanwhile are those of the state before.
    pub fn refresh(&self, touched: &Touched, progress: &dyn Progress) -> Refreshed {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        self.is_looking.store(true, Ordering::Relaxed);
        let before = self.state();
        let (next, changes) = match known.follow(&self.options, touched) {
            // What failed before and fails still is no news.
            Err(failure) if before.is_stopped_by(&failure) => (None, Vec::new()),
            Err(failure) => (Some(before.with(Err(Problem::Failed(failure)))), Vec::new()),
            Ok(seen) if seen.is_new => (Some(before.with(known.plan(&self.options, progress))), seen.changes),
            Ok(seen) => (None, seen.changes),
        };
        let is_new = next.is_some();
        let next = next.map_or(before, Arc::new);
        let refreshed = Refreshed { number: next.number(), is_new, changes, problem: next.problem() };
        let before = std::mem::replace(&mut *self.state.write().unwrap_or_else(PoisonError::into_inner), next);
        self.is_looking.store(false, Ordering::Relaxed);
        let state = self.state();
        rayon::spawn(move || {
            // The next page of a metric needs what is found here.
            state.prepare();
            // Giving back the memory of a large project takes a while, for which nobody should wait.
            drop(before);
        });
        refreshed
    }

    /// One file of the report, such as `index.html`; the path is that of the report, with `/` between its parts.
    #[must_use]
    pub fn file(&self, path: &str) -> Served {
        self.state().file(path)
    }

    /// Number of the state that is served; 0 as long as nothing was read.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.state().number()
    }

    /// What keeps the newest files from being shown.
    #[must_use]
    pub fn problem(&self) -> Option<Arc<Problem>> {
        self.state().problem()
    }

    /// What checks found in the state that is served, in order; nothing where the project is looked at again before that is known.
    ///
    /// This needs every figure, so in a large project it comes later than pages, and must not hold up what comes after an edit.
    #[must_use]
    pub fn findings(&self) -> Option<Vec<Finding>> {
        let state = self.state();
        state.findings(&|| !self.is_looking.load(Ordering::Relaxed) && self.number() == state.number())
    }

    fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }
}
