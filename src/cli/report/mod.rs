//! Findings for people and machines: one format, one file.

pub(super) mod check;
pub(super) mod escape;
pub(super) mod log;
pub(super) mod review;
pub(super) mod show;
pub(super) mod shown;
pub(super) mod text;
pub(super) mod verify;
