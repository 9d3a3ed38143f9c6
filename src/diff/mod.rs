//! What changed between two states of a project, and what a change means by its fields alone.
//!
//! States first, judgement after: comparing lists edits, each with the rule and the class of its field. Whether the agreement, the
//! bridge and the version that a class demands are there is for `check::review` to say.

mod canonical;
mod comparison;
mod rule;

pub use canonical::Canonical;
pub use comparison::{Comparison, FieldEdit, Reached, RecordChange, ReleaseChange, RowEdit};
pub use rule::{Area, Breaks, ChangeRule, Mirror};
