//! The past of a project: who changed what, when and why, and what was in force since when.

mod bundle;
mod cache;
mod chain;
mod commit;
mod compare;
mod counted;
mod events;
mod files;
mod git;
mod gpg;
mod head;
mod judge;
mod log;
#[cfg(test)]
mod memory;
mod new_repository;
mod object_hash;
mod objects;
mod openpgp;
mod past;
mod raw_commit;
mod read;
mod refusal;
mod revision;
mod signature;
mod silent_revision;
mod texts;
mod tree;
mod verify;
mod versions;
mod walk;

pub use bundle::{BUNDLE_BRANCH, bundle};
pub use cache::{EventCache, NoCache};
pub use commit::{BlobId, Commit, CommitId, Stamp};
pub use counted::Counted;
pub use files::{Blob, FileReader, MemoryFiles, read_blobs};
pub use git::{
    GitFiles, RevisionWorkspace, differing_lines, merge_base, project_folder, repository_folders, resolve, unknown_revision,
    work_tree_folder,
};
pub use gpg::Gpg;
pub use head::{Head, head_commit};
pub use judge::{OpenPgp, judge};
pub use new_repository::{By, NewCommit, NewRepository};
pub use past::{Edit, FileState, LogEntry, Part, Past};
pub use read::{History, HistoryBefore, PastOptions, Until, read_history, read_past};
pub use revision::Revision;
pub use signature::SignatureState;
pub use silent_revision::{ChangedColumn, SilentRevision, blobs_of_releases, silent_revisions};
pub use texts::Texts;
pub use versions::{RecordVersion, Text, read_texts, versions};
