//! Keeps what a preview shows for the next one, in the repository of the project; where there is none, nothing is kept.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use super::last_shown::LastShown;
use super::standing::stands;
use crate::app::repository_cache::RepositoryCache;

/// The name under which pages are kept.
const NAME: &str = "pages";
/// How long nothing has to be shown before it is written down.
const QUIET: Duration = Duration::from_secs(1);

/// Keeps what is shown.
#[derive(Debug)]
pub(super) struct Keeper {
    project: PathBuf,
    shown: OnceLock<Shown>,
    due: Sender<()>,
}

#[derive(Debug)]
struct Shown {
    cache: RepositoryCache,
    last: Mutex<Last>,
}

#[derive(Debug)]
struct Last {
    shown: LastShown,
    is_written: bool,
}

impl Keeper {
    /// Keeps what is shown of a project, and writes it down whenever nothing more is shown for a while.
    pub(super) fn start(project: &Path) -> Arc<Self> {
        let (due, awaited) = mpsc::channel();
        let keeper = Arc::new(Self { project: project.to_owned(), shown: OnceLock::new(), due });
        // It ends with the preview, and must not keep it from that.
        let own = Arc::downgrade(&keeper);
        let keep = move || {
            if let Some(keeper) = own.upgrade() {
                keeper.shown();
            }
            while awaited.recv().is_ok() && stands(&awaited, QUIET) {
                if let Some(keeper) = own.upgrade() {
                    keeper.write();
                }
            }
        };
        // Without a thread it is written at the end only.
        let _ = thread::Builder::new().name("keeper".to_owned()).spawn(keep);
        keeper
    }

    /// Keeps a file that was made in this preview.
    pub(super) fn keep(&self, path: &str, bytes: &[u8]) {
        let Shown { cache, last } = self.shown();
        if cache.keeps() && lock(last).keep(path, bytes) {
            // Whoever writes it may be gone; then it is written at the end only.
            let _ = self.due.send(());
        }
    }

    /// A page of an earlier preview that was not made in this one; none as long as it is not known what was shown.
    pub(super) fn page(&self, path: &str) -> Option<String> {
        self.shown.get().and_then(|shown| lock(&shown.last).shown.page(path).map(str::to_owned))
    }

    /// A file of an earlier preview that cannot be out of date; none as long as it is not known what was shown.
    pub(super) fn unchanging(&self, path: &str) -> Option<String> {
        self.shown.get().and_then(|shown| lock(&shown.last).shown.unchanging(path).map(str::to_owned))
    }

    /// Writes down what is not yet.
    pub(super) fn write(&self) {
        let Some(Shown { cache, last }) = self.shown.get() else {
            return;
        };
        // Nobody who wants a page waits for it to be written.
        let unwritten = {
            let mut last = lock(last);
            let was_written = std::mem::replace(&mut last.is_written, true);
            (!was_written).then(|| last.shown.clone())
        };
        if let Some(shown) = unwritten {
            cache.store(NAME, &shown.bytes());
        }
    }

    /// What was shown; read by whoever comes first, which may take a while.
    fn shown(&self) -> &Shown {
        self.shown.get_or_init(|| {
            let cache = RepositoryCache::of_preview(&self.project);
            let shown = cache.load(NAME).and_then(|bytes| LastShown::read(&bytes)).unwrap_or_default();
            Shown { cache, last: Mutex::new(Last { shown, is_written: true }) }
        })
    }
}

impl Last {
    fn keep(&mut self, path: &str, bytes: &[u8]) -> bool {
        let is_kept = self.shown.keep(path, bytes);
        self.is_written &= !is_kept;
        is_kept
    }
}

fn lock(last: &Mutex<Last>) -> std::sync::MutexGuard<'_, Last> {
    last.lock().unwrap_or_else(PoisonError::into_inner)
}
