//! What a register says of its records as a whole, before it lists them: a file for each kind that has figures of its own.

mod audit_finding;
mod commitment;
mod experiment;
mod insight;
mod reconciliation;
mod root_cause;
mod target;

use crate::model::Kind;
use crate::site::view::Section;
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections before the list of all records; none for most kinds.
pub(super) fn sections(writer: &mut Writer<'_>, kind: Kind, records: &[&Record]) -> Vec<Section> {
    match kind {
        Kind::RootCause => root_cause::sections(writer, records),
        Kind::Reconciliation => reconciliation::sections(writer, records),
        Kind::AuditFinding => audit_finding::sections(writer, records),
        Kind::Insight => insight::sections(writer, records),
        Kind::Experiment => experiment::sections(writer, records),
        Kind::Commitment => commitment::sections(writer),
        Kind::Target => target::sections(writer),
        _ => Vec::new(),
    }
}
