//! What feeds what.

use super::Block;
use crate::model::RecordRef;
use crate::site::{Site, Writer};

/// The neighbourhood of a record.
pub(super) fn neighbourhood(_site: &Site, _writer: &mut Writer<'_>, _record: &RecordRef) -> Vec<Block> {
    Vec::new()
}
