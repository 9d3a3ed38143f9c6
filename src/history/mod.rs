//! The past of a project, as far as the report speaks of it: the commit from which it is built.

mod git;
mod past;

pub use git::head_commit;
pub use past::Commit;
