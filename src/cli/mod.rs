//! What people type, what they are told, and the exit code.

mod args;
mod check;
mod diff;
mod examples;
mod exit;
mod explain;
mod package;
mod past;
mod progress;
mod report;
mod run;
mod sign;
mod verify;

pub use run::run;
