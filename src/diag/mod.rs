//! What is wrong, and where.
//!
//! A [`Finding`] is one coded, placed observation about the project; there may be many, and all of a stage are reported together.
//! A [`Failure`] means that the work could not be done; there is one, with its cause. The two never mix.
//! This layer knows nothing of records, files or terminals: a finding is data, and whoever shows it decides how it looks.

mod code;
pub mod codes;
mod failure;
mod finding;
mod findings;
mod source_map;
mod suggest;

pub use code::Code;
pub use codes::CODES;
pub use failure::{Failure, listed};
pub use finding::{Finding, Level, Place};
pub use findings::Findings;
pub use source_map::SourceText;
pub use suggest::{did_you_mean, plural};
