//! Reports as evidence: sealed, handed over, tampered with, verified and made again.

mod bag;
mod certificates;
mod chain;
mod documents;
mod keys;
mod package;
mod package_contents;
mod pages;
mod previous;
mod project;
mod rebuild;
mod recalc;
mod seals;
mod sign;
mod signing;
mod time;
mod time_authority;
mod time_tampering;

pub(crate) use package::packed;
pub(crate) use project::{Sealed, signer};
mod spreadsheet;
mod tampering;
mod verify;
mod verify_memory;
mod verify_time;
mod zip;
