//! What the history of a project is known to hold, kept inside its repository from one run to the next.
//!
//! May be deleted at any time: whatever cannot be read or written here is found anew, and no report differs by a byte.
#![expect(clippy::disallowed_methods, reason = "this file is the door to the cache within the repository")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::history::{EventCache, shared_folder};

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
        let shared = shared_folder(project).ok().flatten();
        Self { folder: shared.map(|shared| shared.join("tickmark/history-cache")) }
    }
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
        // Two runs may write at once; each writes a file of its own, and the last whole one stays.
        let own = folder.join(format!("{name}.{}.new", std::process::id()));
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&own, bytes)).and_then(|()| fs::rename(&own, folder.join(name)));
        if written.is_err() {
            // A repository that cannot be written to is read as before, only not faster.
            let _ = fs::remove_file(own);
        }
    }
}
