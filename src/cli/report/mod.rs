//! Findings for people and machines: one format, one file.

pub(super) mod review;
pub(super) mod shown;
pub(super) mod text;
