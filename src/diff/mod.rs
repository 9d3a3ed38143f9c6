//! What changed between two states of a project, and what a change means by its fields alone.
//!
//! States first, judgement after: comparing lists edits, each with the rule and the class of its field. Whether the agreement, the
//! bridge and the version that a class demands are there is for `check::review` to say.

mod canonical;
mod classify;
mod compare;
mod comparison;
mod difference;
mod digest;
mod echo;
mod effect;
mod field_rules;
mod impact;
mod judge;
mod list_keys;
mod message;
mod part;
mod prose;
mod record_change;
mod releases;
mod rename;
mod restated;
mod rows;
mod rule;
mod scalar;
mod settings;
mod subject;
mod transitions;
mod words;

pub mod rules;

pub use canonical::Canonical;
pub use compare::compare;
pub use comparison::{Comparison, FieldEdit, Reached, RecordChange, ReleaseChange, RowEdit};
pub use digest::{file_digest, fingerprint, normative_digest};
pub use effect::{EffectFigures, EffectSplit, UnknownEffect, effect};
pub use record_change::compare_record;
pub use rule::{Area, Breaks, ChangeRule, Mirror};
pub use rules::rules;
pub use words::{Piece, words};
