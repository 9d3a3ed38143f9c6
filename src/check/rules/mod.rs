//! The checks: one rule, one file, in the room of its family.

pub(super) mod definitions;
pub(super) mod results;
pub(super) mod targets;
