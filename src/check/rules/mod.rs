//! The checks: one rule, one file, in the room of its family.

pub(super) mod changes;
pub(super) mod commitments;
pub(super) mod definitions;
pub(super) mod governance;
pub(super) mod integrity;
pub(super) mod lineage;
mod place;
pub(super) mod results;
pub(super) mod surveys;
pub(super) mod targets;
