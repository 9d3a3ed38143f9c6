//! What people type, what they are told, and the exit code.

mod args;
mod check;
mod completions;
mod diff;
mod examples;
mod exit;
mod explain;
mod init;
mod man;
mod new;
mod package;
mod past;
mod progress;
mod reference;
mod report;
mod run;
mod schema;
mod serve;
mod sign;
mod verify;

pub use reference::command_reference;
pub use run::{misunderstood, run};
