//! Reports as evidence: sealed, handed over, tampered with, verified and made again.

mod project;
mod rebuild;
mod seals;
