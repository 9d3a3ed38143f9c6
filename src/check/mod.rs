//! Tests of what a project says, beyond whether it can be read: one rule, one file.
//!
//! Each check gives one result for each subject, with a verdict; what could not be tested is never a pass. A finding of a check never hides a
//! report: the site is written with the findings in it, and the exit code tells.

mod carried;
mod context;
mod extracts;
mod facts;
mod figure_marks;
mod figures;
mod ledger;
mod mark;
mod preliminary;
mod published;
mod registry;
mod result;
pub mod review;
mod rule;
mod rules;
mod run;
mod settings;
mod sheet;
mod waivers;

pub use carried::Carried;
pub use context::Context;
pub use facts::Facts;
pub use figure_marks::{MetricTests, Tick};
pub use figures::{FigureAt, Figures};
pub use ledger::{Count, Counted, Ledger, check_of};
pub use mark::Mark;
pub use preliminary::Preliminary;
pub use published::{FigureTwice, Published, PublishedCell, PublishedFigure, PublishedFigures};
pub use registry::{CHECKS, RETIRED};
pub use result::{CheckResult, Failed, Subject, Verdict};
pub use rule::{Assertion, Check, Looks, Severity};
pub use run::{test_project, test_record, test_release};
pub use settings::check_settings;
pub use sheet::Sheet;
pub use waivers::Waivers;
