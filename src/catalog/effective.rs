//! What was in force when.

use crate::model::Date;
use crate::source::Record;

/// Whether the version of a record that stands in its file governs a period that begins on a day.
///
/// Earlier versions are known from history only.
#[must_use]
pub fn governs(record: &Record, first_day: Date) -> bool {
    record.versioning.is_none_or(|versioning| versioning.effective_from <= first_day)
}
