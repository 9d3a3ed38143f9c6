//! One use case, one file: each does its work with real files, returns values and prints nothing.

mod build;
mod built_report;
mod change_rules;
mod clock;
mod delivery;
mod diff;
mod diff_file;
mod disk;
mod explain;
mod history_cache;
mod log;
mod output;
mod past;
mod pipeline;
mod prose_links;
mod reference;
mod schema;
mod show;
mod template;

pub use build::{BuildOptions, BuildOutcome, Timing, Written, build};
pub use change_rules::change_rules_reference;
pub use delivery::{append_to_step_summary, write_file};
pub use diff::{Compared, DiffOptions, DiffOutcome, StateName, Unreadable, diff};
pub use diff_file::{FileDifference, diff_file};
pub use disk::DiskWorkspace;
pub use explain::{Explained, explain};
pub use history_cache::HistoryCache;
pub use log::{Deed, Log, LogOptions, LoggedCommit, LoggedPart, log};
pub use pipeline::Progress;
pub use reference::record_reference;
pub use schema::schema;
pub use show::{ShowOptions, Shown, ShownPart, show, signature_words};
pub use template::template;
