//! Git repositories for tests, made by the real `git` from a script.
//!
//! Nothing of the machine reaches them: no settings, no names, no clock, no zone. The same script gives the same commit ids
//! everywhere.

mod generated;
mod raw_log;
mod repository;

pub(crate) use generated::generate;
pub(crate) use raw_log::{Raw, combined, first_parent, graph};
pub(crate) use repository::{Repository, bytes_of_id};
