//! What a register says of its records as a whole, before it lists them: a file for each kind that has figures of its own.

mod actions;
mod audit_finding;
mod calendar;
mod changes;
mod commitment;
mod decisions;
mod deviations;
mod evidence;
mod experiment;
mod insight;
mod policies;
mod reconciliation;
mod restatements;
mod reviews;
mod risks;
mod root_cause;
mod target;
mod waivers;

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
        Kind::Action => actions::sections(writer),
        Kind::CalendarEvent => calendar::sections(writer),
        Kind::Change => changes::sections(writer),
        Kind::Decision => decisions::sections(writer),
        Kind::Deviation => deviations::sections(writer),
        Kind::Evidence => evidence::sections(writer, records),
        Kind::Policy => policies::sections(writer, records),
        Kind::Restatement => restatements::sections(writer),
        Kind::Review => reviews::sections(writer),
        Kind::Risk => risks::sections(writer, records),
        Kind::Waiver => waivers::sections(writer),
        _ => Vec::new(),
    }
}
