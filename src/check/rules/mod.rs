//! The checks: one rule, one file, in the room of its family.

pub(super) mod commitments;
pub(super) mod changes;
pub(super) mod definitions;
pub(super) mod lineage;
pub(super) mod governance;
mod place;
pub(super) mod results;
pub(super) mod targets;
pub(super) mod surveys;
