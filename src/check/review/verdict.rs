//! What a review of a change says.

use crate::diag::Place;
use crate::diff::{ChangeRule, Comparison};
use crate::model::{ChangeClass, RecordRef};

/// Why the class of a change is lower than its fields say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lowering {
    /// The same periods by both definitions differ by less than matters.
    Bridge {
        /// The record of the change that holds the bridge.
        change: RecordRef,
        /// Rows that were compared.
        rows: usize,
    },
    /// Two named people state that only the words have changed.
    MeaningUnchanged {
        /// The record of the change that holds the statement.
        change: RecordRef,
        /// Whose word it rests on.
        stated_by: Vec<RecordRef>,
    },
}

/// Something that a change lacks, or that is wrong with how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The rule that speaks.
    pub rule: &'static ChangeRule,
    /// What was expected and what was found; lower case, no full stop, names in backticks.
    pub message: String,
    /// One step that mends it.
    pub help: String,
    /// Where it shows.
    pub place: Place,
    /// As for an edit of a field.
    pub fingerprint: String,
}

/// What the review says of one changed record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Position of the record in [`Comparison::records`].
    pub position: usize,
    /// The class by its fields, after it was lowered where numbers or two people allow it.
    pub class: Option<ChangeClass>,
    /// Why it is lower than its fields say.
    pub lowered: Option<Lowering>,
    /// The record of the change that speaks for it.
    pub change: Option<RecordRef>,
    /// What is missing or wrong, the weightiest first.
    pub shortfalls: Vec<Shortfall>,
}

/// The review of a whole comparison.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What changed.
    pub comparison: Comparison,
    /// What is said of each changed record, in the same order.
    pub reviewed: Vec<Reviewed>,
}

impl Review {
    /// The highest class of any record, after lowering.
    #[must_use]
    pub fn class(&self) -> Option<ChangeClass> {
        self.reviewed.iter().filter_map(|reviewed| reviewed.class).max()
    }

    /// Whether every change carries what its class demands.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.reviewed.iter().all(|reviewed| reviewed.shortfalls.is_empty())
    }
}
