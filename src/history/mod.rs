//! The past of a project: who changed what, when and why, and what was in force since when.

mod commit;
mod git;
mod head;
mod past;
mod revision;
mod signature;
mod silent_revision;
mod texts;
mod versions;

pub use commit::{BlobId, Commit, CommitId, Stamp};
pub use git::{RevisionWorkspace, differing_lines, head_commit, merge_base, project_folder, resolve, unknown_revision};
pub use head::Head;
pub use past::{Edit, FileState, LogEntry, Part, Past};
pub use revision::Revision;
pub use signature::SignatureState;
pub use silent_revision::{ChangedColumn, SilentRevision, blobs_of_releases, silent_revisions};
pub use texts::Texts;
pub use versions::{RecordVersion, Text};
