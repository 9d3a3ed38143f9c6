//! Reports as evidence: sealed, handed over, tampered with, verified and made again.

mod certificates;
mod documents;
mod keys;
mod pages;
mod previous;
mod bag;
mod package;
mod package_contents;
mod chain;
mod project;
mod rebuild;
mod recalc;
mod seals;
mod sign;
mod signing;
mod time;
mod time_authority;
mod time_tampering;

pub(crate) use project::signer;
mod spreadsheet;
mod zip;
mod tampering;
mod verify;
mod verify_memory;
