//! What a register says of its records as a whole, before it lists them: a file for each kind that has figures of its own.

use crate::model::Kind;
use crate::site::view::Section;
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections before the list of all records; none for most kinds.
pub(super) fn sections(_writer: &mut Writer<'_>, kind: Kind, _records: &[&Record]) -> Vec<Section> {
    match kind {
        _ => Vec::new(),
    }
}
