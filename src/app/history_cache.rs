//! What the history of a project is known to hold, kept inside its repository from one run to the next.
//!
//! May be deleted at any time: whatever cannot be read or written here is found anew, and no report differs by a byte.
#![expect(clippy::disallowed_methods, reason = "this file is the door to the cache within the repository")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::history::{EventCache, repository_folders};

/// Largest file that is taken for a cache, in bytes.
const LARGEST: u64 = 1 << 30;

/// A cache in the folder that all work trees of a repository share, so that it is in nobody's way and in no commit.
#[derive(Clone, Debug, Default)]
pub struct HistoryCache {
    folder: Option<PathBuf>,
}

impl HistoryCache {
    /// The cache of the repository around a project; one that keeps nothing where there is none.
    #[must_use]
    pub fn beside(project: &Path) -> Self {
        let folders = repository_folders(project).ok().flatten();
        Self { folder: folders.map(|(_, shared)| shared.join("tickmark/history-cache")) }
    }
}

/// Held by whoever writes.
static WRITING: Mutex<()> = Mutex::new(());

/// Returns as soon as no cache is half written by this process, so that it may end without leaving a piece behind.
pub(super) fn wait_for_writing() {
    drop(WRITING.lock());
}

impl EventCache for HistoryCache {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.folder.as_ref()?.join(name);
        let metadata = fs::symlink_metadata(&path).ok()?;
        if metadata.is_file() && metadata.len() <= LARGEST { fs::read(path).ok() } else { None }
    }

    fn store(&self, name: &str, bytes: &[u8]) {
        let Some(folder) = &self.folder else {
            return;
        };
        let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        // Two runs may write at once; each writes a file of its own, and the last whole one stays.
        let own = folder.join(format!("{name}.{}.new", std::process::id()));
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&own, bytes)).and_then(|()| fs::rename(&own, folder.join(name)));
        if written.is_err() {
            // A repository that cannot be written to is read as before, only not faster.
            let _ = fs::remove_file(own);
        }
    }
}
