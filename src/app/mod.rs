//! One use case, one file: each does its work with real files, returns values and prints nothing.

mod build;
mod built_report;
mod clock;
mod diff;
mod disk;
mod output;
mod pipeline;
mod prose_links;
mod reference;
mod schema;
mod template;

pub use build::{BuildOptions, BuildOutcome, Timing, Written, build};
pub use diff::{Compared, DiffOptions, DiffOutcome, StateName, Unreadable, diff};
pub use disk::DiskWorkspace;
pub use pipeline::Progress;
pub use reference::record_reference;
pub use schema::schema;
pub use template::template;
