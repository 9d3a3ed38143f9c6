//! The versions of a record through time, read from the files of its main log.

use std::sync::Arc;

use crate::diag::Findings;
use crate::model::Date;
use crate::model::Version;
use crate::source::Record;

/// One version of a record: the last text that was in force under its number.
#[derive(Clone, Debug)]
pub struct RecordVersion {
    /// Its number.
    pub version: Version,
    /// First day on which it is in force.
    pub from: Date,
    /// The last day on which it is in force: the day before the next version begins; nothing for the last.
    pub to: Option<Date>,
    /// The record as its newest file under this number says it.
    pub record: Arc<Record>,
    /// Position in the main log of the entry that brought the number in; nothing where no history is known.
    pub first: Option<usize>,
    /// Position in the main log of the newest entry under this number.
    pub last: Option<usize>,
}

/// The text of a record after one entry of its main log.
#[derive(Clone, Debug)]
pub enum Text {
    /// It was read.
    Read(Arc<Record>),
    /// The record was removed.
    Removed,
    /// It is no record as this version of the program knows them.
    Unreadable(Arc<Findings>),
    /// Git has lost it, or never fetched it.
    Missing,
}
