//! Tells everything about one thing: a record, a version of it, or a figure with all its evidence.

mod figure;
mod record;
mod target;

use std::path::PathBuf;

pub use self::record::signature_words;
use self::target::{Wanted, wanted};
use super::pipeline::{Progress, read_with_past};
use crate::diag::{Failure, Finding};

/// What is to be shown.
#[derive(Clone, Debug)]
pub struct ShowOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// The record: `kind/id` or the id of a metric, with `@version` where an earlier one is meant.
    pub target: String,
    /// The period of the figure that is meant.
    pub period: Option<String>,
    /// The cell of the figure, as `segment=code`; the total where it is empty.
    pub cell: Vec<String>,
}

/// One thing, told in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// What it is.
    pub title: String,
    /// What is known of it.
    pub parts: Vec<ShownPart>,
}

/// A part of what is told: names with values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownPart {
    /// What the part is about; empty for the first.
    pub heading: String,
    /// Names and values, in their order; a value may have several lines.
    pub rows: Vec<(String, String)>,
}

impl ShownPart {
    fn new(heading: &str) -> Self {
        Self { heading: heading.to_owned(), rows: Vec::new() }
    }

    fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.rows.push((name.into(), value.into()));
    }
}

/// Finds what is meant and tells it; findings where the project cannot be read.
///
/// Fails when nothing of that name, version, period or cell is there.
pub fn show(options: &ShowOptions, progress: &dyn Progress) -> Result<Result<Shown, Vec<Finding>>, Failure> {
    let catalog = match read_with_past(&options.project, progress)? {
        Ok(catalog) => catalog,
        Err(findings) => return Ok(Err(findings)),
    };
    let shown = match wanted(&catalog, options)? {
        Wanted::Record { record, pinned } => record::record(&catalog, record, pinned),
        Wanted::Figure { record, metric, period, key } => figure::figure(&catalog, record, metric, period, &key)?,
    };
    Ok(Ok(shown))
}
