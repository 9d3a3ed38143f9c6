//! What would have to be found anew, kept inside the repository from one run to the next.
//!
//! May be deleted at any time: whatever cannot be read or written here is found anew, and no report differs by a byte.
#![expect(clippy::disallowed_methods, reason = "this file is the door to the cache within the repository")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::history::{EventCache, repository_folders, work_tree_folder};
use crate::seal::Sha256Digest;

/// Largest file that is taken for a cache, in bytes.
const LARGEST: u64 = 1 << 30;

/// A folder in the repository of a project, so that it is in nobody's way and in no commit.
#[derive(Clone, Debug, Default)]
pub struct RepositoryCache {
    folder: Option<PathBuf>,
}

impl RepositoryCache {
    /// Where the history of a project is kept, for all work trees of its repository; keeps nothing where there is none.
    #[must_use]
    pub fn of_history(project: &Path) -> Self {
        let folders = repository_folders(project).ok().flatten();
        Self { folder: folders.map(|(_, shared)| shared.join("tickmark/history-cache")) }
    }

    /// Where pages of a preview are kept, for this project of this work tree alone; keeps nothing where there is no repository.
    pub(super) fn of_preview(project: &Path) -> Self {
        let own = work_tree_folder(project);
        let place = fs::canonicalize(project).unwrap_or_else(|_| project.to_owned());
        let name = Sha256Digest::of(place.as_os_str().as_encoded_bytes()).to_string();
        Self { folder: own.map(|own| own.join("tickmark/preview").join(&name[..16])) }
    }

    /// Whether anything is kept.
    pub(super) const fn keeps(&self) -> bool {
        self.folder.is_some()
    }

    /// The bytes under a name; nothing where there are none or they cannot be read.
    pub(super) fn load(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.folder.as_ref()?.join(name);
        let metadata = fs::symlink_metadata(&path).ok()?;
        if metadata.is_file() && metadata.len() <= LARGEST { fs::read(path).ok() } else { None }
    }

    /// Keeps bytes under a name, if that can be done.
    pub(super) fn store(&self, name: &str, bytes: &[u8]) {
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

/// Held by whoever writes.
static WRITING: Mutex<()> = Mutex::new(());

/// Returns as soon as no cache is half written by this process, so that it may end without leaving a piece behind.
pub(super) fn wait_for_writing() {
    drop(WRITING.lock());
}

impl EventCache for RepositoryCache {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        Self::load(self, name)
    }

    fn store(&self, name: &str, bytes: &[u8]) {
        Self::store(self, name, bytes);
    }
}
